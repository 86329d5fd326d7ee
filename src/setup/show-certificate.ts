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
interface CertificateFinding {
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

const trustedIn = (file: NamedFile): readonly CertificateWithDer[] => {
  const read = readCertificateFile(file.bytes);
  return read.kind === 'certificates' || read.kind === 'bundle' ? read.certificates : [];
};

/**
 * Reads a file with a certificate, a bundle or a request, and verifies what can be verified. With `trust`, a path to one
 * of those must be found; without it, an unknown issuer is only a warning, and a self-signed root is its own issuer.
 * Problems: `SETUP_FILE_NOT_CERTIFICATE`, also for a file of `trust`.
 */
export function showCertificates(file: NamedFile, trust: readonly NamedFile[], at: Date): Result<ShownCertificates> {
  const read = readCertificateFile(file.bytes);
  if (read.kind === 'unknown') return fail(problem('SETUP_FILE_NOT_CERTIFICATE', { file: file.name }));
  const unreadable = trust.find((candidate) => trustedIn(candidate).length === 0);
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
  const trusted = trust.flatMap(trustedIn).map(({ der }) => der);
  const roots =
    trust.length > 0 ? trusted : own.filter(({ certificate }) => isSelfIssued(certificate)).map(({ der }) => der);
  const findings = own.flatMap(({ der, certificate }) =>
    verifyChain({
      certificate: der,
      trusted: roots,
      intermediates: own.map((other) => other.der),
      at,
    }).findings.flatMap(({ code, fingerprint }): CertificateFinding[] => {
      if (code === 'not-a-certificate' || fingerprint !== certificate.fingerprint) return [];
      return [{ code, values: valuesOf(certificate) }];
    }),
  );
  return succeed({
    kind: read.kind === 'bundle' ? 'certificate-bundle' : 'certificate',
    findings: [
      ...findings,
      ...own.flatMap(({ certificate }) => numberFindings(certificate, valuesOf(certificate).subject)),
    ],
    certificates: own.map(({ certificate }) => certificate),
    request: null,
  });
}

const isSelfIssued = ({ subject, issuer, isAuthority }: Certificate): boolean =>
  isAuthority && subject.text === issuer.text;
