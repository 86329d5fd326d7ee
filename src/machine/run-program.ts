import { execFile } from 'node:child_process';
import { win32 } from 'node:path';
import { decodeConsoleText } from './console-text.ts';
import type { CommandOutcome } from './system.ts';

const commandLimit = 10_000;
const outputLimit = 8 * 1024 * 1024;

/** A bare name is looked up by Windows in the current folder first, where anyone may have put a program. */
const programPath = (program: string): string =>
  process.platform === 'win32' && !/[\\/]/.test(program)
    ? win32.join(process.env.SystemRoot ?? 'C:\\Windows', 'System32', program)
    : program;

interface RunOptions {
  readonly limitMs?: number | undefined;
  /** Windows shows its first window only where it is not hidden: an installer has one, a command must not flash one. */
  readonly inSight?: boolean;
}

/** Runs a program without a shell to its end, or to the limit (10 s unless said). Never throws. */
export const runProgram = (
  program: string,
  args: readonly string[],
  { limitMs = commandLimit, inSight = false }: RunOptions = {},
): Promise<CommandOutcome> =>
  new Promise((resolve) => {
    execFile(
      programPath(program),
      [...args],
      { encoding: 'buffer', timeout: limitMs, maxBuffer: outputLimit, windowsHide: !inSight, killSignal: 'SIGKILL' },
      (error, stdout, stderr) => {
        const code = error?.code;
        resolve({
          exitCode: error === null ? 0 : typeof code === 'number' ? code : null,
          stdout: decodeConsoleText(stdout),
          stderr: decodeConsoleText(stderr),
          missing: code === 'ENOENT',
          timedOut: error?.killed === true && code !== 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER',
        });
      },
    );
  });
