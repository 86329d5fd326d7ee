import { randomBytes } from 'node:crypto';
import { access, link, rename, rm, writeFile } from 'node:fs/promises';

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

const refused = (file: string): Error => new Error(`EEXIST: ${file}`);

/** Not every file system has hard links, by which a name is taken only if it is free. */
async function takeFreeName(part: string, file: string): Promise<void> {
  try {
    await link(part, file);
  } catch (error) {
    if (await exists(file)) throw refused(file);
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') throw error;
    await rename(part, file);
  }
}

/**
 * Writes a file beside its place and puts it there in one step: nobody ever sees a half of it.
 * @param over whether a file of that name may be replaced
 * @throws what the system refuses; then nothing of it is left
 */
export async function writeWhole(file: string, bytes: Uint8Array, over: 'replace' | 'never'): Promise<void> {
  const part = `${file}.${randomBytes(6).toString('hex')}.part`;
  try {
    await writeFile(part, bytes, { flag: 'wx' });
    if (over === 'replace') await rename(part, file);
    else await takeFreeName(part, file);
  } finally {
    await rm(part, { force: true });
  }
}
