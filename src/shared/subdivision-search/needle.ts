import { tellingWords } from './address-words.ts';
import { normaliseForSearch } from './normalise.ts';

/**
 * One word that must stand in a row, and where in one of its words. A number of one or two digits stands nearly
 * everywhere, so it counts where a word begins, as the number of a house does; asked for without any letters, it may
 * be how КПП or FSRAR ID end, too.
 */
export interface Needle {
  readonly text: string;
  readonly where: 'anywhere' | 'beginning' | 'beginning-or-end-of-code';
}

/** КПП have nine characters, FSRAR IDs twelve. */
export const codeLength = 9;

const shortNumber = /^\d{1,2}(\D|$)/;

/** What a query asks for: each word once, in the order typed. None where nothing is asked. */
export function needlesOf(query: string): readonly Needle[] {
  const words = [...new Set(normaliseForSearch(query).split(' ').filter(Boolean))];
  const short = words.every((word) => /\d/.test(word)) ? 'beginning-or-end-of-code' : 'beginning';
  return tellingWords(words).map((text) => ({ text, where: shortNumber.test(text) ? short : 'anywhere' }));
}

export const sameNeedle = (left: Needle, right: Needle): boolean =>
  left.text === right.text && left.where === right.where;

/** Whether every row that has `needle` is sure to have `other` too: it says the same, or the same and more. */
export function implies(needle: Needle, other: Needle): boolean {
  if (sameNeedle(needle, other)) return true;
  if (other.where === 'anywhere') return needle.text.includes(other.text);
  return needle.where === 'beginning' && other.where === 'beginning' && needle.text.startsWith(other.text);
}

/** Whether a needle stands at an offset of a word. */
export function standsAt({ text, where }: Needle, word: string, at: number): boolean {
  if (!word.startsWith(text, at)) return false;
  if (where === 'anywhere' || at === 0) return true;
  return where === 'beginning-or-end-of-code' && word.length >= codeLength && at + text.length === word.length;
}

/** Whether a needle stands anywhere in a word. */
export const stands = (needle: Needle, word: string): boolean =>
  needle.where === 'anywhere'
    ? word.includes(needle.text)
    : standsAt(needle, word, 0) || standsAt(needle, word, word.length - needle.text.length);
