import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NonEmpty } from './mutators/mutator.ts';

/** From the root of the repository, where the tests and `npm run fuzz` run: the worker is bundled elsewhere. */
export const corpusFolder = join('test', 'fuzz', 'corpus');

/** Under the signatures of the corpus. */
export const signedContent = Buffer.from('Содержимое документа, который подписан.\n');

/** Within the validity of every certificate of the corpus, whose bytes stay as they were made. */
export const corpusMoment = new Date('2027-01-15T12:00:00Z');

export const nonEmpty = <T>(list: readonly T[]): NonEmpty<T> => {
  const [first, ...more] = list;
  if (first === undefined) throw new Error('A parser needs a corpus');
  return [first, ...more];
};

/** One file of the corpus. */
export const corpusFile = (name: string): Uint8Array => Uint8Array.from(readFileSync(join(corpusFolder, name)));

/**
 * The files whose names begin with one of the words, in the order of their names: the same entries on every computer,
 * so that a seed means the same inputs.
 */
export function corpusOf(...kinds: readonly string[]): NonEmpty<Uint8Array> {
  const names = existsSync(corpusFolder) ? readdirSync(corpusFolder).sort() : [];
  return nonEmpty(names.filter((name) => kinds.some((kind) => name.startsWith(`${kind}-`))).map(corpusFile));
}

export const texts = (...list: readonly string[]): NonEmpty<Uint8Array> =>
  nonEmpty(list.map((text) => Uint8Array.from(Buffer.from(text))));

/** Values as the JSON texts that other programs send. */
export const jsonTexts = (...list: readonly unknown[]): NonEmpty<Uint8Array> =>
  texts(...list.map((value) => JSON.stringify(value)));
