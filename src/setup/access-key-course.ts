import type { AccessKeyProof, AccessKeyRequest, IssueCourseId, IssueStageId } from '../shared/domain/access-key.ts';
import type { Device, TokenReport } from '../shared/domain/token.ts';
import { type Problem, type ProblemCode, problem } from '../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../shared/result.ts';
import type { ProofExpectation } from './access-key-proof.ts';
import { keepCertificates } from './certificate-archive.ts';
import { absence, accessKeys, type FoundAccessKey, type FoundQualified, foundQualified } from './chosen-token.ts';
import { deletesReplaced, needsConfirmation, writesPastUtm } from './replaced-key.ts';
import { confirms } from './typed-confirmation.ts';
import { verifyAccessKey } from './verify-access-key.ts';
import type { Workplace } from './workplace.ts';

/** How a course ended. Whatever happened, `report` is the token read anew where it could be read. */
export type IssueOutcome =
  | { readonly kind: 'proven'; readonly proof: AccessKeyProof; readonly report: TokenReport }
  | { readonly kind: 'requested'; readonly request: AccessKeyRequest; readonly report: TokenReport }
  | {
      readonly kind: 'failed';
      readonly stage: IssueStageId;
      readonly problem: Problem;
      readonly proof: AccessKeyProof | null;
      readonly report: TokenReport | null;
    };

/** What every course is about. */
export interface CourseOrder {
  readonly course: IssueCourseId;
  /** `Device.id`. */
  readonly device: string;
  /** `null`: the place is chosen on the issuer's own page. */
  readonly fsrarId: string | null;
  /** ИНН of the organisation or ИП the key is for. */
  readonly inn: string;
  /** The last characters of the token's serial as the person typed them; looked at only where they are needed. */
  readonly confirmation: string;
}

/** The token as it was before a course, and what the end of it will be measured against. */
export interface CourseGround {
  readonly order: CourseOrder;
  readonly device: Device;
  readonly report: TokenReport;
  readonly qualified: FoundQualified;
  readonly keysBefore: readonly FoundAccessKey[];
  readonly expected: ProofExpectation;
}

interface DeviceReading {
  readonly report: TokenReport;
  readonly device: Device;
}

/** Reads the tokens anew and finds one of them by `Device.id`. */
export async function readDevice(workplace: Pick<Workplace, 'tokens'>, id: string): Promise<Result<DeviceReading>> {
  const scan = await workplace.tokens.scan();
  if (!scan.ok) return scan;
  const device = scan.value.devices.find((candidate) => candidate.id === id);
  return device ? succeed({ report: scan.value, device }) : fail(absence(scan.value));
}

/** Whether a device holds a key that was not there before: for the expected place, or for any where none is. */
export const hasNewKey = (device: Device, expected: ProofExpectation): boolean =>
  accessKeys(device).some(
    ({ certificate }) =>
      (expected.fsrarId === null || certificate.fsrarId === expected.fsrarId) &&
      !expected.before?.fingerprints.includes(certificate.fingerprint),
  );

/**
 * Reads the token before anything is done to it, demands the confirmation where something will go, and keeps a copy of
 * the certificates that will.
 * Problems: the token floor's, `SETUP_NO_QUALIFIED_CERTIFICATE`, `SETUP_CONFIRMATION_MISMATCH`, `SETUP_FILE_NOT_WRITTEN`.
 */
export async function openCourse(workplace: Workplace, order: CourseOrder): Promise<Result<CourseGround>> {
  const read = await readDevice(workplace, order.device);
  if (!read.ok) return read;
  const { device, report } = read.value;
  const at = workplace.now();
  const qualified = foundQualified(device, at);
  if (!qualified) return fail(problem('SETUP_NO_QUALIFIED_CERTIFICATE'));
  const keysBefore = accessKeys(device);
  if (needsConfirmation(order.course, keysBefore, order.fsrarId, at) && !confirms(device, order.confirmation)) {
    return fail(problem('SETUP_CONFIRMATION_MISMATCH', { name: device.name }));
  }
  const kept = await keepCertificates(workplace.archive, keysBefore);
  if (!kept.ok) return kept;
  const expected: ProofExpectation = {
    fsrarId: order.fsrarId,
    inn: order.inn,
    before: {
      fingerprints: keysBefore.map((key) => key.certificate.fingerprint),
      newestNotBefore: keysBefore[0]?.certificate.notBefore ?? null,
    },
    pastUtm: writesPastUtm(order.course),
  };
  workplace.record.write({
    event: 'access-key-course-begins',
    facts: {
      course: order.course,
      device: device.serial,
      fsrarId: order.fsrarId,
      replaces: keysBefore[0]?.certificate.fingerprint ?? null,
      qualified: qualified.certificate.fingerprint,
    },
  });
  return succeed({ order, device, report, qualified, keysBefore, expected });
}

/** Answers a failure, and writes it into the run record. */
export function courseFailed(
  workplace: Workplace,
  stage: IssueStageId,
  cause: Problem,
  report: TokenReport | null = null,
  proof: AccessKeyProof | null = null,
): IssueOutcome {
  workplace.record.write({ event: 'access-key-issue-failed', facts: { stage, code: cause.code } });
  return { kind: 'failed', stage, problem: cause, proof, report };
}

const unprovenCode = ({ checks }: AccessKeyProof): ProblemCode =>
  checks.some(({ status }) => status === 'failed') ? 'SETUP_ACCESS_KEY_UNPROVEN' : 'SETUP_SIGNED_OUT_BEFORE_PROOF';

/** A proof that fails for the one reason that the old key is still there, as it must be until now. */
const provenButForTheOld = ({ proven, checks }: AccessKeyProof): boolean =>
  !proven &&
  checks.every(({ id, status }) => status !== 'failed' || id === 'only-one-access-key') &&
  checks.some(({ id, status }) => id === 'private-key-answers' && status === 'passed');

async function deleteReplaced(workplace: Workplace, { device, keysBefore }: CourseGround): Promise<Result<null>> {
  for (const { applet, keyId, certificate } of keysBefore) {
    const gone = await workplace.tokens.deleteKey({ device: device.id, applet, keyId, as: 'replaced-access-key' });
    workplace.record.write({
      event: 'access-key-replaced',
      facts: { certificate: certificate.fingerprint, outcome: gone.ok ? 'deleted' : gone.problem.code },
    });
    if (!gone.ok) return gone;
  }
  return succeed(null);
}

/**
 * The end of every course: the token is read anew and its key proven; a key the wizard itself has to take away goes only
 * after its successor is proven.
 *
 * @param issued what the issuer said. It decides nothing by itself: a refusal, or a connection that broke, is followed
 *   by a look at the token, and only a new key that passes the proof counts
 * @param failingStage the stage to name when nothing new is on the token
 */
export async function closeCourse(
  workplace: Workplace,
  ground: CourseGround,
  issued: Result<unknown>,
  failingStage: IssueStageId,
  onStage: (stage: IssueStageId) => void,
): Promise<IssueOutcome> {
  const { order, expected, keysBefore } = ground;
  onStage('reading');
  const after = await readDevice(workplace, order.device);
  if (!after.ok) return courseFailed(workplace, 'reading', issued.ok ? after.problem : issued.problem);
  if (!issued.ok && !hasNewKey(after.value.device, expected)) {
    return courseFailed(workplace, failingStage, issued.problem, after.value.report);
  }

  onStage('proving');
  const verified = await verifyAccessKey(workplace, after.value.device, expected);
  if (!verified.ok) return courseFailed(workplace, 'proving', verified.problem, after.value.report);
  const awaitsDeletion = deletesReplaced(order.course) && keysBefore.length > 0 && provenButForTheOld(verified.value);
  if (awaitsDeletion) return replaceOld(workplace, ground, after.value.report, verified.value, onStage);
  return settle(workplace, after.value.report, verified.value);
}

async function replaceOld(
  workplace: Workplace,
  ground: CourseGround,
  report: TokenReport,
  proof: AccessKeyProof,
  onStage: (stage: IssueStageId) => void,
): Promise<IssueOutcome> {
  onStage('replacing');
  const gone = await deleteReplaced(workplace, ground);
  if (!gone.ok) return courseFailed(workplace, 'replacing', gone.problem, report, proof);
  const after = await readDevice(workplace, ground.order.device);
  if (!after.ok) return courseFailed(workplace, 'replacing', after.problem, null, proof);
  const verified = await verifyAccessKey(workplace, after.value.device, ground.expected);
  if (!verified.ok) return courseFailed(workplace, 'replacing', verified.problem, after.value.report, proof);
  return settle(workplace, after.value.report, verified.value);
}

function settle(workplace: Workplace, report: TokenReport, proof: AccessKeyProof): IssueOutcome {
  if (!proof.proven) return courseFailed(workplace, 'proving', problem(unprovenCode(proof)), report, proof);
  workplace.record.write({
    event: 'access-key-issued',
    facts: { fsrarId: proof.fsrarId, certificate: proof.certificate?.fingerprint ?? null },
  });
  return { kind: 'proven', proof, report };
}
