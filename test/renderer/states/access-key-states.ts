import type {
  AccessKeyProof,
  AccessKeyRequest,
  IssueCourseId,
  IssueStage,
  IssueStageId,
  ProofCheck,
} from '../../../src/shared/domain/access-key.ts';
import { issueCourses, proofCheckIdSchema } from '../../../src/shared/domain/access-key.ts';
import { type IssuerFacts, type IssuerWay, issuerWays } from '../../../src/shared/domain/issuer-choice.ts';
import { LATER_ROW, type Subdivision } from '../../../src/shared/domain/subdivision.ts';
import type { WizardState } from '../../../src/shared/ipc/wizard-state.ts';
import { problem } from '../../../src/shared/problems/problem.ts';
import { accessKey, inDays, qualified, soleProprietor } from './certificates.ts';
import { applet, jacarta } from './devices.ts';
import { checked, goodReport } from './powers-of-attorney.ts';
import type { Scene } from './scene.ts';
import { places, placesWithoutKpp } from './subdivisions.ts';

/** The ways of an organisation that renews the key of its current place, or of somebody whose case differs. */
export const ways = (facts: Partial<IssuerFacts> = {}): IssuerWay[] => [
  ...issuerWays({
    role: 'organization',
    kpp: '990101001',
    fsrarId: '030000000001',
    currentFsrarId: '030000000001',
    placeKnown: true,
    utmAnswers: true,
    accountConfigured: false,
    ...facts,
  }),
];

/** The stages of a course that stands at `running`; `null`: all of them are done. */
export const stages = (running: IssueStageId | null, course: IssueCourseId = 'utm', failed = false): IssueStage[] => {
  const ids = issueCourses[course];
  const at = running === null ? ids.length : ids.indexOf(running);
  const seconds = (ago: number) => new Date(Date.now() - ago * 1000).toISOString();
  return ids.map((id, index) => {
    if (index > at) return { id, status: 'waiting', startedAt: null, finishedAt: null };
    if (index < at) return { id, status: 'done', startedAt: seconds(24 - index), finishedAt: seconds(23 - index) };
    return {
      id,
      status: failed ? 'failed' : 'running',
      startedAt: seconds(23),
      finishedAt: failed ? seconds(2) : null,
    };
  });
};

const values: { readonly [id in ProofCheck['id']]?: ProofCheck['values'] } = {
  'holder-matches': { inn: '9900000017', expected: '9900000017', holder: 'ООО «Ромашка»' },
  'contour-matches': { contour: 'prod', issuer: 'pki.fsrar.ru' },
  'utm-sees-it': { seen: '030000000001', fsrarId: '030000000001' },
  'utm-database-matches': { bound: '030000000077', fsrarId: '030000000001' },
};

export const proof = (
  answers: Partial<Record<ProofCheck['id'], ProofCheck['status']>> = {},
  proven = !Object.values(answers).includes('failed'),
): AccessKeyProof => ({
  proven,
  fsrarId: '030000000001',
  certificate: accessKey(365),
  checks: proofCheckIdSchema.options.map((id) => ({
    id,
    status: answers[id] ?? 'passed',
    values: values[id] ?? {},
  })),
});

const request: AccessKeyRequest = {
  keyId: 'e9a1',
  fsrarId: '030000000001',
  der: 'MIIBAjCB',
  publicKeySha256: '5f1c09ab'.repeat(8),
  madeAt: inDays(0),
};

/** A place that will be chosen on the UTM's own page. */
const later: Subdivision = {
  fsrarId: '',
  rowId: LATER_ROW,
  fullName: 'ООО «Ромашка»',
  shortName: 'ООО «Ромашка»',
  inn: '9900000017',
  kpp: null,
  regionCode: '',
  address: '',
  legalAddress: '',
};

/** Every page and state of step 4, on the state `base` in which the step begins. */
export function accessKeyScenes(base: WizardState, closed: WizardState['steps']): Readonly<Record<string, Scene>> {
  const opened: WizardState['steps'] = { ...closed, utm: 'open' };
  const scene = (facts: Partial<WizardState['accessKey']>, change: Partial<WizardState> = {}): Scene => ({
    state: { ...base, ...change, accessKey: { ...base.accessKey, ...facts } },
  });
  const ofDevice = (pki: readonly ReturnType<typeof accessKey>[], signature = qualified()): Partial<WizardState> => {
    const device = jacarta([applet('gost', [signature], { signedIn: true }), applet('pki', pki, { signedIn: true })]);
    const report = { devices: [device], libraries: [] };
    return { tokens: { ...base.tokens, report, qualifiedCertificate: signature.fingerprint } };
  };
  const soleProprietorState: Partial<WizardState> = {
    ...ofDevice([], soleProprietor()),
    role: { options: ['sole-proprietor'], chosen: 'sole-proprietor' },
    subdivisions: { ...base.subdivisions, current: null, chosen: placesWithoutKpp[0] ?? null, count: 3 },
  };
  const person = {
    ...soleProprietor(),
    holder: { ...soleProprietor().holder, kind: 'person' as const, name: 'Константинопольский Александр Вениаминович' },
  };
  const mchdState: Partial<WizardState> = {
    ...ofDevice([], person),
    role: { options: ['sole-proprietor', 'person-with-mchd'], chosen: 'person-with-mchd' },
    mchd: checked(goodReport),
    subdivisions: { ...base.subdivisions, current: null, chosen: places[0] ?? null },
  };
  const page = { url: 'http://127.0.0.1:8080/app/', trouble: null };
  const onPage = { phase: 'running' as const, issuer: 'handoff' as const, handoff: page, replaces: null };
  const foreign = accessKey(210, '030000000077');
  const refusal = problem(
    'EGAIS_UTM_REFUSED',
    { answer: 'Не удалось выпустить сертификат' },
    {
      status: 500,
      body: 'Не удалось выпустить сертификат.\nОрганизация не найдена в реестре: ИНН 9900000017, КПП 990101001',
    },
  );
  return {
    'access-key-commit': scene({}),
    'access-key-commit-new': scene({ issuer: 'handoff', replaces: null, ways: ways({ currentFsrarId: null }) }),
    'access-key-commit-unconfirmed': scene({ wish: 'utm', replaces: null, ways: ways({ currentFsrarId: null }) }),
    'access-key-commit-keep': scene({ mayKeep: true }),
    'access-key-commit-renewed': scene({ keepObstacle: 'signature-renewed' }),
    'access-key-commit-foreign': scene(
      {
        issuer: 'handoff',
        replaces: foreign.fingerprint,
        confirmReplacement: true,
        ways: ways({ currentFsrarId: '030000000077' }),
      },
      ofDevice([foreign]),
    ),
    'access-key-commit-account': scene(
      { wish: 'account', issuer: 'account', confirmReplacement: true, ways: ways({ accountConfigured: true }) },
      { practice: { scenario: 'renewal', plugged: true, event: null } },
    ),
    'access-key-commit-utm-changes': scene(
      {},
      {
        utmSetup: {
          ...base.utmSetup,
          work: { kind: 'start', phase: 'running', startedAt: '2026-09-18T09:12:05.000Z', problem: null },
        },
      },
    ),
    'access-key-commit-file': scene({
      wish: 'file',
      issuer: 'file',
      keyWaits: true,
      ways: ways({ utmAnswers: false }),
    }),
    'access-key-commit-sole-proprietor': scene(
      {
        issuer: 'handoff',
        replaces: null,
        ways: ways({ role: 'sole-proprietor', kpp: null, currentFsrarId: null }),
      },
      soleProprietorState,
    ),
    'access-key-commit-mchd': scene(
      { issuer: 'handoff', replaces: null, ways: ways({ role: 'person-with-mchd', currentFsrarId: null }) },
      mchdState,
    ),
    'access-key-commit-mchd-later': scene(
      {
        issuer: 'handoff',
        replaces: null,
        ways: ways({ role: 'person-with-mchd', currentFsrarId: null, placeKnown: false }),
      },
      { ...mchdState, subdivisions: { ...base.subdivisions, current: null, chosen: later, count: 0 } },
    ),
    'access-key-progress': scene({ phase: 'running', stages: stages('generating') }),
    'access-key-progress-account': scene({
      phase: 'running',
      issuer: 'account',
      stages: stages('certifying', 'account'),
    }),
    'access-key-progress-file': scene({ phase: 'running', issuer: 'file', stages: stages('making-pair', 'file') }),
    'access-key-progress-install': scene({
      phase: 'running',
      issuer: 'file',
      request,
      stages: stages('writing', 'install'),
    }),
    'access-key-progress-handoff': scene({
      phase: 'running',
      issuer: 'handoff',
      stages: stages('reading', 'handoff'),
    }),
    'access-key-handoff': scene({ ...onPage, stages: stages('awaiting-person', 'handoff') }),
    'access-key-handoff-sole-proprietor': scene(
      { ...onPage, stages: stages('awaiting-person', 'handoff') },
      soleProprietorState,
    ),
    'access-key-handoff-mchd': scene({ ...onPage, stages: stages('awaiting-person', 'handoff') }, mchdState),
    'access-key-handoff-mchd-later': scene(
      { ...onPage, stages: stages('awaiting-person', 'handoff') },
      { ...mchdState, subdivisions: { ...base.subdivisions, current: null, chosen: later, count: 0 } },
    ),
    'access-key-handoff-unreachable': scene({
      ...onPage,
      handoff: { ...page, trouble: 'unreachable' },
      stages: stages('awaiting-person', 'handoff'),
    }),
    'access-key-handoff-stopped': scene({
      phase: 'failed',
      issuer: 'handoff',
      stages: stages('awaiting-person', 'handoff', true),
      problem: problem('EGAIS_HANDOFF_STOPPED'),
    }),
    'access-key-request': scene({
      phase: 'awaiting-certificate',
      wish: 'file',
      issuer: 'file',
      request,
      stages: stages(null, 'file'),
    }),
    'access-key-request-refused': scene({
      phase: 'awaiting-certificate',
      wish: 'file',
      issuer: 'file',
      request,
      confirmReplacement: true,
      problem: problem('SETUP_CERTIFICATE_NOT_FOR_KEY', { file: 'otvet-egais.p7b' }),
    }),
    'access-key-done': scene({ phase: 'done', proof: proof(), stages: stages(null) }, { steps: opened }),
    'access-key-done-account': scene(
      {
        phase: 'done',
        issuer: 'account',
        proof: proof({ 'utm-sees-it': 'unknown' }),
        stages: stages(null, 'account'),
      },
      { steps: opened },
    ),
    'access-key-done-foreign-database': scene(
      { phase: 'done', proof: proof({ 'utm-database-matches': 'failed' }, true), stages: stages(null) },
      { steps: opened },
    ),
    'access-key-kept': scene(
      { phase: 'done', kept: true, proof: proof({ 'newer-than-before': 'unknown' }) },
      { steps: opened },
    ),
    'access-key-refused': scene({ phase: 'failed', stages: stages('generating', 'utm', true), problem: refusal }),
    'access-key-account-refused': scene({
      phase: 'failed',
      issuer: 'account',
      stages: stages('certifying', 'account', true),
      problem: refusal,
    }),
    'access-key-outcome-unknown': scene({
      phase: 'failed',
      stages: stages('generating', 'utm', true),
      problem: problem('EGAIS_UTM_OUTCOME_UNKNOWN'),
    }),
    'access-key-unproven': scene({
      phase: 'failed',
      proof: proof({ 'newer-than-before': 'failed', 'utm-sees-it': 'unknown' }),
      problem: problem('SETUP_ACCESS_KEY_UNPROVEN'),
    }),
  };
}
