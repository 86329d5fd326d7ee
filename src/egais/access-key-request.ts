import type { SubjectAttribute } from '../pki/distinguished-name.ts';
import { extendedKeyUsageExtension, keyUsageExtension } from '../pki/extension-writer.ts';
import { extendedPurposes } from '../shared/domain/qualified-request.ts';
import { isNumber } from '../shared/domain/registration-number.ts';
import type { Subdivision } from '../shared/domain/subdivision.ts';
import type { Result } from '../shared/result.ts';
import type { FreshPair } from './access-key-issuer.ts';
import type { SignElsewhere } from './signature-elsewhere.ts';
import { type BuiltRequest, buildSignedRequest } from './signed-request.ts';

export interface AccessKeyRequestOrder {
  readonly subdivision: Subdivision;
  readonly pair: FreshPair;
  /** Signs with the private key of the pair: PKCS#1 v1.5 over SHA-256. */
  readonly sign: SignElsewhere;
}

/**
 * The subject that access keys carry by the UTM's own JSON: CN = FSRAR ID, O = holder, OU = ИНН, C = КПП. No raw name is
 * publicly known, so the order and the string types are ours (docs/sources.md, UTM).
 */
const accessKeySubject = ({ fsrarId, fullName, inn, kpp }: Subdivision): readonly SubjectAttribute[] => [
  ...(kpp === null ? [] : [{ oid: '2.5.4.6', value: kpp, type: isNumber('kpp', kpp) ? 'printable' : 'utf8' } as const]),
  { oid: '2.5.4.10', value: fullName, type: 'utf8' },
  { oid: '2.5.4.11', value: inn, type: 'utf8' },
  { oid: '2.5.4.3', value: fsrarId, type: 'utf8' },
];

/**
 * The PKCS#10 of an access key for a place, signed with the key itself and verified before it is handed out.
 * Problems: those of `sign`; `EGAIS_REQUEST_NOT_BUILT` when the signature does not verify or the key is not RSA or ГОСТ.
 */
export async function buildAccessKeyRequest(order: AccessKeyRequestOrder): Promise<Result<BuiltRequest>> {
  const extensions = [
    keyUsageExtension(['digitalSignature', 'keyEncipherment']),
    extendedKeyUsageExtension([extendedPurposes.clientAuthentication]),
  ];
  return buildSignedRequest(accessKeySubject(order.subdivision), extensions, order.pair.publicKey, order.sign);
}
