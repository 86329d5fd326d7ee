import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BundledEntry, bundleEntry } from '../support/bundled-entry.ts';
import { runCampaign } from './campaign.ts';
import { inputOf, recipeOf } from './inputs.ts';
import { misbehavingParsers } from './misbehaving.ts';

const seed = 'of the tests of the fuzz tests';

/** Inputs enough to meet the law in question, and no more where each breach costs a second or a process. */
const counts: Readonly<Record<string, number>> = { hung: 6, died: 6, memory: 24 };

let worker: BundledEntry;
beforeAll(async () => {
  worker = await bundleEntry(fileURLToPath(new URL('./misbehaving-worker.ts', import.meta.url)));
});
afterAll(() => worker?.remove());

describe('a parser that breaks a law is found out', () => {
  test.each(misbehavingParsers.map((parser) => [parser.name, parser] as const))('%s', async (law, parser) => {
    const count = counts[law] ?? 200;
    const [tally] = await runCampaign({
      seed,
      parts: [{ parser, from: 0, count }],
      workers: 1,
      entry: worker.path,
    });
    expect(tally?.inputs).toBe(count);
    expect(tally?.breaches).not.toEqual([]);
    for (const breach of tally?.breaches ?? []) {
      expect(breach.law).toBe(law);
      // What is reported is what brings it about.
      expect(Buffer.from(breach.input, 'base64').toString('latin1')).toMatch(/^wild/);
    }
  });
});

test('a seed means the same inputs, another seed others', () => {
  const [parser] = misbehavingParsers;
  if (parser === undefined) throw new Error('no parser');
  const inputs = (of: string) =>
    Array.from({ length: 200 }, (_, index) =>
      Buffer.from(inputOf(parser, recipeOf(parser, of, index))).toString('hex'),
    );
  expect(inputs(seed)).toEqual(inputs(seed));
  expect(inputs(seed)).not.toEqual(inputs('another'));
  // Almost every input is one of its own.
  expect(new Set(inputs(seed)).size).toBeGreaterThan(150);
});
