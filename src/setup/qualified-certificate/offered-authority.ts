import { createHash } from 'node:crypto';
import type { CertificateWithDer } from '../../pki/certificate-file.ts';
import { problem } from '../../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { certificatesIn, chainFindings, isSelfIssued, type NamedFile } from '../show-certificate.ts';
import type { Believed } from './install-certificate.ts';

/** Findings after which a chain does not lead up to where it should. */
const breaksChain: ReadonlySet<string> = new Set(['issuer-unknown', 'signature-bad', 'signature-unsupported']);

/** The certificate in which a chain would end, for a person to compare, and the others of its file. */
export interface OfferedAuthority {
  readonly top: CertificateWithDer;
  readonly between: readonly CertificateWithDer[];
}

/** As Windows and lists of authorities print it. */
export const sha1Of = (der: Uint8Array): string => createHash('sha1').update(der).digest('hex');

/**
 * The certificate of a file in which the chain of another one would end: a root before anything below it. Nothing is
 * believed yet.
 * Problems: `SETUP_FILE_NOT_CERTIFICATE`, `SETUP_AUTHORITY_NOT_ABOVE`.
 * @param companions what came with the certificate
 */
export function authorityAbove(
  certificate: CertificateWithDer,
  companions: readonly CertificateWithDer[],
  file: NamedFile,
  at: Date,
): Result<OfferedAuthority> {
  const offered = certificatesIn(file);
  if (offered.length === 0) return fail(problem('SETUP_FILE_NOT_CERTIFICATE', { file: file.name }));
  const authorities = offered.filter(({ certificate: { isAuthority } }) => isAuthority);
  const roots = authorities.filter((each) => isSelfIssued(each.certificate));
  const leadsTo = (top: CertificateWithDer): boolean =>
    chainFindings(certificate, [...companions, ...offered], [top], at).every(
      ({ finding }) => !breaksChain.has(finding.code),
    );
  const top = [...roots, ...authorities].find(leadsTo);
  if (!top) {
    const { issuer } = certificate.certificate;
    return fail(problem('SETUP_AUTHORITY_NOT_ABOVE', { file: file.name, issuer: issuer.commonName ?? issuer.text }));
  }
  return succeed({ top, between: offered.filter((each) => each !== top) });
}

/** Who is believed once a person has compared it. */
export const believedFrom = ({ top, between }: OfferedAuthority): Believed => ({
  trust: [{ name: top.certificate.fingerprint, bytes: top.der }],
  between: between.map(({ certificate, der }) => ({ name: certificate.fingerprint, bytes: der })),
});
