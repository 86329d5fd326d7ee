import type { z } from 'zod';
import type { Shape } from './mutation.ts';
import type { NonEmpty } from './mutators/mutator.ts';

/** One way by which bytes from outside come in, and what holds for every one of them. */
export interface Parser {
  readonly name: string;
  /** What the inputs are made of, and so how they are broken. */
  readonly shape: Shape;
  /** Real shapes. Each of them is understood. */
  readonly corpus: () => NonEmpty<Uint8Array>;
  /** Inputs of the whole budget: so many parts of all shares. Cheap parsers and those nearer to strangers get more. */
  readonly share: number;
  /** Never throws, but for what `refuses` knows. */
  readonly run: (input: Uint8Array) => unknown;
  /** Every answer, the refusal among them. */
  readonly answer: z.ZodType;
  /** Whether an answer is that of an input that was understood. */
  readonly understood: (answer: never) => boolean;
  /** What is wrong with an answer that is well formed; `null` where nothing is. */
  readonly objection?: (input: Uint8Array, answer: never) => string | null;
}

/** A row of the table, typed by what the parser answers. */
export const parser = <A>(
  row: Omit<Parser, 'run' | 'understood' | 'objection'> & {
    readonly run: (input: Uint8Array) => A | Promise<A>;
    readonly understood: (answer: A) => boolean;
    readonly objection?: (input: Uint8Array, answer: A) => string | null;
  },
): Parser => row as Parser;
