import { type KeepObstacle, keepObstacleSchema } from '../../shared/domain/access-key.ts';
import { roleOf, rolesOf } from '../../shared/domain/access-role.ts';
import type { Certificate } from '../../shared/domain/certificate.ts';
import { chosenWay, issuerWays } from '../../shared/domain/issuer-choice.ts';
import type { KeyChangeChoices } from '../../shared/domain/key-change.ts';
import { nearestPermittedStep, type StepFacts, type StepId, stepStatuses } from '../../shared/domain/steps.ts';
import { fsrarIdOf } from '../../shared/domain/subdivision.ts';
import type { Device } from '../../shared/domain/token.ts';
import type { UtmState } from '../../shared/domain/utm.ts';
import { blankQualified } from '../../shared/ipc/qualified-state.ts';
import { isWriting, type WizardState } from '../../shared/ipc/wizard-state.ts';
import type { Language } from '../../shared/language.ts';
import { aboutUtm, machineReady } from '../check-machine.ts';
import { accessKeys, chooseDevice, inForce, obstacle, qualifiedCertificate, signInNeeded } from '../chosen-token.ts';
import { keyChangePlan } from '../key-change/plan.ts';
import { changeOf, changeUnderWay } from '../key-change/remembered-changes.ts';
import { noKnownTokens } from '../known-tokens.ts';
import { needsConfirmation } from '../replaced-key.ts';
import { waitingKeyOf } from '../waiting-keys.ts';

/** What a workplace offers, as far as a walk shows it. */
export interface Offers {
  readonly sources: WizardState['subdivisions']['sources'];
  /** An account is configured. */
  readonly contractors: boolean;
  /** A UTM can be brought and installed here. */
  readonly installsUtm: boolean;
  /** The account of a certification authority is configured. */
  readonly certification: boolean;
}

/** The state of a wizard that has looked at nothing yet. */
export function blankState(language: Language, practice: WizardState['practice'], offers: Offers): WizardState {
  return {
    language,
    practice,
    step: 'machine',
    steps: { machine: 'current', token: 'closed', subdivision: 'closed', 'access-key': 'closed', utm: 'closed' },
    machine: { phase: 'idle', findings: [], pending: [], checkedAt: null, mending: null, installer: null },
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
    role: { options: [], chosen: null },
    mchd: blankMchd,
    subdivisions: { ...blankSubdivisions, sources: offers.sources, source: offers.sources[0] ?? 'utm' },
    contractors: { phase: 'idle', configured: offers.contractors, rows: [], problem: null },
    accessKey: blankAccessKey,
    qualified: blankQualified(offers.certification),
    utm: { phase: 'idle', state: null, problem: null },
    utmSetup: { ...blankUtmSetup, mayInstall: offers.installsUtm },
    keyChange: { changes: [], saved: [], plan: null, problem: null },
    knownTokens: { ...noKnownTokens, startsWithSystem: false, problem: null },
    notice: null,
  };
}

export const blankMchd: WizardState['mchd'] = {
  document: null,
  signature: null,
  phase: 'idle',
  report: null,
  problem: null,
};

export const blankUtmSetup: WizardState['utmSetup'] = {
  mayInstall: false,
  utms: [],
  work: null,
  received: null,
  installer: null,
  before: null,
  signs: [],
  installed: null,
  settings: null,
  configured: 'no',
  database: null,
  renewed: null,
  proof: [],
};

const blankSubdivisions: WizardState['subdivisions'] = {
  phase: 'idle',
  source: 'utm',
  sources: ['utm'],
  count: 0,
  revision: 0,
  problem: null,
  current: null,
  chosen: null,
};

export const blankAccessKey: WizardState['accessKey'] = {
  phase: 'idle',
  wish: null,
  issuer: 'utm',
  ways: [],
  replaces: null,
  confirmReplacement: false,
  mayKeep: false,
  keepObstacle: null,
  kept: false,
  stages: [],
  handoff: null,
  request: null,
  keyWaits: false,
  problem: null,
  proof: null,
};

/** A power of attorney whose two files are there, without a fault in them. */
export const mchdAccepted = ({ document, signature, report }: WizardState['mchd']): boolean =>
  document !== null && signature !== null && report?.valid === true;

export const chosenDevice = (state: WizardState): Device | null =>
  state.tokens.report?.devices.find((device) => device.id === state.tokens.chosen) ?? null;

/** The chosen place and the key for it: what is said of a UTM is about these. */
export const placeAndKey = ({ subdivisions, accessKey }: WizardState): string =>
  JSON.stringify([subdivisions.chosen?.fsrarId ?? null, accessKey.proof?.certificate?.fingerprint ?? null]);

/** What the step rules look at, read off a state. */
export function stepFacts(state: WizardState): StepFacts {
  const { tokens, subdivisions, accessKey } = state;
  const accessKeyReady = accessKey.kept || accessKey.proof?.proven === true;
  return {
    // With a key only the UTM is left, and its own page tells what it needs of the computer.
    machineReady:
      machineReady(state.machine.findings, accessKeyReady ? aboutUtm : []) && state.machine.phase !== 'failed',
    tokenReady: chosenDevice(state) !== null && tokens.obstacle === null && tokens.signInNeeded.length === 0,
    subdivisionChosen: subdivisions.chosen !== null,
    accessKeyReady,
    writing: isWriting(state),
  };
}

/** What is chosen is kept, its list and its source are asked anew. */
export const listForgotten = ({
  source,
  sources,
  revision,
}: WizardState['subdivisions']): WizardState['subdivisions'] => ({
  ...blankSubdivisions,
  source,
  sources,
  revision: revision + 1,
});

function roleFor(qualified: Certificate | null, { chosen }: WizardState['role']): WizardState['role'] {
  if (!qualified) return { options: [], chosen: null };
  return { options: [...rolesOf(qualified.holder)], chosen: roleOf(qualified.holder, chosen) };
}

/** The ways to a key for the chosen place, and which of them is taken. A course that is under way keeps its own. */
function waysFor({
  role,
  subdivisions,
  contractors,
  utm,
  accessKey,
}: WizardState): Pick<WizardState['accessKey'], 'ways' | 'issuer'> {
  const place = subdivisions.chosen;
  if (!place || role.chosen === null) return { ways: [], issuer: accessKey.issuer };
  const ways = issuerWays({
    role: role.chosen,
    kpp: place.kpp,
    fsrarId: place.fsrarId,
    currentFsrarId: subdivisions.current,
    placeKnown: fsrarIdOf(place) !== null,
    utmAnswers: utm.state?.reachability === 'answering',
    accountConfigured: contractors.configured,
  });
  const settled = accessKey.phase === 'idle' || accessKey.phase === 'failed';
  return { ways: [...ways], issuer: settled ? chosenWay(ways, accessKey.wish) : accessKey.issuer };
}

const keepObstacleOf = (utm: UtmState | null): KeepObstacle | null =>
  keepObstacleSchema.options.find((id) => id === utm?.verdict.id) ?? null;

/** What follows for the access key from the token, the place and the way. */
function accessKeyFor(state: WizardState, device: Device | null, at: Date): WizardState['accessKey'] {
  const { accessKey, subdivisions } = state;
  const keys = device ? accessKeys(device) : [];
  const newest = keys[0]?.certificate ?? null;
  const place = subdivisions.chosen && fsrarIdOf(subdivisions.chosen);
  const forPlace = newest !== null && place !== null && newest.fsrarId === place && inForce(newest, at);
  // A place that was chosen on the issuer's own page is known by the key that was proven for it.
  const isProven = accessKey.proof?.certificate?.fingerprint === newest?.fingerprint;
  const proofHolds = isProven && (forPlace || (subdivisions.chosen !== null && place === null));
  const { ways, issuer } = waysFor(state);
  const keepObstacle = forPlace ? keepObstacleOf(state.utm.state) : null;
  const course = accessKey.phase === 'awaiting-certificate' ? 'install' : issuer;
  return {
    ...accessKey,
    ways,
    issuer,
    replaces: newest?.fingerprint ?? null,
    confirmReplacement: subdivisions.chosen !== null && needsConfirmation(course, keys, place, at),
    mayKeep: forPlace && keepObstacle === null,
    keepObstacle,
    kept: accessKey.kept && (forPlace || proofHolds),
    keyWaits: device !== null && place !== null && waitingKeyOf(device, place) !== null,
    proof: proofHolds || accessKey.phase !== 'done' ? accessKey.proof : null,
  };
}

const noChoices: KeyChangeChoices = { reason: 'planned', lostPins: [], blankParts: [], revoked: false };

/** Keys whose requests are out. */
export const requestedKeyIds = ({ qualified }: Pick<WizardState, 'qualified'>): ReadonlySet<string> =>
  new Set(qualified.open.flatMap(({ request }) => (request === null ? [] : [request.keyId])));

/** The plan for the token that is there: of the change that was begun, else of one that would be. */
function keyChangeFor(
  { keyChange, utm, utmSetup, accessKey, qualified }: WizardState,
  device: Device | null,
  now: Date,
): WizardState['keyChange'] {
  if (!device) return { ...keyChange, plan: null };
  const begun = changeUnderWay(keyChange.changes, device, now);
  const change = begun ?? changeOf(device, noChoices, now, requestedKeyIds({ qualified }));
  const answered = accessKey.proof?.checks.some(
    ({ id, status }) => id === 'private-key-answers' && status === 'passed',
  );
  const plan = keyChangePlan({
    device,
    change,
    begun: begun !== null,
    saved: new Set(keyChange.saved),
    utm: utm.state,
    proof: utmSetup.proof,
    answered: answered ? (accessKey.proof?.certificate?.fingerprint ?? null) : null,
    now,
  });
  return { ...keyChange, plan };
}

/**
 * Makes a state consistent with itself: everything that follows from the token, the list and the choices is derived
 * here, and a choice whose ground is gone is dropped (another token clears its role, its place, its key and their
 * problems).
 */
export function derive(state: WizardState, at: Date): WizardState {
  const chosen = state.tokens.report ? chooseDevice(state.tokens.report, state.tokens.chosen) : null;
  const sameToken = chosen !== null && chosen === state.tokens.chosen;
  const device = state.tokens.report?.devices.find((candidate) => candidate.id === chosen) ?? null;
  const certificate = device ? qualifiedCertificate(device, at) : null;
  const qualified = certificate?.fingerprint ?? null;
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

  if (awaited) return withSteps({ ...state, tokens, keyChange: { ...state.keyChange, plan: null } });

  const role = roleFor(certificate, sameHolder ? state.role : { options: [], chosen: null });
  const sameRole = sameHolder && role.chosen === state.role.chosen;
  const current = device ? (accessKeys(device)[0]?.certificate.fsrarId ?? null) : null;
  const followed: WizardState = {
    ...state,
    tokens,
    role,
    mchd: sameHolder ? state.mchd : blankMchd,
    subdivisions: { ...(sameRole ? state.subdivisions : listForgotten(state.subdivisions)), current },
    contractors: sameHolder ? state.contractors : { ...state.contractors, phase: 'idle', rows: [], problem: null },
    accessKey: sameRole ? state.accessKey : blankAccessKey,
  };
  const accessKey = accessKeyFor(followed, device, at);
  return withSteps({ ...followed, accessKey, keyChange: keyChangeFor({ ...followed, accessKey }, device, at) });
}

/** Puts the person at a permitted step and sets the rail. */
export function withSteps(state: WizardState, wanted: StepId = state.step): WizardState {
  const facts = stepFacts(state);
  const step = nearestPermittedStep(facts, wanted);
  return { ...state, step, steps: stepStatuses(facts, step, state.utm.state?.verdict.healthy ?? false) };
}
