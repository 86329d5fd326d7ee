import { buildQualifiedRequest } from '../../egais/qualified-request.ts';
import { offeredParameterSets, parameterSets } from '../../shared/domain/gost-parameter-sets.ts';
import type { QualifiedOrder, QualifiedRequest } from '../../shared/domain/qualified-request.ts';
import { validateSubject } from '../../shared/domain/qualified-subject.ts';
import type { Applet, Device } from '../../shared/domain/token.ts';
import { type Problem, problem } from '../../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { readDevice } from '../access-key-course.ts';
import { gostApplet } from '../chosen-token.ts';
import { signatureSchemes } from '../private-key-answer.ts';
import type { Workplace } from '../workplace.ts';
import { bytesOf, qualifiedKeys } from './qualified-requests.ts';

/** What the way to a qualified certificate needs of the workplace. */
export type QualifiedGround = Pick<Workplace, 'tokens' | 'requests' | 'record' | 'now'>;

/** How the making of a request ended. */
export type CreateOutcome =
  | {
      readonly kind: 'requested';
      readonly request: QualifiedRequest;
      /** Why the request is not remembered, `null` where it is. It is good all the same, and has to be saved now. */
      readonly notKept: Problem | null;
    }
  | {
      readonly kind: 'failed';
      readonly problem: Problem;
      /** CKA_IDs of keys that this attempt left on the token without a request. */
      readonly orphans: readonly string[];
    };

/** Why nothing may be generated; the answer is the part of the token that will. */
function readyApplet(device: Device, { parameterSet }: QualifiedOrder): Result<Applet> {
  const applet = gostApplet(device);
  if (!applet || !offeredParameterSets(applet.mechanisms).includes(parameterSet))
    return fail(problem('SETUP_TOKEN_CANNOT_MAKE_QUALIFIED_KEY', { name: device.name, parameterSet }));
  return applet.signedIn ? succeed(applet) : fail(problem('TOKEN_NOT_SIGNED_IN'));
}

/** Problem `SETUP_SUBJECT_FAULTY` where a request cannot be written as it stands. */
export function subjectProblem({ kind, values }: Pick<QualifiedOrder, 'kind' | 'values'>): Problem | null {
  const faults = validateSubject(kind, values);
  if (faults.length === 0) return null;
  const fields = faults.map(({ field, fault }) => `${field} (${fault})`).join(', ');
  return problem('SETUP_SUBJECT_FAULTY', { fields });
}

/** Latin letters: names of keys are shown by programs that know no others. */
const keyLabel = ({ values }: QualifiedOrder, at: Date): string =>
  `KEP-${values.innLegalEntity ?? values.inn ?? ''}-${at.toISOString().slice(0, 10)}`;

/**
 * Makes a ГОСТ pair on the token and a PKCS#10 for it, signed there and verified before it is handed out. Nothing that
 * is on the token is touched; a key that a failure leaves behind is named. Needs a sign-in, makes none.
 * Problems: `SETUP_SUBJECT_FAULTY`, `SETUP_TOKEN_CANNOT_MAKE_QUALIFIED_KEY`, `TOKEN_NOT_SIGNED_IN`,
 * `EGAIS_REQUEST_NOT_BUILT`, the token floor's.
 * @param device `Device.id`
 */
export async function createQualifiedRequest(
  ground: QualifiedGround,
  device: string,
  order: QualifiedOrder,
): Promise<CreateOutcome> {
  const { tokens, requests, record, now } = ground;
  const failed = (cause: Problem, orphans: readonly string[] = []): CreateOutcome => {
    record.write({
      event: 'qualified-request-failed',
      facts: { code: cause.code, orphans: orphans.join(' ') || null },
    });
    return { kind: 'failed', problem: cause, orphans };
  };
  const faulty = subjectProblem(order);
  if (faulty) return failed(faulty);
  const read = await readDevice(ground, device);
  if (!read.ok) return failed(read.problem);
  const before = read.value.device;
  const applet = readyApplet(before, order);
  if (!applet.ok) return failed(applet.problem);

  const at = now();
  const part = { device, applet: applet.value.kind };
  const { oid, bits } = parameterSets[order.parameterSet];
  const pair = await tokens.generateGostPair({ ...part, label: keyLabel(order, at), parameterSet: oid });
  // A token that broke off may have made the pair all the same.
  if (!pair.ok) return failed(pair.problem, await keysSince(ground, before));
  const { keyId } = pair.value;
  const scheme = signatureSchemes[`gost-2012-${bits}`] ?? 'gost-2012-256';
  const built = await buildQualifiedRequest(order, bytesOf(pair.value.publicKey), async (data) => {
    const signed = await tokens.sign({ ...part, keyId, scheme, data: Buffer.from(data).toString('base64') });
    return signed.ok ? succeed(bytesOf(signed.value.signature)) : signed;
  });
  if (!built.ok) return failed(built.problem, [keyId]);

  const { publicKeySha256 } = built.value;
  const request: QualifiedRequest = {
    id: publicKeySha256,
    token: before.serial,
    keyId,
    kind: order.kind,
    values: order.values,
    parameterSet: order.parameterSet,
    madeAt: at.toISOString(),
    der: Buffer.from(built.value.der).toString('base64'),
    publicKeySha256,
  };
  const kept = await requests.keep(request);
  record.write({ event: 'qualified-request-made', facts: { device: before.serial, keyId, publicKeySha256 } });
  return { kind: 'requested', request, notKept: kept.ok ? null : kept.problem };
}

/** Keys that were not there before; none where the token cannot be read. */
async function keysSince(ground: QualifiedGround, before: Device): Promise<readonly string[]> {
  const after = await readDevice(ground, before.id);
  if (!after.ok) return [];
  const known = new Set(qualifiedKeys(before).map(({ keyId }) => keyId));
  return qualifiedKeys(after.value.device).flatMap(({ keyId }) => (known.has(keyId) ? [] : [keyId]));
}
