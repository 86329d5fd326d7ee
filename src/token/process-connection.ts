import type { z } from 'zod';
import { type Problem, problem } from '../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../shared/result.ts';
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

/**
 * @param limitsMs time limit of each kind of command, after which the process is ended: `TOKEN_PROCESS_HUNG`
 */
export function connectTokenProcess(
  launch: TokenProcessLauncher,
  limitsMs: { readonly [kind in TokenCommandKind]: number },
): TokenProcessConnection {
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
      const response = tokenResponseSchema.safeParse(message);
      if (!response.success) handle.kill();
      else if (waiting?.id === response.data.id) waiting.settle(response.data.outcome);
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
    return { handle, exited };
  };

  const exchange = (command: TokenCommand): Promise<Result<unknown>> => {
    const library = libraryOf(command);
    libraryInUse = library;
    const limit = limitsMs[command.kind];
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
        const result = await exchange(command);
        if (!result.ok) return result;
        const value = answer.safeParse(result.value);
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
