import { randomBytes } from 'node:crypto';
import { constants, copyFile, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { z } from 'zod';
import type { Remembered } from '../setup/remembered.ts';
import { type Problem, problem } from '../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../shared/result.ts';
import { safely } from '../shared/safely.ts';
import { writeWhole } from './write-whole.ts';

/** Far more than the schemas of what is remembered let through. */
const largest = 5_000_000;

const isAbsent = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';

interface Contents<T> {
  readonly schema: z.ZodType<T>;
  /** What is meant without a file. */
  readonly blank: T;
  /**
   * A file that is not understood stands as it is, and nothing is written over it; or, where it holds nothing but
   * comfort, the first change puts it aside under another name and begins with what this answers to that name.
   */
  readonly whenBroken: 'stands' | ((setAside: string) => T);
}

type Reading<T> =
  | { readonly kind: 'understood'; readonly value: T }
  | { readonly kind: 'broken' | 'out-of-reach'; readonly problem: Problem };

/** A copy of a file beside it under a name that was free, which is answered. @throws what the system refuses */
async function copyAside(file: string): Promise<string> {
  const { dir, name, ext } = path.parse(file);
  const aside = `${name}.broken-${randomBytes(4).toString('hex')}${ext}`;
  await copyFile(file, path.join(dir, aside), constants.COPYFILE_EXCL);
  return aside;
}

/** A JSON file of the profile, whole at every moment; what it may hold, the schema says. */
export function rememberedFile<T>(
  profileDir: string,
  fileName: string,
  { schema, blank, whenBroken }: Contents<T>,
): Remembered<T> {
  const file = path.join(profileDir, fileName);
  const unreadable = (kind: 'broken' | 'out-of-reach', error: string): Reading<T> => ({
    kind,
    problem: problem('SETUP_SETTINGS_UNREADABLE', { file }, { error: error.slice(0, 500) }),
  });

  function understood(text: string): Reading<T> {
    try {
      const read = safely(schema, JSON.parse(text));
      return read.success ? { kind: 'understood', value: read.data } : unreadable('broken', read.error.message);
    } catch (error) {
      return unreadable('broken', String(error));
    }
  }

  async function look(): Promise<Reading<T>> {
    try {
      const { size } = await stat(file);
      return size > largest ? unreadable('broken', `${size} bytes`) : understood(await readFile(file, 'utf8'));
    } catch (error) {
      return isAbsent(error) ? { kind: 'understood', value: blank } : unreadable('out-of-reach', String(error));
    }
  }

  async function write(value: T): Promise<Result<T>> {
    await writeWhole(file, new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`), 'replace');
    return succeed(value);
  }

  async function change(how: (value: T) => T): Promise<Result<T>> {
    const before = await look();
    try {
      if (before.kind === 'understood') {
        const after = how(before.value);
        return after === before.value ? succeed(after) : await write(after);
      }
      if (before.kind === 'out-of-reach' || whenBroken === 'stands') return fail(before.problem);
      return await write(how(whenBroken(await copyAside(file))));
    } catch (error) {
      return fail(problem('SETUP_FILE_NOT_WRITTEN', { file }, { error: String(error) }));
    }
  }

  let last: Promise<unknown> = Promise.resolve();
  return {
    async read() {
      const reading = await look();
      return reading.kind === 'understood' ? succeed(reading.value) : fail(reading.problem);
    },
    update(how) {
      const next = last.then(() => change(how));
      last = next;
      return next;
    },
  };
}
