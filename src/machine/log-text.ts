import type { FileTail } from './system.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });
const ansi = new TextDecoder('windows-1251');

const newLine = 0x0a;

function decoded(bytes: Uint8Array): string | null {
  try {
    return utf8.decode(bytes);
  } catch {
    return null;
  }
}

function* linesOf(bytes: Uint8Array): Generator<Uint8Array> {
  let start = 0;
  while (start < bytes.length) {
    const end = bytes.indexOf(newLine, start);
    const next = end === -1 ? bytes.length : end + 1;
    yield bytes.subarray(start, next);
    start = next;
  }
}

/**
 * The text of a log's end. A first line that is cut is left out. A UTM writes UTF-8, while Java on Russian Windows may
 * write the ANSI code page into the same file: a log that is not UTF-8 as a whole is read line by line.
 */
export function logText({ bytes, whole }: FileTail): string {
  const firstEnd = bytes.indexOf(newLine);
  const lines = whole ? bytes : firstEnd === -1 ? new Uint8Array() : bytes.subarray(firstEnd + 1);
  return decoded(lines) ?? [...linesOf(lines)].map((line) => decoded(line) ?? ansi.decode(line)).join('');
}
