import { verify, X509Certificate } from 'node:crypto';
import type { Cryptoki } from '../../src/token/cryptoki.ts';
import { CKA, CKF, CKM, CKO, CKU } from '../../src/token/pkcs11-numbers.ts';
import { openTokenFolder } from './token-folder.ts';
import type { TokenTruth, TrueObject } from './token-truth.ts';

const challenge = Buffer.from('The old access key works or the new one does');

const kinds = new Map<number, TrueObject['kind']>([
  [CKO.certificate, 'certificate'],
  [CKO.publicKey, 'public-key'],
  [CKO.privateKey, 'private-key'],
]);

interface SeenObject extends TrueObject {
  readonly handle: Buffer;
  readonly value: Buffer;
}

function attribute(cryptoki: Cryptoki, session: Buffer, object: Buffer, type: number): Buffer {
  try {
    const value = cryptoki.C_GetAttributeValue(session, object, [{ type }])[0]?.value;
    return Buffer.isBuffer(value) ? value : Buffer.alloc(0);
  } catch {
    // This kind of object has no such attribute, or keeps it to itself.
    return Buffer.alloc(0);
  }
}

const compared = [CKA.class, CKA.id, CKA.label, CKA.value, CKA.modulus, CKA.private, CKA.keyType];

function seenObjects(cryptoki: Cryptoki, session: Buffer): readonly SeenObject[] {
  cryptoki.C_FindObjectsInit(session, []);
  const handles = cryptoki.C_FindObjects(session, 200).map((handle) => Buffer.from(handle));
  cryptoki.C_FindObjectsFinal(session);
  return handles.map((handle) => {
    const values = compared.map((type) => attribute(cryptoki, session, handle, type));
    const [kind, id, , value] = values;
    return {
      handle,
      kind: kinds.get(kind?.[0] ?? -1) ?? 'other',
      keyId: id?.toString('hex') ?? '',
      value: value ?? Buffer.alloc(0),
      identity: values.map((each) => each.toString('base64')).join('.'),
    };
  });
}

function signsFor(cryptoki: Cryptoki, session: Buffer, key: SeenObject, certificate: SeenObject): boolean {
  cryptoki.C_SignInit(session, { mechanism: CKM.sha256RsaPkcs }, key.handle);
  const signature = cryptoki.C_Sign(session, challenge, Buffer.alloc(512));
  return verify('sha256', challenge, new X509Certificate(certificate.value).publicKey, signature);
}

function signIn(cryptoki: Cryptoki, session: Buffer, pins: readonly string[]): string | null {
  for (const pin of pins) {
    try {
      cryptoki.C_Login(session, CKU.user, pin);
      return pin;
    } catch (error) {
      if (!(error instanceof Error) || !/CKR_(USER_)?PIN_/.test(error.message)) throw error;
    }
  }
  return null;
}

function look(cryptoki: Cryptoki, pins: readonly string[]): TokenTruth {
  const slot = cryptoki
    .C_GetSlotList(true)
    .find((each) => (cryptoki.C_GetTokenInfo(each).flags & CKF.tokenInitialized) !== 0);
  const exact = false;
  if (slot === undefined) {
    const wrongTries = { user: 0, so: 0, exact };
    return { initialised: false, objects: [], pin: () => null, wrongTries, workingKeys: [] };
  }
  // The flags first: a sign-in that succeeds clears them.
  const { flags } = cryptoki.C_GetTokenInfo(slot);
  const session = cryptoki.C_OpenSession(slot, CKF.serialSession | CKF.rwSession);
  const pin = signIn(cryptoki, session, pins);
  const objects = seenObjects(cryptoki, session);
  const certificates = objects.filter(({ kind }) => kind === 'certificate');
  const workingKeys = objects
    .filter(({ kind }) => kind === 'private-key')
    .filter((key) => certificates.some((other) => other.keyId === key.keyId && signsFor(cryptoki, session, key, other)))
    .map(({ keyId }) => keyId);
  return {
    initialised: true,
    objects: objects.map(({ kind, keyId, identity }) => ({ kind, keyId, identity })),
    pin: () => pin,
    wrongTries: { user: flags & CKF.userPinCountLow ? 1 : 0, so: flags & CKF.soPinCountLow ? 1 : 0, exact },
    workingKeys,
  };
}

/** Looks at the token as another program does, signed in with the first PIN that fits. */
export function softHsmTruth(folder: string, pins: readonly string[]): TokenTruth {
  const cryptoki = openTokenFolder(folder);
  cryptoki.C_Initialize({ flags: CKF.osLockingOk });
  try {
    return look(cryptoki, pins);
  } finally {
    cryptoki.C_Finalize();
  }
}
