import type { IssueStage } from '../../../shared/domain/access-key.ts';
import type { Certificate } from '../../../shared/domain/certificate.ts';
import type { AppletKind, Device } from '../../../shared/domain/token.ts';
import type { WizardState } from '../../../shared/ipc/wizard-state.ts';
import { shownDevice } from '../token/token-view.ts';

export type AccessKeyPage = 'commit' | 'progress' | 'done' | 'failed';

/** Which page of the step is shown; `reviewing` is the person's wish to look at the summary once more. */
export function accessKeyPage({ phase, kept }: WizardState['accessKey'], reviewing: boolean): AccessKeyPage {
  if (phase === 'running') return 'progress';
  if (reviewing) return 'commit';
  if (phase === 'failed') return 'failed';
  return phase === 'done' || kept ? 'done' : 'commit';
}

const certificates = (device: Device): readonly Certificate[] =>
  device.applets.flatMap(({ certificates }) => certificates.flatMap(({ certificate }) => certificate ?? []));

const byFingerprint = (device: Device | null, fingerprint: string | null): Certificate | null =>
  (device && certificates(device).find((certificate) => certificate.fingerprint === fingerprint)) ?? null;

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

/** Milliseconds a stage has taken so far, `null` before it begins. */
export function stageElapsed({ startedAt, finishedAt }: IssueStage, now: number): number | null {
  if (startedAt === null) return null;
  return (finishedAt === null ? now : Date.parse(finishedAt)) - Date.parse(startedAt);
}

/** The part of the stages that is done, 0 to 1. */
export const stagesDone = (stages: readonly IssueStage[]): number =>
  stages.length === 0 ? 0 : stages.filter(({ status }) => status === 'done').length / stages.length;

/** The refusing service's own words, as it sent them, where the problem carries them. */
export function verbatimAnswer(problem: WizardState['accessKey']['problem']): string | null {
  const body = problem?.details.body;
  return typeof body === 'string' && body.trim() !== '' ? body : null;
}
