import { certificateStructureOf } from '../pki/certificate-structure.ts';
import { attempt, rawBytes, sameBytes } from '../pki/der.ts';
import { element } from '../pki/der-writer.ts';
import { keyBits } from '../pki/public-key.ts';
import { problem } from '../shared/problems/problem.ts';
import { comparableId, findObjects, type OpenToken, optionalAttribute } from './attribute-reading.ts';
import { keysOf, readKeyObjects } from './key-objects.ts';
import { TokenProblem } from './loaded-library.ts';
import { CKA, CKC, CKO, certificateOfTokenUser } from './pkcs11-numbers.ts';
import { openWorkSession } from './work-session.ts';

const integerTag = 0x02;

function isThere(token: OpenToken, keyId: string, der: Buffer): boolean {
  return findObjects(token, [
    { type: CKA.class, value: CKO.certificate },
    { type: CKA.value, value: der },
  ]).some(
    (handle) => comparableId(optionalAttribute(token, handle, CKA.id)?.toString('hex') ?? '') === comparableId(keyId),
  );
}

/**
 * Writes a certificate beside the key of `keyId`, under that key's own CKA_ID; refused unless it certifies this very
 * key. A certificate that is already there is not written twice. Nothing is replaced or deleted.
 * @throws TokenProblem `TOKEN_CERTIFICATE_UNREADABLE`, `TOKEN_KEY_NOT_FOUND`, `TOKEN_KEY_MISMATCH`; CryptokiFailure
 */
export function writeCertificate(token: OpenToken, keyId: string, der: Buffer, label: string): void {
  const work = openWorkSession(token);
  try {
    writeInSession(work, keyId, der, label);
  } finally {
    work.end();
  }
}

function writeInSession(token: OpenToken, keyId: string, der: Buffer, label: string): void {
  const structure = attempt(() => certificateStructureOf(der));
  if (!structure) throw new TokenProblem(problem('TOKEN_CERTIFICATE_UNREADABLE', {}, { keyId }));
  const keys = keysOf(readKeyObjects(token), keyId);
  const privateKey = keys.find((key) => key.role === 'private');
  if (!privateKey) throw new TokenProblem(problem('TOKEN_KEY_NOT_FOUND', {}, { keyId }));
  const certified = keyBits(rawBytes(structure.publicKey));
  if (!keys.some((key) => key.publicKey !== null && sameBytes(keyBits(key.publicKey), certified)))
    throw new TokenProblem(problem('TOKEN_KEY_MISMATCH', {}, { keyId }));
  if (isThere(token, keyId, der)) return;
  token.cryptoki.C_CreateObject(token.session, [
    { type: CKA.class, value: CKO.certificate },
    { type: CKA.certificateType, value: CKC.x509 },
    { type: CKA.token, value: true },
    { type: CKA.private, value: false },
    { type: CKA.certificateCategory, value: certificateOfTokenUser },
    { type: CKA.id, value: Buffer.from(privateKey.keyId, 'hex') },
    { type: CKA.label, value: label },
    { type: CKA.subject, value: Buffer.from(rawBytes(structure.subject)) },
    { type: CKA.issuer, value: Buffer.from(rawBytes(structure.issuer)) },
    { type: CKA.serialNumber, value: Buffer.from(element(integerTag, structure.serialNumber)) },
    { type: CKA.value, value: der },
  ]);
}
