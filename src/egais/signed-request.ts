import type { Extension } from 'pkijs';
import { buildCertificationRequest } from '../pki/certification-request.ts';
import type { SubjectAttribute } from '../pki/distinguished-name.ts';
import { publicKeySha256 } from '../pki/public-key.ts';
import { problem } from '../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../shared/result.ts';
import { type SignElsewhere, signingElsewhere } from './signature-elsewhere.ts';

export interface BuiltRequest {
  /** PKCS#10, DER. */
  readonly der: Uint8Array;
  /** SHA-256 of the SubjectPublicKeyInfo, hex. */
  readonly publicKeySha256: string;
}

/**
 * A PKCS#10 signed on the token with the key it is for, and verified before it is handed out.
 * Problems: those of `sign`; `EGAIS_REQUEST_NOT_BUILT` when the signature does not verify or the key is not RSA or ГОСТ.
 * @param publicKey SubjectPublicKeyInfo, DER
 */
export async function buildSignedRequest(
  subject: readonly SubjectAttribute[],
  extensions: readonly Extension[],
  publicKey: Uint8Array,
  sign: SignElsewhere,
): Promise<Result<BuiltRequest>> {
  const built = await signingElsewhere(sign, (signer) =>
    buildCertificationRequest(subject, extensions, { publicKey, sign: signer }),
  );
  if (!built.ok) return built;
  if (!built.value.ok) return fail(problem('EGAIS_REQUEST_NOT_BUILT', {}, { reason: built.value.reason }));
  return succeed({ der: built.value.der, publicKeySha256: publicKeySha256(publicKey) });
}
