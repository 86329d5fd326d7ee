import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { longest } from './laws.ts';
import { beatBytes, type Stretch, type WorkerMessage } from './worker-messages.ts';

/** How a stretch ended: to its end, or at an input that the process did not come back from. */
type StretchOutcome =
  | Extract<WorkerMessage, { kind: 'done' }>
  | { readonly kind: 'hung' | 'died'; readonly index: number; readonly details: string };

export interface WatchedWorker {
  /** One at a time. After anything but `done` the worker is gone. */
  run(stretch: Stretch): Promise<StretchOutcome>;
  close(): void;
}

const lookEvery = 50;

/** Milliseconds after which even a process that does nothing has hung. */
const longestSilence = 60_000;

/** Ticks of the clock that Linux counts a process's time by. */
const ticksPerSecond = 100;

/**
 * Milliseconds of processor time that a process has taken, so that a busy computer is not blamed on a parser; the time
 * of day where only Linux would tell.
 */
function timeOf(process: number): number {
  try {
    const fields = readFileSync(`/proc/${process}/stat`, 'latin1').replace(/^.*\)/s, '').trim().split(' ');
    // proc(5): utime and stime are the 14th and 15th, and the name ends the second.
    return ((Number(fields[11]) + Number(fields[12])) * 1_000) / ticksPerSecond;
  } catch {
    return performance.now();
  }
}

/** V8 ends a process whose heap grows beyond this, and then it has died of that input. */
const heapMegabytes = 256;

/** Starts a worker and watches it from outside: one that works for a second without a beat is ended. */
export function startWorker(entry: string): WatchedWorker {
  const folder = mkdtempSync(join(tmpdir(), 'fuzz-worker-'));
  const beats = join(folder, 'beats');
  writeFileSync(beats, Buffer.alloc(beatBytes));
  const child: ChildProcess = fork(entry, [beats], {
    execArgv: [`--max-old-space-size=${heapMegabytes}`],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let lastWords = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    lastWords = (lastWords + chunk.toString('utf8')).slice(-2_000);
  });
  const beat = () => {
    const numbers = readFileSync(beats);
    return { index: numbers.readDoubleLE(0), count: numbers.readDoubleLE(8) };
  };

  /** How the process ended, with its last words. */
  const end = new Promise<string>((resolve) => {
    child.on('close', (code, signal) => resolve(`${signal ?? code}: ${lastWords}`));
    // A message that can no longer be sent: the end is on its way.
    child.on('error', () => undefined);
  });

  async function run(stretch: Stretch): Promise<StretchOutcome> {
    let watch: NodeJS.Timeout | undefined;
    let begun = false;
    let running = true;
    const outcome = new Promise<StretchOutcome>((resolve) => {
      child.on('message', (message: WorkerMessage) => {
        if (message.kind === 'done') return resolve(message);
        begun = true;
        const state = () => ({ ...beat(), worked: timeOf(child.pid ?? 0), at: performance.now() });
        let last = state();
        watch = setInterval(() => {
          const now = state();
          if (now.count !== last.count) last = now;
          else if (now.worked - last.worked > longest || now.at - last.at > longestSilence)
            resolve({ kind: 'hung', index: now.index, details: `no answer after ${longest} ms` });
        }, lookEvery);
      });
      end.then((details) => {
        if (running) resolve({ kind: 'died', index: begun ? beat().index : stretch.from, details });
      });
      child.send(stretch);
    });
    return outcome.finally(() => {
      running = false;
      clearInterval(watch);
      child.removeAllListeners('message');
    });
  }

  return {
    run,
    close() {
      child.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
