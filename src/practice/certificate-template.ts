import type { Template } from 'pkcs11js';
import { certificateStructureOf } from '../pki/certificate-structure.ts';
import { rawBytes } from '../pki/der.ts';
import { unsignedInteger } from '../pki/der-writer.ts';
import { CKA, CKC, CKO, certificateOfTokenUser } from '../token/pkcs11-numbers.ts';

/**
 * The object of a certificate that stands beside the key of `keyId` on a token.
 * @param der a well-formed certificate; throws for any other bytes
 */
export function certificateTemplate(keyId: Buffer, label: string, der: Uint8Array): Template {
  const { subject, issuer, serialNumber } = certificateStructureOf(der);
  return [
    { type: CKA.class, value: CKO.certificate },
    { type: CKA.certificateType, value: CKC.x509 },
    { type: CKA.certificateCategory, value: certificateOfTokenUser },
    { type: CKA.token, value: true },
    { type: CKA.private, value: false },
    { type: CKA.id, value: keyId },
    { type: CKA.label, value: label },
    { type: CKA.subject, value: Buffer.from(rawBytes(subject)) },
    { type: CKA.issuer, value: Buffer.from(rawBytes(issuer)) },
    { type: CKA.serialNumber, value: Buffer.from(unsignedInteger(serialNumber)) },
    { type: CKA.value, value: Buffer.from(der) },
  ];
}
