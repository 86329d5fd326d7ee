import {
  type Reply,
  type RequestChannel,
  type RequestInput,
  type RequestOutput,
  requestChannels,
} from '../shared/ipc/contract.ts';
import { problem } from '../shared/problems/problem.ts';
import { fail, type Result } from '../shared/result.ts';
import { safely } from '../shared/safely.ts';
import type { Log } from './log.ts';
import { type Sender, trustedSender } from './trusted-sender.ts';

/** What answers each channel. Inputs have passed their schema. */
export type RequestHandlers = {
  readonly [C in RequestChannel]: (
    input: RequestInput<C>,
  ) => Promise<Result<RequestOutput<C>>> | Result<RequestOutput<C>>;
};

/**
 * Answers one request: sender, then payload, then the handler. A stranger is rejected with an exception, which is loud on
 * both sides; a malformed payload and a fallen handler are answered as problems.
 */
export async function answer<C extends RequestChannel>(
  channel: C,
  sender: Sender,
  payload: unknown,
  windows: ReadonlySet<number>,
  handlers: RequestHandlers,
  log: Log,
): Promise<Reply<RequestOutput<C>>> {
  if (!trustedSender(sender, windows)) {
    log.warn('ipc-sender-refused', { channel, url: sender.url });
    throw new Error(`${channel}: this sender may not speak to the wizard`);
  }
  const input = safely(requestChannels[channel].input, payload);
  if (!input.success) {
    log.warn('ipc-payload-refused', {
      channel,
      issues: input.error.issues.map((issue) => issue.path.join('.')).join(),
    });
    return fail(problem('SETUP_MESSAGE_REFUSED', { channel }));
  }
  try {
    return await handlers[channel](input.data as RequestInput<C>);
  } catch (error) {
    log.error('ipc-handler-fell', {
      channel,
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
    return fail(
      problem('SETUP_UNEXPECTED', {}, { channel, error: error instanceof Error ? error.message : String(error) }),
    );
  }
}
