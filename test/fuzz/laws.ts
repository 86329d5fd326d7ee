import { isDeepStrictEqual } from 'node:util';
import type { Parser } from './parser.ts';
import { sameAnswer } from './same-answer.ts';

/** What no input may bring about. */
export type Law =
  /** Nothing is thrown: what cannot be read is answered. */
  | 'threw'
  /** Every answer is of the kind that is promised. */
  | 'answer'
  /** A law of this parser alone. */
  | 'objection'
  /** The bytes that came in stay as they are. */
  | 'input-changed'
  /** The same input has the same answer. */
  | 'fickle'
  /** The answer is there within a second. */
  | 'hung'
  /** Memory stays within a bound, whatever came before. */
  | 'memory'
  /** The process lives on. */
  | 'died';

export interface Breach {
  readonly law: Law;
  readonly details: string;
}

/** Milliseconds that one input of `largestInput` or less may take. */
export const longest = 1_000;

type Run = { readonly answer: unknown } | { readonly thrown: unknown };

async function run(parser: Parser, input: Uint8Array): Promise<Run> {
  try {
    return { answer: await parser.run(input) };
  } catch (thrown) {
    return { thrown };
  }
}

const described = (thrown: unknown): string =>
  thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);

/** The outcome of one input: a law it broke, or whether it was understood. */
export type InputOutcome = { readonly breach: Breach } | { readonly breach: null; readonly understood: boolean };

const broken = (law: Law, details: string): InputOutcome => ({ breach: { law, details } });

/**
 * Gives one input to a parser and looks at the answer.
 * @param again runs it a second time on a copy, and compares answers and inputs
 * @param beat called before each run: whoever watches from outside tells a slow parser from a slow check by it
 */
export async function tryInput(
  parser: Parser,
  input: Uint8Array,
  again: boolean,
  beat: () => void = () => undefined,
): Promise<InputOutcome> {
  const copy = Uint8Array.from(input);
  beat();
  const first = await run(parser, input);
  beat();
  if ('thrown' in first) return broken('threw', described(first.thrown));
  const answer = first.answer as never;
  const fits = parser.answer.safeParse(answer);
  if (!fits.success) return broken('answer', fits.error.message);
  const objection = parser.objection?.(input, answer) ?? null;
  if (objection !== null) return broken('objection', objection);
  if (again) {
    if (!isDeepStrictEqual(input, copy)) return broken('input-changed', 'the bytes of the input are others now');
    beat();
    const second = await run(parser, copy);
    beat();
    if (!sameAnswer(second, first)) return broken('fickle', 'a second run answered something else');
  }
  return { breach: null, understood: parser.understood(answer) };
}
