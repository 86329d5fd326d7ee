import { spawn } from 'node:child_process';

/**
 * Runs a built command line as a person would, perhaps inside another program; `words` without `--json`, which is
 * added. Answers its exit code, its one document and what it said on standard error.
 */
export async function runBuiltCli(entry: string, words: readonly string[], inside: readonly string[] = []) {
  const [program = '', ...args] = [...inside, process.execPath, entry, ...words, '--json'];
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    // A proxy of the system that would swallow everything.
    env: { ...process.env, http_proxy: 'http://127.0.0.1:1', HTTP_PROXY: 'http://127.0.0.1:1' },
  });
  let [out, said] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString('utf8');
  });
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8');
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, document: JSON.parse(out), said };
}
