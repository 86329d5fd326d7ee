import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BundledEntry, bundleEntry } from '../support/bundled-entry.ts';
import { flows } from './flows.ts';
import { type KeptProcess, keepProcess } from './kept-process.ts';
import { injectionsOf, rehearse, runMatrix } from './matrix.ts';
import { type Ground, type GroundId, openGround } from './token-grounds.ts';

/** Where `npm run faults` wants the counts; without it the matrix runs in its short form. */
const tallyFolder = process.env.FAULTS_TALLY;
const fullLimitMs = 3_600_000;

/** In the short form one fault at every call of a short flow and at every sixth of a long one, another fault at each. */
function isPicked(calls: number, call: number, fault: number, of: number): boolean {
  if (tallyFolder !== undefined) return true;
  const stride = calls > 25 ? 6 : 1;
  return call % stride === 0 && (call / stride) % of === fault;
}

/** Leaves the counts of a run for `npm run faults`. */
export function keepTally(name: string, tally: { injections: number; violations: readonly unknown[] }): void {
  if (tallyFolder === undefined) return;
  mkdirSync(tallyFolder, { recursive: true });
  writeFileSync(join(tallyFolder, `${name}.json`), JSON.stringify({ name, ...tally }));
}

export function describeMatrix(id: GroundId): void {
  describe(`every fault at every call on ${id}`, () => {
    let entry: BundledEntry;
    let tokenProcess: KeptProcess;
    let ground: Ground;

    beforeAll(async () => {
      entry = await bundleEntry(fileURLToPath(new URL('./faulty-token-process.ts', import.meta.url)));
      tokenProcess = keepProcess(entry.path);
      ground = await openGround(id, ['accessKey']);
    });
    afterAll(async () => {
      await tokenProcess.close();
      ground.close();
      entry.remove();
    });

    const rows = flows.filter(({ on }) => on.includes(id)).map((flow) => [flow.id, flow] as const);
    it.each(rows)(
      '%s',
      async (name, flow) => {
        const calls = await rehearse(ground, tokenProcess, flow);
        const picked = injectionsOf(calls, ground.faults, (call, fault) =>
          isPicked(calls.length, call, fault, ground.faults.length),
        );
        const tally = await runMatrix(ground, tokenProcess, flow, picked);
        keepTally(`${id}, ${name}`, tally);
        expect(tally.violations).toEqual([]);
        expect(tally.injections).toBeGreaterThan(0);
      },
      fullLimitMs,
    );
  });
}
