import { writeFile } from 'node:fs/promises';
import type { ExportedFile } from '../setup/certificate-export.ts';
import { problem } from '../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../shared/result.ts';
import type { Desktop } from './desktop.ts';

/**
 * Saves a file where the person says; the system's own dialog has asked before replacing one. Answers its path, `null`
 * when the person chose none. Problem: `SETUP_FILE_NOT_WRITTEN`.
 */
export async function saveAs(
  desktop: Desktop,
  { name, bytes }: ExportedFile,
): Promise<Result<{ file: string } | null>> {
  const file = await desktop.chooseFile(name);
  if (file === null) return succeed(null);
  try {
    await writeFile(file, bytes);
    return succeed({ file });
  } catch (error) {
    return fail(problem('SETUP_FILE_NOT_WRITTEN', { file }, { error: String(error) }));
  }
}
