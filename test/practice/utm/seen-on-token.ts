import type { Cryptoki } from '../../../src/token/cryptoki.ts';
import { CKA, CKF, CKM, CKO, CKU } from '../../../src/token/pkcs11-numbers.ts';

/** Objects of the part that holds RSA keys, as another program sees them after signing in. */
export interface SeenOnToken {
  readonly certificates: readonly { readonly id: string; readonly der: Buffer }[];
  readonly privateKeys: readonly string[];
  readonly publicKeys: readonly string[];
  /** Signs with the private key of `id`, SHA-256 with RSA PKCS#1. */
  sign(id: string, data: Buffer): Buffer;
  close(): void;
}

/** Looks at the first slot that makes RSA keys. The library must be initialised. */
export function seenOnToken(cryptoki: Cryptoki, pin: string): SeenOnToken {
  const slot = cryptoki.C_GetSlotList(true).find((candidate) => {
    const ready = (cryptoki.C_GetTokenInfo(candidate).flags & CKF.tokenInitialized) !== 0;
    return ready && cryptoki.C_GetMechanismList(candidate).includes(CKM.rsaPkcsKeyPairGen);
  });
  if (slot === undefined) throw new Error('no slot makes RSA keys');
  const session = cryptoki.C_OpenSession(slot, CKF.serialSession | CKF.rwSession);
  cryptoki.C_Login(session, CKU.user, pin);

  const find = (kind: number, id?: string) => {
    const wanted = [{ type: CKA.class, value: kind }];
    cryptoki.C_FindObjectsInit(
      session,
      id === undefined ? wanted : [...wanted, { type: CKA.id, value: Buffer.from(id, 'hex') }],
    );
    const found = cryptoki.C_FindObjects(session, 100);
    cryptoki.C_FindObjectsFinal(session);
    return found;
  };
  const attribute = (object: Buffer, type: number): Buffer => {
    const value = cryptoki.C_GetAttributeValue(session, object, [{ type }])[0]?.value;
    return Buffer.isBuffer(value) ? value : Buffer.alloc(0);
  };
  const ids = (kind: number) => find(kind).map((object) => attribute(object, CKA.id).toString('hex'));

  return {
    certificates: find(CKO.certificate).map((object) => ({
      id: attribute(object, CKA.id).toString('hex'),
      der: attribute(object, CKA.value),
    })),
    privateKeys: ids(CKO.privateKey),
    publicKeys: ids(CKO.publicKey),
    sign(id, data) {
      const [key] = find(CKO.privateKey, id);
      if (key === undefined) throw new Error(`no private key ${id}`);
      cryptoki.C_SignInit(session, { mechanism: CKM.sha256RsaPkcs }, key);
      return cryptoki.C_Sign(session, data, Buffer.alloc(512));
    },
    close: () => cryptoki.C_CloseSession(session),
  };
}
