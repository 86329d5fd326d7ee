import { codesInWords } from '../codes.ts';
import type { HelpEntry } from '../entry.ts';
import { Vocabulary } from './vocabulary.ts';
import { comparedWords, isCode } from './words.ts';

/** What a word counts by where it stands: a message or a title is what people paste, the rest explains. */
const fieldWeights = { message: 1, title: 0.9, body: 0.5 } as const;
type Field = keyof typeof fieldWeights;

/** One text of an entry as it is compared. */
interface Phrase {
  readonly entry: number;
  readonly field: Field;
  readonly words: readonly number[];
}

/** A word of the query, as the words of the index it may be. */
interface Asked {
  /** What it would count if it stood in an entry as it is. */
  readonly weight: number;
  readonly like: ReturnType<Vocabulary['like']>;
}

/** How near an entry is to a query, from 0 to 1. */
export interface Nearness {
  readonly entry: number;
  readonly score: number;
}

/** A word nobody wrote here counts a little: it says that something else is meant. */
const unknownWeight = 2;
/** So much weight of words that agree is half of what there can be: a few rare words say all. */
const halfEvidence = 4;
/** A code counts so many times what its rarity gives it. */
const codeCounts = 2;
const parts = { query: 0.45, phrase: 0.55 } as const;
/** Different words of a query that are compared. */
const mostWords = 400;

/** An entry is found by every title of its codes: that is what stands on a screen of the product. */
const titlesOf = ({ texts, codes, asked = [] }: HelpEntry): readonly string[] => {
  const words = [texts, ...codes.flatMap((code) => codesInWords.get(code)?.texts ?? [])];
  return [...new Set([...words.flatMap(({ ru, en }) => [ru.title, en.title]), ...asked])];
};

const phrasesOf = (entry: HelpEntry, number: number, vocabulary: Vocabulary): readonly Phrase[] => {
  const phrase = (field: Field, text: string): Phrase => ({
    entry: number,
    field,
    words: comparedWords(text).map((word) => vocabulary.add(word)),
  });
  const { ru, en } = entry.texts;
  return [
    ...entry.messages.map((message) => phrase('message', message)),
    ...titlesOf(entry).map((title) => phrase('title', title)),
    phrase('body', [ru.reason, ...ru.steps].join(' ')),
    phrase('body', [en.reason, ...en.steps].join(' ')),
  ].filter(({ words }) => words.length > 0);
};

/** Texts of the entries prepared once, so that a search compares words and not texts. */
export class HelpIndex {
  readonly #vocabulary = new Vocabulary();
  readonly #phrases: readonly Phrase[];
  /** Word → the phrases it stands in. */
  readonly #places: number[][] = [];
  /** Word → what it counts: the fewer entries have it, the more. */
  readonly #weights: readonly number[];
  readonly #phraseWeights: readonly number[];

  constructor(entries: readonly HelpEntry[]) {
    this.#phrases = entries.flatMap((entry, number) => phrasesOf(entry, number, this.#vocabulary));
    const holders = Array.from({ length: this.#vocabulary.size }, () => new Set<number>());
    for (let word = 0; word < this.#vocabulary.size; word += 1) this.#places.push([]);
    this.#phrases.forEach(({ entry, words }, phrase) => {
      for (const word of words) {
        this.#places[word]?.push(phrase);
        holders[word]?.add(entry);
      }
    });
    this.#weights = holders.map(
      ({ size }, word) =>
        Math.log(1 + entries.length / size) * (isCode(this.#vocabulary.wordOf(word)) ? codeCounts : 1),
    );
    this.#phraseWeights = this.#phrases.map(({ words }) => this.#sum(words));
  }

  /** Every entry that shares a word with the query, the nearest first; equals stay in the order of the entries. */
  near(query: string): readonly Nearness[] {
    const asked = comparedWords(query)
      .slice(0, mostWords)
      .map((word) => this.#asked(word));
    const whole = asked.reduce((sum, { weight }) => sum + weight, 0);
    const [byEntry, byPhrase] = this.#agreement(asked);
    const best = new Map<number, number>();
    for (const [phrase, agreed] of byPhrase) {
      const { entry, field } = this.#phrases[phrase] ?? { entry: 0, field: 'body' as const };
      if (field === 'body') continue;
      const weight = [...agreed.values()].reduce((sum, one) => sum + one, 0);
      const share = weight / (this.#phraseWeights[phrase] ?? 1);
      const value = fieldWeights[field] * share * (weight / (weight + halfEvidence));
      best.set(entry, Math.max(best.get(entry) ?? 0, value));
    }
    return [...byEntry]
      .map(([entry, agreed]) => ({
        entry,
        score: parts.query * (agreed / whole) + parts.phrase * (best.get(entry) ?? 0),
      }))
      .sort((a, b) => b.score - a.score || a.entry - b.entry);
  }

  #sum(words: readonly number[]): number {
    return words.reduce((sum, word) => sum + (this.#weights[word] ?? 0), 0);
  }

  #asked(word: string): Asked {
    const like = this.#vocabulary.like(word);
    const weights = like.map(({ word: known, likeness }) => (this.#weights[known] ?? 0) * likeness);
    return { like, weight: like.length > 0 ? Math.max(...weights) : unknownWeight };
  }

  /** What of the query each entry has, and what each phrase has word by word. */
  #agreement(asked: readonly Asked[]) {
    const byEntry = new Map<number, number>();
    const byPhrase = new Map<number, Map<number, number>>();
    for (const { like } of asked) {
      const bestOfWord = new Map<number, number>();
      for (const { word, likeness } of like) {
        const weight = (this.#weights[word] ?? 0) * likeness * likeness;
        for (const place of this.#places[word] ?? []) {
          const phrase = this.#phrases[place];
          if (!phrase) continue;
          const agreed = byPhrase.get(place) ?? new Map<number, number>();
          byPhrase.set(place, agreed.set(word, Math.max(agreed.get(word) ?? 0, weight)));
          const value = weight * fieldWeights[phrase.field];
          bestOfWord.set(phrase.entry, Math.max(bestOfWord.get(phrase.entry) ?? 0, value));
        }
      }
      for (const [entry, value] of bestOfWord) byEntry.set(entry, (byEntry.get(entry) ?? 0) + value);
    }
    return [byEntry, byPhrase] as const;
  }
}
