import { mark, markCharacters, markWithTail } from './mark.ts';

/** What a registered text is. `home` is a person's folder, `number` an ИНН or an FSRAR ID, `name` of a certificate's holder. */
export type SecretKind = 'home' | 'user' | 'serial' | 'number' | 'name';

export interface RegisteredSecret {
  readonly kind: SecretKind;
  readonly text: string;
}

/** Shorter ones stand in half of all words, and tell nothing of anybody. */
const leastLength = 4;

/** Names of accounts that are nobody's: taking them out would only spoil the words they are part of. */
const commonAccounts = new Set(
  ['root', 'user', 'users', 'admin', 'administrator', 'owner', 'guest', 'home', 'test', 'shop', 'localhost'].concat([
    'администратор',
    'админ',
    'пользователь',
    'касса',
    'магазин',
    'kassa',
  ]),
);

const marks = new RegExp(`[${markCharacters}]+`, 'u');

/** The parts of a secret that are looked for. */
const soughtParts = ({ kind, text }: RegisteredSecret): readonly string[] =>
  text
    .split(marks)
    .map((part) => part.trim())
    .filter((part) => [...part].length >= leastLength)
    .filter((part) => kind !== 'user' || !commonAccounts.has(part.toLowerCase()));

const literal = (character: string): string => character.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&');
const hex = (value: number, length: number): string => value.toString(16).padStart(length, '0');

const jsonLetters: Readonly<Record<string, string>> = { '\b': 'b', '\f': 'f', '\n': 'n', '\r': 'r', '\t': 't' };

// Text is written into JSON, that into a line of a log, and that into JSON again: each doubles the backslashes.
const backslashes = '\\\\{1,8}';

/** `\u0439`, and as two units where a character has two. */
const inJson = (character: string): string =>
  Array.from({ length: character.length }, (_, unit) => `${backslashes}u${hex(character.charCodeAt(unit), 4)}`).join(
    '',
  );

/** `%D0%B9`, and `%25D0%25B9` where that was written into an address again. */
const inAddress = (character: string): string =>
  [...new TextEncoder().encode(character)].map((byte) => `%(?:25)?${hex(byte, 2)}`).join('');

function written(character: string): string {
  const usual = [inJson(character), inAddress(character)];
  // Either slash leads to the same folder.
  if (character === '\\' || character === '/') return `(?:[\\\\/]{1,8}|%(?:25)?5c|%(?:25)?2f|${usual[0]})`;
  if (character === '"') return `(?:\\\\{0,8}"|${usual.join('|')})`;
  const letter = jsonLetters[character];
  if (letter !== undefined) usual.push(`${backslashes}${letter}`);
  if (character === ' ') usual.push('\\+');
  return `(?:${[literal(character), ...usual].join('|')})`;
}

const replacements: Readonly<Record<SecretKind, (text: string) => string>> = {
  home: () => '‹~›',
  user: () => mark(),
  name: () => mark(),
  serial: markWithTail,
  number: markWithTail,
};

/**
 * Takes registered texts out wherever they stand: whole or within words, in any case, escaped as in JSON or as in an
 * address. All are looked for in one pass, the longest first.
 */
export function registeredScrubber(secrets: readonly RegisteredSecret[]): (text: string) => string {
  const sought = new Map<string, string>();
  for (const secret of secrets) {
    for (const part of soughtParts(secret)) sought.set(part, sought.get(part) ?? replacements[secret.kind](part));
  }
  const parts = [...sought].sort(([one], [other]) => other.length - one.length);
  if (parts.length === 0) return (text) => text;
  const pattern = new RegExp(parts.map(([part]) => `(${[...part].map(written).join('')})`).join('|'), 'giu');
  return (text) =>
    text.replace(pattern, (...found) => parts[found.slice(1).findIndex((group) => group !== undefined)]?.[1] ?? mark());
}
