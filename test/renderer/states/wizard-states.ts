import type { Finding } from '../../../src/shared/domain/finding.ts';
import { type StepId, stepIds } from '../../../src/shared/domain/steps.ts';
import type { Subdivision } from '../../../src/shared/domain/subdivision.ts';
import type { Applet, AppletKind, Device } from '../../../src/shared/domain/token.ts';
import type { UtmInfo, UtmLog, UtmOnComputer, UtmState } from '../../../src/shared/domain/utm.ts';
import { blankQualified } from '../../../src/shared/ipc/qualified-state.ts';
import type { WizardState } from '../../../src/shared/ipc/wizard-state.ts';
import { problem } from '../../../src/shared/problems/problem.ts';
import { accessKeyScenes, proof, stages, ways } from './access-key-states.ts';
import { accessKey, inDays, qualified } from './certificates.ts';
import { applet, fullPki, fullRutoken, jacarta, pin, renewalJacarta, rutoken, stranger } from './devices.ts';
import { inOrder, oneBad, onlyAttention, onlyWaiting, severalBad } from './findings.ts';
import { keyChangeScenes } from './key-change-scenes.ts';
import { placeScenes } from './place-scenes.ts';
import { qualifiedScenes } from './qualified-scenes.ts';
import type { Scene } from './scene.ts';
import { places, placesWithoutKpp } from './subdivisions.ts';
import { blankUtmSetup, twoUtms, utmScenes } from './utm-states.ts';

const statusesAt = (step: StepId): WizardState['steps'] => {
  const at = stepIds.indexOf(step);
  const status = (index: number) => (index === at ? 'current' : index > at ? 'closed' : 'done');
  const [machine, token, subdivision, key, utm] = stepIds.map((_, index) => status(index));
  return {
    machine: machine ?? 'closed',
    token: token ?? 'closed',
    subdivision: subdivision ?? 'closed',
    'access-key': key ?? 'closed',
    utm: utm ?? 'closed',
  };
};

const tokensOf = (devices: readonly Device[], facts: Partial<WizardState['tokens']> = {}): WizardState['tokens'] => {
  const chosen = devices.length === 1 ? (devices[0] ?? null) : null;
  return {
    phase: 'done',
    report: { devices: [...devices], libraries: [] },
    problem: null,
    chosen: chosen?.id ?? null,
    signInNeeded: chosen?.applets.flatMap((part) => (part.signedIn ? [] : [part.kind])) ?? [],
    signingIn: null,
    signInProblem: null,
    task: null,
    saved: null,
    watchPaused: false,
    qualifiedCertificate: qualified().fingerprint,
    obstacle: null,
    ...facts,
  };
};

const signedIn = (): Device =>
  jacarta([applet('gost', [qualified()], { signedIn: true }), applet('pki', [accessKey()], { signedIn: true })]);

const base = (step: StepId): WizardState => ({
  language: 'ru',
  practice: null,
  step,
  steps: statusesAt(step),
  machine: { phase: 'done', findings: [...inOrder], pending: [], checkedAt: inDays(0), mending: null, installer: null },
  tokens: step === 'machine' || step === 'token' ? tokensOf([renewalJacarta()]) : tokensOf([signedIn()]),
  role: { options: ['organization'], chosen: 'organization' },
  mchd: { document: null, signature: null, phase: 'idle', report: null, problem: null },
  subdivisions: {
    phase: 'done',
    source: 'utm',
    sources: ['utm'],
    count: places.length,
    revision: 1,
    problem: null,
    current: '030000000001',
    chosen: places[0] ?? null,
  },
  contractors: { phase: 'idle', configured: false, rows: [], problem: null },
  accessKey: {
    phase: 'idle',
    wish: null,
    issuer: 'utm',
    ways: ways(),
    replaces: accessKey().fingerprint,
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
  },
  qualified: blankQualified(false),
  utm: { phase: 'done', state: null, problem: null },
  utmSetup: blankUtmSetup,
  keyChange: { changes: [], saved: [], plan: null, problem: null },
  knownTokens: { remind: false, tokens: [], startsWithSystem: false, problem: null },
  notice: null,
});

const scene = (step: StepId, change: Partial<WizardState> = {}, rows?: readonly Subdivision[]): Scene => ({
  state: { ...base(step), ...change },
  ...(rows ? { rows } : {}),
});

const machine = (findings: readonly Finding[], facts: Partial<WizardState['machine']> = {}) => ({
  machine: { ...base('machine').machine, findings: [...findings], ...facts },
});

const firstStep = (open: boolean): Partial<WizardState> => ({
  steps: {
    machine: 'current',
    token: open ? 'open' : 'closed',
    subdivision: 'closed',
    'access-key': 'closed',
    utm: 'closed',
  },
});
const noTokens = tokensOf([]);

const gost = (facts: Partial<Applet>): Device =>
  jacarta([applet('gost', [qualified()], facts), applet('pki', [accessKey()])]);

const key = (facts: Partial<WizardState['accessKey']>): Partial<WizardState> => ({
  accessKey: { ...base('access-key').accessKey, ...facts },
});

const utmInfo: UtmInfo = {
  version: '4.2.0-b2689',
  contour: 'prod',
  rsaError: null,
  unsentChequesSince: null,
  ownerId: '030000000001',
  database: { createdAt: inDays(-700), ownerId: '030000000001' },
  rsa: {
    validity: 'valid',
    notBefore: { kind: 'date', iso: inDays(0) },
    notAfter: { kind: 'date', iso: inDays(365) },
    issuer: 'pki.fsrar.ru',
  },
  gost: {
    validity: 'valid',
    notBefore: { kind: 'date', iso: inDays(-100) },
    notAfter: { kind: 'date', iso: inDays(299) },
    issuer: 'Тестовый УЦ',
  },
  license: true,
};

const utmState = (verdict: UtmState['verdict'], info: UtmInfo | null): UtmState => ({
  url: 'http://127.0.0.1:8080',
  reachability: info ? 'answering' : 'silent',
  build: null,
  info,
  subjects: { rsa: info ? 'read' : 'unknown', gost: info ? 'read' : 'unknown' },
  computer: null,
  verdict,
});

const url = 'http://127.0.0.1:8080';
const working = utmState(
  { id: 'working', healthy: true, values: { fsrarId: '030000000001', url }, actions: [] },
  utmInfo,
);
const onComputer = (change: Partial<UtmOnComputer>, log: Partial<UtmLog> = {}): UtmOnComputer => ({
  installed: true,
  service: { state: 'running', start: 'automatic' },
  folder: 'C:\\UTM\\transporter',
  log: {
    version: null,
    since: inDays(-1),
    startedAt: null,
    mark: 'exchange',
    ended: false,
    exchangedAt: inDays(0),
    exchangeRefusedAt: null,
    failure: null,
    errors: [],
    ...log,
  },
  lastPost: null,
  ...change,
});
const renewed: UtmState = {
  ...utmState({ id: 'signature-renewed', healthy: false, values: {}, actions: ['open-utm-home'] }, utmInfo),
  computer: onComputer({ lastPost: { at: inDays(0), document: 'QueryClients_v2', status: 500, size: 362 } }),
};
const pinRefused: UtmState = {
  ...utmState({ id: 'pin-refused', healthy: false, values: {}, actions: ['check-again', 'copy-details'] }, utmInfo),
  computer: onComputer(
    {},
    { exchangedAt: null, failure: 'pin-refused', errors: [{ at: inDays(0), text: 'Transport - CKR_PIN_INCORRECT' }] },
  ),
};
const exchanging: UtmState = {
  ...working,
  computer: onComputer({ lastPost: { at: inDays(0), document: 'WayBill_v4', status: 200, size: 213 } }),
};
const silent = utmState(
  { id: 'silent', healthy: false, values: { url }, actions: ['check-again', 'open-utm-download-page'] },
  null,
);
const foreign = utmState(
  {
    id: 'foreign-database',
    healthy: false,
    values: { fsrarId: '030000000001', databaseFsrarId: '030000000077', url },
    actions: ['choose-another-token', 'open-utm-home'],
  },
  {
    ...utmInfo,
    rsaError:
      'FSRAR_ID (CN RSA сертификата) на используемом ключе не соответствует FSRAR_ID первичной инициализации УТМ.',
    database: { createdAt: inDays(-700), ownerId: '030000000077' },
    gost: { ...utmInfo.gost, validity: 'unknown', notAfter: { kind: 'absent' } },
  },
);
const written = key({ phase: 'done', proof: proof(), stages: stages(null) });

type TokenTask = NonNullable<WizardState['tokens']['task']>;

const task = (kind: TokenTask['kind'], applet: TokenTask['applet'], facts: Partial<TokenTask> = {}): TokenTask => ({
  kind,
  applet,
  phase: 'running',
  startedAt: new Date(Date.now() - 14_000).toISOString(),
  problem: null,
  ...facts,
});

/** A page beside step 2 about the one device that is plugged in. */
const beside = (
  device: Device,
  page:
    | { readonly name: 'contents' }
    | { readonly name: 'change-pin' | 'unblock' | 'prepare'; readonly applet: AppletKind },
  facts: Partial<WizardState['tokens']> = {},
): Scene => ({
  ...scene('token', { tokens: tokensOf([device], facts) }),
  side: { ...page, device: device.id, before: null },
});

const used = (): Device =>
  jacarta([
    applet('gost', [qualified()], { initialisation: 'handoff', soPin: null, canUnblock: false }),
    fullPki({ certificates: applet('pki', [qualified(), accessKey(-20)]).certificates }),
  ]);
const blank = (): Device =>
  rutoken({
    certificates: [],
    initialised: false,
    label: 'Rutoken ECP <no label>',
    userPin: pin({ initialised: false }),
    soPin: pin({ left: 10, max: 10 }),
  });
const lockedPki = (facts: Partial<Applet> = {}): Device =>
  jacarta([
    applet('gost', [qualified()]),
    applet('pki', [accessKey()], {
      userPin: pin({ tries: 'locked', left: 0, max: 10 }),
      soPin: pin({ left: 8, max: 10 }),
      ...facts,
    }),
  ]);
const savedPki = { applet: 'pki', folder: 'C:\\Users\\Мария\\Documents\\Сертификаты 6035', count: 2 } as const;

/** Every page and state of the window, by name. */
export const scenes: Readonly<Record<string, Scene>> = {
  ...qualifiedScenes(base('token'), tokensOf),
  'machine-running': scene('machine', {
    ...machine(inOrder.slice(0, 3), {
      phase: 'running',
      pending: ['token', 'clock', 'utm-port', 'network', 'utm'],
      checkedAt: null,
    }),
    ...firstStep(false),
    tokens: { ...noTokens, report: null, phase: 'running' },
  }),
  'machine-one-bad': scene('machine', { ...machine(oneBad), ...firstStep(false), tokens: noTokens }),
  'machine-several-bad': scene('machine', { ...machine(severalBad), ...firstStep(false), tokens: noTokens }),
  'machine-waiting': scene('machine', { ...machine(onlyWaiting), ...firstStep(true), tokens: noTokens }),
  'machine-attention': scene('machine', { ...machine(onlyAttention), ...firstStep(true) }),
  'machine-ready': scene('machine', firstStep(true)),
  'machine-failed': scene('machine', { ...machine([], { phase: 'failed' }), ...firstStep(false), tokens: noTokens }),
  'token-looking': scene('token', { tokens: { ...noTokens, report: null, phase: 'running' } }),
  'token-insert': scene('token', { tokens: noTokens, practice: { scenario: 'no-token', plugged: false, event: null } }),
  'token-library-failed': scene('token', {
    tokens: tokensOf([], {
      problem: problem('TOKEN_PROCESS_DIED', { library: 'jcPKCS11-2.dll', file: 'jcPKCS11-2.dll' }),
      phase: 'failed',
    }),
  }),
  'token-choose': scene('token', {
    tokens: tokensOf([renewalJacarta(), rutoken(), { ...stranger(), shortcomings: ['no-gost-keys'] }]),
  }),
  'token-pins': scene('token', { practice: { scenario: 'renewal', plugged: true, event: null } }),
  'token-pins-second': scene('token', {
    tokens: tokensOf([jacarta([applet('gost', [qualified()], { signedIn: true }), applet('pki', [])])]),
  }),
  'token-signing-in': scene('token', { tokens: tokensOf([renewalJacarta()], { signingIn: 'gost' }) }),
  'token-wrong-pin': scene('token', {
    tokens: tokensOf([gost({ userPin: pin({ tries: 'spent' }) })], {
      signInProblem: {
        applet: 'gost',
        problem: problem('TOKEN_PIN_INCORRECT', { left: 2 }, { code: 'CKR_PIN_INCORRECT' }),
      },
    }),
  }),
  'token-wrong-pki-pin': scene('token', {
    tokens: tokensOf([jacarta([applet('gost', [qualified()], { signedIn: true }), applet('pki', [accessKey()])])], {
      signInProblem: { applet: 'pki', problem: problem('TOKEN_PIN_INCORRECT', {}, { code: 'CKR_PIN_INCORRECT' }) },
    }),
  }),
  'token-locked-unblock': scene('token', { tokens: tokensOf([lockedPki()]) }),
  'token-blank': scene('token', {
    tokens: tokensOf([blank()], {
      qualifiedCertificate: null,
      obstacle: problem('SETUP_TOKEN_NOT_INITIALISED', { name: 'Рутокен ЭЦП 3.0' }),
    }),
  }),
  'token-unsuitable': scene('token', {
    tokens: tokensOf([{ ...stranger(), shortcomings: ['no-gost-keys', 'legacy'] }], {
      qualifiedCertificate: null,
      obstacle: problem('SETUP_NO_QUALIFIED_CERTIFICATE', {}),
    }),
  }),
  'token-watch-paused': scene('token', { tokens: tokensOf([signedIn()], { watchPaused: true }) }),
  contents: beside(renewalJacarta(), { name: 'contents' }),
  'contents-full': beside(jacarta([applet('gost', [qualified()], { signedIn: true }), fullPki({ signedIn: true })]), {
    name: 'contents',
  }),
  'contents-signed-out': beside(jacarta([applet('gost', [qualified()]), fullPki()]), { name: 'contents' }),
  'contents-container': beside(fullRutoken(), { name: 'contents' }, { qualifiedCertificate: null }),
  'contents-deleted': beside(
    jacarta([applet('gost', [qualified()], { signedIn: true }), applet('pki', [accessKey()], { signedIn: true })]),
    { name: 'contents' },
    { task: task('delete-key', 'pki', { phase: 'done' }) },
  ),
  'contents-not-deleted': beside(
    jacarta([applet('gost', [qualified()], { signedIn: true }), fullPki({ signedIn: true })]),
    { name: 'contents' },
    { task: task('delete-key', 'pki', { phase: 'failed', problem: problem('TOKEN_BUSY') }) },
  ),
  'change-pin': beside(renewalJacarta(), { name: 'change-pin', applet: 'gost' }),
  'change-pin-running': beside(
    rutoken(),
    { name: 'change-pin', applet: 'combined' },
    { task: task('change-pin', 'combined') },
  ),
  'change-pin-done': beside(
    rutoken(),
    { name: 'change-pin', applet: 'combined' },
    { task: task('change-pin', 'combined', { phase: 'done' }) },
  ),
  'change-pin-refused': beside(
    rutoken({ userPin: pin({ tries: 'last', left: 1, max: 10 }) }),
    { name: 'change-pin', applet: 'combined' },
    {
      task: task('change-pin', 'combined', {
        phase: 'failed',
        problem: problem('TOKEN_PIN_INCORRECT', { left: 1 }, { code: 'CKR_PIN_INCORRECT' }),
      }),
    },
  ),
  'change-pin-locked': beside(lockedPki(), { name: 'change-pin', applet: 'pki' }),
  unblock: beside(lockedPki(), { name: 'unblock', applet: 'pki' }),
  'unblock-refused': beside(
    lockedPki({ soPin: pin({ tries: 'last', left: 1, max: 10 }) }),
    { name: 'unblock', applet: 'pki' },
    { task: task('unblock-pin', 'pki', { phase: 'failed', problem: problem('TOKEN_SO_PIN_INCORRECT') }) },
  ),
  'unblock-done': beside(
    lockedPki({ userPin: pin({ left: 10, max: 10 }) }),
    { name: 'unblock', applet: 'pki' },
    { task: task('unblock-pin', 'pki', { phase: 'done' }) },
  ),
  'unblock-locked': beside(lockedPki({ soPin: pin({ tries: 'locked', left: 0, max: 10 }) }), {
    name: 'unblock',
    applet: 'pki',
  }),
  'prepare-blank': beside(blank(), { name: 'prepare', applet: 'combined' }, { qualifiedCertificate: null }),
  'prepare-used': beside(used(), { name: 'prepare', applet: 'pki' }),
  'prepare-saved': beside(used(), { name: 'prepare', applet: 'pki' }, { saved: savedPki }),
  'prepare-refused': beside(
    used(),
    { name: 'prepare', applet: 'pki' },
    {
      saved: savedPki,
      watchPaused: true,
      task: task('initialise', 'pki', { phase: 'failed', problem: problem('TOKEN_SO_PIN_INCORRECT') }),
    },
  ),
  'prepare-running': beside(used(), { name: 'prepare', applet: 'pki' }, { task: task('initialise', 'pki') }),
  'prepare-running-away': {
    ...scene('token', { tokens: { ...noTokens, task: task('initialise', 'pki') } }),
    side: { name: 'prepare', applet: 'pki', device: 'jacarta-6035', before: null },
  },
  'prepare-done': beside(
    jacarta([applet('gost', [qualified()]), applet('pki', [])]),
    { name: 'prepare', applet: 'pki' },
    { saved: savedPki, task: task('initialise', 'pki', { phase: 'done' }) },
  ),
  'prepare-handoff': beside(used(), { name: 'prepare', applet: 'gost' }),
  'prepare-vendor': beside(
    jacarta([applet('gost', [], { initialisation: 'vendor', soPin: null }), applet('pki', [accessKey()])]),
    { name: 'prepare', applet: 'gost' },
  ),
  'prepare-vendor-refused': beside(
    jacarta([applet('gost', [qualified()], { initialisation: 'vendor', soPin: null }), applet('pki', [])]),
    { name: 'prepare', applet: 'gost' },
    { task: task('initialise', 'gost', { phase: 'failed', problem: problem('TOKEN_INITIALISATION_HANDOFF') }) },
  ),
  'prepare-handoff-seen': beside(
    jacarta([applet('gost', [], { initialisation: 'handoff' }), applet('pki', [accessKey()])]),
    { name: 'prepare', applet: 'gost' },
  ),
  'prepare-none': beside(
    { ...rutoken({ initialisation: 'none' }), name: 'ESMART Token ГОСТ', family: 'generic' },
    { name: 'prepare', applet: 'combined' },
  ),
  'token-last-try': scene('token', { tokens: tokensOf([gost({ userPin: pin({ tries: 'last', left: 1, max: 10 }) })]) }),
  'token-locked': scene('token', { tokens: tokensOf([gost({ userPin: pin({ tries: 'locked' }) })]) }),
  'token-combined': scene('token', {
    tokens: tokensOf([rutoken()], { qualifiedCertificate: 'b2'.repeat(32) }),
    practice: { scenario: 'rutoken', plugged: true, event: null },
  }),
  'token-obstacle': scene('token', {
    tokens: tokensOf([jacarta([applet('gost', [qualified(-3)]), applet('pki', [])])], {
      obstacle: problem('SETUP_QUALIFIED_CERTIFICATE_EXPIRED', { holder: 'ООО «Ромашка»', date: inDays(-3) }),
    }),
  }),
  'token-ready': scene('token', {
    tokens: tokensOf([signedIn()]),
    steps: { ...statusesAt('token'), subdivision: 'open' },
  }),
  'subdivision-loading': scene('subdivision', {
    subdivisions: { ...base('subdivision').subdivisions, phase: 'running', count: 0, chosen: null },
  }),
  'subdivision-choose': scene(
    'subdivision',
    { subdivisions: { ...base('subdivision').subdivisions, chosen: null } },
    places,
  ),
  'subdivision-sole-proprietor': scene(
    'subdivision',
    { subdivisions: { ...base('subdivision').subdivisions, chosen: null, current: null, count: 3 } },
    placesWithoutKpp,
  ),
  'subdivision-empty': scene('subdivision', {
    subdivisions: {
      ...base('subdivision').subdivisions,
      phase: 'failed',
      count: 0,
      chosen: null,
      problem: problem('EGAIS_NO_SUBDIVISIONS'),
    },
  }),
  'subdivision-failed': scene('subdivision', {
    subdivisions: {
      ...base('subdivision').subdivisions,
      phase: 'failed',
      count: 0,
      chosen: null,
      problem: problem('EGAIS_UTM_SILENT', { url }),
    },
  }),
  ...accessKeyScenes(base('access-key'), statusesAt('access-key')),
  'utm-looking': scene('utm', { ...written, utm: { phase: 'running', state: null, problem: null } }),
  'utm-one-of-two': scene('utm', {
    ...written,
    utm: { phase: 'done', state: working, problem: null },
    utmSetup: { ...blankUtmSetup, utms: [...twoUtms] },
  }),
  'utm-working': scene('utm', { ...written, utm: { phase: 'done', state: working, problem: null } }),
  'utm-silent': scene('utm', { ...written, utm: { phase: 'running', state: silent, problem: null } }),
  'utm-foreign-database': scene('utm', { ...written, utm: { phase: 'done', state: foreign, problem: null } }),
  'utm-exchanging': scene('utm', { ...written, utm: { phase: 'done', state: exchanging, problem: null } }),
  'utm-signature-renewed': scene('utm', { ...written, utm: { phase: 'done', state: renewed, problem: null } }),
  'utm-pin-refused': scene('utm', { ...written, utm: { phase: 'done', state: pinRefused, problem: null } }),
  ...utmScenes(base),
  ...placeScenes(scene),
  ...keyChangeScenes(base('token')),
  help: { ...scene('machine', { ...machine(onlyWaiting), ...firstStep(true) }), side: { name: 'help', code: null } },
  diagnostics: { ...scene('machine', { ...machine(onlyWaiting), ...firstStep(true) }), side: { name: 'diagnostics' } },
  'help-problem': {
    ...scene('machine', { ...machine(onlyWaiting), ...firstStep(true) }),
    side: { name: 'help', code: 'problem:TOKEN_PIN_LOCKED' },
  },
  'help-doubtful': {
    ...scene('machine', { ...machine(onlyWaiting), ...firstStep(true) }),
    side: { name: 'help', code: 'problem:TOKEN_MEMORY_DAMAGED' },
  },
  notice: scene('machine', {
    ...machine(onlyWaiting),
    ...firstStep(true),
    tokens: noTokens,
    practice: { scenario: 'two-tokens', plugged: false, event: null },
    notice: problem('SETUP_TOKEN_GONE', { name: 'JaCarta-2 SE', tail: '…6035' }),
  }),
};
