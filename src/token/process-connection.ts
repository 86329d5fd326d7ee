import type { z } from 'zod';
import { type Problem, problem } from '../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../shared/result.ts';
import { safely } from '../shared/safely.ts';
import { libraryName } from './library-discovery.ts';
import type { TokenProcessHandle, TokenProcessLauncher } from './token-access.ts';
import { type TokenCommand, type TokenCommandKind, tokenResponseSchema } from './token-protocol.ts';

/** A token process that is there when it is needed. */
export interface TokenProcessConnection {
  /** Sends one command and waits for its answer; commands wait for each other. Never rejects. */
  ask<T>(command: TokenCommand, answer: z.ZodType<T>): Promise<Result<T>>;
  /** Ends the process; commands under way and in the queue answer `TOKEN_PROCESS_DIED`. */
  close(): Promise<void>;
}

interface RunningProcess {
  readonly handle: TokenProcessHandle;
  readonly exited: Promise<void>;
  /** Grew too large by its own last word. */
  overgrown: boolean;
}

type Settle = (outcome: Result<unknown>) => void;

const libraryOf = (command: TokenCommand): string => ('target' in command ? command.target.library : command.library);

function broken(
  code: 'TOKEN_PROCESS_DIED' | 'TOKEN_PROCESS_HUNG',
  library: string,
  details: Problem['details'],
): { readonly ok: false; readonly problem: Problem } {
  return fail(problem(code, { library: libraryName(library) }, { library, ...details }));
}

/** What the process may take before it is ended. */
interface ProcessLimits {
  /** Time of each kind of command; past it the answer is `TOKEN_PROCESS_HUNG`. */
  readonly commandMs: { readonly [kind in TokenCommandKind]: number };
  /** Resident memory; past it a new process takes over before the next command, if nobody is signed in. */
  readonly memoryBytes: number;
}

/** Past so many limits of memory a sign-in is given up as well: the system would end the process at a worse moment. */
const emergency = 2;

export function connectTokenProcess(launch: TokenProcessLauncher, limits: ProcessLimits): TokenProcessConnection {
  let running: RunningProcess | null = null;
  let waiting: { readonly id: number; readonly settle: Settle } | null = null;
  let libraryInUse = '';
  let nextId = 1;
  /** Counts `close`: what was queued before it is not sent after it. */
  let closes = 0;
  let queue: Promise<unknown> = Promise.resolve();

  const start = (): RunningProcess => {
    const handle = launch();
    handle.onMessage((message) => {
      if (running?.handle !== handle) return;
      const response = safely(tokenResponseSchema, message);
      if (!response.success) {
        handle.kill();
        return;
      }
      const { id, outcome, memory, signedIn } = response.data;
      running.overgrown = memory > limits.memoryBytes * (signedIn ? emergency : 1);
      if (waiting?.id === id) waiting.settle(outcome);
    });
    const exited = new Promise<void>((resolve) => {
      handle.onExit((exitCode) => {
        if (running?.handle === handle) {
          running = null;
          waiting?.settle(broken('TOKEN_PROCESS_DIED', libraryInUse, { exitCode }));
        }
        resolve();
      });
    });
    return { handle, exited, overgrown: false };
  };

  const endOvergrown = async (): Promise<void> => {
    if (!running?.overgrown) return;
    const { handle, exited } = running;
    running = null;
    handle.kill();
    await exited;
  };

  const exchange = (command: TokenCommand): Promise<Result<unknown>> => {
    const library = libraryOf(command);
    libraryInUse = library;
    const limit = limits.commandMs[command.kind];
    return new Promise((resolve) => {
      const id = nextId++;
      const timer = setTimeout(() => {
        const hung = running;
        running = null;
        hung?.handle.kill();
        settle(broken('TOKEN_PROCESS_HUNG', library, { limitMs: limit, command: command.kind }));
      }, limit);
      const settle: Settle = (outcome) => {
        clearTimeout(timer);
        waiting = null;
        resolve(outcome);
      };
      waiting = { id, settle };
      try {
        running ??= start();
        running.handle.post({ id, command });
      } catch (error) {
        settle(
          broken('TOKEN_PROCESS_DIED', library, { message: error instanceof Error ? error.message : String(error) }),
        );
      }
    });
  };

  return {
    ask(command, answer) {
      const asked = closes;
      const outcome = queue.then(async () => {
        if (asked !== closes) return broken('TOKEN_PROCESS_DIED', libraryOf(command), { closed: true });
        await endOvergrown();
        const result = await exchange(command);
        if (!result.ok) return result;
        const value = safely(answer, result.value);
        if (value.success) return succeed(value.data);
        return broken('TOKEN_PROCESS_DIED', libraryOf(command), { unreadable: value.error.message });
      });
      queue = outcome;
      return outcome;
    },
    async close() {
      closes += 1;
      const ending = running;
      ending?.handle.kill();
      await ending?.exited;
    },
  };
}
