import type { Reply, RequestChannel, RequestInput, RequestOutput, WizardBridge } from '../shared/ipc/contract.ts';
import { problem } from '../shared/problems/problem.ts';
import { wizardMirror } from './store/wizard-mirror.ts';

declare global {
  interface Window {
    readonly wizard: WizardBridge;
  }
}

async function request<C extends RequestChannel>(channel: C, input: RequestInput<C>): Promise<Reply<RequestOutput<C>>> {
  try {
    return await window.wizard.request(channel, input);
  } catch (cause) {
    return { ok: false, problem: problem('SETUP_UNEXPECTED', {}, { channel, cause: String(cause) }) };
  }
}

/** Asks the main process for what the person wants; a refusal that no page shows by itself appears in the notice bar. */
export async function ask<C extends RequestChannel>(
  channel: C,
  input: RequestInput<C>,
): Promise<Reply<RequestOutput<C>>> {
  wizardMirror.setState({ refusal: null });
  const reply = await request(channel, input);
  if (!reply.ok) wizardMirror.setState({ refusal: reply.problem });
  return reply;
}

/** Asks for what the window wants by itself; whoever did not ask for it is not told of a refusal. */
export const askQuietly = request;
