import { createHash } from 'node:crypto';

/** Numbers in [0, 1). */
export type Random = () => number;

/** A random source that its names decide: sfc32 of PractRand over a digest of them. */
export function randomOf(...names: readonly (string | number)[]): Random {
  const digest = createHash('sha256').update(names.join('\n')).digest();
  let [a, b, c, counter] = [digest.readInt32LE(0), digest.readInt32LE(4), digest.readInt32LE(8), 1];
  return () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
}
