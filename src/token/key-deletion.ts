import type { Handle } from 'pkcs11js';
import { parseCertificate } from '../pki/certificate.ts';
import { certificateStructureOf } from '../pki/certificate-structure.ts';
import { attempt, rawBytes, sameBytes } from '../pki/der.ts';
import { keyBits } from '../pki/public-key.ts';
import type { Certificate } from '../shared/domain/certificate.ts';
import { problem } from '../shared/problems/problem.ts';
import { comparableId, findObjects, type OpenToken, optionalAttribute } from './attribute-reading.ts';
import { type KeyObject, keysOf, readKeyObjects } from './key-objects.ts';
import { TokenProblem } from './loaded-library.ts';
import { CKA, CKO } from './pkcs11-numbers.ts';
import { CryptokiFailure } from './return-codes.ts';
import { cryptoProContainersOf } from './slot-reading.ts';
import type { DeletableKind } from './token-access.ts';
import { openWorkSession } from './work-session.ts';

interface CertificateObject {
  readonly handle: Handle;
  readonly keyId: string;
  /** `null` where the bytes are no certificate that we can read. */
  readonly certificate: Certificate | null;
  /** The key it certifies; `null` as above. */
  readonly certified: Uint8Array | null;
}

function readCertificateObjects(token: OpenToken): readonly CertificateObject[] {
  return findObjects(token, [{ type: CKA.class, value: CKO.certificate }]).map((handle) => {
    const der = optionalAttribute(token, handle, CKA.value) ?? Buffer.alloc(0);
    const reading = parseCertificate(der);
    return {
      handle,
      keyId: optionalAttribute(token, handle, CKA.id)?.toString('hex') ?? '',
      certificate: reading.ok ? reading.certificate : null,
      certified: attempt(() => keyBits(rawBytes(certificateStructureOf(der).publicKey))) ?? null,
    };
  });
}

/** What stands under one CKA_ID, and what else the token holds. */
interface Surroundings {
  readonly keys: readonly KeyObject[];
  readonly certificates: readonly CertificateObject[];
  readonly otherKeys: readonly KeyObject[];
  readonly otherCertificates: readonly CertificateObject[];
  readonly hasContainers: boolean;
}

function surroundingsOf(token: OpenToken, keyId: string): Surroundings {
  const allKeys = readKeyObjects(token);
  const keys = keysOf(allKeys, keyId);
  const allCertificates = readCertificateObjects(token);
  const ofKey = (entry: CertificateObject) => comparableId(entry.keyId) === comparableId(keyId);
  return {
    keys,
    certificates: allCertificates.filter(ofKey),
    otherKeys: allKeys.filter((key) => !keys.includes(key)),
    otherCertificates: allCertificates.filter((entry) => !ofKey(entry)),
    hasContainers: cryptoProContainersOf(token).length > 0,
  };
}

const certifies = ({ certified }: CertificateObject, { publicKey }: KeyObject): boolean =>
  certified !== null && publicKey !== null && sameBytes(keyBits(publicKey), certified);

const isPrivate = ({ role }: KeyObject): boolean => role === 'private';

const sameId = (a: { readonly keyId: string }, b: { readonly keyId: string }): boolean =>
  comparableId(a.keyId) === comparableId(b.keyId);

/** A private key neither half of which tells the public key: any certificate may be its own. */
const isSecretive = (key: KeyObject, among: readonly KeyObject[]): boolean =>
  isPrivate(key) && !keysOf(among, key.keyId).some((half) => half.publicKey !== null);

/** The certificate of a private key, by their CKA_ID or by the public key of either half. */
const belongs = (entry: CertificateObject, keys: readonly KeyObject[]): boolean =>
  keys.some(
    (key) => isPrivate(key) && (sameId(entry, key) || keysOf(keys, key.keyId).some((half) => certifies(entry, half))),
  );

const isGost = ({ certificate }: CertificateObject): boolean => certificate?.key.kind.startsWith('gost') ?? true;

const lasts = (certificate: Certificate | null, now: Date): boolean =>
  certificate !== null && new Date(certificate.notAfter) >= now;

/** A whole access key and nothing else: its pair, and certificates of EGAIS that certify this very pair. */
const isAccessKey = ({ keys, certificates }: Surroundings): boolean =>
  keys.some(isPrivate) &&
  keys.every(({ kind }) => kind === 'rsa') &&
  certificates.length > 0 &&
  certificates.every(
    (entry) =>
      entry.certificate?.purpose === 'access-key' &&
      keys.some((key) => certifies(entry, key)) &&
      keys.every((key) => key.publicKey === null || certifies(entry, key)),
  );

/** Another access key is in force, whole, and began after every certificate of this one. */
const hasSuccessor = ({ certificates, otherKeys, otherCertificates }: Surroundings, now: Date): boolean =>
  otherCertificates.some(
    (other) =>
      other.certificate?.purpose === 'access-key' &&
      lasts(other.certificate, now) &&
      belongs(other, otherKeys) &&
      certificates.every(({ certificate }) => (certificate?.notBefore ?? '') < (other.certificate?.notBefore ?? '')),
  );

/**
 * Whether the objects are still what the person confirmed. In doubt they are not: a certificate may belong to a key by
 * its public key though their CKA_IDs differ, or to a КриптоПро container that PKCS#11 does not show.
 */
const conditions: { readonly [kind in DeletableKind]: (found: Surroundings, now: Date) => boolean } = {
  'orphan-key': ({ keys, certificates, otherKeys, otherCertificates }) =>
    keys.length > 0 &&
    certificates.length === 0 &&
    !otherCertificates.some((entry) => keys.some((key) => certifies(entry, key))) &&
    !(keys.some((key) => isSecretive(key, keys)) && otherCertificates.some((entry) => !belongs(entry, otherKeys))),
  'orphan-certificate': ({ keys, certificates, otherKeys, otherCertificates, hasContainers }) =>
    certificates.length > 0 &&
    !keys.some(isPrivate) &&
    !certificates.some((entry) => otherKeys.some((key) => certifies(entry, key))) &&
    !otherKeys.some((key) => isSecretive(key, otherKeys) && !otherCertificates.some((entry) => sameId(entry, key))) &&
    !(hasContainers && certificates.some(isGost)),
  'expired-access-key': (found, now) =>
    isAccessKey(found) && found.certificates.every(({ certificate }) => !lasts(certificate, now)),
  'replaced-access-key': (found, now) => isAccessKey(found) && hasSuccessor(found, now),
};

const isKey = (object: KeyObject | CertificateObject): object is KeyObject => 'role' in object;
const lastOfAll = (object: KeyObject | CertificateObject): number => (isKey(object) ? (isPrivate(object) ? 2 : 1) : 0);

/**
 * Deletes the objects of one CKA_ID, read anew a moment before: refused unless they are exactly what was confirmed. The
 * private key, which nothing can bring back, goes last.
 * @throws TokenProblem `TOKEN_OBJECTS_CHANGED` with nothing deleted; CryptokiFailure
 */
export function deleteKey(token: OpenToken, keyId: string, as: DeletableKind, now = new Date()): void {
  const work = openWorkSession(token);
  try {
    deleteInSession(work, keyId, as, now);
  } finally {
    work.end();
  }
}

function deleteInSession(token: OpenToken, keyId: string, as: DeletableKind, now: Date): void {
  const found = surroundingsOf(token, keyId);
  if (keyId === '' || !conditions[as](found, now))
    throw new TokenProblem(problem('TOKEN_OBJECTS_CHANGED', {}, { keyId, as }));
  const doomed = [...found.certificates, ...found.keys].sort((a, b) => lastOfAll(a) - lastOfAll(b));
  for (const { handle } of doomed) token.cryptoki.C_DestroyObject(token.session, handle);
  const left = surroundingsOf(token, keyId);
  if (left.keys.length + left.certificates.length > 0)
    throw new CryptokiFailure('C_DestroyObject', null, 'The deleted objects are still on the token');
}
