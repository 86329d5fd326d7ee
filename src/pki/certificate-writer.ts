import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { bigEndianToNumber } from './byte-order.ts';
import { decodeDer, readAs } from './der.ts';

/** What a certificate says. */
export interface CertificateContent {
  /** Big-endian; at most 20 bytes (RFC 5280, 4.1.2.2). */
  readonly serialNumber: Uint8Array;
  readonly signatureAlgorithm: pkijs.AlgorithmIdentifier;
  /** As read from the issuer's certificate, byte for byte: chains are built by comparing bytes. */
  readonly issuer: pkijs.RelativeDistinguishedNames;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly subject: pkijs.RelativeDistinguishedNames;
  /** SubjectPublicKeyInfo in DER. */
  readonly publicKey: Uint8Array;
  readonly extensions: readonly pkijs.Extension[];
}

/** UTCTime until 2049, GeneralizedTime from 2050, both without fractions of a second (RFC 5280, 4.1.2.5). */
export const time = (at: Date): pkijs.Time => {
  const seconds = new Date(Math.floor(at.getTime() / 1000) * 1000);
  const year = seconds.getUTCFullYear();
  const type = year < 1950 || year > 2049 ? pkijs.TimeType.GeneralizedTime : pkijs.TimeType.UTCTime;
  return new pkijs.Time({ type, value: seconds });
};

/**
 * Writes an X.509 v3 certificate (RFC 5280, 4.1), DER.
 * @param sign makes the signature over the bytes it is given
 * @throws MalformedDer when the public key is no SubjectPublicKeyInfo
 */
export function writeCertificate(
  content: CertificateContent,
  sign: (signedBytes: Uint8Array) => Uint8Array,
): Uint8Array {
  const { serialNumber, signatureAlgorithm, issuer, subject, publicKey, extensions } = content;
  const certificate = new pkijs.Certificate({
    version: 2,
    serialNumber: asn1js.Integer.fromBigInt(bigEndianToNumber(serialNumber)),
    signature: signatureAlgorithm,
    issuer,
    notBefore: time(content.notBefore),
    notAfter: time(content.notAfter),
    subject,
    subjectPublicKeyInfo: readAs(pkijs.PublicKeyInfo, decodeDer(publicKey)),
    extensions: [...extensions],
    signatureAlgorithm,
  });
  certificate.tbsView = new Uint8Array(certificate.encodeTBS().toBER());
  certificate.signatureValue = new asn1js.BitString({ valueHex: sign(certificate.tbsView) });
  return new Uint8Array(certificate.toSchema().toBER());
}
