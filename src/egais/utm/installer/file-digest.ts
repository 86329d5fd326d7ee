import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';

/** SHA-256 of a file in lower-case hex, read piece by piece. @throws when the file cannot be read */
export async function fileDigest(file: string): Promise<{ readonly sha256: string; readonly size: number }> {
  const handle = await open(file, 'r');
  const hash = createHash('sha256');
  let size = 0;
  await pipeline(handle.createReadStream(), async (pieces: AsyncIterable<Uint8Array>) => {
    for await (const piece of pieces) {
      hash.update(piece);
      size += piece.length;
    }
  });
  return { sha256: hash.digest('hex'), size };
}
