import { codeLength, type Needle } from './needle.ts';
import { NumberList } from './number-list.ts';

const lists = (count: number): readonly NumberList[] => Array.from({ length: count }, () => new NumberList(16));

/** Place of the first `length` digits from `at` in a table of all numbers of so many digits. */
const digitsAt = (word: string, at: number, length: number): number => Number(word.slice(at, at + length));

/** Room of every word that is filed here; a word ends before its room does. */
export const digitRoom = 32;

/**
 * Words of digits alone. Every row brings some of its own (КПП, FSRAR ID), so they are hundreds of thousands, and are
 * filed by what a needle may be: the one or two digits of a beginning or an end, or any three in a row.
 */
export class DigitWords {
  /** Every word at its place, as character codes; 0 behind its end. */
  #digits = new Uint8Array(digitRoom * 64);
  readonly #numbers = new NumberList();
  readonly #beginnings = [lists(10), lists(100)] as const;
  readonly #endings = [lists(10), lists(100)] as const;
  /** Where three digits stand in `#digits`. */
  readonly #threes = lists(1000);

  /** @param number what the word is called in `mark` */
  add(word: string, number: number): void {
    const place = this.#numbers.length;
    const start = place * digitRoom;
    this.#numbers.push(number);
    this.#makeRoom(start + digitRoom);
    for (let at = 0; at < word.length; at += 1) this.#digits[start + at] = word.charCodeAt(at);
    for (const [index, table] of this.#beginnings.entries()) {
      if (word.length > index) table[digitsAt(word, 0, index + 1)]?.push(place);
    }
    if (word.length >= codeLength) {
      for (const [index, table] of this.#endings.entries()) {
        table[digitsAt(word, word.length - index - 1, index + 1)]?.push(place);
      }
    }
    let three = digitsAt(word, 0, 2);
    for (let at = 2; at < word.length; at += 1) {
      three = (three % 100) * 10 + word.charCodeAt(at) - 0x30;
      this.#threes[three]?.push(start + at - 2);
    }
  }

  /** Sets `marks[number]` to 1 for every word that holds the needle; answers how many were found, some perhaps twice. */
  mark(needle: Needle, marks: Uint8Array): number {
    return needle.where === 'anywhere' ? this.#markLong(needle.text, marks) : this.#markShort(needle, marks);
  }

  #markShort({ text, where }: Needle, marks: Uint8Array): number {
    const numbers = this.#numbers.view;
    const tables = where === 'beginning' ? [this.#beginnings] : [this.#beginnings, this.#endings];
    let marked = 0;
    for (const table of tables) {
      const list = table[text.length - 1]?.[Number(text)];
      for (const place of list?.view ?? []) marks[numbers[place] ?? 0] = 1;
      marked += list?.length ?? 0;
    }
    return marked;
  }

  #markLong(text: string, marks: Uint8Array): number {
    const wanted = Uint8Array.from(text, (digit) => digit.charCodeAt(0));
    const [digits, numbers] = [this.#digits, this.#numbers.view];
    const { list, offset } = this.#rarestThree(text);
    let marked = 0;
    for (const three of list.view) {
      if (three % digitRoom < offset) continue;
      let same = 0;
      while (same < wanted.length && digits[three - offset + same] === wanted[same]) same += 1;
      if (same < wanted.length) continue;
      marks[numbers[Math.floor(three / digitRoom)] ?? 0] = 1;
      marked += 1;
    }
    return marked;
  }

  #makeRoom(needed: number): void {
    if (needed <= this.#digits.length) return;
    const larger = new Uint8Array(this.#digits.length * 2);
    larger.set(this.#digits);
    this.#digits = larger;
  }

  /** The shortest of the lists in which every word that holds the needle must be, and the three's offset in it. */
  #rarestThree(text: string): { readonly list: NumberList; readonly offset: number } {
    const all = Array.from({ length: text.length - 2 }, (_, offset) => ({
      list: this.#threes[digitsAt(text, offset, 3)] ?? new NumberList(1),
      offset,
    }));
    return all.reduce((rarest, other) => (other.list.length < rarest.list.length ? other : rarest));
  }
}
