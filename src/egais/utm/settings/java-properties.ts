/**
 * The grammar of Java's `.properties`, over bytes: `java.util.Properties.load`, as its documentation and the source of
 * OpenJDK have it. Bytes beyond ASCII have no part in the grammar, so files in UTF-8, windows-1251 or in nothing at all
 * are read alike.
 */

/** One pair of key and value, and where its value stands. */
export interface PropertyEntry {
  /** One character for each byte, escapes undone. */
  readonly key: string;
  readonly value: string;
  /** An escape that Java refuses; it then reads nothing of the whole file. */
  readonly malformed: boolean;
  /** Where the entry begins. */
  readonly start: number;
  /** From here to `end` its bytes are its value and nothing else. */
  readonly valueStart: number;
  readonly end: number;
  /** Whether anything parts the key from the value. */
  readonly separated: boolean;
  /** A backslash at its end had no line left to go on in; a line added after it would become a part of it. */
  readonly dangling: boolean;
}

/** A line after its continuations are joined: every byte with its place in the file. */
interface LogicalLine {
  readonly text: string;
  readonly places: readonly number[];
  readonly start: number;
  readonly end: number;
  readonly dangling: boolean;
}

const TAB = 0x09;
const LINE_FEED = 0x0a;
const FORM_FEED = 0x0c;
const RETURN = 0x0d;
const SPACE = 0x20;
const BACKSLASH = 0x5c;

const commentSigns: readonly number[] = [0x23, 0x21];

const isBlank = (byte: number | undefined): boolean => byte === SPACE || byte === TAB || byte === FORM_FEED;
export const isLineEnd = (byte: number | undefined): boolean => byte === LINE_FEED || byte === RETURN;

function skip(bytes: Uint8Array, from: number, wanted: (byte: number | undefined) => boolean): number {
  let at = from;
  while (at < bytes.length && wanted(bytes[at])) at += 1;
  return at;
}

const toLineEnd = (bytes: Uint8Array, from: number): number => skip(bytes, from, (byte) => !isLineEnd(byte));

const isComment = (bytes: Uint8Array, at: number): boolean => commentSigns.includes(bytes[at] ?? 0);

/** The beginning of the next line that is neither empty nor a comment. */
function nextStart(bytes: Uint8Array, from: number): number {
  let at = skip(bytes, from, (byte) => isBlank(byte) || isLineEnd(byte));
  while (isComment(bytes, at)) {
    at = skip(bytes, toLineEnd(bytes, at), (byte) => isBlank(byte) || isLineEnd(byte));
  }
  return at;
}

/** A backslash at the end of a line continues it, unless it is itself escaped. */
function continues(bytes: Uint8Array, from: number, end: number): boolean {
  let backslashes = 0;
  while (end - backslashes > from && bytes[end - backslashes - 1] === BACKSLASH) backslashes += 1;
  return backslashes % 2 === 1;
}

/** `null` where a lone backslash is followed by nothing but blanks and comments. */
function readLine(bytes: Uint8Array, start: number): LogicalLine | null {
  const places: number[] = [];
  const line = (end: number, dangling: boolean): LogicalLine => ({
    text: Buffer.from(places.map((place) => bytes[place] ?? 0)).toString('latin1'),
    places,
    start,
    end,
    dangling,
  });
  let at = start;
  for (;;) {
    const end = toLineEnd(bytes, at);
    const goesOn = continues(bytes, at, end);
    for (let place = at; place < (goesOn ? end - 1 : end); place += 1) places.push(place);
    if (!goesOn) return line(end, false);
    const next = bytes[end] === RETURN && bytes[end + 1] === LINE_FEED ? end + 2 : end + 1;
    // Java finds an entry without key and value after a lone backslash and one line end, and none after a pair of them.
    if (next >= bytes.length) return places.length === 0 && next - end === 2 ? null : line(end, true);
    at = skip(bytes, next, isBlank);
    // Where nothing was said before the backslash, Java begins anew, and a comment is a comment.
    if (places.length === 0) at = nextStart(bytes, at);
    if (places.length === 0 && at >= bytes.length) return null;
  }
}

const escapes: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', f: '\f' };
const anyEscape = /\\(?:u(?<code>[0-9A-Fa-f]{4})|(?<sign>.))/gs;
const malformedEscape = /^(?:[^\\]|\\[^u]|\\u[0-9A-Fa-f]{4})*\\u(?![0-9A-Fa-f]{4})/;

const withoutEscapes = (text: string): string =>
  text.replace(anyEscape, (_, code: string | undefined, sign: string | undefined) =>
    code === undefined ? (escapes[sign ?? ''] ?? sign ?? '') : String.fromCharCode(Number.parseInt(code, 16)),
  );

/** Key, what parts it from the value, value. */
const parts = /^(?<key>(?:\\.|[^\\=: \t\f])*)(?<separator>[ \t\f]*[=:]?[ \t\f]*)(?<value>.*)$/s;

function entryOf({ text, places, start, end, dangling }: LogicalLine): PropertyEntry {
  const { key = '', separator = '', value = '' } = parts.exec(text)?.groups ?? {};
  const before = key.length + separator.length;
  return {
    // A key that Java refuses is nobody's: its backslash stays.
    key: malformedEscape.test(key) ? key : withoutEscapes(key),
    value: withoutEscapes(value),
    malformed: malformedEscape.test(text),
    start,
    valueStart: value === '' ? (places[before - 1] ?? start - 1) + 1 : (places[before] ?? end),
    end,
    separated: separator !== '',
    dangling,
  };
}

/** Every entry of a file, in its order; of two with one key the later counts. */
export function readEntries(bytes: Uint8Array): readonly PropertyEntry[] {
  const entries: PropertyEntry[] = [];
  for (let at = nextStart(bytes, 0); at < bytes.length; ) {
    const line = readLine(bytes, at);
    if (line === null) break;
    entries.push(entryOf(line));
    at = nextStart(bytes, line.end);
  }
  return entries;
}

const written: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r', '\f': '\\f' };

const writtenAs = (sign: string, index: number): string => {
  const code = sign.charCodeAt(0);
  const known = written[sign];
  if (known !== undefined) return known;
  if (index === 0 && (sign === ' ' || sign === '=' || sign === ':')) return `\\${sign}`;
  return code >= SPACE && code < 0x7f ? sign : `\\u${code.toString(16).padStart(4, '0')}`;
};

/** A value as it stands in a file: in ASCII alone, so that it means the same in whatever encoding the file is read. */
export const writtenValue = (value: string): string =>
  Array.from({ length: value.length }, (_, index) => writtenAs(value.charAt(index), index)).join('');
