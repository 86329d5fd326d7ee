import type { Subdivision } from '../domain/subdivision.ts';
import { DigitWords, digitRoom } from './digit-words.ts';
import { implies, type Needle, sameNeedle } from './needle.ts';
import { isBlank, normalisedUnit, normaliseForSearch } from './normalise.ts';
import { NumberList } from './number-list.ts';
import { WordList } from './word-list.ts';

/** What was found not long ago: whoever types on asks for less of the same. */
interface FoundBefore {
  readonly needles: readonly Needle[];
  readonly rows: Uint32Array;
}

/** As typed, and in both other layouts of the keyboard. */
const mostFoundBefore = 3;

type WordKind = 'letters' | 'digits' | 'mixed';

const isDigits = (word: string): boolean => word.length < digitRoom && /^\d+$/.test(word);
const kindOf = (word: string): WordKind => (isDigits(word) ? 'digits' : /\d/.test(word) ? 'mixed' : 'letters');

/** Which words can hold a needle of each kind at all. */
const holders: Readonly<Record<WordKind, readonly WordKind[]>> = {
  letters: ['letters', 'mixed'],
  digits: ['digits', 'mixed'],
  mixed: ['mixed'],
};

/**
 * Rows prepared once, so that a search per keystroke compares each distinct word of the list once and then only looks
 * up which rows have a word that held. A hundred thousand rows share a few thousand words, apart from their numbers.
 */
export class SearchIndex {
  readonly #words = { letters: new WordList(), digits: new DigitWords(), mixed: new WordList() } as const;
  #wordCount = 0;
  /** A word as it is written in the rows → its number. */
  readonly #numbers = new Map<string, number>();
  /** The words of address, КПП and FSRAR ID, row after row, and where each row ends. */
  readonly #rowWords = new NumberList();
  readonly #rowEnds = new NumberList();
  /** A name stands in very many rows: its words are kept once. */
  readonly #names = new Map<string, number>();
  readonly #nameWords: number[][] = [];
  readonly #rowNames = new NumberList();
  /** The numbers of all rows, made when first asked for. */
  #all = new Uint32Array();
  #before: readonly FoundBefore[] = [];
  /** Memory of the searches, kept from one to the next: to clear it is cheaper than to collect it. */
  #marks = new Uint8Array();
  #found = new Uint32Array();

  /** How many rows have been added; a row's number is its place among them. */
  get size(): number {
    return this.#rowEnds.length;
  }

  add({ kpp, address, fsrarId, shortName, fullName }: Subdivision): void {
    if (this.#before.length > 0) this.#before = [];
    const take = (word: number) => this.#rowWords.push(word);
    this.#eachWord(address, take);
    for (const code of [kpp ?? '', fsrarId]) {
      // Hardly any code comes twice: to look for it would be dearer than to keep it twice.
      if (isDigits(code)) take(this.#newWord('digits', code));
      else this.#eachWord(code, take);
    }
    this.#rowEnds.push(this.#rowWords.length);
    this.#rowNames.push(this.#nameNumber(`${shortName} ${fullName}`));
  }

  /** The numbers of the rows in which every needle stands somewhere, in their own order. */
  find(needles: readonly Needle[]): Uint32Array {
    const before = this.#wider(needles);
    // A long word is a rare one: the words after it look at few rows.
    const rarestFirst = needles
      .filter((needle) => !before.needles.some((known) => sameNeedle(known, needle)))
      .sort((left, right) => right.text.length - left.text.length);
    let rows = before.rows;
    for (const needle of rarestFirst) {
      if (rows.length === 0) break;
      rows = this.#mark(needle) ? this.#rowsWith(this.#marks, rows) : new Uint32Array();
    }
    this.#before = [{ needles, rows }, ...this.#before].slice(0, mostFoundBefore);
    return rows;
  }

  /** The fewest rows that are known to hold all that is asked for: of an earlier search, else every row. */
  #wider(needles: readonly Needle[]): FoundBefore {
    const every: FoundBefore = { needles: [], rows: this.#everyRow() };
    return this.#before
      .filter((before) => before.needles.every((known) => needles.some((needle) => implies(needle, known))))
      .reduce((fewest, other) => (other.rows.length < fewest.rows.length ? other : fewest), every);
  }

  #everyRow(): Uint32Array {
    if (this.#all.length !== this.size) {
      this.#all = new Uint32Array(this.size);
      for (let row = 0; row < this.size; row += 1) this.#all[row] = row;
    }
    return this.#all;
  }

  /** Marks the words that hold the needle; answers whether there are any. */
  #mark(needle: Needle): boolean {
    if (this.#marks.length === this.#wordCount) this.#marks.fill(0);
    else this.#marks = new Uint8Array(this.#wordCount);
    let marked = 0;
    for (const kind of holders[kindOf(needle.text)]) marked += this.#words[kind].mark(needle, this.#marks);
    return marked > 0;
  }

  #rowsWith(marks: Uint8Array, among: Uint32Array): Uint32Array {
    const [words, ends, names] = [this.#rowWords.view, this.#rowEnds.view, this.#rowNames.view];
    const markedNames = Uint8Array.from(this.#nameWords, (name) => (name.some((word) => marks[word] === 1) ? 1 : 0));
    if (this.#found.length < among.length) this.#found = new Uint32Array(this.size);
    const found = this.#found;
    let count = 0;
    for (let index = 0; index < among.length; index += 1) {
      const row = among[index] ?? 0;
      const end = ends[row] ?? 0;
      let holds = markedNames[names[row] ?? 0] === 1;
      for (let at = row === 0 ? 0 : (ends[row - 1] ?? 0); !holds && at < end; at += 1) {
        holds = marks[words[at] ?? 0] === 1;
      }
      if (!holds) continue;
      found[count] = row;
      count += 1;
    }
    return found.slice(0, count);
  }

  #nameNumber(name: string): number {
    const known = this.#names.get(name);
    if (known !== undefined) return known;
    const words: number[] = [];
    this.#eachWord(name, (word) => words.push(word));
    const number = this.#nameWords.push(words) - 1;
    this.#names.set(name, number);
    return number;
  }

  #eachWord(text: string, take: (word: number) => void): void {
    let start = -1;
    for (let at = 0; at <= text.length; at += 1) {
      const inWord = at < text.length && !isBlank(normalisedUnit(text.charCodeAt(at)));
      if (inWord && start === -1) start = at;
      if (inWord || start === -1) continue;
      take(this.#wordNumber(text.slice(start, at)));
      start = -1;
    }
  }

  #wordNumber(written: string): number {
    const known = this.#numbers.get(written);
    if (known !== undefined) return known;
    const word = normaliseForSearch(written);
    const number = this.#numbers.get(word) ?? this.#newWord(kindOf(word), word);
    this.#numbers.set(word, number);
    this.#numbers.set(written, number);
    return number;
  }

  #newWord(kind: WordKind, word: string): number {
    const number = this.#wordCount;
    this.#wordCount += 1;
    this.#words[kind].add(word, number);
    return number;
  }
}

/** An index of rows that are all there. A hundred thousand take a good part of a second: the window slices the work. */
export function indexSubdivisions(rows: Iterable<Subdivision>): SearchIndex {
  const index = new SearchIndex();
  for (const row of rows) index.add(row);
  return index;
}
