import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { corpusFor, inputOf } from './inputs.ts';
import { longest, tryInput } from './laws.ts';
import { mostSteps } from './mutation.ts';
import { parsers } from './parsers.ts';

// The short form of `npm run fuzz`: the same parsers, laws and mutators, with fast-check's own choice of steps, which
// it takes back one by one when a law is broken.

const unit = fc.nat(2 ** 32 - 1).map((number) => number / 2 ** 32);
const steps = fc.array(fc.record({ mutator: unit, place: unit, extent: unit, choice: unit }), { maxLength: mostSteps });
const recipes = fc.record({ entry: unit, steps });

const rows = parsers.map((parser) => [parser.name, parser] as const);

/** Milliseconds of processor time, which other processes of a busy computer do not take away. */
async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

describe('whatever comes, every parser answers, in time, the same again', () => {
  test.each(rows)('%s', async (_, parser) => {
    await fc.assert(
      fc.asyncProperty(recipes, async (recipe) => {
        const input = inputOf(parser, recipe);
        const time = await timeOf(async () => {
          const { breach } = await tryInput(parser, input, true);
          if (breach !== null) throw new Error(`${breach.law}: ${breach.details}`);
        });
        // Twice: the parser was run twice.
        expect(time).toBeLessThan(2 * longest);
      }),
      { numRuns: 10 + Math.ceil(parser.share / 2) },
    );
  });
});

describe('what is broken is the real thing: each entry of a corpus is understood', () => {
  test.each(rows)('%s', async (_, parser) => {
    for (const entry of corpusFor(parser))
      expect(await tryInput(parser, Uint8Array.from(entry), true)).toEqual({ breach: null, understood: true });
  });
});
