import { ipcMain, type WebContents } from 'electron';
import { type EventChannel, type EventPayload, type RequestChannel, requestChannels } from '../shared/ipc/contract.ts';
import { answer, type RequestHandlers } from './ipc-gate.ts';
import type { Log } from './log.ts';

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
