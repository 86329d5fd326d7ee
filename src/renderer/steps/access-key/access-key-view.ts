import {
  type AccessKeyProof,
  type IssueCourseId,
  type IssueStage,
  type IssueStageId,
  issueCourses,
} from '../../../shared/domain/access-key.ts';
import type { Certificate } from '../../../shared/domain/certificate.ts';
import type { AppletKind, Device } from '../../../shared/domain/token.ts';
import type { WizardState } from '../../../shared/ipc/wizard-state.ts';
import { problemCatalogue } from '../../../shared/problems/problem.ts';
import { shownDevice } from '../token/token-view.ts';

type AccessKeyState = WizardState['accessKey'];

export type AccessKeyPage = 'commit' | 'progress' | 'handoff' | 'request' | 'done' | 'failed';

/** Which page of the step is shown; `reviewing` is the person's wish to look at the summary once more. */
export function accessKeyPage({ phase, kept, handoff }: AccessKeyState, reviewing: boolean): AccessKeyPage {
  if (phase === 'running') return handoff ? 'handoff' : 'progress';
  if (phase === 'awaiting-certificate') return 'request';
  if (reviewing) return 'commit';
  if (phase === 'failed') return 'failed';
  return phase === 'done' || kept ? 'done' : 'commit';
}

/** Every certificate on a device that can be read. */
export const certificatesOn = (device: Device): readonly Certificate[] =>
  device.applets.flatMap(({ certificates }) => certificates.flatMap(({ certificate }) => certificate ?? []));

const byFingerprint = (device: Device | null, fingerprint: string | null): Certificate | null =>
  (device && certificatesOn(device).find((certificate) => certificate.fingerprint === fingerprint)) ?? null;

/** All that the summary names. */
export interface Summary {
  readonly device: Device | null;
  readonly qualified: Certificate | null;
  readonly replaced: Certificate | null;
  /** Where the new key will stand. */
  readonly applet: AppletKind;
}

export function summaryOf({ tokens, accessKey }: WizardState): Summary {
  const device = shownDevice(tokens);
  return {
    device,
    qualified: byFingerprint(device, tokens.qualifiedCertificate),
    replaced: byFingerprint(device, accessKey.replaces),
    applet: device?.applets.find(({ kind }) => kind !== 'gost')?.kind ?? 'pki',
  };
}

/** What the page before the point of no return says under its title. */
export function commitLead({ mayKeep, keepObstacle, issuer, replaces, keyWaits }: AccessKeyState) {
  if (keepObstacle !== null) return keepObstacle;
  if (mayKeep) return 'keep';
  if (issuer === 'handoff') return 'page';
  if (issuer === 'file') return keyWaits ? 'again' : 'request';
  return replaces === null ? 'new' : 'replace';
}

/** What comes into being on this way: a request is made anew with a key that waits for its certificate already. */
export function createdBy({ issuer, keyWaits }: AccessKeyState) {
  if (issuer !== 'file') return 'key';
  return keyWaits ? 'again' : 'request';
}

/** The course these stages belong to; that of the UTM while none are known. */
export function courseOf(stages: readonly IssueStage[]): IssueCourseId {
  const at = (order: readonly IssueStageId[]) =>
    order.length === stages.length && order.every((id, index) => stages[index]?.id === id);
  const courses: readonly IssueCourseId[] = ['utm', 'handoff', 'file', 'install', 'account'];
  return courses.find((course) => at(issueCourses[course])) ?? 'utm';
}

/** Milliseconds a stage has taken so far, `null` before it begins. */
export function stageElapsed({ startedAt, finishedAt }: IssueStage, now: number): number | null {
  if (startedAt === null) return null;
  return (finishedAt === null ? now : Date.parse(finishedAt)) - Date.parse(startedAt);
}

/** The part of the stages that is done, 0 to 1. */
export const stagesDone = (stages: readonly IssueStage[]): number =>
  stages.length === 0 ? 0 : stages.filter(({ status }) => status === 'done').length / stages.length;

/** The refusing service's own words, as it sent them, where the problem carries them. */
export function verbatimAnswer(problem: AccessKeyState['problem']): string | null {
  const body = problem?.details.body;
  return typeof body === 'string' && body.trim() !== '' ? body : null;
}

/** Whether a course ended between its key and the key's certificate: a key without one may be left on the token. */
export const mayLeaveOrphan = (stages: readonly IssueStage[]): boolean =>
  stages.some(({ id, status }) => id === 'making-pair' && status !== 'waiting') &&
  !stages.some(({ id, status }) => id === 'writing' && status === 'done');

/**
 * What a failure leaves open. `look`: the token must be looked at before anything else; `back`: the summary may be
 * opened again. A person who stopped by himself may do both.
 */
export function waysOn({ problem, proof }: AccessKeyState): { readonly look: boolean; readonly back: boolean } {
  const actions: readonly string[] = problem ? problemCatalogue[problem.code].actions : [];
  const look = actions.includes('check-again') || proof !== null;
  return { look, back: !look || problem?.code === 'EGAIS_HANDOFF_STOPPED' };
}

/** How the page of an existing key is titled. `Utm`: the key is good, the UTM's own house is not. */
export function doneEnding(proof: AccessKeyProof | null, untouched: boolean) {
  if (proof?.proven === false) return 'Doubt';
  if (untouched) return 'Kept';
  return proof?.checks.some(({ status }) => status === 'failed') ? 'Utm' : '';
}
