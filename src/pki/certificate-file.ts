import type { Certificate } from '../shared/domain/certificate.ts';
import { derBlocksOf } from './armour.ts';
import { parseCertificate } from './certificate.ts';
import { certificateStructureOf } from './certificate-structure.ts';
import { type CertificationRequest, parseCertificationRequest } from './certification-request.ts';
import { attempt, rawBytes } from './der.ts';
import { signedDataStructureOf } from './signed-data.ts';

/** A certificate beside the bytes it was read from. */
export interface CertificateWithDer {
  readonly der: Uint8Array;
  readonly certificate: Certificate;
}

/** What a file of certificates turned out to be. */
export type CertificateFile =
  | { readonly kind: 'certificates'; readonly certificates: readonly [CertificateWithDer, ...CertificateWithDer[]] }
  | { readonly kind: 'bundle'; readonly certificates: readonly [CertificateWithDer, ...CertificateWithDer[]] }
  | { readonly kind: 'request'; readonly der: Uint8Array; readonly request: CertificationRequest }
  | { readonly kind: 'unknown' };

const certificateOf = (der: Uint8Array): CertificateWithDer[] => {
  const reading = parseCertificate(der);
  return reading.ok ? [{ der, certificate: reading.certificate }] : [];
};

/**
 * Reads a file that may hold certificates (DER, PEM with one or many, bare base64), a PKCS#7 bundle (`.p7b`), or a
 * PKCS#10 request. Goes by content, not by the file's name. Parts that cannot be read are left out; nothing is
 * verified.
 */
export function readCertificateFile(bytes: Uint8Array): CertificateFile {
  const ders = derBlocksOf(bytes);
  const [first, ...others] = ders.flatMap(certificateOf);
  if (first !== undefined) return { kind: 'certificates', certificates: [first, ...others] };
  for (const der of ders) {
    const bundled = attempt(() => signedDataStructureOf(der))?.certificates.flatMap(certificateOf) ?? [];
    const [head, ...tail] = bundled;
    if (head !== undefined) return { kind: 'bundle', certificates: [head, ...tail] };
    const reading = parseCertificationRequest(der);
    if (reading.ok) return { kind: 'request', der, request: reading.request };
  }
  return { kind: 'unknown' };
}

/**
 * The SubjectPublicKeyInfo of a certificate or a PKCS#10 request, byte for byte: what tells whether two of them, or a
 * certificate and a key on a token, belong together.
 * @param der a certificate or a request; `undefined` is answered for anything else
 */
export function subjectPublicKeyInfo(der: Uint8Array): Uint8Array | undefined {
  const certificate = attempt(() => rawBytes(certificateStructureOf(der).publicKey));
  if (certificate !== undefined) return certificate;
  const reading = parseCertificationRequest(der);
  return reading.ok ? reading.request.publicKey : undefined;
}
