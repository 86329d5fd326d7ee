import { accessKeyIssuerIdSchema } from '../shared/domain/access-key.ts';
import { nearestPermittedStep, type StepFacts, type StepId, stepStatuses } from '../shared/domain/steps.ts';
import type { Device } from '../shared/domain/token.ts';
import type { WizardState } from '../shared/ipc/wizard-state.ts';
import type { Language } from '../shared/language.ts';
import { machineReady } from './check-machine.ts';
import { accessKeys, chooseDevice, inForce, obstacle, qualifiedCertificate, signInNeeded } from './chosen-token.ts';

/** The state of a wizard that has looked at nothing yet. */
export function blankState(language: Language, practice: WizardState['practice']): WizardState {
  return {
    language,
    practice,
    step: 'machine',
    steps: { machine: 'current', token: 'closed', subdivision: 'closed', 'access-key': 'closed', utm: 'closed' },
    machine: { phase: 'idle', findings: [], pending: [], checkedAt: null },
    tokens: {
      phase: 'idle',
      report: null,
      problem: null,
      chosen: null,
      signInNeeded: [],
      signingIn: null,
      signInProblem: null,
      task: null,
      saved: null,
      watchPaused: false,
      qualifiedCertificate: null,
      obstacle: null,
    },
    subdivisions: blankSubdivisions,
    accessKey: blankAccessKey,
    utm: { phase: 'idle', state: null, problem: null },
    notice: null,
  };
}

export const blankSubdivisions: WizardState['subdivisions'] = {
  phase: 'idle',
  count: 0,
  revision: 0,
  problem: null,
  current: null,
  chosen: null,
};

export const blankAccessKey: WizardState['accessKey'] = {
  phase: 'idle',
  issuer: accessKeyIssuerIdSchema.enum.utm,
  certainty: 'unconfirmed',
  replaces: null,
  mayKeep: false,
  kept: false,
  stages: [],
  problem: null,
  proof: null,
};

export const chosenDevice = (state: WizardState): Device | null =>
  state.tokens.report?.devices.find((device) => device.id === state.tokens.chosen) ?? null;

/** What the step rules look at, read off a state. */
export function stepFacts(state: WizardState): StepFacts {
  const { tokens, subdivisions, accessKey } = state;
  return {
    machineReady: machineReady(state.machine.findings) && state.machine.phase !== 'failed',
    tokenReady: chosenDevice(state) !== null && tokens.obstacle === null && tokens.signInNeeded.length === 0,
    subdivisionChosen: subdivisions.chosen !== null,
    accessKeyReady: accessKey.kept || accessKey.proof?.proven === true,
    writing: accessKey.phase === 'running',
  };
}

/**
 * Makes a state consistent with itself: everything that follows from the token, the list and the choices is derived
 * here, and a choice whose ground is gone is dropped (another token clears its place, its key and their problems).
 */
export function derive(state: WizardState, at: Date): WizardState {
  const chosen = state.tokens.report ? chooseDevice(state.tokens.report, state.tokens.chosen) : null;
  const sameToken = chosen !== null && chosen === state.tokens.chosen;
  const device = state.tokens.report?.devices.find((candidate) => candidate.id === chosen) ?? null;
  const qualified = device ? (qualifiedCertificate(device, at)?.fingerprint ?? null) : null;
  // A token that was pulled out is waited for with everything that was chosen for it.
  const awaited = sameToken && device === null;
  const sameHolder = sameToken && (awaited || qualified === state.tokens.qualifiedCertificate);

  const tokens: WizardState['tokens'] = {
    ...state.tokens,
    chosen,
    signInNeeded: device ? [...signInNeeded(device)] : [],
    signInProblem: sameToken ? state.tokens.signInProblem : null,
    saved: sameToken ? state.tokens.saved : null,
    task: sameToken || state.tokens.task?.phase === 'running' ? state.tokens.task : null,
    qualifiedCertificate: awaited ? state.tokens.qualifiedCertificate : qualified,
    obstacle: device ? obstacle(device, at) : null,
  };

  if (awaited) return withSteps({ ...state, tokens });

  const newest = device ? (accessKeys(device)[0]?.certificate ?? null) : null;
  const subdivisions = {
    ...(sameHolder ? state.subdivisions : { ...blankSubdivisions, revision: state.subdivisions.revision + 1 }),
    current: newest?.fsrarId ?? null,
  };

  const place = subdivisions.chosen?.fsrarId ?? null;
  const forPlace = newest !== null && place !== null && newest.fsrarId === place && inForce(newest, at);
  const proofHolds = forPlace && state.accessKey.proof?.certificate?.fingerprint === newest.fingerprint;
  const accessKey: WizardState['accessKey'] = sameHolder
    ? {
        ...state.accessKey,
        replaces: newest?.fingerprint ?? null,
        mayKeep: forPlace,
        kept: state.accessKey.kept && forPlace,
        proof: proofHolds || state.accessKey.phase !== 'done' ? state.accessKey.proof : null,
      }
    : blankAccessKey;

  return withSteps({ ...state, tokens, subdivisions, accessKey });
}

/** Puts the person at a permitted step and sets the rail. */
export function withSteps(state: WizardState, wanted: StepId = state.step): WizardState {
  const facts = stepFacts(state);
  const step = nearestPermittedStep(facts, wanted);
  return { ...state, step, steps: stepStatuses(facts, step, state.utm.state?.verdict.healthy ?? false) };
}
