export const gibibyte = 1024 ** 3;

/** Bytes as a person reads them: gibibytes, one digit after the point below ten. */
export function inGibibytes(bytes: number): number {
  const size = bytes / gibibyte;
  return size < 10 ? Math.round(size * 10) / 10 : Math.round(size);
}
