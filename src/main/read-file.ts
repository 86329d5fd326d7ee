import { open } from 'node:fs/promises';
import path from 'node:path';
import type { NamedFile } from '../setup/show-certificate.ts';
import { problem } from '../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../shared/result.ts';

/**
 * Reads a file that somebody named, at most one byte more than `limit`: whoever judges its size sees that it is too
 * large, and a file without end does no harm. Problem: `SETUP_FILE_UNREADABLE`.
 */
export async function readNamedFile(file: string, limit: number): Promise<Result<NamedFile>> {
  const handle = await open(file, 'r').catch(() => null);
  if (!handle) return fail(problem('SETUP_FILE_UNREADABLE', { file }));
  try {
    const bytes = Buffer.alloc(limit + 1);
    let length = 0;
    while (length < bytes.length) {
      const { bytesRead } = await handle.read(bytes, length, bytes.length - length);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    return succeed({ name: path.basename(file), bytes: new Uint8Array(bytes.subarray(0, length)) });
  } catch (error) {
    return fail(problem('SETUP_FILE_UNREADABLE', { file }, { error: String(error) }));
  } finally {
    await handle.close();
  }
}
