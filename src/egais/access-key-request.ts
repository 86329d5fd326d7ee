import { createHash } from 'node:crypto';
import { buildCertificationRequest } from '../pki/certification-request.ts';
import type { SubjectAttribute } from '../pki/distinguished-name.ts';
import { extendedKeyUsageExtension, keyUsageExtension } from '../pki/extension-writer.ts';
import { isNumber } from '../shared/domain/registration-number.ts';
import type { Subdivision } from '../shared/domain/subdivision.ts';
import { problem } from '../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../shared/result.ts';
import type { FreshPair } from './access-key-issuer.ts';
import { type SignElsewhere, signingElsewhere } from './signature-elsewhere.ts';

export interface AccessKeyRequestOrder {
  readonly subdivision: Subdivision;
  readonly pair: FreshPair;
  /** Signs with the private key of the pair: PKCS#1 v1.5 over SHA-256. */
  readonly sign: SignElsewhere;
}

export interface BuiltAccessKeyRequest {
  /** PKCS#10, DER. */
  readonly der: Uint8Array;
  /** SHA-256 of the SubjectPublicKeyInfo, hex. */
  readonly publicKeySha256: string;
}

const clientAuthentication = '1.3.6.1.5.5.7.3.2';

/** What tells the certificate of a key from any other: SHA-256 of its SubjectPublicKeyInfo, hex. */
const publicKeySha256 = (publicKey: Uint8Array): string => createHash('sha256').update(publicKey).digest('hex');

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
export async function buildAccessKeyRequest(order: AccessKeyRequestOrder): Promise<Result<BuiltAccessKeyRequest>> {
  const { publicKey } = order.pair;
  const extensions = [
    keyUsageExtension(['digitalSignature', 'keyEncipherment']),
    extendedKeyUsageExtension([clientAuthentication]),
  ];
  const built = await signingElsewhere(order.sign, (sign) =>
    buildCertificationRequest(accessKeySubject(order.subdivision), extensions, { publicKey, sign }),
  );
  if (!built.ok) return built;
  if (!built.value.ok) return fail(problem('EGAIS_REQUEST_NOT_BUILT', {}, { reason: built.value.reason }));
  return succeed({ der: built.value.der, publicKeySha256: publicKeySha256(publicKey) });
}
