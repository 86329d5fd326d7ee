import { randomBytes, verify, X509Certificate } from 'node:crypto';
import type { AccessKeyProof, ProofCheck, ProofCheckId } from '../shared/domain/access-key.ts';
import type { Device } from '../shared/domain/token.ts';
import type { UtmState } from '../shared/domain/utm.ts';
import type { TokenAccess } from '../token/token-access.ts';
import { accessKeys, type FoundAccessKey, inForce } from './chosen-token.ts';

/** What an access key is measured against. `null` where there is nothing to compare with; that check is then left out. */
export interface ProofExpectation {
  readonly fsrarId: string | null;
  /** The access keys that were there before the issue, by fingerprint, and when the newest of them began. */
  readonly before: { readonly fingerprints: readonly string[]; readonly newestNotBefore: string | null } | null;
}

export type SignatureAnswer = 'answered' | 'wrong' | 'not-asked';

/**
 * Asks the private key of a found access key to sign a fresh challenge and checks the answer with the public key of its
 * certificate: the only proof that the two belong together. `not-asked` while nobody is signed in.
 */
export async function askPrivateKey(
  tokens: TokenAccess,
  device: Device,
  found: FoundAccessKey,
): Promise<SignatureAnswer> {
  const applet = device.applets.find((candidate) => candidate.kind === found.applet);
  if (!applet?.signedIn) return 'not-asked';
  const challenge = randomBytes(64);
  const answer = await tokens.sign({
    device: device.id,
    applet: found.applet,
    keyId: found.keyId,
    scheme: 'rsa-pkcs1-sha256',
    data: challenge.toString('base64'),
  });
  if (!answer.ok) return answer.problem.code === 'TOKEN_NOT_SIGNED_IN' ? 'not-asked' : 'wrong';
  const publicKey = new X509Certificate(Buffer.from(found.entry.der, 'base64')).publicKey;
  const right = verify('sha256', challenge, publicKey, Buffer.from(answer.value.signature, 'base64'));
  return right ? 'answered' : 'wrong';
}

const EGAIS_ISSUER = 'pki.fsrar.ru';

/** Puts the answers together. A pure function of what was read. */
export function weighProof(
  device: Device,
  signature: SignatureAnswer,
  utm: UtmState | null,
  expected: ProofExpectation,
  at: Date,
): AccessKeyProof {
  const keys = accessKeys(device);
  const key = keys.find((candidate) => candidate.certificate.fsrarId === expected.fsrarId) ?? keys[0] ?? null;
  const checks: ProofCheck[] = [];
  const add = (id: ProofCheckId, status: ProofCheck['status'], values: ProofCheck['values'] = {}) =>
    checks.push({ id, status, values });
  const settled = (holds: boolean) => (holds ? 'passed' : 'failed');

  if (!key) {
    add('certificate-on-token', 'failed', { name: device.name });
    return { proven: false, fsrarId: null, certificate: null, checks };
  }

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
  add('only-one-access-key', settled(keys.length === 1), { count: keys.length });
  if (utm) {
    const seen = utm.info?.ownerId ?? null;
    const status = seen === null ? 'unknown' : settled(seen === fsrarId && utm.info?.rsa.validity !== 'invalid');
    add('utm-sees-it', status, { seen: seen ?? '—', fsrarId });
  }

  const status = (id: ProofCheckId) => checks.find((check) => check.id === id)?.status;
  const proven = checks.every((check) => check.status !== 'failed') && status('private-key-answers') === 'passed';
  return { proven, fsrarId: certificate.fsrarId, certificate, checks };
}
