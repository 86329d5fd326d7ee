import { fork } from 'node:child_process';
import { once } from 'node:events';
import { serviceNoticeSchema } from './service-notice.ts';

/** A stand-in service that was started. Its port is known at once, even if nobody listens there yet. */
export interface PracticeService {
  readonly pid: number;
  readonly port: number;
  readonly url: string;
  /** Fulfilled when it answers; rejected when the process ends before. */
  readonly listening: Promise<void>;
  /** Ends the process, whatever it is doing, and waits until it is gone. */
  stop(): Promise<void>;
}

/**
 * Starts a stand-in service as a program of its own under plain Node.
 * @param entry the bundled entry, absolute path
 * @throws Error when the process ends before it knows its port; the message carries what it wrote to standard error
 */
export async function launchPracticeService(entry: string, args: readonly string[]): Promise<PracticeService> {
  const child = fork(entry, args, { stdio: ['ignore', 'ignore', 'pipe', 'ipc'], execArgv: [] });
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const exit = once(child, 'exit');
  const ended = exit.then(([code]) => {
    throw new Error(`The practice service ended (${code}). ${said}`);
  });
  const notice = (kind: 'starting' | 'listening'): Promise<number> =>
    new Promise((resolve) => {
      child.on('message', (message) => {
        const parsed = serviceNoticeSchema.safeParse(message);
        if (parsed.success && parsed.data.kind === kind) resolve(parsed.data.port);
      });
    });
  const listening = Promise.race([notice('listening'), ended]).then(() => undefined);
  // Nobody has to wait for it.
  listening.catch(() => undefined);
  const port = await Promise.race([notice('starting'), ended]);

  return {
    pid: child.pid ?? 0,
    port,
    url: `http://127.0.0.1:${port}`,
    listening,
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
      await exit;
    },
  };
}
