import { z } from 'zod';

/** The five steps of the wizard, in order. */
export const stepIds = ['machine', 'token', 'subdivision', 'access-key', 'utm'] as const;
export const stepIdSchema = z.enum(stepIds);
export type StepId = z.infer<typeof stepIdSchema>;

/** What the step rules look at: facts of the world and choices of the person, never a saved step number. */
export interface StepFacts {
  /** The computer was checked and nothing blocks the way. */
  readonly machineReady: boolean;
  /** A token is chosen and present, its qualified certificate is in force, the needed parts are signed in. */
  readonly tokenReady: boolean;
  /** A place is chosen out of the list that belongs to this token. */
  readonly subdivisionChosen: boolean;
  /** An access key for the chosen place is on the token and proven, or is kept as it is. */
  readonly accessKeyReady: boolean;
  /** A key is being written at this moment. */
  readonly writing: boolean;
}

const requirement: Record<StepId, (facts: StepFacts) => boolean> = {
  machine: () => true,
  token: (facts) => facts.machineReady,
  subdivision: (facts) => facts.machineReady && facts.tokenReady,
  'access-key': (facts) => facts.machineReady && facts.tokenReady && facts.subdivisionChosen,
  utm: (facts) => facts.machineReady && facts.tokenReady && facts.subdivisionChosen && facts.accessKeyReady,
};

/** The steps a person may stand at, in order. While a key is being written only that step is open. */
export function permittedSteps(facts: StepFacts): readonly StepId[] {
  if (facts.writing) return ['access-key'];
  return stepIds.filter((step) => requirement[step](facts));
}

/** The step to stand at when `wanted` may no longer be permitted: the last permitted one not beyond it. */
export function nearestPermittedStep(facts: StepFacts, wanted: StepId): StepId {
  const permitted = permittedSteps(facts);
  if (permitted.includes(wanted)) return wanted;
  const before = permitted.filter((step) => stepIds.indexOf(step) <= stepIds.indexOf(wanted));
  return before.at(-1) ?? permitted[0] ?? 'machine';
}

export const stepStatusSchema = z.enum(['done', 'current', 'open', 'closed']);
export type StepStatus = z.infer<typeof stepStatusSchema>;

/** How each step stands in the rail, given where the person is. */
export function stepStatuses(facts: StepFacts, current: StepId, utmWorking: boolean): Record<StepId, StepStatus> {
  const permitted = permittedSteps(facts);
  const done: Record<StepId, boolean> = {
    machine: facts.machineReady,
    token: facts.machineReady && facts.tokenReady,
    subdivision: facts.machineReady && facts.tokenReady && facts.subdivisionChosen,
    'access-key': facts.accessKeyReady,
    utm: facts.accessKeyReady && utmWorking,
  };
  const statusOf = (step: StepId): StepStatus => {
    if (step === current) return 'current';
    if (done[step]) return 'done';
    return permitted.includes(step) ? 'open' : 'closed';
  };
  return Object.fromEntries(stepIds.map((step) => [step, statusOf(step)])) as Record<StepId, StepStatus>;
}
