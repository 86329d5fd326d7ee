import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  nearestPermittedStep,
  permittedSteps,
  type StepFacts,
  stepIds,
  stepStatuses,
} from '../../src/shared/domain/steps.ts';

const anyFacts: fc.Arbitrary<StepFacts> = fc.record({
  machineReady: fc.boolean(),
  tokenReady: fc.boolean(),
  subdivisionChosen: fc.boolean(),
  accessKeyReady: fc.boolean(),
  writing: fc.boolean(),
});
const anyStep = fc.constantFrom(...stepIds);

it('a later step is never open while an earlier one is closed', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const open = permittedSteps({ ...facts, writing: false });
      expect(open).toEqual(stepIds.slice(0, open.length));
    }),
  );
});

it('while a key is being written a person stands at that step and nowhere else', () => {
  fc.assert(
    fc.property(anyFacts, anyStep, (facts, wanted) => {
      expect(nearestPermittedStep({ ...facts, writing: true }, wanted)).toBe('access-key');
    }),
  );
});

it('the nearest step is always a permitted one, and the wanted one whenever that is permitted', () => {
  fc.assert(
    fc.property(anyFacts, anyStep, (facts, wanted) => {
      const permitted = permittedSteps(facts);
      const nearest = nearestPermittedStep(facts, wanted);
      expect(permitted).toContain(nearest);
      if (permitted.includes(wanted)) expect(nearest).toBe(wanted);
    }),
  );
});

it('losing a fact never opens a step', () => {
  fc.assert(
    fc.property(
      anyFacts,
      fc.constantFrom('machineReady', 'tokenReady', 'subdivisionChosen', 'accessKeyReady'),
      (facts, lost) => {
        const still = { ...facts, writing: false };
        expect(permittedSteps(still)).toEqual(expect.arrayContaining([...permittedSteps({ ...still, [lost]: false })]));
      },
    ),
  );
});

it('the rail shows exactly one current step', () => {
  fc.assert(
    fc.property(anyFacts, anyStep, fc.boolean(), (facts, wanted, working) => {
      const statuses = stepStatuses(facts, nearestPermittedStep(facts, wanted), working);
      expect(Object.values(statuses).filter((status) => status === 'current')).toHaveLength(1);
    }),
  );
});
