import { isExact } from './words.ts';

/** Words this short have too few letters for a likeness to mean anything. */
const leastLetters = 4;
const leastLikeness = 0.6;
/** A cut word is as good as whole when this much of it is there. */
const leastPrefix = 4;
const prefixLikeness = 0.85;
/** Letters of a word that are compared: longer ones are not words of anybody. */
const mostLetters = 64;

const pairsOf = (word: string): readonly string[] => {
  const framed = `^${word.slice(0, mostLetters)}$`;
  return Array.from({ length: framed.length - 1 }, (_, at) => framed.slice(at, at + 2));
};

/** A known word that a written one may be, and how like it is, from 0 to 1. */
export interface LikeWord {
  readonly word: number;
  readonly likeness: number;
}

/** The words of all entries, found again through typos and cuts. */
export class Vocabulary {
  readonly #numbers = new Map<string, number>();
  readonly #words: string[] = [];
  readonly #pairCounts: number[] = [];
  /** Two letters that stand side by side → the words that have them. */
  readonly #holders = new Map<string, number[]>();

  get size(): number {
    return this.#words.length;
  }

  wordOf(number: number): string {
    return this.#words[number] ?? '';
  }

  add(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    const number = this.#words.push(word) - 1;
    const pairs = new Set(pairsOf(word));
    this.#numbers.set(word, number);
    this.#pairCounts.push(pairs.size);
    for (const pair of pairs) {
      const holders = this.#holders.get(pair);
      if (holders) holders.push(number);
      else this.#holders.set(pair, [number]);
    }
    return number;
  }

  /** The word itself where it is known; else those that are like it, by pairs of letters (Dice) or as a cut word. */
  like(word: string): readonly LikeWord[] {
    const known = this.#numbers.get(word);
    if (known !== undefined) return [{ word: known, likeness: 1 }];
    if (isExact(word) || word.length < leastLetters) return [];
    const pairs = [...new Set(pairsOf(word))];
    const shared = new Map<number, number>();
    for (const holder of pairs.flatMap((pair) => this.#holders.get(pair) ?? []))
      shared.set(holder, (shared.get(holder) ?? 0) + 1);
    return [...shared].flatMap(([candidate, count]) => {
      const likeness = Math.max(this.#dice(candidate, count, pairs.length), this.#cut(word, candidate));
      return likeness >= leastLikeness ? [{ word: candidate, likeness }] : [];
    });
  }

  #dice(candidate: number, shared: number, pairs: number): number {
    if (isExact(this.wordOf(candidate))) return 0;
    return (2 * shared) / (pairs + (this.#pairCounts[candidate] ?? 0));
  }

  #cut(word: string, candidate: number): number {
    return word.length >= leastPrefix && this.wordOf(candidate).startsWith(word) ? prefixLikeness : 0;
  }
}
