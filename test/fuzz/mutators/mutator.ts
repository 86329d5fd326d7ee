/**
 * One change to an input, as numbers in [0, 1) alone: a seeded generator or fast-check draws them, and an input becomes
 * simpler by leaving steps out.
 */
export interface Step {
  /** Which of the mutators. */
  readonly mutator: number;
  /** Where in the input. */
  readonly place: number;
  /** How much of it. */
  readonly extent: number;
  /** What is put there. */
  readonly choice: number;
}

/** Changes an input. `others` is the corpus it came from, for parts to be exchanged. */
export type Mutator = (input: Uint8Array, step: Step, others: readonly Uint8Array[]) => Uint8Array;

/** No mutator makes an input longer than this: a parser's time and memory are judged by inputs of known size. */
export const largestInput = 64 * 1024;

export type NonEmpty<T> = readonly [T, ...T[]];

export const pick = <T>(list: NonEmpty<T>, unit: number): T => list[Math.floor(unit * list.length)] ?? list[0];

/** One of the corpus; the input itself where the corpus is empty. */
export const otherOf = (others: readonly Uint8Array[], unit: number, input: Uint8Array): Uint8Array =>
  others[Math.floor(unit * others.length)] ?? input;

/** A number up to `most`, small ones far more often. */
export const few = (unit: number, most: number): number => Math.floor(unit ** 4 * (most + 1));

/** `removed` bytes at `from` give way to `added`. */
export const replaced = (input: Uint8Array, from: number, removed: number, added: Uint8Array): Uint8Array =>
  Buffer.concat([input.subarray(0, from), added, input.subarray(from + removed)]);

/** A further unit out of one that has been used: for a mutator that needs one more choice than a step has. */
export const further = (unit: number): number => (unit * 7919) % 1;

/** Makes a mutator of text out of one of strings. */
export const onText =
  (mutate: (text: string, step: Step, others: readonly string[]) => string): Mutator =>
  (input, step, others) => {
    const texts = [otherOf(others, further(step.choice), input)].map((other) => Buffer.from(other).toString('utf8'));
    return Buffer.from(mutate(Buffer.from(input).toString('utf8'), step, texts));
  };
