import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';

/** `java.util.Properties` of a real Java, which is what reads the file in a UTM. */
export interface JavaPropertiesOracle {
  /** The pairs of a file, `null` when Java refuses it. */
  read(bytes: Uint8Array): Promise<ReadonlyMap<string, string> | null>;
  close(): void;
}

const decoded = (text: string): string => Buffer.from(text, 'base64').swap16().toString('utf16le');

const pairsOf = (line: string): ReadonlyMap<string, string> =>
  new Map(
    line
      .split(' ')
      .filter((pair) => pair !== '')
      .map((pair) => {
        const [key = '', value = ''] = pair.split(':');
        return [decoded(key), decoded(value)];
      }),
  );

export function openJavaPropertiesOracle(): JavaPropertiesOracle {
  const child: ChildProcess = spawn('java', [path.join(import.meta.dirname, 'ReadProperties.java')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const { stdin, stdout } = child;
  if (stdin === null || stdout === null) throw new Error('no pipes to Java');
  const waiting: ((line: string) => void)[] = [];
  createInterface({ input: stdout }).on('line', (line) => waiting.shift()?.(line));
  return {
    read: (bytes) =>
      new Promise((resolve) => {
        waiting.push((line) => resolve(line === 'malformed' ? null : pairsOf(line)));
        stdin.write(`${Buffer.from(bytes).toString('base64')}\n`);
      }),
    close: () => stdin.end(),
  };
}
