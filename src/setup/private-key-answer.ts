import { randomBytes } from 'node:crypto';
import { subjectPublicKeyInfo } from '../pki/certificate-file.ts';
import { signatureAlgorithmFor } from '../pki/certification-request.ts';
import { verifySignature } from '../pki/signature.ts';
import type { Certificate } from '../shared/domain/certificate.ts';
import type { AppletKind, Device, TokenCertificate } from '../shared/domain/token.ts';
import type { ProblemCode } from '../shared/problems/problem.ts';
import type { SignatureScheme, TokenAccess } from '../token/token-access.ts';

/** How keys of each kind sign; the others are never asked to. */
export const signatureSchemes: Readonly<Partial<Record<Certificate['key']['kind'], SignatureScheme>>> = {
  rsa: 'rsa-pkcs1-sha256',
  'gost-2012-256': 'gost-2012-256',
  'gost-2012-512': 'gost-2012-512',
};

/** A certificate on a token, and where the key that it should be of stands. */
interface CertifiedKey {
  readonly applet: AppletKind;
  readonly keyId: string;
  readonly certificate: Certificate;
  readonly entry: TokenCertificate;
}

/** `not-asked`: nothing is known of the key, because nobody is signed in or the token did not get to answer. */
export type SignatureAnswer = 'answered' | 'wrong' | 'not-asked';

/** Refusals that speak against the key itself; every other one only says that it could not be asked. */
const againstTheKey: ReadonlySet<ProblemCode> = new Set(['TOKEN_KEY_NOT_FOUND', 'TOKEN_SIGNATURE_UNSOUND']);

/**
 * Asks the private key beside a certificate to sign a fresh challenge and checks the answer with the public key of the
 * certificate: the only proof that the two belong together.
 */
export async function askPrivateKey(
  tokens: TokenAccess,
  device: Device,
  found: CertifiedKey,
): Promise<SignatureAnswer> {
  const applet = device.applets.find((candidate) => candidate.kind === found.applet);
  const scheme = signatureSchemes[found.certificate.key.kind];
  if (!applet?.signedIn || scheme === undefined) return 'not-asked';
  const challenge = new Uint8Array(randomBytes(64));
  const answer = await tokens.sign({
    device: device.id,
    applet: found.applet,
    keyId: found.keyId,
    scheme,
    data: Buffer.from(challenge).toString('base64'),
  });
  if (!answer.ok) return againstTheKey.has(answer.problem.code) ? 'wrong' : 'not-asked';
  const publicKey = subjectPublicKeyInfo(new Uint8Array(Buffer.from(found.entry.der, 'base64')));
  const algorithm = publicKey && signatureAlgorithmFor(publicKey)?.algorithmId;
  if (!publicKey || algorithm === undefined) return 'wrong';
  const signature = new Uint8Array(Buffer.from(answer.value.signature, 'base64'));
  return verifySignature({ signedBytes: challenge, signature, algorithm, publicKey }) === 'good' ? 'answered' : 'wrong';
}
