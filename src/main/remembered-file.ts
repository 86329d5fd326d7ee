import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { z } from 'zod';
import type { Remembered } from '../setup/remembered.ts';
import { problem } from '../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../shared/result.ts';
import { safely } from '../shared/safely.ts';
import { writeWhole } from './write-whole.ts';

/** Far more than the schemas of what is remembered let through. */
const largest = 5_000_000;

const isAbsent = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** A JSON file of the profile, whole at every moment; what it may hold, the schema says, and `blank` is meant without it. */
export function rememberedFile<T>(profileDir: string, name: string, schema: z.ZodType<T>, blank: T): Remembered<T> {
  const file = path.join(profileDir, name);
  const unreadable = (error: string) =>
    fail(problem('SETUP_SETTINGS_UNREADABLE', { file }, { error: error.slice(0, 500) }));

  async function read(): Promise<Result<T>> {
    try {
      const { size } = await stat(file);
      if (size > largest) return unreadable(`${size} bytes`);
      const understood = safely(schema, JSON.parse(await readFile(file, 'utf8')));
      return understood.success ? succeed(understood.data) : unreadable(understood.error.message);
    } catch (error) {
      return isAbsent(error) ? succeed(blank) : unreadable(String(error));
    }
  }

  async function change(how: (value: T) => T): Promise<Result<T>> {
    const before = await read();
    if (!before.ok) return before;
    const after = how(before.value);
    if (after === before.value) return before;
    try {
      await writeWhole(file, new TextEncoder().encode(`${JSON.stringify(after, null, 2)}\n`), 'replace');
      return succeed(after);
    } catch (error) {
      return fail(problem('SETUP_FILE_NOT_WRITTEN', { file }, { error: String(error) }));
    }
  }

  let last: Promise<unknown> = Promise.resolve();
  return {
    read,
    update(how) {
      const next = last.then(() => change(how));
      last = next;
      return next;
    },
  };
}
