import { few, further, type Mutator, type NonEmpty, onText, pick } from './mutator.ts';

/** What people, programs and attackers put into texts where nobody expects it. */
export const oddTexts: NonEmpty<string> = [
  '\u0000',
  ...['\ufeff', '\u200b', '\u202e', '\u2028', '\u00a0', '\u00ad', '\uffff', '\ud800', '\udc00', '\u{1f37a}', 'e\u0301'],
  ...['ё', 'Ё', 'İ', 'ß', 'ﬁ', '٣', '１２', '\u0007', '\u001b[2J', '\u0085', '\r', '\n', '\r\n', '\t', '\\'],
  ...['"', "'", '""', '`', '{', '}', '[', ']', '(', ')', '<', '>', '&', '%', '$', ';', ':', ',', '=', '|', '/', '..'],
  ...['%s%n', '%00', '$(x)', '{{subject}}', '../../etc/passwd', '__proto__', 'constructor', '; DROP TABLE', '<script>'],
  ...['null', 'true', 'NaN', 'Infinity', '-0', '1e999', '0x10', '99999999999999999999', '-1', '4294967296', '2^53'],
];

const within = (text: string, unit: number): number => Math.floor(unit * (text.length + 1));

const insertOdd = onText((text, { place, choice }) => {
  const at = within(text, place);
  return text.slice(0, at) + pick(oddTexts, choice) + text.slice(at);
});

const blanks: NonEmpty<string> = [' ', '\t', '\n', '\r\n', '\u00a0', '\f'];

/** Long runs of what patterns like to skip. */
const insertBlanks = onText((text, { place, extent, choice }) => {
  const at = within(text, place);
  return text.slice(0, at) + pick(blanks, choice).repeat(1 + few(extent, 20_000)) + text.slice(at);
});

const numbers: NonEmpty<string> = [
  ...(['0', '-1', '65536', '2147483648', '4294967296', '9007199254740993', '1e400'] as const),
  ...['9'.repeat(400), '1'.repeat(40), '00000000000000000001', '٣٣', '1.5', ''],
];

/** Another number in the place of the nearest run of digits. */
const otherNumber = onText((text, { place, choice }) => {
  const at = within(text, place);
  return text.slice(0, at) + text.slice(at).replace(/\d+/, pick(numbers, choice));
});

/** Works on the lines of a text. */
const onLines = (edit: (lines: string[], at: number, step: Parameters<Mutator>[1]) => string[]): Mutator =>
  onText((text, step) => {
    const lines = text.split('\n');
    return edit(lines, Math.floor(step.place * lines.length), step).join('\n');
  });

const dropLine = onLines((lines, at) => lines.toSpliced(at, 1));

const repeatLine = onLines((lines, at, { extent }) =>
  lines.toSpliced(at, 0, ...new Array<string>(1 + few(extent, 300)).fill(lines[at] ?? '')),
);

const turnLines = onLines((lines, at) => [...lines.slice(at), ...lines.slice(0, at)]);

/** Encodings that a text may come in although nobody said so. */
type Encoding = (text: string) => Uint8Array;

const oneByte = (codePage: string): Encoding => {
  const characters = new TextDecoder(codePage).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  const bytes = new Map([...characters].map((character, byte) => [character, byte]));
  return (text) => Uint8Array.from([...text], (character) => bytes.get(character) ?? 0x3f);
};

const encodings: NonEmpty<Encoding> = [
  oneByte('windows-1251'),
  oneByte('ibm866'),
  oneByte('koi8-r'),
  (text) => Buffer.from(text, 'latin1'),
  (text) => Buffer.from(text, 'utf16le'),
  (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
  (text) => Buffer.from(`\ufeff${text}`),
  (text) => Buffer.from(text.split('').join('\u0000')),
];

const otherEncoding: Mutator = (input, { choice }) => pick(encodings, choice)(Buffer.from(input).toString('utf8'));

/** Bytes that are no UTF-8: an overlong form, a surrogate, a cut character, a code point past the last. */
const brokenUtf8: NonEmpty<string> = ['c080', 'eda080', 'd0', 'f4908080', 'fe', 'e280', '80'];

const breakUtf8: Mutator = (input, { place, choice }) => {
  const at = Math.floor(place * (input.length + 1));
  return Buffer.concat([input.subarray(0, at), Buffer.from(pick(brokenUtf8, choice), 'hex'), input.subarray(at)]);
};

/** A word of another input in the place of one of this. */
const exchangeWord = onText((text, { place, extent }, [other = '']) => {
  const at = within(text, place);
  const word = other.slice(within(other, further(extent))).match(/[^\s"<>=,]+/)?.[0] ?? '';
  return text.slice(0, at) + text.slice(at).replace(/[^\s"<>=,]+/, () => word);
});

/** For any text. */
export const textMutators: NonEmpty<Mutator> = [
  insertOdd,
  ...[insertOdd, insertBlanks, otherNumber, otherNumber, dropLine, repeatLine, turnLines],
  ...[otherEncoding, breakUtf8, exchangeWord, exchangeWord],
];
