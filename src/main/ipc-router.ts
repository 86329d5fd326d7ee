import { ipcMain, type WebContents } from 'electron';
import {
  type EventChannel,
  type EventPayload,
  type Reply,
  type RequestChannel,
  type RequestInput,
  type RequestOutput,
  requestChannels,
} from '../shared/ipc/contract.ts';
import { problem } from '../shared/problems/problem.ts';
import { fail, type Result } from '../shared/result.ts';
import type { Log } from './log.ts';
import { type Sender, trustedSender } from './security.ts';

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
  const input = requestChannels[channel].input.safeParse(payload);
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

/** The only place that touches `ipcMain`. */
export class IpcRouter {
  readonly #windows = new Map<number, WebContents>();

  constructor(handlers: RequestHandlers, log: Log) {
    for (const channel of Object.keys(requestChannels) as RequestChannel[]) {
      ipcMain.handle(channel, (event, payload: unknown) => {
        const frame = event.senderFrame;
        const sender = {
          contentsId: event.sender.id,
          isMainFrame: frame !== null && frame.parent === null,
          url: frame?.url ?? '',
        };
        return answer(channel, sender, payload, new Set(this.#windows.keys()), handlers, log);
      });
    }
  }

  trust(contents: WebContents): void {
    const { id } = contents;
    this.#windows.set(id, contents);
    contents.once('destroyed', () => this.#windows.delete(id));
  }

  send<C extends EventChannel>(channel: C, payload: EventPayload<C>): void {
    for (const contents of this.#windows.values()) {
      if (!contents.isDestroyed()) contents.send(channel, payload);
    }
  }
}
