import { armourMutators } from './mutators/armour.ts';
import { byteMutators, swellingMutator } from './mutators/bytes.ts';
import { derMutators } from './mutators/der.ts';
import { jsonMutators } from './mutators/json.ts';
import { largestInput, type Mutator, type NonEmpty, pick, type Step } from './mutators/mutator.ts';
import { textMutators } from './mutators/text.ts';
import { xmlMutators } from './mutators/xml.ts';
import type { Random } from './random.ts';

/** What the inputs of a parser are made of, and so how they are broken. */
export type Shape = 'bytes' | 'der' | 'armour' | 'text' | 'json' | 'xml';

/** One swelling step among so many. */
const swellEvery = 60;

/** Twice the shape's own, for they reach deeper. */
const often = (own: NonEmpty<Mutator>, others: readonly Mutator[]): NonEmpty<Mutator> => {
  const [first, ...more] = own;
  const list: NonEmpty<Mutator> = [first, ...more, ...own, ...others];
  const copies = Math.max(1, Math.ceil(swellEvery / list.length));
  return [first, ...new Array<readonly Mutator[]>(copies).fill(list).flat(), swellingMutator];
};

const mutators: Readonly<Record<Shape, NonEmpty<Mutator>>> = {
  bytes: often(byteMutators, []),
  der: often(derMutators, byteMutators),
  armour: often(armourMutators, [...textMutators, ...byteMutators]),
  text: often(textMutators, byteMutators),
  json: often(jsonMutators, [...textMutators, ...byteMutators]),
  xml: often(xmlMutators, [...textMutators, ...byteMutators]),
};

/** How an input comes about: an entry of the corpus, and what is done to it, one step after another. */
export interface Recipe {
  /** In [0, 1), as the numbers of a step. */
  readonly entry: number;
  readonly steps: readonly Step[];
}

/** Follows a recipe. The same recipe over the same corpus makes the same input. */
export function follow({ entry, steps }: Recipe, shape: Shape, corpus: NonEmpty<Uint8Array>): Uint8Array {
  const start = pick(corpus, entry);
  const made = steps.reduce(
    (input, step) => pick(mutators[shape], step.mutator)(input, step, corpus).subarray(0, largestInput),
    start,
  );
  // A copy of its own: a parser that writes into its input must not spoil the corpus.
  return Uint8Array.from(made);
}

export const mostSteps = 6;

/** Draws a recipe; few steps more often than many, for an input with one fault goes deeper than one with six. */
export function drawRecipe(random: Random): Recipe {
  const entry = random();
  const count = 1 + Math.floor(random() ** 2 * mostSteps);
  const steps = Array.from({ length: count }, () => ({
    mutator: random(),
    place: random(),
    extent: random(),
    choice: random(),
  }));
  return { entry, steps };
}
