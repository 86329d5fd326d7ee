import { verifyChain } from '../pki/certificate-chain.ts';
import { type CertificateWithDer, readCertificateFile } from '../pki/certificate-file.ts';
import { verifyCertificationRequest } from '../pki/certification-request.ts';
import { subjectNumberFindings } from '../pki/subject-numbers.ts';
import type { Certificate } from '../shared/domain/certificate.ts';
import { problem } from '../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../shared/result.ts';
import type { CommandResult } from '../shared/results.ts';
import type { CertificateFindingCode } from '../shared/texts/certificate-findings.ts';

/** A file by its name, already read. */
export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Something found about a certificate of the file; its words stand in `certificate-findings.ts`. */
export interface CertificateFinding {
  readonly code: CertificateFindingCode;
  readonly values: Readonly<Record<string, string>>;
}

export interface ShownCertificates {
  readonly kind: CommandResult<'certificates-show'>['kind'];
  readonly findings: readonly CertificateFinding[];
  readonly certificates: readonly Certificate[];
  readonly request: CommandResult<'certificates-show'>['request'];
}

const valuesOf = (certificate: Certificate) => ({
  subject: certificate.holder.name || certificate.subject.text,
  issuer: certificate.issuer.commonName ?? certificate.issuer.text,
  notBefore: certificate.notBefore,
  notAfter: certificate.notAfter,
});

/** Numbers of the subject that cannot be right, as findings about whom `subject` names. */
const numberFindings = (
  of: Parameters<typeof subjectNumberFindings>[0],
  subject: string,
): readonly CertificateFinding[] =>
  subjectNumberFindings(of).map(({ code, name, number }) => ({ code, values: { subject, name, number } }));

/** The certificates of a file, whichever form it has; empty where there are none. */
export const certificatesIn = (file: NamedFile): readonly CertificateWithDer[] => {
  const read = readCertificateFile(file.bytes);
  return read.kind === 'certificates' || read.kind === 'bundle' ? read.certificates : [];
};

/** Numbers of a certificate's subject that cannot be right. */
export const certificateNumberFindings = (certificate: Certificate): readonly CertificateFinding[] =>
  numberFindings(certificate, valuesOf(certificate).subject);

/** A root, by its names alone: nothing is said of its signature. */
export const isSelfIssued = ({ subject, issuer, isAuthority }: Certificate): boolean =>
  isAuthority && subject.text === issuer.text;

/**
 * What speaks against a certificate on its way up to one that is believed, and about which certificate of the way.
 * Without anything `trusted`, a self-signed root among its companions is its own issuer.
 */
export function chainFindings(
  { der }: CertificateWithDer,
  companions: readonly CertificateWithDer[],
  trusted: readonly CertificateWithDer[],
  at: Date,
): readonly { readonly fingerprint: string; readonly finding: CertificateFinding }[] {
  const roots = trusted.length > 0 ? trusted : companions.filter(({ certificate }) => isSelfIssued(certificate));
  const ders = (certificates: readonly CertificateWithDer[]) => certificates.map((each) => each.der);
  const question = { certificate: der, trusted: ders(roots), intermediates: ders(companions), at };
  return verifyChain(question).findings.flatMap(({ code, fingerprint }) => {
    const about = [...companions, ...trusted].find(({ certificate }) => certificate.fingerprint === fingerprint);
    if (code === 'not-a-certificate' || !about) return [];
    return [{ fingerprint, finding: { code, values: valuesOf(about.certificate) } }];
  });
}

/**
 * Reads a file with a certificate, a bundle or a request, and verifies what can be verified. With `trust`, a path to one
 * of those must be found; without it, an unknown issuer is only a warning, and a self-signed root is its own issuer.
 * Problems: `SETUP_FILE_NOT_CERTIFICATE`, also for a file of `trust`.
 */
export function showCertificates(file: NamedFile, trust: readonly NamedFile[], at: Date): Result<ShownCertificates> {
  const read = readCertificateFile(file.bytes);
  if (read.kind === 'unknown') return fail(problem('SETUP_FILE_NOT_CERTIFICATE', { file: file.name }));
  const unreadable = trust.find((candidate) => certificatesIn(candidate).length === 0);
  if (unreadable) return fail(problem('SETUP_FILE_NOT_CERTIFICATE', { file: unreadable.name }));

  if (read.kind === 'request') {
    const verdict = verifyCertificationRequest(read.der);
    const subject = read.request.subject.commonName ?? read.request.subject.text;
    const codes = { good: [], bad: ['request-signature-bad'], unsupported: ['signature-unsupported'] } as const;
    return succeed({
      kind: 'certification-request',
      findings: [
        ...codes[verdict].map((code) => ({ code, values: { subject } })),
        ...numberFindings(read.request, subject),
      ],
      certificates: [],
      request: { subject: read.request.subject, key: read.request.key },
    });
  }

  const own = read.certificates;
  const trusted = trust.flatMap(certificatesIn);
  const findings = own.flatMap((each) =>
    chainFindings(each, own, trusted, at).flatMap(({ fingerprint, finding }) =>
      fingerprint === each.certificate.fingerprint ? [finding] : [],
    ),
  );
  return succeed({
    kind: read.kind === 'bundle' ? 'certificate-bundle' : 'certificate',
    findings: [...findings, ...own.flatMap(({ certificate }) => certificateNumberFindings(certificate))],
    certificates: own.map(({ certificate }) => certificate),
    request: null,
  });
}
