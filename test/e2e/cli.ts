import { spawn } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

export interface CliOutcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** The one document of standard output. */
  readonly document: { readonly ok: boolean; readonly result?: unknown; readonly problem?: { readonly code: string } };
}

/** Runs a command of the built command line with `--json`, PINs on standard input. */
export async function runCli(
  args: readonly string[],
  stdin = '',
  env: Record<string, string> = {},
): Promise<CliOutcome> {
  const child = spawn(process.execPath, [path.join(root, 'out/main/cli.js'), ...args, '--json'], {
    cwd: root,
    env: { ...process.env, ...env },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  child.stdin.end(stdin);
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, stdout, stderr, document: JSON.parse(stdout) };
}
