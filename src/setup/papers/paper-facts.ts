import { parseCertificate } from '../../pki/certificate.ts';
import { subjectPublicKeyInfo } from '../../pki/certificate-file.ts';
import { type CertificationRequest, parseCertificationRequest } from '../../pki/certification-request.ts';
import { publicKeySha256 } from '../../pki/public-key.ts';
import type { Certificate, DistinguishedName } from '../../shared/domain/certificate.ts';
import type { Device } from '../../shared/domain/token.ts';

/** What papers are filled with. What is `null` is left to be written by hand, or keeps the paper from being made. */
export interface PaperFacts {
  /** PKCS#10, DER. */
  readonly request: Uint8Array | null;
  /** When the request was made; `null` where nobody knows. */
  readonly requestedAt: Date | null;
  /** DER. */
  readonly certificate: Uint8Array | null;
  /** The token that holds the key, as a person tells it from others: «JaCarta-2 SE, № 12345678». */
  readonly token: string | null;
  readonly at: Date;
}

/** A token as papers name it: what it is called, and the number on its case. */
export const carrierName = ({ name, printedSerial }: Device): string => `${name}, № ${printedSerial}`;

/** The request, taken apart; `null` when there is none that can be read. */
export function requestIn({ request }: Pick<PaperFacts, 'request'>): {
  readonly request: CertificationRequest;
  readonly publicKeySha256: string;
  /** Base64. */
  readonly der: string;
} | null {
  const read = request && parseCertificationRequest(request);
  if (!request || !read?.ok) return null;
  return {
    request: read.request,
    publicKeySha256: publicKeySha256(read.request.publicKey),
    der: Buffer.from(request).toString('base64'),
  };
}

/** The certificate, taken apart; `null` as above. */
export function certificateIn({ certificate: der }: Pick<PaperFacts, 'certificate'>): {
  readonly certificate: Certificate;
  readonly publicKeySha256: string;
} | null {
  const read = der && parseCertificate(der);
  const publicKey = der && subjectPublicKeyInfo(der);
  return read?.ok && publicKey ? { certificate: read.certificate, publicKeySha256: publicKeySha256(publicKey) } : null;
}

/** The holder as the certificate names them, else as the request does. */
export const subjectIn = (facts: PaperFacts): DistinguishedName | null =>
  certificateIn(facts)?.certificate.subject ?? requestIn(facts)?.request.subject ?? null;
