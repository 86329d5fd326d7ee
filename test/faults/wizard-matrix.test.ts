import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BundledEntry, bundleEntry } from '../support/bundled-entry.ts';
import { type KeptProcess, keepProcess } from './kept-process.ts';
import { injectionsOf } from './matrix.ts';
import { keepTally } from './matrix-story.ts';
import { type Ground, openGround } from './token-grounds.ts';
import { walkInto, wizardFlows, wizardViolations } from './wizard-bench.ts';

/** The calls are those of the other matrices; here every call meets some of the faults, and in the short form few do. */
const stride = process.env.FAULTS_TALLY === undefined ? 12 : 1;
/** A hang takes the whole time limit of the product; the other matrices have it at every call. */
const quick = <T extends string>(faults: readonly T[]): readonly T[] => faults.filter((fault) => fault !== 'hang');

let entry: BundledEntry;
let tokenProcess: KeptProcess;
beforeAll(async () => {
  entry = await bundleEntry(fileURLToPath(new URL('./faulty-token-process.ts', import.meta.url)));
  tokenProcess = keepProcess(entry.path);
});
afterAll(async () => {
  await tokenProcess.close();
  entry.remove();
});

describe.each(['virtual', 'softhsm'] as const)('where the wizard stands after a fault on %s', (id) => {
  let ground: Ground;
  beforeAll(async () => {
    ground = await openGround(id, []);
  });
  afterAll(() => ground.close());

  it.each(wizardFlows.map((flow) => [flow.id, flow] as const))(
    '%s',
    async (name, flow) => {
      const undisturbed = { call: 0, name: '', fault: 'general-error', moment: 'before' } as const;
      const rehearsal = await walkInto(ground, tokenProcess, flow, undisturbed);
      expect(rehearsal.answer).toMatchObject({ ok: true });
      expect(wizardViolations(rehearsal)).toEqual([]);

      const faults = quick(ground.faults);
      const picked = injectionsOf(
        rehearsal.calls,
        faults,
        (call, fault) => call % stride === 0 && (call / stride) % faults.length === fault,
      );
      const violations: unknown[] = [];
      for (const injection of picked) {
        const evidence = await walkInto(ground, tokenProcess, flow, injection);
        const broken = [...wizardViolations(evidence), ...(evidence.struck ? [] : ['the fault is not reached'])];
        for (const law of broken) violations.push({ injection, law, answer: evidence.answer });
      }
      keepTally(`the wizard on ${id}, ${name}`, { injections: picked.length, violations });
      expect(violations).toEqual([]);
    },
    3_600_000,
  );
});
