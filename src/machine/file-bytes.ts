import { type FileHandle, open, stat } from 'node:fs/promises';
import type { FileTail } from './system.ts';

/** `maxBytes` of an open file from `from` on, or as many as there are. */
export async function fill(file: FileHandle, maxBytes: number, from: number): Promise<Uint8Array> {
  const buffer = new Uint8Array(maxBytes);
  let filled = 0;
  while (filled < maxBytes) {
    const { bytesRead } = await file.read(buffer, filled, maxBytes - filled, from + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.slice(0, filled);
}

/**
 * The end of a file, which another program may be writing. What is no ordinary file is not opened: a pipe would keep
 * its reader waiting for ever.
 */
export async function readFileTail(path: string, maxBytes: number): Promise<FileTail | null> {
  try {
    if (!(await stat(path)).isFile()) return null;
    const file = await open(path, 'r');
    try {
      const { size, mtimeMs } = await file.stat();
      const from = Math.max(0, size - maxBytes);
      return { bytes: await fill(file, maxBytes, from), whole: from === 0, modifiedAt: mtimeMs };
    } finally {
      await file.close();
    }
  } catch {
    return null;
  }
}
