const wordCharacter = /[\p{L}\p{N}]/u;
const blank = 0x20;

const unitOf = (code: number): number => {
  const character = String.fromCharCode(code);
  const lower = character.toLowerCase();
  if (lower === 'ё') return 'е'.charCodeAt(0);
  if (!wordCharacter.test(lower)) return blank;
  return lower.length === 1 ? lower.charCodeAt(0) : code;
};

/** Answers of `unitOf`, filled as they are needed; 0 where nobody has asked yet. */
const units = new Uint16Array(0x1_0000);

/** One UTF-16 unit as it is compared: lower case, «ё» as «е», anything that is no letter and no digit as a blank. */
export function normalisedUnit(code: number): number {
  const known = units[code];
  if (known) return known;
  const unit = unitOf(code);
  units[code] = unit;
  return unit;
}

export const isBlank = (unit: number): boolean => unit === blank;

const latinTwins = 'abcehkmoptxy';
const cyrillicTwins = 'авсенкмортху';
const twins: ReadonlyMap<string, string> = new Map(
  [...latinTwins].map((letter, index) => [letter, cyrillicTwins[index] ?? letter]),
);

/**
 * A word as it is compared, of units normalised already. In a word with a digit, Latin letters that look like Cyrillic
 * ones are taken for those: house 37А is found whichever «A» was typed, there or here.
 */
const normaliseWord = (word: string): string =>
  /\d/.test(word) ? word.replace(/[a-z]/g, (letter) => twins.get(letter) ?? letter) : word;

/**
 * A text as it is compared: words parted by blanks. One unit in gives one unit out, so an offset in the result is the
 * same offset in the original.
 */
export function normaliseForSearch(text: string): string {
  let normalised = '';
  for (let at = 0; at < text.length; at += 1) normalised += String.fromCharCode(normalisedUnit(text.charCodeAt(at)));
  return normalised.replace(/[^ ]+/g, normaliseWord);
}
