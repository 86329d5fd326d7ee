import { z } from 'zod';
import { qualifiedOrderSchema } from '../../shared/domain/qualified-request.ts';
import { problem } from '../../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { readNamedFile } from '../read-file.ts';

const limit = 100_000;

/** The file of `--subject`: `values` by the names of the form's fields, and what else the request should say. */
export const subjectFileSchema = qualifiedOrderSchema.omit({ kind: true, parameterSet: true }).partial().strict();
export type SubjectFile = z.infer<typeof subjectFileSchema>;

const refused = (why: string) => fail(problem('SETUP_USAGE', { explanation: `--subject: ${why}` }));

/** Problem: `SETUP_USAGE`, with what is wrong. */
export function parseSubjectFile(bytes: Uint8Array): Result<SubjectFile> {
  if (bytes.length > limit) return refused(`${bytes.length} > ${limit}`);
  try {
    // What the schema itself throws (`safely`) is told as everything else here.
    const parsed = subjectFileSchema.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8')));
    return parsed.success ? succeed(parsed.data) : refused(z.prettifyError(parsed.error));
  } catch (error) {
    return refused(error instanceof Error ? error.message : String(error));
  }
}

/** Nothing is said where no file is named. Problems: those of `parseSubjectFile` and `readNamedFile`. */
export async function readSubjectFile(file: string | null): Promise<Result<SubjectFile>> {
  if (file === null) return succeed({});
  const read = await readNamedFile(file, limit);
  return read.ok ? parseSubjectFile(read.value.bytes) : read;
}
