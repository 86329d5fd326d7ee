import { type Needle, stands } from './needle.ts';

/** Words that are few: a pass over all of them finds those that hold a needle. */
export class WordList {
  readonly #words: string[] = [];
  readonly #numbers: number[] = [];

  /** @param number what the word is called in `mark` */
  add(word: string, number: number): void {
    this.#words.push(word);
    this.#numbers.push(number);
  }

  /** Sets `marks[number]` to 1 for every word that holds the needle; answers how many there are. */
  mark(needle: Needle, marks: Uint8Array): number {
    let marked = 0;
    for (let at = 0; at < this.#words.length; at += 1) {
      if (!stands(needle, this.#words[at] ?? '')) continue;
      marks[this.#numbers[at] ?? 0] = 1;
      marked += 1;
    }
    return marked;
  }
}
