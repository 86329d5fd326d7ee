import { isLineEnd, type PropertyEntry, readEntries, writtenValue } from './java-properties.ts';

/** A file after an edit. */
export interface EditedProperties {
  readonly bytes: Uint8Array;
  /** Keys that were given another value or were added; none: the bytes are those that came in. */
  readonly changed: readonly string[];
}

const ascii = (text: string): Uint8Array => Buffer.from(text, 'latin1');

/** The line end of the file's first line; a file of one unfinished line has none to follow. */
function lineEndOf(bytes: Uint8Array): string {
  const first = bytes.findIndex((byte) => isLineEnd(byte));
  const [one, two] = [bytes[first], bytes[first + 1]];
  if (one !== 0x0d) return '\n';
  return two === 0x0a ? '\r\n' : '\r';
}

/** What has to stand between the last byte and a new line, so that nothing of the file runs on into it. */
function gapBeforeAddition(bytes: Uint8Array, last: PropertyEntry | undefined, lineEnd: string): string {
  const open = bytes.length > 0 && !isLineEnd(bytes[bytes.length - 1]);
  const afterLast = last === undefined ? '' : Buffer.from(bytes.subarray(last.end)).toString('latin1');
  const runsOn = last?.dangling === true && /^(?:\r\n|\r|\n)?$/.test(afterLast);
  // In a file of several kinds of line ends, a line feed after a lone return would be the end of the same line.
  const another = bytes[bytes.length - 1] === 0x0d ? '\r' : lineEnd;
  return (open ? lineEnd : '') + (runsOn ? another : '');
}

/**
 * Gives keys their values and leaves every other byte as it is. A key that stands in the file more than once is set
 * everywhere, so that no reader sees an older value; a key that is missing is added at the end.
 */
export function setProperties(bytes: Uint8Array, values: ReadonlyMap<string, string>): EditedProperties {
  const entries = readEntries(bytes);
  const stale = entries.filter((entry) => {
    const value = values.get(entry.key);
    return value !== undefined && (entry.malformed || entry.value !== value);
  });
  const present = new Set(entries.map(({ key }) => key));
  const missing = [...values].filter(([key]) => !present.has(key));
  const changed = [...new Set([...stale.map(({ key }) => key), ...missing.map(([key]) => key)])];
  if (changed.length === 0) return { bytes, changed };

  const pieces: Uint8Array[] = [];
  let kept = 0;
  for (const { key, valueStart, end, separated } of stale) {
    pieces.push(
      bytes.subarray(kept, valueStart),
      ascii(`${separated ? '' : '='}${writtenValue(values.get(key) ?? '')}`),
    );
    kept = end;
  }
  pieces.push(bytes.subarray(kept));
  if (missing.length > 0) {
    const lineEnd = lineEndOf(bytes);
    // An entry that is written anew has no backslash left at its end.
    const last = entries.at(-1);
    const untouched = last !== undefined && stale.includes(last) ? { ...last, dangling: false } : last;
    pieces.push(ascii(gapBeforeAddition(bytes, untouched, lineEnd)));
    pieces.push(ascii(missing.map(([key, value]) => `${key}=${writtenValue(value)}${lineEnd}`).join('')));
  }
  return { bytes: new Uint8Array(Buffer.concat(pieces)), changed };
}
