import { type CertificateWithDer, subjectPublicKeyInfo } from '../../pki/certificate-file.ts';
import type { Certificate } from '../../shared/domain/certificate.ts';
import { type QualifiedRequest, signToolClasses } from '../../shared/domain/qualified-request.ts';
import { askedFields, subjectOf } from '../../shared/domain/qualified-subject.ts';
import type { AppletKind, Device, TokenKey, TokenReport } from '../../shared/domain/token.ts';
import { type Problem, problem } from '../../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { type CertificateFindingCode, certificateFindingTexts } from '../../shared/texts/certificate-findings.ts';
import { qualifiedRequestTexts } from '../../shared/texts/qualified-request.ts';
import { readDevice } from '../access-key-course.ts';
import { gostApplet } from '../chosen-token.ts';
import { askPrivateKey } from '../private-key-answer.ts';
import {
  type CertificateFinding,
  certificateNumberFindings,
  certificatesIn,
  chainFindings,
  type NamedFile,
} from '../show-certificate.ts';
import type { QualifiedGround } from './create-request.ts';
import { isKeyOf, qualifiedKeys, requestOf } from './qualified-requests.ts';

/** Certificates of authorities beside those of the file. */
export interface Believed {
  /** They are believed as they are; empty where the person names none. */
  readonly trust: readonly NamedFile[];
  /** They may stand between, and are believed when they are proven. */
  readonly between?: readonly NamedFile[];
}

export interface QualifiedInstallOrder extends Believed {
  /** `Device.id`. */
  readonly device: string;
  /** A certificate, a chain or a p7b bundle, as the authority gave it. */
  readonly file: NamedFile;
}

/** Something found about the certificate, and whether it stands in the way. */
interface WeighedFinding extends CertificateFinding {
  readonly severity: 'fault' | 'warning' | 'note';
}

/** The certificate of a file that belongs to a key on the token, and what is to be said about it. */
interface QualifiedMatch {
  readonly applet: AppletKind;
  readonly key: TokenKey;
  readonly candidate: CertificateWithDer;
  /** The request it answers, where one is remembered. */
  readonly request: QualifiedRequest | null;
  readonly findings: readonly WeighedFinding[];
}

/** Each proof of the end, from the token read anew; `unknown`: it could not be asked. */
interface QualifiedProof {
  readonly proven: boolean;
  readonly checks: readonly {
    readonly id: 'certificate-on-token' | 'private-key-answers' | 'previous-kept';
    readonly status: 'passed' | 'failed' | 'unknown';
  }[];
}

export type InstallOutcome =
  | {
      readonly kind: 'installed';
      readonly match: QualifiedMatch;
      readonly proof: QualifiedProof;
      readonly report: TokenReport;
    }
  | {
      readonly kind: 'failed';
      readonly problem: Problem;
      /** `null` where no certificate of a key on the token was found. */
      readonly match: QualifiedMatch | null;
      readonly proof: QualifiedProof | null;
    };

/** What a certificate of this file certifies and the token holds. */
function matchKey(device: Device, file: NamedFile): Result<Pick<QualifiedMatch, 'key' | 'candidate'>> {
  const candidates = certificatesIn(file).filter(({ certificate }) => !certificate.isAuthority);
  if (candidates.length === 0) return fail(problem('SETUP_FILE_NOT_CERTIFICATE', { file: file.name }));
  for (const candidate of candidates) {
    const publicKey = subjectPublicKeyInfo(candidate.der);
    const key = publicKey && qualifiedKeys(device).find((known) => isKeyOf(known, publicKey));
    if (key) return succeed({ key, candidate });
  }
  return fail(problem('SETUP_CERTIFICATE_OF_ANOTHER_KEY', { file: file.name }));
}

const classes: ReadonlySet<string> = new Set(Object.values(signToolClasses));
const nameOf = (certificate: Certificate) => ({ subject: certificate.holder.name || certificate.subject.text });

function ownFindings(certificate: Certificate): readonly CertificateFinding[] {
  const findings: CertificateFinding[] = [];
  const values = nameOf(certificate);
  if (certificate.purpose !== 'qualified') findings.push({ code: 'holder-unknown', values });
  if (!certificate.policies.some((oid) => classes.has(oid))) findings.push({ code: 'no-sign-tool-class', values });
  return findings;
}

/** Fields whose words differ from those of the request; an authority may add and leave out, and people should see it. */
function differences(certificate: Certificate, request: QualifiedRequest | null): readonly CertificateFinding[] {
  if (request === null) return [];
  const issued = subjectOf(certificate);
  return askedFields(request.kind).flatMap((field): CertificateFinding[] => {
    const requested = request.values[field] ?? '—';
    const found = issued?.values[field] ?? '—';
    if (requested === found) return [];
    const name = qualifiedRequestTexts.ru.field[field].label;
    return [{ code: 'subject-differs', values: { ...nameOf(certificate), name, requested, number: found } }];
  });
}

/** A clock of a shop that is a little slow must not stand in the way: what is not yet valid will be. */
const milder: ReadonlySet<CertificateFindingCode> = new Set(['not-yet-valid']);

const weighed = (finding: CertificateFinding, trustNamed: boolean): WeighedFinding => {
  const { severity } = certificateFindingTexts[finding.code];
  if (milder.has(finding.code)) return { ...finding, severity: 'warning' };
  // Whoever names whom to believe wants no other.
  return { ...finding, severity: finding.code === 'issuer-unknown' && trustNamed ? 'fault' : severity };
};

/**
 * Looks at a file before anything is written: which key on the token it is for, and what speaks against it.
 * Problems: `SETUP_FILE_NOT_CERTIFICATE`, `SETUP_CERTIFICATE_OF_ANOTHER_KEY`.
 */
export function matchQualifiedCertificate(
  device: Device,
  { file, trust, between = [] }: Omit<QualifiedInstallOrder, 'device'>,
  requests: readonly QualifiedRequest[],
  at: Date,
): Result<QualifiedMatch> {
  const unreadable = trust.find((candidate) => certificatesIn(candidate).length === 0);
  if (unreadable) return fail(problem('SETUP_FILE_NOT_CERTIFICATE', { file: unreadable.name }));
  const found = matchKey(device, file);
  if (!found.ok) return found;
  const { key, candidate } = found.value;
  const { certificate } = candidate;
  const request = requestOf(requests, key);
  const companions = [file, ...between].flatMap(certificatesIn);
  const findings = [
    ...chainFindings(candidate, companions, trust.flatMap(certificatesIn), at).map(({ finding }) => finding),
    ...ownFindings(certificate),
    ...certificateNumberFindings(certificate),
    ...differences(certificate, request),
  ].map((finding) => weighed(finding, trust.length > 0));
  return succeed({ applet: gostApplet(device)?.kind ?? 'gost', key, candidate, request, findings });
}

const qualifiedFingerprints = (device: Device): readonly string[] =>
  gostApplet(device)?.certificates.flatMap(({ certificate }) => certificate?.fingerprint ?? []) ?? [];

async function prove(
  { tokens }: QualifiedGround,
  before: Device,
  after: Device,
  { applet, candidate }: QualifiedMatch,
): Promise<QualifiedProof> {
  const { certificate } = candidate;
  const entry = gostApplet(after)?.certificates.find(
    (each) => each.certificate?.fingerprint === certificate.fingerprint,
  );
  const answer = entry
    ? await askPrivateKey(tokens, after, { applet, keyId: entry.keyId, certificate, entry })
    : 'not-asked';
  const there = qualifiedFingerprints(after);
  const answers = { answered: 'passed', wrong: 'failed', 'not-asked': 'unknown' } as const;
  const checks: QualifiedProof['checks'] = [
    { id: 'certificate-on-token', status: entry ? 'passed' : 'failed' },
    { id: 'private-key-answers', status: answers[answer] },
    {
      id: 'previous-kept',
      status: qualifiedFingerprints(before).every((each) => there.includes(each)) ? 'passed' : 'failed',
    },
  ];
  return { proven: checks.every(({ status }) => status === 'passed'), checks };
}

/**
 * Writes a certificate beside the key that it certifies, reads the token anew and has the key sign a challenge. Whatever
 * stood there before stays; a certificate that is there already is only proven. Needs a sign-in, makes none.
 * Problems: those of `matchQualifiedCertificate`, `SETUP_CERTIFICATE_UNFIT`, `TOKEN_NOT_SIGNED_IN`,
 * `SETUP_QUALIFIED_UNPROVEN`, the token floor's.
 */
export async function installQualifiedCertificate(
  ground: QualifiedGround,
  order: QualifiedInstallOrder,
): Promise<InstallOutcome> {
  const { tokens, requests, record, now } = ground;
  const failed = (
    cause: Problem,
    match: QualifiedMatch | null = null,
    proof: QualifiedProof | null = null,
  ): InstallOutcome => {
    record.write({ event: 'qualified-certificate-not-installed', facts: { code: cause.code } });
    return { kind: 'failed', problem: cause, match, proof };
  };
  const before = await readDevice(ground, order.device);
  if (!before.ok) return failed(before.problem);
  const { device } = before.value;
  const { requests: remembered } = await requests.all();
  const matched = matchQualifiedCertificate(device, order, remembered, now());
  if (!matched.ok) return failed(matched.problem);
  const match = matched.value;
  const faults = match.findings.filter(({ severity }) => severity === 'fault').map(({ code }) => code);
  if (faults.length > 0) {
    const unfit = problem('SETUP_CERTIFICATE_UNFIT', { file: order.file.name }, { findings: faults.join(' ') });
    return failed(unfit, match);
  }
  if (!gostApplet(device)?.signedIn) return failed(problem('TOKEN_NOT_SIGNED_IN'), match);

  const { applet, key, candidate } = match;
  const der = Buffer.from(candidate.der).toString('base64');
  const written = await tokens.writeCertificate({
    device: device.id,
    applet,
    keyId: key.keyId,
    der,
    label: key.label,
  });
  // A refusal, or a token that broke off, is followed by a look at the token, as everywhere.
  const after = await readDevice(ground, order.device);
  if (!after.ok) return failed(written.ok ? after.problem : written.problem, match);
  const proof = await prove(ground, device, after.value.device, match);
  if (!proof.proven) return failed(written.ok ? problem('SETUP_QUALIFIED_UNPROVEN') : written.problem, match, proof);
  record.write({
    event: 'qualified-certificate-installed',
    facts: { device: device.serial, keyId: key.keyId, certificate: candidate.certificate.fingerprint },
  });
  if (match.request) await requests.forget(match.request.id);
  return { kind: 'installed', match, proof, report: after.value.report };
}
