import { randomBytes } from 'node:crypto';
import { subjectPublicKeyInfo } from '../pki/certificate-file.ts';
import { signatureOids } from '../pki/object-identifiers.ts';
import { verifySignature } from '../pki/signature.ts';
import type { AccessKeyProof, ProofCheck, ProofCheckId } from '../shared/domain/access-key.ts';
import type { Device } from '../shared/domain/token.ts';
import type { UtmState } from '../shared/domain/utm.ts';
import type { ProblemCode } from '../shared/problems/problem.ts';
import type { TokenAccess } from '../token/token-access.ts';
import { accessKeys, type FoundAccessKey, inForce } from './chosen-token.ts';

/** What an access key is measured against. `null` where there is nothing to compare with; that check is then left out. */
export interface ProofExpectation {
  readonly fsrarId: string | null;
  /** The access keys that were there before the issue, by fingerprint, and when the newest of them began. */
  readonly before: { readonly fingerprints: readonly string[]; readonly newestNotBefore: string | null } | null;
}

/** `not-asked`: nothing is known of the key, because nobody is signed in or the token did not get to answer. */
export type SignatureAnswer = 'answered' | 'wrong' | 'not-asked';

/** Refusals that speak against the key itself; every other one only says that it could not be asked. */
const againstTheKey: ReadonlySet<ProblemCode> = new Set(['TOKEN_KEY_NOT_FOUND', 'TOKEN_SIGNATURE_UNSOUND']);

/**
 * Asks the private key of a found access key to sign a fresh challenge and checks the answer with the public key of its
 * certificate: the only proof that the two belong together.
 */
export async function askPrivateKey(
  tokens: TokenAccess,
  device: Device,
  found: FoundAccessKey,
): Promise<SignatureAnswer> {
  const applet = device.applets.find((candidate) => candidate.kind === found.applet);
  if (!applet?.signedIn) return 'not-asked';
  const challenge = new Uint8Array(randomBytes(64));
  const answer = await tokens.sign({
    device: device.id,
    applet: found.applet,
    keyId: found.keyId,
    scheme: 'rsa-pkcs1-sha256',
    data: Buffer.from(challenge).toString('base64'),
  });
  if (!answer.ok) return againstTheKey.has(answer.problem.code) ? 'wrong' : 'not-asked';
  const publicKey = subjectPublicKeyInfo(new Uint8Array(Buffer.from(found.entry.der, 'base64')));
  if (!publicKey) return 'wrong';
  const signature = new Uint8Array(Buffer.from(answer.value.signature, 'base64'));
  const claim = { signedBytes: challenge, signature, algorithm: signatureOids.rsaSha256, publicKey };
  return verifySignature(claim) === 'good' ? 'answered' : 'wrong';
}

const EGAIS_ISSUER = 'pki.fsrar.ru';

/** Puts the answers together. A pure function of what was read. */
export function weighProof(
  device: Device,
  key: FoundAccessKey,
  signature: SignatureAnswer,
  utm: UtmState | null,
  expected: ProofExpectation,
  at: Date,
): AccessKeyProof {
  const checks: ProofCheck[] = [];
  const add = (id: ProofCheckId, status: ProofCheck['status'], values: ProofCheck['values'] = {}) =>
    checks.push({ id, status, values });
  const settled = (holds: boolean) => (holds ? 'passed' : 'failed');

  const { certificate } = key;
  const fsrarId = certificate.fsrarId ?? '';
  add('certificate-on-token', 'passed', { fsrarId, notAfter: certificate.notAfter });
  add('private-key-answers', signature === 'not-asked' ? 'unknown' : settled(signature === 'answered'));
  if (expected.fsrarId !== null) {
    add('fsrar-id-matches', settled(fsrarId === expected.fsrarId), { fsrarId, expected: expected.fsrarId });
  }
  add('issuer-is-egais', settled(certificate.issuer.text.includes(EGAIS_ISSUER)), { issuer: certificate.issuer.text });
  add('in-force', settled(inForce(certificate, at)), {
    notBefore: certificate.notBefore,
    notAfter: certificate.notAfter,
  });
  if (expected.before) {
    const { fingerprints, newestNotBefore } = expected.before;
    const newer = newestNotBefore === null || certificate.notBefore > newestNotBefore;
    add('newer-than-before', settled(!fingerprints.includes(certificate.fingerprint) && newer), {
      notBefore: certificate.notBefore,
    });
  }
  const { length: count } = accessKeys(device);
  add('only-one-access-key', settled(count === 1), { count });
  if (utm) {
    const seen = utm.info?.ownerId ?? null;
    const status = seen === null ? 'unknown' : settled(seen === fsrarId && utm.info?.rsa.validity !== 'invalid');
    add('utm-sees-it', status, { seen: seen ?? '—', fsrarId });
  }

  const status = (id: ProofCheckId) => checks.find((check) => check.id === id)?.status;
  const proven = checks.every((check) => check.status !== 'failed') && status('private-key-answers') === 'passed';
  return { proven, fsrarId: certificate.fsrarId, certificate, checks };
}
