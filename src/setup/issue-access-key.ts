import type { AccessKeyProof, IssueStageId } from '../shared/domain/access-key.ts';
import type { Certificate } from '../shared/domain/certificate.ts';
import type { Subdivision } from '../shared/domain/subdivision.ts';
import type { Device, TokenReport } from '../shared/domain/token.ts';
import { type Problem, problem } from '../shared/problems/problem.ts';
import { fail, type Result } from '../shared/result.ts';
import type { ProofExpectation } from './access-key-proof.ts';
import { absence, accessKeys, qualifiedCertificate } from './chosen-token.ts';
import { verifyAccessKey } from './verify-access-key.ts';
import type { Workplace } from './workplace.ts';

export interface IssueOrder {
  /** `Device.id`. */
  readonly device: string;
  readonly subdivision: Subdivision;
  readonly termsAccepted: boolean;
}

/** How an issue ended. Whatever happened, `report` is the token read anew where it could be read. */
export type IssueOutcome =
  | { readonly kind: 'proven'; readonly proof: AccessKeyProof; readonly report: TokenReport }
  | {
      readonly kind: 'failed';
      readonly stage: IssueStageId;
      readonly problem: Problem;
      readonly proof: AccessKeyProof | null;
      readonly report: TokenReport | null;
    };

const findIn = (report: TokenReport, id: string): Device | undefined =>
  report.devices.find((device) => device.id === id);

async function readDevice(
  workplace: Workplace,
  id: string,
): Promise<Result<{ readonly report: TokenReport; readonly device: Device }>> {
  const scan = await workplace.tokens.scan();
  if (!scan.ok) return scan;
  const device = findIn(scan.value, id);
  if (!device) return fail(absence(scan.value));
  return { ok: true, value: { report: scan.value, device } };
}

function expectationOf(device: Device, fsrarId: string): ProofExpectation & { before: object } {
  const before = accessKeys(device);
  return {
    fsrarId,
    before: {
      fingerprints: before.map((key) => key.certificate.fingerprint),
      newestNotBefore: before[0]?.certificate.notBefore ?? null,
    },
  };
}

const isNew = (device: Device, expected: ProofExpectation): boolean =>
  accessKeys(device).some(
    ({ certificate }) =>
      certificate.fsrarId === expected.fsrarId && !expected.before?.fingerprints.includes(certificate.fingerprint),
  );

/**
 * Issues an access key and proves it. The issuer is asked exactly once. What it answers decides nothing by itself: a
 * refusal, or a connection that broke, is followed by a look at the token, and only a new key that passes the proof
 * counts.
 *
 * @param onStage called as each stage begins
 */
export async function issueAccessKey(
  workplace: Workplace,
  order: IssueOrder,
  onStage: (stage: IssueStageId) => void,
): Promise<IssueOutcome> {
  const failed = (
    stage: IssueStageId,
    cause: Problem,
    report: TokenReport | null = null,
    proof: AccessKeyProof | null = null,
  ): IssueOutcome => {
    workplace.record.write({ event: 'access-key-issue-failed', facts: { stage, code: cause.code } });
    return { kind: 'failed', stage, problem: cause, proof, report };
  };

  onStage('recorded');
  if (!order.termsAccepted) return failed('recorded', problem('SETUP_TERMS_NOT_ACCEPTED'));
  const before = await readDevice(workplace, order.device);
  if (!before.ok) return failed('recorded', before.problem);
  const qualified: Certificate | null = qualifiedCertificate(before.value.device, workplace.now());
  if (!qualified) return failed('recorded', problem('SETUP_NO_QUALIFIED_CERTIFICATE'), before.value.report);
  const expected = expectationOf(before.value.device, order.subdivision.fsrarId);
  const current = accessKeys(before.value.device)[0]?.certificate ?? null;
  workplace.record.write({
    event: 'access-key-issue-begins',
    facts: {
      issuer: workplace.issuer.id,
      device: before.value.device.serial,
      fsrarId: order.subdivision.fsrarId,
      replaces: current?.fingerprint ?? null,
      qualified: qualified.fingerprint,
      termsAccepted: true,
    },
  });

  onStage('generating');
  const issued = await workplace.issuer.issue({
    subdivision: order.subdivision,
    currentFsrarId: current?.fsrarId ?? null,
    qualifiedCertificate: qualified,
    termsAccepted: order.termsAccepted,
  });

  onStage('reading');
  const after = await readDevice(workplace, order.device);
  if (!after.ok) return failed('reading', issued.ok ? after.problem : issued.problem);
  const { device, report } = after.value;
  if (!issued.ok && !isNew(device, expected)) return failed('generating', issued.problem, report);

  onStage('proving');
  const verified = await verifyAccessKey(workplace, device, expected);
  if (!verified.ok) return failed('proving', verified.problem, report);
  const proof = verified.value;
  if (!proof.proven) {
    const refuted = proof.checks.some((check) => check.status === 'failed');
    const code = refuted ? 'SETUP_ACCESS_KEY_UNPROVEN' : 'SETUP_SIGNED_OUT_BEFORE_PROOF';
    return failed('proving', problem(code), report, proof);
  }
  workplace.record.write({
    event: 'access-key-issued',
    facts: { fsrarId: proof.fsrarId, certificate: proof.certificate?.fingerprint ?? null },
  });
  return { kind: 'proven', proof, report };
}
