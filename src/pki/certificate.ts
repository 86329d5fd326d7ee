import { createHash } from 'node:crypto';
import type { Certificate } from '../shared/domain/certificate.ts';
import { certificateStructureOf } from './certificate-structure.ts';
import { attempt, hexOf, timeOf } from './der.ts';
import { distinguishedNameOf } from './distinguished-name.ts';
import { readExtensions } from './extensions.ts';
import { accessKeyHolderOf, holderOf, purposeOf } from './holder.ts';
import { signatureAlgorithmNames } from './object-identifiers.ts';
import { publicKeyFactsOf } from './public-key.ts';

/** A certificate, or the refusal to see one in the bytes. */
export type CertificateReading =
  | { readonly ok: true; readonly certificate: Certificate }
  | { readonly ok: false; readonly reason: 'not-a-certificate' };

/** SHA-256 of the DER, lower-case hex: the identity of a certificate everywhere in the product. */
export const fingerprintOf = (der: Uint8Array): string => createHash('sha256').update(der).digest('hex');

const serialNumberOf = (bytes: Uint8Array): string => {
  const significant = bytes.length > 1 && bytes[0] === 0 ? bytes.subarray(1) : bytes;
  return hexOf(significant).toUpperCase();
};

const readCertificate = (der: Uint8Array): Certificate => {
  const structure = certificateStructureOf(der);
  const { facts } = readExtensions(structure.extensions);
  const subject = distinguishedNameOf(structure.subject);
  const issuer = distinguishedNameOf(structure.issuer);
  const key = publicKeyFactsOf(structure.publicKey);
  const purpose = purposeOf({ subject, issuer, holder: holderOf(subject), key, isAuthority: facts.isAuthority });
  return {
    fingerprint: fingerprintOf(der),
    serialNumber: serialNumberOf(structure.serialNumber),
    subject,
    issuer,
    holder: purpose === 'access-key' ? accessKeyHolderOf(subject) : holderOf(subject),
    purpose,
    fsrarId: purpose === 'access-key' ? subject.commonName : null,
    notBefore: timeOf(structure.notBefore),
    notAfter: timeOf(structure.notAfter),
    key,
    signatureAlgorithm: {
      oid: structure.signatureAlgorithm,
      name: signatureAlgorithmNames[structure.signatureAlgorithm] ?? structure.signatureAlgorithm,
    },
    ...facts,
  };
};

/**
 * Reads an X.509 certificate in DER. Any bytes may come in: what is not a certificate is refused, never thrown.
 * Nothing is verified here; see `certificate-chain.ts`.
 */
export function parseCertificate(der: Uint8Array): CertificateReading {
  const certificate = attempt(() => readCertificate(der));
  return certificate === undefined ? { ok: false, reason: 'not-a-certificate' } : { ok: true, certificate };
}
