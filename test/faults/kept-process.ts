import { childProcessLauncher } from '../../src/token/child-process-launcher.ts';
import type { CryptokiLoader } from '../../src/token/cryptoki.ts';
import type { TokenProcessHandle, TokenProcessLauncher } from '../../src/token/token-access.ts';
import { tokenRequestSchema } from '../../src/token/token-protocol.ts';
import { createTokenServer } from '../../src/token/token-server.ts';

/** A token process that clients use one after another: an injection that leaves it alive costs no start. */
export interface KeptProcess {
  readonly launch: TokenProcessLauncher;
  /** How many processes were handed out. */
  started(): number;
  /** Ends the process that is in use now, as from outside; resolves when it is gone. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

interface Running {
  readonly handle: TokenProcessHandle;
  readonly exited: Promise<void>;
  message: (message: unknown) => void;
  exit: (code: number | null) => void;
  alive: boolean;
}

/** @param entry built entry of a token process */
export function keepProcess(entry: string): KeptProcess {
  const launchChild = childProcessLauncher(entry);

  const start = (): Running => {
    const handle = launchChild();
    let gone = (): void => undefined;
    const exited = new Promise<void>((resolve) => {
      gone = resolve;
    });
    const running: Running = { handle, exited, message: () => undefined, exit: () => undefined, alive: true };
    handle.onMessage((message) => running.message(message));
    handle.onExit((code) => {
      running.alive = false;
      running.exit(code);
      gone();
    });
    return running;
  };

  // The next one starts while this one works.
  let current: Running | null = null;
  let spare: Running | null = start();
  let started = 0;

  const take = (): Running => {
    if (current?.alive) return current;
    started += 1;
    current = spare?.alive ? spare : start();
    spare = start();
    return current;
  };

  return {
    launch: () => {
      const running = take();
      return {
        pid: running.handle.pid,
        post: (message) => running.handle.post(message),
        onMessage: (listener) => {
          running.message = listener;
        },
        onExit: (listener) => {
          running.exit = listener;
        },
        kill: () => {
          running.alive = false;
          running.handle.kill();
        },
      };
    },
    started: () => started,
    async kill() {
      const ending = current;
      ending?.handle.kill();
      await ending?.exited;
    },
    async close() {
      const ending = [current, spare].filter((running) => running !== null);
      spare = null;
      for (const { handle } of ending) handle.kill();
      await Promise.all(ending.map(({ exited }) => exited));
    },
  };
}

/** The token process without a process: the next start of the program, on libraries that nobody harmed. */
export const inThisProcess =
  (load: CryptokiLoader): TokenProcessLauncher =>
  () => {
    const server = createTokenServer(load);
    let answer: (message: unknown) => void = () => undefined;
    return {
      pid: undefined,
      post: (message) => {
        const { id, command } = tokenRequestSchema.parse(message);
        void server.perform(command).then((outcome) => answer({ id, outcome, memory: 0, signedIn: server.signedIn() }));
      },
      onMessage: (listener) => {
        answer = listener;
      },
      onExit: () => undefined,
      kill: () => undefined,
    };
  };
