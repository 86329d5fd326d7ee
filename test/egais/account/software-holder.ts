import type { QualifiedAsker } from '../../../src/egais/access-key-issuer.ts';
import { parseCertificate } from '../../../src/pki/certificate.ts';
import { gostSubjectPublicKeyInfo } from '../../../src/pki/public-key.ts';
import { streebog256 } from '../../../src/pki/streebog.ts';
import { issueQualifiedCertificate, type PracticeAuthority } from '../../../src/practice/certification-authority.ts';
import { generateGostKeyPair, signGostDigest } from '../../../src/practice/gost-signature.ts';
import type { QualifiedHolder } from '../../../src/practice/qualified-subject.ts';
import { succeed } from '../../../src/shared/result.ts';

const cryptoProA = '1.2.643.2.2.35.1';
const dayMs = 24 * 60 * 60 * 1000;

/** A holder whose qualified key is kept in software; how often it signed is counted. */
export interface SoftwareHolder extends QualifiedAsker {
  readonly signatures: () => number;
}

/** @param validDays from a day ago on; negative: it has ended */
export function softwareHolder(authority: PracticeAuthority, holder: QualifiedHolder, validDays = 30): SoftwareHolder {
  const { privateKey, publicKey } = generateGostKeyPair(cryptoProA);
  const now = Date.now();
  const der = issueQualifiedCertificate(authority, {
    holder,
    publicKey: gostSubjectPublicKeyInfo(publicKey, cryptoProA),
    notBefore: new Date(now - 100 * dayMs),
    notAfter: new Date(now + validDays * dayMs),
  });
  const reading = parseCertificate(der);
  if (!reading.ok) throw new Error(reading.reason);
  let signatures = 0;
  return {
    qualified: { certificate: reading.certificate, der },
    token: {
      async signQualified(data) {
        signatures += 1;
        return succeed(signGostDigest(streebog256(data), privateKey, cryptoProA));
      },
    },
    signatures: () => signatures,
  };
}
