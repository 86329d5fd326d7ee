import {
  certificatePoliciesExtension,
  extendedKeyUsageExtension,
  identificationKindExtension,
  keyUsageExtension,
  subjectSignToolExtension,
} from '../pki/extension-writer.ts';
import { type QualifiedOrder, signToolClasses } from '../shared/domain/qualified-request.ts';
import { writtenSubject } from '../shared/domain/qualified-subject.ts';
import type { Result } from '../shared/result.ts';
import type { SignElsewhere } from './signature-elsewhere.ts';
import { type BuiltRequest, buildSignedRequest } from './signed-request.ts';

/** What is left to the authority, or asked of it not at all, is not written. */
const extensionsOf = (order: QualifiedOrder) => [
  keyUsageExtension(order.keyUsage),
  ...(order.extendedKeyUsage.length === 0 ? [] : [extendedKeyUsageExtension(order.extendedKeyUsage)]),
  ...(order.policies.length === 0
    ? []
    : [certificatePoliciesExtension(order.policies.map((name) => signToolClasses[name]))]),
  ...(order.subjectSignTool === null ? [] : [subjectSignToolExtension(order.subjectSignTool)]),
  ...(order.identificationKind === null ? [] : [identificationKindExtension(order.identificationKind)]),
];

/**
 * The PKCS#10 of a qualified certificate (form: order 795 of the FSB), signed on the token with the key it is for.
 * The subject has to be without faults (`validateSubject`). Problems: those of `buildSignedRequest`.
 * @param publicKey SubjectPublicKeyInfo, DER
 */
export const buildQualifiedRequest = (
  order: QualifiedOrder,
  publicKey: Uint8Array,
  sign: SignElsewhere,
): Promise<Result<BuiltRequest>> => buildSignedRequest(writtenSubject(order), extensionsOf(order), publicKey, sign);
