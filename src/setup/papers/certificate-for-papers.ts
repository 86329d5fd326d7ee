import { type CertificateWithDer, subjectPublicKeyInfo } from '../../pki/certificate-file.ts';
import { sameKey } from '../../pki/public-key.ts';
import { problem } from '../../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { certificatesIn, type NamedFile } from '../show-certificate.ts';

function isOf(request: Uint8Array, { der }: CertificateWithDer): boolean {
  const [asked, issued] = [subjectPublicKeyInfo(request), subjectPublicKeyInfo(der)];
  return asked !== undefined && issued !== undefined && sameKey(asked, issued);
}

/**
 * The certificate of a file that papers are made for, DER: the one of the request's key, or without a request the first
 * that is no authority's. A bundle has its authorities beside it, in an order that says nothing.
 * Problems: `SETUP_FILE_NOT_CERTIFICATE`, `SETUP_CERTIFICATE_NOT_FOR_KEY`.
 * @param request PKCS#10, DER
 */
export function certificateForPapers(file: NamedFile, request: Uint8Array | null): Result<Uint8Array> {
  const holders = certificatesIn(file).filter(({ certificate }) => !certificate.isAuthority);
  if (holders.length === 0) return fail(problem('SETUP_FILE_NOT_CERTIFICATE', { file: file.name }));
  const found = holders.find((holder) => request === null || isOf(request, holder));
  return found ? succeed(found.der) : fail(problem('SETUP_CERTIFICATE_NOT_FOR_KEY', { file: file.name }));
}
