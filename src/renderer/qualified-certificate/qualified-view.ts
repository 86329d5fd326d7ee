import { certificationAuthorities } from '../../shared/certification-authorities.ts';
import type { Certificate } from '../../shared/domain/certificate.ts';
import {
  type Application,
  type CertificationAuthorityId,
  mayRequestCertificate,
} from '../../shared/domain/certification-authority.ts';
import type { Applet, Device } from '../../shared/domain/token.ts';
import type { QualifiedState, ReceivedCertificate, SavedRequest } from '../../shared/ipc/qualified-state.ts';
import type { WizardState } from '../../shared/ipc/wizard-state.ts';
import { cardCertificates, isLocked, shownDevice } from '../steps/token/token-view.ts';

/** What only the page knows: how far the person has come in it, and which turn was taken. */
export interface Turns {
  /** Another request is wanted although one waits. */
  readonly anew: boolean;
  /** The form was sent without faults. */
  readonly formDone: boolean;
  /** The way a person asked for; `null`: the usual one of the authority. */
  readonly way: 'account' | 'file' | null;
}

export const firstTurns: Turns = { anew: false, formDone: false, way: null };

export type Unfitness = 'cannot' | 'blank' | 'locked';

export type Chapter =
  | { readonly name: 'absent' | 'making' | 'installing' | 'done' | 'certificate' | 'authority' | 'form' | 'summary' }
  | { readonly name: 'unfit'; readonly why: Unfitness }
  | { readonly name: 'visit'; readonly authority: CertificationAuthorityId }
  | { readonly name: 'request' | 'sign-in' | 'applications' }
  | { readonly name: 'application' | 'waiting'; readonly application: Application };

/** The part of a token that holds signatures. */
export const signatureApplet = (device: Device): Applet | null =>
  device.applets.find(({ kind }) => kind !== 'pki') ?? null;

/** The signature that the new one follows: the one in use, else the latest of all. */
export function previousCertificate(tokens: WizardState['tokens']): Certificate | null {
  const device = shownDevice(tokens);
  const applet = device && signatureApplet(device);
  return applet ? cardCertificates(applet, tokens.qualifiedCertificate).qualified : null;
}

/** What was said in the request that the pages are about. */
export const requestOf = ({ open, request }: QualifiedState): SavedRequest | null =>
  open.find(({ keyId }) => keyId === request)?.request ?? null;

/** The requests whose keys wait on the token that is shown. */
export function waitingHere({
  tokens,
  qualified,
}: Pick<WizardState, 'tokens' | 'qualified'>): readonly { readonly keyId: string; readonly request: SavedRequest }[] {
  const serial = shownDevice(tokens)?.serial;
  return qualified.open.flatMap(({ state, token, keyId, request }) =>
    state === 'waiting' && token === serial && request ? [{ keyId, request }] : [],
  );
}

/** Certificates with keys that a new key leaves alone. */
export const untouchedOn = (device: Device): readonly Certificate[] =>
  device.applets.flatMap(({ certificates }) =>
    certificates.flatMap(({ certificate, privateKey }) =>
      certificate && privateKey !== 'absent' && ['qualified', 'access-key'].includes(certificate.purpose)
        ? [certificate]
        : [],
    ),
  );

/** The certificate that was written and proven, as it stands on the token now. */
export const installedCertificate = (
  { qualified }: Pick<WizardState, 'qualified'>,
  device: Device,
): Certificate | null =>
  untouchedOn(device).find(({ fingerprint }) => fingerprint === qualified.installing.installed) ?? null;

/** What else is on the token beside the new signature. */
export function othersOn(
  device: Device,
  installed: Certificate | null,
): { readonly signature: boolean; readonly accessKey: boolean } {
  const others = untouchedOn(device).filter(({ fingerprint }) => fingerprint !== installed?.fingerprint);
  return {
    signature: others.some(({ purpose }) => purpose === 'qualified'),
    accessKey: others.some(({ purpose }) => purpose === 'access-key'),
  };
}

/** Why this token will not take a signature, whatever is done on these pages. */
function unfitness(device: Device): Unfitness | null {
  const applet = signatureApplet(device);
  if (!applet) return 'cannot';
  if (!applet.initialised || !applet.userPin.initialised) return 'blank';
  if (!applet.canGenerate.gost) return 'cannot';
  return isLocked(applet.userPin) ? 'locked' : null;
}

const chosenApplication = ({ account }: QualifiedState): Application | null =>
  account.applications.find(({ id }) => id === account.chosen) ?? null;

/** How a request reaches an authority: a person goes there, by the account that is configured, or as a file. */
export type AuthorityWay = 'visit' | 'account' | 'file';

/** Whether a request can go to this authority by the account that is configured. */
export const hasAccount = ({ account }: QualifiedState, authority: CertificationAuthorityId): boolean =>
  account.configured && certificationAuthorities[authority].way !== 'in-person';

/** The way to an authority: the wanted one where it is open, else the one that is usual there. */
export function wayTo(
  qualified: QualifiedState,
  authority: CertificationAuthorityId,
  wanted: Turns['way'],
): AuthorityWay {
  const { way } = certificationAuthorities[authority];
  if (way === 'in-person') return 'visit';
  const chosen = wanted ?? way;
  return chosen === 'account' && hasAccount(qualified, authority) ? 'account' : 'file';
}

function issueChapter(qualified: QualifiedState, way: AuthorityWay): Chapter {
  if (way === 'file') return { name: 'request' };
  const application = chosenApplication(qualified);
  if (!qualified.account.signedIn) return { name: 'sign-in' };
  if (!application) return { name: 'applications' };
  const { state } = application.issue;
  return { name: state === 'ordered' || state === 'issuing' ? 'waiting' : 'application', application };
}

/** The page that follows from the facts: what runs goes first, then what is there, then what was chosen. */
export function chapterOf({ tokens, qualified }: Pick<WizardState, 'tokens' | 'qualified'>, turns: Turns): Chapter {
  if (qualified.making.phase === 'running') return { name: 'making' };
  if (qualified.installing.phase === 'running') return { name: 'installing' };
  const device = shownDevice(tokens);
  if (!device) return { name: qualified.received ? 'certificate' : 'absent' };
  if (qualified.installing.phase === 'done') return { name: 'done' };
  const why = unfitness(device);
  if (why) return { name: 'unfit', why };
  if (qualified.received) return { name: 'certificate' };
  const { authority } = qualified;
  if (authority === null) return { name: 'authority' };
  const way = wayTo(qualified, authority, turns.way);
  if (way === 'visit') return { name: 'visit', authority };
  if (qualified.request !== null && !turns.anew) return issueChapter(qualified, way);
  return { name: turns.formDone ? 'summary' : 'form' };
}

export type Part = 'authority' | 'request' | 'issue' | 'installation';
export const parts: readonly Part[] = ['authority', 'request', 'issue', 'installation'];

/** Where in the whole a chapter stands. */
export const partOf: Readonly<Record<Chapter['name'], Part>> = {
  absent: 'authority',
  unfit: 'authority',
  authority: 'authority',
  visit: 'issue',
  form: 'request',
  summary: 'request',
  making: 'request',
  request: 'issue',
  'sign-in': 'issue',
  applications: 'issue',
  application: 'issue',
  waiting: 'issue',
  certificate: 'installation',
  installing: 'installation',
  done: 'installation',
};

/** How an opened application that is not being issued stands. */
export type ApplicationStandingHere = 'accepted' | 'early' | 'refused' | 'ready' | 'other';

export function standingHere(application: Application): ApplicationStandingHere {
  const { state } = application.issue;
  if (state === 'ready' || state === 'refused' || state === 'other') return state;
  return mayRequestCertificate(application) ? 'accepted' : 'early';
}

/** The ИНН of an application and of a request, where they are both there and differ. */
export function innConflict(
  { inn }: Application,
  request: SavedRequest | null,
): { readonly application: string; readonly request: string } | null {
  if (inn === null || request === null) return null;
  const { innLegalEntity, inn: own } = request.values;
  const named = [innLegalEntity, own].filter((number) => number !== undefined);
  return named.includes(inn) || named.length === 0 ? null : { application: inn, request: innLegalEntity ?? own ?? '' };
}

/** How an application looks in the list. */
export type ApplicationTone = 'accepted' | 'waiting' | 'ready' | 'refused' | 'other';

export function toneOf(application: Application): ApplicationTone {
  const { state } = application.issue;
  if (state === 'ordered' || state === 'issuing') return 'waiting';
  if (state === 'ready' || state === 'refused') return state;
  return mayRequestCertificate(application) ? 'accepted' : 'other';
}

/** Findings after which nobody can say who stands above a certificate. */
const chainBreakers: ReadonlySet<string> = new Set(['issuer-unknown', 'signature-bad', 'signature-unsupported']);

/** What is known of the authorities above: nothing, only their names, or that their signatures hold. */
export function chainOf({
  checked,
  chain,
  findings,
  problem,
}: ReceivedCertificate): 'unchecked' | 'none' | 'unproven' | 'proven' {
  if (!checked) return 'unchecked';
  if (chain.length === 0) return 'none';
  return problem || findings.some(({ code }) => chainBreakers.has(code)) ? 'unproven' : 'proven';
}

/** How a certificate that came stands: writable, writable with remarks, or not, or nobody could look yet. */
export function verdictOf({
  checked,
  problem,
  findings,
}: Pick<ReceivedCertificate, 'checked' | 'problem' | 'findings'>): 'unchecked' | 'good' | 'warned' | 'bad' {
  if (!checked) return 'unchecked';
  if (problem || findings.some(({ severity }) => severity === 'fault')) return 'bad';
  return findings.some(({ severity }) => severity !== 'note') ? 'warned' : 'good';
}

/** Seconds from now until so many seconds after a moment; never negative. */
export const secondsLeft = (since: string, seconds: number, now: number): number =>
  Math.max(0, Math.ceil((Date.parse(since) + seconds * 1000 - now) / 1000));

/** Beyond this a wait is longer than the authority itself calls usual (30 minutes). */
const USUAL_WAIT_MS = 45 * 60 * 1000;
export const waitsLong = (since: string, now: number): boolean => now - Date.parse(since) > USUAL_WAIT_MS;
