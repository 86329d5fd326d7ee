import { z } from 'zod';
import { problem } from '../../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';

/** An option of the command line: its word, the form Node's `parseArgs` splits it by, and how its value is read. */
export interface Option<Value> {
  /** Without its dashes. */
  readonly word: string;
  readonly form: { readonly type: 'string' | 'boolean'; readonly multiple?: boolean; readonly short?: string };
  readonly value: z.ZodType<Value, unknown>;
  /** What is taken, for whoever gave something else. */
  readonly expects: string;
}

type OptionTable = Readonly<Record<string, Option<unknown>>>;

/** What a table of options reads to, by the same names. */
export type OptionValues<Table extends OptionTable> = {
  readonly [Name in keyof Table]: Table[Name] extends Option<infer Value> ? Value : never;
};

// Where the window is not strict Node types nothing: a value option given bare is `true`, which is as good as absent.
const given = z.unknown().transform((value) => (typeof value === 'string' ? value : null));
const everyGiven = z
  .unknown()
  .transform((value) => (Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []));

/** The input of a list of names is the names themselves; a command line gives any text. */
const asUnknown = (value: unknown): unknown => value;

/** A value of its own form; `null` where it is not given. */
export const parsed = <Value>(
  word: string,
  value: z.ZodType<Value, string>,
  expects: string,
): Option<Value | null> => ({
  word,
  form: { type: 'string' },
  value: given.pipe(value.nullable()),
  expects,
});

export const text = (word: string): Option<string | null> => parsed(word, z.string(), '');

export const texts = (word: string): Option<readonly string[]> => ({
  word,
  form: { type: 'string', multiple: true },
  value: everyGiven,
  expects: '',
});

export const flag = (word: string, short?: string): Option<boolean> => ({
  word,
  form: { type: 'boolean', ...(short === undefined ? {} : { short }) },
  value: z.unknown().transform((value) => value === true),
  expects: '',
});

/** One of a closed list. */
export const choice = <Name extends string>(
  word: string,
  names: z.ZodType<Name> & { readonly options: readonly Name[] },
): Option<Name | null> => ({
  word,
  form: { type: 'string' },
  value: given.transform(asUnknown).pipe(names.nullable()),
  expects: names.options.join(', '),
});

/** Several of a closed list. */
export const choices = <Name extends string>(
  word: string,
  names: z.ZodType<Name> & { readonly options: readonly Name[] },
): Option<readonly Name[]> => ({
  word,
  form: { type: 'string', multiple: true },
  value: everyGiven.transform(asUnknown).pipe(z.array(names)),
  expects: names.options.join(', '),
});

/** The options of a table as `parseArgs` is told of them. */
export const formsOf = (table: OptionTable): Record<string, Option<unknown>['form']> =>
  Object.fromEntries(Object.values(table).map(({ word, form }) => [word, form]));

/**
 * Reads every option of a table.
 * @param words what `parseArgs` made of the command line
 * Problem: `SETUP_USAGE`, naming the first option that is given wrongly.
 */
export function readOptions<Table extends OptionTable>(
  table: Table,
  words: Readonly<Record<string, unknown>>,
): Result<OptionValues<Table>> {
  const values: [string, unknown][] = [];
  for (const [name, { word, value, expects }] of Object.entries(table)) {
    const read = value.safeParse(words[word]);
    if (!read.success) return fail(problem('SETUP_USAGE', { explanation: `--${word}: ${words[word]} (${expects})` }));
    values.push([name, read.data]);
  }
  return succeed(Object.fromEntries(values) as OptionValues<Table>);
}
