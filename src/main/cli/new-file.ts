import { mkdir } from 'node:fs/promises';
import { problem } from '../../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { writeWhole } from '../write-whole.ts';

/** Writes a file that was not there, whole. Problem `SETUP_FILE_NOT_WRITTEN`, also where the name is taken. */
export async function writeNewFile(file: string, bytes: Uint8Array): Promise<Result<string>> {
  try {
    await writeWhole(file, bytes, 'never');
    return succeed(file);
  } catch (error) {
    return fail(problem('SETUP_FILE_NOT_WRITTEN', { file }, { error: String(error) }));
  }
}

/** Makes a folder, and those above it; one that is there is as good. Problem `SETUP_FILE_NOT_WRITTEN`. */
export async function makeFolder(folder: string): Promise<Result<string>> {
  try {
    await mkdir(folder, { recursive: true });
    return succeed(folder);
  } catch (error) {
    return fail(problem('SETUP_FILE_NOT_WRITTEN', { file: folder }, { error: String(error) }));
  }
}
