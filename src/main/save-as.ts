import type { ExportedFile } from '../setup/certificate-export.ts';
import { problem } from '../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../shared/result.ts';
import type { Desktop } from './desktop.ts';
import { writeWhole } from './write-whole.ts';

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
    await writeWhole(file, bytes, 'replace');
    return succeed({ file });
  } catch (error) {
    return fail(problem('SETUP_FILE_NOT_WRITTEN', { file }, { error: String(error) }));
  }
}
