import {
  type AccessKeyProof,
  type ProofCheck,
  type ProofCheckId,
  proofCheckIdSchema,
} from '../shared/domain/access-key.ts';
import type { Device } from '../shared/domain/token.ts';
import type { UtmState } from '../shared/domain/utm.ts';
import { accessKeys, type FoundAccessKey, inForce } from './chosen-token.ts';
import type { SignatureAnswer } from './private-key-answer.ts';

/** What an access key is measured against. `null` where there is nothing to compare with; that check is then left out. */
export interface ProofExpectation {
  readonly fsrarId: string | null;
  /** ИНН of the organisation or ИП whose key it should be. */
  readonly inn: string | null;
  /** The access keys that were there before the issue, by fingerprint, and when the newest of them began. */
  readonly before: { readonly fingerprints: readonly string[]; readonly newestNotBefore: string | null } | null;
  /**
   * The key was written past the UTM, which reads its token once, at its start: until it is started again, what it sees
   * speaks neither for the key nor against it.
   */
  readonly pastUtm: boolean;
}

const EGAIS_ISSUER = 'pki.fsrar.ru';
const TEST_ISSUER = 'test.pki.fsrar.ru';

/** The contour an issuer belongs to, in the words of the UTM's `contour` (docs/sources.md, UTM). */
const contourOf = (issuer: string): 'prod' | 'test' => (issuer.includes(TEST_ISSUER) ? 'test' : 'prod');

type Answer = Pick<ProofCheck, 'status' | 'values'>;

const settled = (holds: boolean, values: ProofCheck['values'] = {}): Answer => ({
  status: holds ? 'passed' : 'failed',
  values,
});
const unknown = (values: ProofCheck['values'] = {}): Answer => ({ status: 'unknown', values });

/** What the checks look at. */
interface Evidence {
  readonly device: Device;
  readonly key: FoundAccessKey;
  readonly signature: SignatureAnswer;
  /** `null` where no UTM was asked. */
  readonly utm: UtmState | null;
  readonly expected: ProofExpectation;
  readonly at: Date;
}

/** Each check as a question to the evidence; `null` where it does not apply. */
const questions: Readonly<Record<ProofCheckId, (evidence: Evidence) => Answer | null>> = {
  'certificate-on-token': ({ key: { certificate } }) =>
    settled(true, { fsrarId: certificate.fsrarId ?? '', notAfter: certificate.notAfter }),
  'private-key-answers': ({ signature }) => (signature === 'not-asked' ? unknown() : settled(signature === 'answered')),
  'fsrar-id-matches': ({ key: { certificate }, expected }) => {
    if (expected.fsrarId === null) return null;
    const fsrarId = certificate.fsrarId ?? '';
    return settled(fsrarId === expected.fsrarId, { fsrarId, expected: expected.fsrarId });
  },
  'holder-matches': ({ key: { certificate }, expected }) => {
    if (expected.inn === null) return null;
    const inn = certificate.holder.inn ?? '—';
    return settled(inn === expected.inn, { inn, expected: expected.inn, holder: certificate.holder.name });
  },
  'issuer-is-egais': ({ key: { certificate } }) =>
    settled(certificate.issuer.text.includes(EGAIS_ISSUER), { issuer: certificate.issuer.text }),
  'contour-matches': ({ key: { certificate }, utm }) => {
    if (!utm) return null;
    const values = { contour: utm.info?.contour ?? '—', issuer: certificate.issuer.commonName ?? '—' };
    if (!utm.info?.contour) return unknown(values);
    return settled(utm.info.contour === contourOf(certificate.issuer.text), values);
  },
  'in-force': ({ key: { certificate }, at }) =>
    settled(inForce(certificate, at), { notBefore: certificate.notBefore, notAfter: certificate.notAfter }),
  'newer-than-before': ({ key: { certificate }, expected }) => {
    if (!expected.before) return null;
    const { fingerprints, newestNotBefore } = expected.before;
    const newer = newestNotBefore === null || certificate.notBefore > newestNotBefore;
    return settled(!fingerprints.includes(certificate.fingerprint) && newer, { notBefore: certificate.notBefore });
  },
  'only-one-access-key': ({ device }) => {
    const { length: count } = accessKeys(device);
    return settled(count === 1, { count });
  },
  'utm-sees-it': ({ key: { certificate }, utm, expected }) => {
    if (!utm) return null;
    const fsrarId = certificate.fsrarId ?? '';
    const seen = utm.info?.ownerId ?? null;
    const values = { seen: seen ?? '—', fsrarId };
    const agrees = seen === fsrarId && utm.info?.rsa.validity !== 'invalid';
    return seen === null || (expected.pastUtm && !agrees) ? unknown(values) : settled(agrees, values);
  },
  'utm-database-matches': ({ key: { certificate }, utm }) => {
    if (!utm) return null;
    const bound = utm.info?.database.ownerId ?? null;
    const values = { bound: bound ?? '—', fsrarId: certificate.fsrarId ?? '' };
    return bound === null ? unknown(values) : settled(bound === certificate.fsrarId, values);
  },
};

/** Checks that speak of the UTM's own house and not of the key: they are shown, and decide nothing about it. */
const besideTheKey: ReadonlySet<ProofCheckId> = new Set(['utm-database-matches']);

/** Puts the answers together. A pure function of what was read. */
export function weighProof(evidence: Evidence): AccessKeyProof {
  const { certificate } = evidence.key;
  const checks = proofCheckIdSchema.options.flatMap((id): ProofCheck[] => {
    const answer = questions[id](evidence);
    return answer ? [{ id, ...answer }] : [];
  });
  const sound = checks.every(({ id, status }) => status !== 'failed' || besideTheKey.has(id));
  const asked = checks.some(({ id, status }) => id === 'private-key-answers' && status === 'passed');
  return { proven: sound && asked, fsrarId: certificate.fsrarId, certificate, checks };
}
