import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BundledEntry, bundleEntry } from '../support/bundled-entry.ts';
import { type KeptProcess, keepProcess } from './kept-process.ts';
import { keepTally } from './matrix-story.ts';
import { type Happening, happenings, Walk } from './random-walk.ts';
import { type Ground, openGround } from './token-grounds.ts';

let entry: BundledEntry;
let tokenProcess: KeptProcess;
let ground: Ground;

beforeAll(async () => {
  entry = await bundleEntry(fileURLToPath(new URL('./faulty-token-process.ts', import.meta.url)));
  tokenProcess = keepProcess(entry.path);
  ground = await openGround('virtual', ['accessKey']);
});
afterAll(async () => {
  await tokenProcess.close();
  ground.close();
  entry.remove();
});

const runs = process.env.FAULTS_TALLY === undefined ? 6 : 60;

it('whatever a person does and whatever befalls the token, no try and no object is lost', async () => {
  let steps = 0;
  const sequence = fc.array(fc.constantFrom<Happening>(...happenings), { minLength: 4, maxLength: 14 });
  const property = fc.asyncProperty(sequence, async (plan) => {
    const walk = new Walk(ground, tokenProcess);
    for (const happening of plan) {
      await walk.take(happening);
      steps += 1;
      expect(walk.broken(), plan.join(', ')).toEqual([]);
    }
  });
  await fc.assert(property, { numRuns: runs });
  keepTally('random sequences', { injections: steps, violations: [] });
}, 1_800_000);
