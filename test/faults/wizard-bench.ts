import type { AccessKeyIssuer } from '../../src/egais/access-key-issuer.ts';
import { utmDownload } from '../../src/egais/utm/installer/download-source.ts';
import { diskFiles } from '../../src/egais/utm/settings/settings-files.ts';
import { computers } from '../../src/practice/computers/records.ts';
import { createPracticeSystem } from '../../src/practice/practice-system.ts';
import { Journey } from '../../src/setup/journey/journey.ts';
import { stepFacts } from '../../src/setup/journey/journey-facts.ts';
import { noKnownTokens } from '../../src/setup/known-tokens.ts';
import type { Workplace } from '../../src/setup/workplace.ts';
import type { KeyChange } from '../../src/shared/domain/key-change.ts';
import { permittedSteps } from '../../src/shared/domain/steps.ts';
import type { Subdivision } from '../../src/shared/domain/subdivision.ts';
import { type WizardState, wizardStateSchema } from '../../src/shared/ipc/wizard-state.ts';
import { type Result, succeed } from '../../src/shared/result.ts';
import { practiceScheme } from '../../src/token/library-discovery.ts';
import type { TokenAccess } from '../../src/token/token-access.ts';
import { createTokenAccess } from '../../src/token/token-client.ts';
import { rememberedInMemory } from '../support/remembered-in-memory.ts';
import { callsMade, layPlan, readPlan } from './fault-plan.ts';
import type { Injection } from './injection.ts';
import type { KeptProcess } from './kept-process.ts';
import { readTruth } from './read-truth.ts';
import { plugToken } from './token-folder.ts';
import { freshFsrarId, type Ground, pins } from './token-grounds.ts';
import type { TokenTruth } from './token-truth.ts';

const place: Subdivision = {
  fsrarId: freshFsrarId,
  rowId: '1',
  fullName: 'ООО «Ромашка»',
  shortName: 'ООО «Ромашка»',
  inn: '9900000017',
  kpp: '990001001',
  regionCode: '77',
  address: 'г. Москва',
  legalAddress: 'г. Москва',
};

/** Makes the pair on the token, has it certified and writes the certificate: once, whatever comes of it. */
function issuerOn(access: TokenAccess, ground: Ground): AccessKeyIssuer {
  return {
    id: 'file',
    async issue() {
      const report = await access.scan();
      const device = report.ok ? report.value.devices[0] : undefined;
      const reference = { device: device?.id ?? '', applet: device?.applets[0]?.kind ?? 'combined' } as const;
      const pair = await access.generateRsaPair({ ...reference, label: 'Ключ доступа' });
      if (!pair.ok) return pair;
      const der = ground.certify(Buffer.from(pair.value.publicKey, 'base64'));
      const label = 'Ключ доступа';
      const written = await access.writeCertificate({ ...reference, keyId: pair.value.keyId, der, label });
      return written.ok ? succeed({ kind: 'written' }) : written;
    },
  };
}

const silentUtm = {
  url: 'http://127.0.0.1:8080',
  reachability: 'silent',
  build: null,
  info: null,
  subjects: { rsa: 'unknown', gost: 'unknown' },
  computer: null,
  verdict: { id: 'silent', healthy: false, values: {}, actions: [] },
} as const;

export interface WizardFlow {
  readonly id: string;
  readonly logins: number;
  /** Up to where the faults begin. */
  prepare(journey: Journey): Promise<unknown>;
  act(journey: Journey): Promise<Result<unknown>>;
}

const signIn = (journey: Journey) => journey.tokens.signIn('combined', pins.user, false);

async function toTheCommitment(journey: Journey): Promise<void> {
  await journey.machine.check(null);
  await signIn(journey);
  await journey.go('subdivision');
  await journey.places.choose(place.fsrarId, place.rowId);
  await journey.go('access-key');
}

export const wizardFlows: readonly WizardFlow[] = [
  {
    id: 'list',
    logins: 0,
    prepare: (journey) => journey.machine.check(null),
    act: (journey) => journey.tokens.refresh(),
  },
  { id: 'sign in', logins: 1, prepare: (journey) => journey.machine.check(null), act: signIn },
  { id: 'issue', logins: 0, prepare: toTheCommitment, act: (journey) => journey.accessKey.issue(true, '') },
];

export interface WizardEvidence {
  readonly injection: Injection;
  readonly logins: number;
  readonly struck: boolean;
  readonly calls: readonly string[];
  readonly answer: Result<unknown>;
  readonly state: WizardState;
  readonly before: TokenTruth;
  readonly after: TokenTruth;
}

/** Walks up to the flow, lets the fault befall it, and looks where the wizard stands. */
export async function walkInto(
  ground: Ground,
  process: KeptProcess,
  flow: WizardFlow,
  injection: Injection,
): Promise<WizardEvidence> {
  const folder = ground.copy();
  const access = createTokenAccess({
    launch: process.launch,
    libraries: [`${practiceScheme}${folder}`],
    discoverVendors: false,
    limits: { backOffMs: 0, longestBackOffMs: 0 },
  });
  const workplace: Workplace = {
    // Calls are counted: none comes by the clock.
    tokens: { ...access, watch: () => ({ pause: () => undefined, stop: () => undefined }) },
    issuers: { utm: null, handoff: null, account: null, file: issuerOn(access, ground) },
    sources: { utm: { id: 'utm', subdivisions: async () => succeed([place]) }, account: null },
    contractors: null,
    certificationAccount: null,
    powerCodes: [],
    requests: {
      keep: async () => succeed(null),
      all: async () => ({ requests: [], unreadable: [] }),
      forget: async () => succeed(null),
    },
    archive: { keep: async ({ name }) => succeed(name), fingerprints: async () => succeed(new Set()) },
    keyChanges: rememberedInMemory<readonly KeyChange[]>([]),
    knownTokens: rememberedInMemory(noKnownTokens),
    startWithSystem: {
      read: async () => succeed(false),
      set: async () => succeed(null),
      unset: async () => succeed(null),
    },
    readUtm: async () => ({ ...silentUtm, verdict: { ...silentUtm.verdict, actions: [] } }),
    utmUrl: silentUtm.url,
    utmDownload,
    utmFiles: diskFiles,
    installerFolder: folder,
    system: createPracticeSystem({ computer: () => computers.healthy, now: Date.now }),
    checkMchd: () => Promise.reject(new Error('nobody asks here')),
    elevation: { perform: async () => ({ kind: 'refused' }) },
    libraryOverrides: [],
    record: { write: () => undefined },
    now: () => new Date(),
  };
  const journey = new Journey(workplace, 'ru', null);
  await flow.prepare(journey);
  const before = readTruth(folder, [pins.user]);
  const { call, fault, moment } = injection;
  layPlan(folder, { call, fault, moment });
  const answer = await flow.act(journey);
  const calls = callsMade(folder);
  const struck = readPlan(folder)?.struck ?? false;
  if (struck && fault === 'pulled') plugToken(folder);
  const { state } = journey;
  journey.close();
  return {
    injection,
    logins: flow.logins,
    struck,
    calls,
    answer,
    state,
    before,
    after: readTruth(folder, [pins.user]),
  };
}

const said = ({ tokens, accessKey, subdivisions, notice }: WizardState): boolean =>
  [tokens.problem, tokens.obstacle, tokens.signInProblem, accessKey.problem, subdivisions.problem, notice].some(
    (message) => message !== null,
  ) ||
  (tokens.report?.libraries ?? []).some(
    ({ problem, unreadableSlots }) => problem !== null || unreadableSlots.length > 0,
  );

/** What is wrong with where the wizard stands; empty where nothing is. */
export function wizardViolations({ answer, state, calls, logins, before, after }: WizardEvidence): readonly string[] {
  const permitted = permittedSteps(stepFacts(state));
  const running = [state.tokens.phase, state.accessKey.phase, state.subdivisions.phase].includes('running');
  const there = new Set(after.objects.map(({ identity }) => identity));
  const found: readonly (readonly [boolean, string])[] = [
    [wizardStateSchema.safeParse(state).success, 'the state is not one of the contract'],
    [permitted.includes(state.step), `stands at ${state.step} of ${permitted.join(', ')}`],
    [!running && state.tokens.signingIn === null, 'something is shown as running'],
    [answer.ok || said(state), `nothing is said of ${answer.ok ? '' : answer.problem.code}`],
    [calls.filter((call) => call === 'C_Login').length <= logins, 'a login by itself'],
    [before.objects.every(({ identity }) => there.has(identity)), 'an object is lost'],
    [after.wrongTries.user === before.wrongTries.user, 'a try is spent'],
  ];
  return found.flatMap(([holds, message]) => (holds ? [] : [message]));
}
