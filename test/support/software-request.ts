import { buildCertificationRequest } from '../../src/pki/certification-request.ts';
import { keyUsageExtension } from '../../src/pki/extension-writer.ts';
import { gostSubjectPublicKeyInfo } from '../../src/pki/public-key.ts';
import { streebog256 } from '../../src/pki/streebog.ts';
import { generateGostKeyPair, signGostDigest } from '../../src/practice/gost-signature.ts';
import { romashka } from '../../src/practice/holders.ts';
import { holderSubject, type QualifiedHolder } from '../../src/practice/qualified-subject.ts';

const parameterSet = '1.2.643.2.2.36.0';
const usages = ['digitalSignature', 'nonRepudiation', 'keyEncipherment', 'dataEncipherment'] as const;

/** A PKCS#10 of a new GOST key made in software, DER, with the private key. */
export async function softwareRequest(
  holder: QualifiedHolder = romashka.certificate,
  extensions = [keyUsageExtension(usages)],
): Promise<{ readonly der: Uint8Array; readonly privateKey: Uint8Array }> {
  const { privateKey, publicKey } = generateGostKeyPair(parameterSet);
  const built = await buildCertificationRequest(holderSubject(holder), extensions, {
    publicKey: gostSubjectPublicKeyInfo(publicKey, parameterSet),
    sign: async (bytes) => signGostDigest(streebog256(bytes), privateKey, parameterSet),
  });
  if (!built.ok) throw new Error(built.reason);
  return { der: built.der, privateKey };
}
