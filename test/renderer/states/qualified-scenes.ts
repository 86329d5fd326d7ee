import type { Application } from '../../../src/shared/domain/certification-authority.ts';
import type { Device } from '../../../src/shared/domain/token.ts';
import {
  blankQualified,
  type OfferedAuthorityState,
  type QualifiedState,
  type ReceivedCertificate,
} from '../../../src/shared/ipc/qualified-state.ts';
import type { WizardState } from '../../../src/shared/ipc/wizard-state.ts';
import { problem } from '../../../src/shared/problems/problem.ts';
import { accessKey, inDays, qualified } from './certificates.ts';
import { applet, jacarta, pin } from './devices.ts';
import type { Scene } from './scene.ts';

const keyId = 'c3'.repeat(16);

export const openRequest: QualifiedState['open'][number] = {
  state: 'waiting',
  token: '0B53000000006035',
  keyId,
  request: {
    id: 'd4'.repeat(32),
    token: '0B53000000006035',
    keyId,
    kind: 'organization',
    values: { commonName: 'ООО «Ромашка»', innLegalEntity: '9900000017', inn: '500100732259' },
    parameterSet: 'CryptoPro-XchA',
    madeAt: inDays(-1),
    publicKeySha256: 'd4'.repeat(32),
  },
};

export const application = (change: Partial<Application> = {}): Application => ({
  id: '722318',
  date: inDays(-2),
  status: 'Принята Оператором',
  standing: 'accepted',
  inn: '9900000017',
  kpp: '990101001',
  name: 'ООО «Ромашка»',
  kind: 'ЕГАИС',
  tariff: 'Базовый',
  owner: 'Иванова Мария Петровна',
  reason: 'Новый пользователь',
  author: 'Петров Пётр Иванович',
  issue: { state: 'not-requested' },
  ...change,
});

const issuing = application({ issue: { state: 'issuing', retryAfterSeconds: 30 } });

/** The two parts of a token, its signature signed in or not. */
const token = (signed: boolean, signedIn: boolean): Device =>
  jacarta([applet('gost', signed ? [qualified()] : [], { signedIn }), applet('pki', [accessKey()])]);

const formerSignature = { ...qualified(20), fingerprint: 'f0'.repeat(32) };

const waits: Partial<QualifiedState> = { authority: 'forus', open: [openRequest], request: keyId };

const account = (change: Partial<QualifiedState['account']>): QualifiedState['account'] => ({
  ...blankQualified(true).account,
  ...change,
});

const inAccount = (change: Partial<QualifiedState['account']>): Partial<QualifiedState> => ({
  ...waits,
  account: account({ signedIn: true, applications: [application()], ...change }),
});

const opened = (change: Partial<Application>, rest: Partial<QualifiedState['account']> = {}) => {
  const one = application(change);
  return inAccount({ applications: [one], chosen: one.id, ...rest });
};

const received = (change: Partial<ReceivedCertificate>): ReceivedCertificate => ({
  file: 'ромашка.cer',
  checked: true,
  certificate: qualified(),
  chain: [],
  findings: [],
  authority: null,
  problem: null,
  ...change,
});

const unknownIssuer: ReceivedCertificate['findings'][number] = {
  severity: 'warning',
  code: 'issuer-unknown',
  values: { subject: 'ООО «Ромашка»', issuer: 'Тестовый УЦ' },
};

const offeredAuthority: OfferedAuthorityState = {
  file: 'корневой.cer',
  certificate: { ...qualified(3650), isAuthority: true, purpose: 'authority', fingerprint: 'e5'.repeat(32) },
  sha1: 'f6'.repeat(20),
  trusted: false,
  problem: null,
};

const startedAt = new Date(Date.now() - 12_000).toISOString();

/** Every chapter of the way to a signature, by name. */
export function qualifiedScenes(
  base: WizardState,
  tokensOf: (devices: readonly Device[], facts?: Partial<WizardState['tokens']>) => WizardState['tokens'],
): Readonly<Record<string, Scene>> {
  const scene = (change: Partial<QualifiedState>, devices: readonly Device[] = [token(true, true)]): Scene => ({
    state: { ...base, tokens: tokensOf(devices), qualified: { ...blankQualified(true), ...change } },
    side: { name: 'qualified-certificate' },
  });
  return {
    'qualified-authority': scene({}),
    'qualified-authority-waits': scene({ ...waits, authority: null }),
    'qualified-visit': scene({ authority: 'fns' }),
    'qualified-form': scene({ authority: 'other' }),
    'qualified-form-empty': scene({ authority: 'other' }, [token(false, false)]),
    'qualified-making': scene({
      authority: 'other',
      making: { phase: 'running', startedAt, problem: null, orphans: [], subject: null },
    }),
    'qualified-request': scene({ ...waits, authority: 'other' }),
    'qualified-request-not-kept': scene({
      ...waits,
      authority: 'astral-1c-etp',
      making: {
        phase: 'done',
        startedAt,
        problem: problem('SETUP_FILE_NOT_WRITTEN', { file: 'x.json' }),
        orphans: [],
        subject: null,
      },
    }),
    'qualified-sign-in': scene({ ...waits, account: account({}) }),
    'qualified-sign-in-code': scene({
      ...waits,
      account: account({
        code: {
          phoneEnd: '…45-67',
          sentAt: startedAt,
          expiresInSeconds: 300,
          resendAfterSeconds: 60,
          triesLeft: 2,
        },
        problem: problem('CERTIFICATION_CODE_WRONG', { answer: 'неверный код', triesLeft: 2 }),
      }),
    }),
    'qualified-applications': scene(
      inAccount({ applications: [application(), application({ ...issuing, id: '722319' })] }),
    ),
    'qualified-applications-none': scene(inAccount({ applications: [] })),
    'qualified-application': scene(
      opened({}, { papers: [{ id: 'receipt', name: 'Расписка в получении сертификата', need: 'required' }] }),
    ),
    'qualified-application-early': scene(opened({ status: 'Новая', standing: 'unknown' })),
    'qualified-application-conflict': scene(opened({ inn: '9900000024' })),
    'qualified-application-refused': scene(opened({ issue: { state: 'refused', reason: 'Не совпал СНИЛС' } })),
    'qualified-application-ready': scene(
      opened({ status: 'Сертификат выпущен', standing: 'issued', issue: { state: 'ready' } }),
    ),
    'qualified-application-other': scene(opened({ issue: { state: 'other', words: 'На проверке' } })),
    'qualified-waiting': scene(
      inAccount({ applications: [issuing], chosen: issuing.id, watch: { since: startedAt, lookedAt: startedAt } }),
    ),
    'qualified-certificate': scene({
      ...waits,
      received: received({ chain: ['Тестовый УЦ'] }),
    }),
    'qualified-certificate-broken-chain': scene({ ...waits, received: received({ findings: [unknownIssuer] }) }),
    'qualified-certificate-authority': scene({
      ...waits,
      received: received({ findings: [unknownIssuer], authority: offeredAuthority }),
    }),
    'qualified-certificate-authority-not-above': scene({
      ...waits,
      received: received({
        findings: [unknownIssuer],
        authority: {
          file: 'другой.cer',
          certificate: null,
          sha1: null,
          trusted: false,
          problem: problem('SETUP_AUTHORITY_NOT_ABOVE', { file: 'другой.cer', issuer: 'Тестовый УЦ' }),
        },
      }),
    }),
    'qualified-certificate-authority-trusted': scene({
      ...waits,
      received: received({ chain: ['Тестовый УЦ'], authority: { ...offeredAuthority, trusted: true } }),
    }),
    'qualified-certificate-other-key': scene({
      ...waits,
      received: received({
        file: 'чужой.cer',
        problem: problem('SETUP_CERTIFICATE_OF_ANOTHER_KEY', { file: 'чужой.cer' }),
      }),
    }),
    'qualified-certificate-no-token': scene({ ...waits, received: received({ checked: false }) }, []),
    'qualified-installing': scene({
      ...waits,
      installing: { phase: 'running', startedAt, problem: null, installed: null },
    }),
    'qualified-done': scene({
      authority: 'forus',
      installing: { phase: 'done', startedAt, problem: null, installed: qualified().fingerprint },
    }),
    'qualified-done-two-signatures': scene(
      {
        authority: 'forus',
        installing: { phase: 'done', startedAt, problem: null, installed: qualified().fingerprint },
      },
      [jacarta([applet('gost', [formerSignature, qualified()]), applet('pki', [])])],
    ),
    'qualified-absent': scene(waits, []),
    'qualified-cannot': scene({}, [jacarta([applet('pki', [])])]),
    'qualified-blank': scene({}, [
      jacarta([applet('gost', [], { userPin: pin({ initialised: false }) }), applet('pki', [])]),
    ]),
    'qualified-locked': scene({}, [
      jacarta([applet('gost', [], { userPin: pin({ tries: 'locked', left: 0 }) }), applet('pki', [])]),
    ]),
  };
}
