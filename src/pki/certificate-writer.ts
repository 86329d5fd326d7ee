import { context, element, sequence, time, unsignedInteger } from './der-writer.ts';
import { nameDer, type SubjectAttribute } from './distinguished-name.ts';
import type { ExtensionDer } from './extension-writer.ts';

/** What goes under the signature of a certificate. */
export interface CertificateContent {
  /** Big-endian; at most 20 bytes (RFC 5280, 4.1.2.2). */
  readonly serialNumber: Uint8Array;
  /** AlgorithmIdentifier in DER, the same that stands beside the signature. */
  readonly signatureAlgorithm: Uint8Array;
  /** Name in DER, byte for byte as in the issuer's certificate: chains are built by comparing bytes. */
  readonly issuer: Uint8Array;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly subject: readonly SubjectAttribute[];
  /** SubjectPublicKeyInfo in DER. */
  readonly publicKey: Uint8Array;
  readonly extensions: readonly ExtensionDer[];
}

/** TBSCertificate of an X.509 v3 certificate (RFC 5280, 4.1), DER. */
export const certificateContentDer = (content: CertificateContent): Uint8Array =>
  sequence(
    context(0, element(0x02, Uint8Array.of(2))),
    unsignedInteger(content.serialNumber),
    content.signatureAlgorithm,
    content.issuer,
    sequence(time(content.notBefore), time(content.notAfter)),
    nameDer(content.subject),
    content.publicKey,
    context(3, sequence(...content.extensions)),
  );
