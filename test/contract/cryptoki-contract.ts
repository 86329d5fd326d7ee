import { constants, createPublicKey, generateKeyPairSync, publicDecrypt, randomBytes, verify } from 'node:crypto';
import type { Handle, Template } from 'pkcs11js';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bitString, nullValue, objectIdentifier, sequence, unsignedInteger } from '../../src/pki/der-writer.ts';
import { gostParameterSet } from '../../src/pki/gost-parameter-sets.ts';
import { publicKeyOids } from '../../src/pki/object-identifiers.ts';
import { readUlong } from '../../src/token/attribute-reading.ts';
import type { Cryptoki } from '../../src/token/cryptoki.ts';
import { generateGostPair } from '../../src/token/gost-key-pair.ts';
import { unpadded } from '../../src/token/padded-text.ts';
import { CKA, CKC, CKF, CKM, CKO, CKR, CKU, type ReturnCodeName } from '../../src/token/pkcs11-numbers.ts';
import { readFailure, withNamedFailures } from '../../src/token/return-codes.ts';
import { signWithKey } from '../../src/token/sign.ts';
import { openGostOracle } from '../oracle/openssl-gost.ts';

/** A fresh token of one implementation, its library started, nobody signed in. */
export interface ContractGround {
  readonly cryptoki: Cryptoki;
  readonly slot: Handle;
  readonly userPin: string;
  readonly soPin: string;
  close(): void;
}

/** Where implementations rightly differ, said as data: the suite holds each to its own manner. */
export interface ContractManner {
  /** Flags of a user PIN after each wrong try in a row, from the first on. */
  readonly flagsAfterWrongTries: readonly number[];
  /** What the try after those is answered, with the right PIN. */
  readonly rightPinAfterThem: ReturnCodeName | 'OK';
  /** Writing a public object without a sign-in. */
  readonly publicWriteUnsigned: ReturnCodeName | 'OK';
  /** Reading a slot list of all slots gives at least this many. */
  readonly slots: number;
  /** What is particular about RSA; `null` where the applet has none. */
  readonly rsa: {
    /** The answer to the public half's handle in `C_SignInit`. */
    readonly signWithPublicKey: ReturnCodeName;
    /** The answer to a key larger than the mechanism's limit. */
    readonly tooLargeKey: ReturnCodeName;
  } | null;
  /** `C_InitToken` by the officer empties the token; `null` where the token has no such function. */
  readonly initialisation: 'empties' | null;
  /** The officer's login with the right PIN. */
  readonly officer: ReturnCodeName | 'OK';
  /** `C_SetPIN` with the right old PIN and without a sign-in. */
  readonly setPinUnsigned: ReturnCodeName | 'OK';
  /** Parameter sets of ГОСТ Р 34.10-2012 the token makes keys of, as OIDs. */
  readonly gost: readonly string[];
}

const pinFlagsMask = CKF.userPinCountLow | CKF.userPinFinalTry | CKF.userPinLocked;

/** The answer of a call by its name in the standard; `OK` when it does not throw. */
export function answerOf(call: () => unknown): string {
  try {
    call();
    return 'OK';
  } catch (error) {
    const { code, message } = readFailure(error, '');
    return Object.entries(CKR).find(([, value]) => value === code)?.[0] ?? message;
  }
}

const rwSession = CKF.serialSession | CKF.rwSession;

function find(cryptoki: Cryptoki, session: Handle, template: Template): Handle[] {
  cryptoki.C_FindObjectsInit(session, template);
  const found = cryptoki.C_FindObjects(session, 100);
  cryptoki.C_FindObjectsFinal(session);
  return found;
}

const attribute = (cryptoki: Cryptoki, session: Handle, object: Handle, type: number): Buffer =>
  cryptoki.C_GetAttributeValue(session, object, [{ type }])[0]?.value ?? Buffer.alloc(0);

const rsaTemplates = (id: Buffer): { publicKey: Template; privateKey: Template } => ({
  publicKey: [
    { type: CKA.token, value: true },
    { type: CKA.private, value: false },
    { type: CKA.id, value: id },
    { type: CKA.label, value: 'пара' },
    { type: CKA.verify, value: true },
    { type: CKA.modulusBits, value: 2048 },
    { type: CKA.publicExponent, value: Buffer.from([1, 0, 1]) },
  ],
  privateKey: [
    { type: CKA.token, value: true },
    { type: CKA.private, value: true },
    { type: CKA.id, value: id },
    { type: CKA.label, value: 'пара' },
    { type: CKA.sign, value: true },
    { type: CKA.sensitive, value: true },
  ],
});

/** What every PKCS#11 implementation the product meets must do, as far as the product relies on it. */
export function describeCryptoki(
  name: string,
  open: () => ContractGround | Promise<ContractGround>,
  manner: ContractManner,
): void {
  describe(name, () => {
    let ground: ContractGround;
    let cryptoki: Cryptoki;
    beforeEach(async () => {
      ground = await open();
      cryptoki = ground.cryptoki;
    });
    afterEach(() => ground.close());

    const flags = (): number => cryptoki.C_GetTokenInfo(ground.slot).flags;
    const openSession = (): Handle => cryptoki.C_OpenSession(ground.slot, rwSession);
    const signedInSession = (): Handle => {
      const session = openSession();
      cryptoki.C_Login(session, CKU.user, ground.userPin);
      return session;
    };

    describe('sessions', () => {
      it('starts once, and says so the second time', () => {
        expect(answerOf(() => cryptoki.C_Initialize({ flags: CKF.osLockingOk }))).toBe('CRYPTOKI_ALREADY_INITIALIZED');
      });

      it('lists slots with a token among all slots', () => {
        const present = cryptoki.C_GetSlotList(true).map(readUlong);
        const all = cryptoki.C_GetSlotList(false).map(readUlong);
        expect(all).toEqual(expect.arrayContaining(present));
        expect(all.length).toBeGreaterThanOrEqual(manner.slots);
        expect(present).toContain(readUlong(ground.slot));
      });

      it('pads its texts and tells an initialised token with a user PIN', () => {
        const info = cryptoki.C_GetTokenInfo(ground.slot);
        expect([info.label, info.manufacturerID].map((text) => Buffer.byteLength(text))).toEqual([32, 32]);
        expect([info.model, info.serialNumber].map((text) => Buffer.byteLength(text))).toEqual([16, 16]);
        expect(info.flags & CKF.tokenInitialized).not.toBe(0);
        expect(info.flags & CKF.userPinInitialized).not.toBe(0);
        expect(info.minPinLen).toBeLessThan(info.maxPinLen);
      });

      it('tells the state of a session', () => {
        const readOnly = cryptoki.C_OpenSession(ground.slot, CKF.serialSession);
        expect(cryptoki.C_GetSessionInfo(readOnly).state).toBe(0);
        const session = signedInSession();
        expect(cryptoki.C_GetSessionInfo(session).state).toBe(3);
        expect(cryptoki.C_GetSessionInfo(readOnly).state).toBe(1);
        expect(readUlong(cryptoki.C_GetSessionInfo(session).slotID)).toBe(readUlong(ground.slot));
      });

      it('knows a closed session no more', () => {
        const session = openSession();
        cryptoki.C_CloseSession(session);
        expect(answerOf(() => cryptoki.C_GetSessionInfo(session))).toBe('SESSION_HANDLE_INVALID');
        const others = [openSession(), openSession()];
        cryptoki.C_CloseAllSessions(ground.slot);
        for (const other of others)
          expect(answerOf(() => cryptoki.C_GetSessionInfo(other))).toBe('SESSION_HANDLE_INVALID');
      });

      it('asks for a serial session and for a slot that exists', () => {
        expect(answerOf(() => cryptoki.C_OpenSession(ground.slot, CKF.rwSession))).toBe(
          'SESSION_PARALLEL_NOT_SUPPORTED',
        );
        expect(answerOf(() => cryptoki.C_GetSlotInfo(Buffer.from('ffffffffffffff0f', 'hex')))).toBe('SLOT_ID_INVALID');
      });

      it('refuses everything after the end', () => {
        cryptoki.C_Finalize();
        expect(answerOf(() => cryptoki.C_GetSlotList(true))).toBe('CRYPTOKI_NOT_INITIALIZED');
        cryptoki.C_Initialize({ flags: CKF.osLockingOk });
      });
    });

    describe('the PIN', () => {
      it('signs the user in and out, once at a time', () => {
        const session = signedInSession();
        expect(answerOf(() => cryptoki.C_Login(session, CKU.user, ground.userPin))).toBe('USER_ALREADY_LOGGED_IN');
        expect(answerOf(() => cryptoki.C_Login(session, CKU.so, ground.soPin))).toBe('USER_ANOTHER_ALREADY_LOGGED_IN');
        cryptoki.C_Logout(session);
        expect(answerOf(() => cryptoki.C_Logout(session))).toMatch(/^(OK|USER_NOT_LOGGED_IN)$/);
        expect(answerOf(() => cryptoki.C_Login(session, CKU.user, ground.userPin))).toBe('OK');
      });

      it('forgets the sign-in when the last session closes', () => {
        const session = signedInSession();
        cryptoki.C_CloseSession(session);
        expect(cryptoki.C_GetSessionInfo(openSession()).state).toBe(2);
      });

      it('lets the officer in by its own manner', () => {
        const session = openSession();
        expect(answerOf(() => cryptoki.C_Login(session, CKU.so, ground.soPin))).toBe(manner.officer);
        expect(cryptoki.C_GetSessionInfo(session).state).toBe(manner.officer === 'OK' ? 4 : 2);
      });

      const withOfficer = manner.officer === 'OK' ? it : () => undefined;

      withOfficer('keeps the officer and read-only sessions apart', () => {
        const readOnly = cryptoki.C_OpenSession(ground.slot, CKF.serialSession);
        const session = openSession();
        expect(answerOf(() => cryptoki.C_Login(session, CKU.so, ground.soPin))).toBe('SESSION_READ_ONLY_EXISTS');
        cryptoki.C_CloseSession(readOnly);
        expect(answerOf(() => cryptoki.C_Login(session, CKU.so, ground.soPin))).toBe('OK');
        expect(cryptoki.C_GetSessionInfo(session).state).toBe(4);
        expect(answerOf(() => cryptoki.C_OpenSession(ground.slot, CKF.serialSession))).toBe(
          'SESSION_READ_WRITE_SO_EXISTS',
        );
        expect(answerOf(() => cryptoki.C_Login(session, CKU.user, ground.userPin))).toBe(
          'USER_ANOTHER_ALREADY_LOGGED_IN',
        );
      });

      it('shows a wrong PIN in the flags, by its own manner, and clears them at a right one', () => {
        const session = openSession();
        const wrong = `${ground.userPin.slice(0, -1)}x`;
        const seen = manner.flagsAfterWrongTries.map(() => {
          expect(answerOf(() => cryptoki.C_Login(session, CKU.user, wrong))).toBe('PIN_INCORRECT');
          return flags() & pinFlagsMask;
        });
        expect(seen).toEqual(manner.flagsAfterWrongTries);
        expect(answerOf(() => cryptoki.C_Login(session, CKU.user, ground.userPin))).toBe(manner.rightPinAfterThem);
        expect(flags() & pinFlagsMask).toBe(manner.rightPinAfterThem === 'OK' ? 0 : CKF.userPinLocked);
      });

      it('is changed by the user with the old one', () => {
        const session = signedInSession();
        const fresh = `${ground.userPin}1`;
        expect(answerOf(() => cryptoki.C_SetPIN(session, `${ground.userPin}0`, fresh))).toBe('PIN_INCORRECT');
        cryptoki.C_SetPIN(session, ground.userPin, fresh);
        cryptoki.C_Logout(session);
        expect(answerOf(() => cryptoki.C_Login(session, CKU.user, ground.userPin))).toBe('PIN_INCORRECT');
        expect(answerOf(() => cryptoki.C_Login(session, CKU.user, fresh))).toBe('OK');
      });

      it('without a sign-in is changed or not, by the token’s own manner', () => {
        const session = openSession();
        const fresh = `${ground.userPin}1`;
        expect(answerOf(() => cryptoki.C_SetPIN(session, ground.userPin, fresh))).toBe(manner.setPinUnsigned);
        const changed = manner.setPinUnsigned === 'OK';
        expect(answerOf(() => cryptoki.C_Login(session, CKU.user, changed ? fresh : ground.userPin))).toBe('OK');
      });

      withOfficer('is set anew by the officer alone, in the length the token takes', () => {
        const session = signedInSession();
        expect(answerOf(() => cryptoki.C_InitPIN(session, ground.userPin))).toBe('USER_NOT_LOGGED_IN');
        cryptoki.C_Logout(session);
        cryptoki.C_Login(session, CKU.so, ground.soPin);
        expect(answerOf(() => cryptoki.C_InitPIN(session, '123'))).toBe('PIN_LEN_RANGE');
        cryptoki.C_InitPIN(session, '24681357');
        cryptoki.C_Logout(session);
        expect(answerOf(() => cryptoki.C_Login(session, CKU.user, '24681357'))).toBe('OK');
      });

      if (manner.initialisation === 'empties') {
        it('does not survive an initialisation, nor does anything else', () => {
          const session = signedInSession();
          createCertificate(cryptoki, session, randomBytes(20), certificateFor(randomRsaKey()));
          expect(answerOf(() => cryptoki.C_InitToken(ground.slot, ground.soPin, padded('новый')))).toBe(
            'SESSION_EXISTS',
          );
          cryptoki.C_CloseSession(session);
          expect(answerOf(() => cryptoki.C_InitToken(ground.slot, 'не тот PIN', padded('новый')))).toBe(
            'PIN_INCORRECT',
          );
          cryptoki.C_InitToken(ground.slot, ground.soPin, padded('новый'));
          const info = cryptoki.C_GetTokenInfo(ground.slot);
          expect(info.label.trimEnd()).toBe('новый');
          expect(info.flags & CKF.userPinInitialized).toBe(0);
          const after = openSession();
          expect(answerOf(() => cryptoki.C_Login(after, CKU.user, ground.userPin))).toBe('USER_PIN_NOT_INITIALIZED');
          expect(find(cryptoki, after, [])).toEqual([]);
          cryptoki.C_Login(after, CKU.so, ground.soPin);
          cryptoki.C_InitPIN(after, '24681357');
          cryptoki.C_Logout(after);
          expect(flags() & CKF.userPinInitialized).not.toBe(0);
          expect(answerOf(() => cryptoki.C_Login(after, CKU.user, '24681357'))).toBe('OK');
          expect(find(cryptoki, after, [])).toEqual([]);
        });
      } else {
        it('has no initialisation', () => {
          expect(answerOf(() => cryptoki.C_InitToken(ground.slot, ground.soPin, padded('новый')))).toBe(
            'FUNCTION_NOT_SUPPORTED',
          );
        });
      }
    });

    describe('certificates', () => {
      it('are written beside an ID, found by it, read without a PIN, and deleted', () => {
        const session = signedInSession();
        const id = randomBytes(20);
        const der = certificateFor(randomRsaKey());
        createCertificate(cryptoki, session, id, der);
        cryptoki.C_Logout(session);

        const wanted = [
          { type: CKA.class, value: CKO.certificate },
          { type: CKA.id, value: id },
        ];
        const [object] = find(cryptoki, session, wanted);
        if (!object) throw new Error('The certificate is not found');
        expect(attribute(cryptoki, session, object, CKA.value)).toEqual(der);
        expect(attribute(cryptoki, session, object, CKA.label).toString()).toBe('сертификат');
        expect(readUlong(attribute(cryptoki, session, object, CKA.certificateType))).toBe(CKC.x509);
        expect(find(cryptoki, session, [...wanted, { type: CKA.value, value: Buffer.from([0]) }])).toEqual([]);

        cryptoki.C_Login(session, CKU.user, ground.userPin);
        cryptoki.C_DestroyObject(session, object);
        expect(find(cryptoki, session, wanted)).toEqual([]);
        expect(answerOf(() => attribute(cryptoki, session, object, CKA.value))).toBe('OBJECT_HANDLE_INVALID');
      });

      it('are not written into a read-only session, nor without a class', () => {
        signedInSession();
        const readOnly = cryptoki.C_OpenSession(ground.slot, CKF.serialSession);
        const der = certificateFor(randomRsaKey());
        expect(answerOf(() => createCertificate(cryptoki, readOnly, randomBytes(4), der))).toBe('SESSION_READ_ONLY');
        const session = openSession();
        expect(answerOf(() => cryptoki.C_CreateObject(session, [{ type: CKA.token, value: true }]))).toBe(
          'TEMPLATE_INCOMPLETE',
        );
      });

      it('without a sign-in are taken or refused by the token’s own manner', () => {
        const session = openSession();
        const write = () => createCertificate(cryptoki, session, randomBytes(4), certificateFor(randomRsaKey()));
        expect(answerOf(write)).toBe(manner.publicWriteUnsigned);
      });
    });

    describe('attributes', () => {
      it('come all or none', () => {
        const session = signedInSession();
        createCertificate(cryptoki, session, randomBytes(4), certificateFor(randomRsaKey()));
        const [object] = find(cryptoki, session, [{ type: CKA.class, value: CKO.certificate }]);
        if (!object) throw new Error('The certificate is not found');
        const read = () => cryptoki.C_GetAttributeValue(session, object, [{ type: CKA.value }, { type: CKA.modulus }]);
        expect(answerOf(read)).toBe('ATTRIBUTE_TYPE_INVALID');
      });
    });

    const signedIn = (): SignedInGround => ({ ground, cryptoki, session: signedInSession() });
    if (manner.gost.length > 0) describeGost(signedIn, manner.gost);
    else
      it('has no ГОСТ', () => {
        expect(cryptoki.C_GetMechanismList(ground.slot)).not.toContain(CKM.gostR3410KeyPairGen);
      });
    if (manner.rsa) describeRsa(signedIn, manner.rsa);
    else
      it('has no RSA', async () => {
        const { session } = signedIn();
        expect(cryptoki.C_GetMechanismList(ground.slot)).not.toContain(CKM.rsaPkcsKeyPairGen);
        const { publicKey, privateKey } = rsaTemplates(randomBytes(4));
        await expect(
          cryptoki.C_GenerateKeyPairAsync(session, { mechanism: CKM.rsaPkcsKeyPairGen }, publicKey, privateKey),
        ).rejects.toMatchObject({ code: CKR.MECHANISM_INVALID });
      });
  });
}

interface SignedInGround {
  readonly ground: ContractGround;
  readonly cryptoki: Cryptoki;
  readonly session: Handle;
}

function describeGost(open: () => SignedInGround, parameterSets: readonly string[]): void {
  describe('ГОСТ', () => {
    const openssl = openGostOracle();
    afterAll(() => openssl.close());

    it.each(parameterSets)('makes a pair of %s whose signature OpenSSL takes', async (parameterSet) => {
      const { session, ground } = open();
      const token = { cryptoki: withNamedFailures(ground.cryptoki), session };
      const family = unpadded(token.cryptoki.C_GetTokenInfo(ground.slot).manufacturerID);
      const pair = await generateGostPair(
        token,
        family === 'Aladdin R.D.' ? 'jacarta' : 'rutoken',
        'подпись',
        parameterSet,
      );
      const bits = gostParameterSet(parameterSet)?.bits ?? 256;
      const data = randomBytes(321);
      const signature = await signWithKey(token, pair.keyId, `gost-2012-${bits}`, data);
      openssl.write('key.der', Buffer.from(pair.publicKey, 'base64'));
      openssl.run(['pkey', '-pubin', '-inform', 'DER', '-in', 'key.der', '-pubout', '-out', 'key.pem']);
      openssl.write('data', data);
      openssl.write('signature', signature);
      const verify = ['dgst', `-md_gost12_${bits}`, '-verify', 'key.pem', '-signature', 'signature', 'data'];
      expect(openssl.attempt(verify).status).toBe(0);
    });
  });
}

function describeRsa(open: () => SignedInGround, manner: NonNullable<ContractManner['rsa']>): void {
  describe('RSA', () => {
    it('makes a pair that signs', async () => {
      const { cryptoki, session, ground } = open();
      const id = randomBytes(20);
      const { publicKey, privateKey } = rsaTemplates(id);
      const generate = () =>
        cryptoki.C_GenerateKeyPairAsync(session, { mechanism: CKM.rsaPkcsKeyPairGen }, publicKey, privateKey);
      expect(cryptoki.C_GetMechanismInfo(ground.slot, CKM.rsaPkcsKeyPairGen).flags & CKF.generateKeyPair).not.toBe(0);
      const pair = await generate();
      const modulus = attribute(cryptoki, session, pair.publicKey, CKA.modulus);
      const exponent = attribute(cryptoki, session, pair.publicKey, CKA.publicExponent);
      expect(readUlong(attribute(cryptoki, session, pair.publicKey, CKA.modulusBits))).toBe(2048);
      const key = createPublicKey({
        key: { kty: 'RSA', n: modulus.toString('base64url'), e: exponent.toString('base64url') },
        format: 'jwk',
      });
      const data = randomBytes(300);

      cryptoki.C_SignInit(session, { mechanism: CKM.sha256RsaPkcs }, pair.privateKey);
      expect(answerOf(() => cryptoki.C_SignInit(session, { mechanism: CKM.sha256RsaPkcs }, pair.privateKey))).toBe(
        'OPERATION_ACTIVE',
      );
      expect(answerOf(() => cryptoki.C_Sign(session, data, Buffer.alloc(8)))).toBe('BUFFER_TOO_SMALL');
      const signature = await cryptoki.C_SignAsync(session, data, Buffer.alloc(512));
      expect(verify('sha256', data, key, signature)).toBe(true);

      cryptoki.C_VerifyInit(session, { mechanism: CKM.sha256RsaPkcs }, pair.publicKey);
      expect(cryptoki.C_Verify(session, data, signature)).toBe(true);
      cryptoki.C_VerifyInit(session, { mechanism: CKM.sha256RsaPkcs }, pair.publicKey);
      expect(answerOf(() => cryptoki.C_Verify(session, data, Buffer.from(signature).fill(1, 9, 20)))).toBe(
        'SIGNATURE_INVALID',
      );

      const block = randomBytes(51);
      cryptoki.C_SignInit(session, { mechanism: CKM.rsaPkcs }, pair.privateKey);
      const raw = cryptoki.C_Sign(session, block, Buffer.alloc(512));
      expect(publicDecrypt({ key, padding: constants.RSA_PKCS1_PADDING }, raw)).toEqual(block);

      expect(answerOf(() => attribute(cryptoki, session, pair.privateKey, CKA.privateExponent))).toBe(
        'ATTRIBUTE_SENSITIVE',
      );
      expect(answerOf(() => cryptoki.C_SignInit(session, { mechanism: CKM.sha256RsaPkcs }, pair.publicKey))).toBe(
        manner.signWithPublicKey,
      );
      expect(answerOf(() => cryptoki.C_SignInit(session, { mechanism: 0x7fff0001 }, pair.privateKey))).toBe(
        'MECHANISM_INVALID',
      );
      expect(answerOf(() => cryptoki.C_Sign(session, data, Buffer.alloc(512)))).toBe('OPERATION_NOT_INITIALIZED');

      cryptoki.C_Logout(session);
      const mine: Template = [{ type: CKA.id, value: id }];
      expect(find(cryptoki, session, mine).map(readUlong)).toEqual([readUlong(pair.publicKey)]);
      cryptoki.C_Login(session, CKU.user, ground.userPin);
      expect(find(cryptoki, session, mine)).toHaveLength(2);
    });

    it('deletes either half of a pair and nothing else', async () => {
      const { cryptoki, session } = open();
      const generate = () => {
        const { publicKey, privateKey } = rsaTemplates(randomBytes(20));
        return cryptoki.C_GenerateKeyPairAsync(
          session,
          { mechanism: CKM.rsaPkcsKeyPairGen },
          publicKey.map((entry) => (entry.type === CKA.modulusBits ? { ...entry, value: 1024 } : entry)),
          privateKey,
        );
      };
      const doomed = await generate();
      const kept = await generate();
      cryptoki.C_DestroyObject(session, doomed.privateKey);
      expect(find(cryptoki, session, [{ type: CKA.class, value: CKO.privateKey }]).map(readUlong)).toEqual([
        readUlong(kept.privateKey),
      ]);
      cryptoki.C_DestroyObject(session, doomed.publicKey);
      expect(find(cryptoki, session, [])).toHaveLength(2);
      expect(answerOf(() => cryptoki.C_DestroyObject(session, doomed.publicKey))).toBe('OBJECT_HANDLE_INVALID');
    });

    it('needs a sign-in', async () => {
      const { cryptoki, session } = open();
      cryptoki.C_Logout(session);
      const { publicKey, privateKey } = rsaTemplates(randomBytes(4));
      const generate = cryptoki.C_GenerateKeyPairAsync(
        session,
        { mechanism: CKM.rsaPkcsKeyPairGen },
        publicKey,
        privateKey,
      );
      await expect(generate).rejects.toMatchObject({ code: CKR.USER_NOT_LOGGED_IN });
    });

    it('knows the sizes it can make', async () => {
      const { cryptoki, session, ground } = open();
      const { maxKeySize } = cryptoki.C_GetMechanismInfo(ground.slot, CKM.rsaPkcsKeyPairGen);
      const { publicKey, privateKey } = rsaTemplates(randomBytes(4));
      const larger = publicKey.map((entry) =>
        entry.type === CKA.modulusBits ? { type: CKA.modulusBits, value: maxKeySize * 2 } : entry,
      );
      const generate = cryptoki.C_GenerateKeyPairAsync(
        session,
        { mechanism: CKM.rsaPkcsKeyPairGen },
        larger,
        privateKey,
      );
      await expect(generate).rejects.toMatchObject({ code: CKR[manner.tooLargeKey] });
    });
  });
}

function padded(label: string): string {
  return label + ' '.repeat(32 - Buffer.byteLength(label));
}

function randomRsaKey(): Uint8Array {
  const jwk = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey.export({ format: 'jwk' });
  const [n, e] = [jwk.n, jwk.e].map((part) => Buffer.from(part ?? '', 'base64url'));
  return sequence(
    sequence(objectIdentifier(publicKeyOids.rsa), nullValue),
    bitString(sequence(unsignedInteger(n ?? Buffer.alloc(0)), unsignedInteger(e ?? Buffer.alloc(0)))),
  );
}

/** Bytes that stand for a certificate: a token keeps them and does not look inside. */
const certificateFor = (publicKey: Uint8Array): Buffer => Buffer.from(sequence(publicKey));

function createCertificate(cryptoki: Cryptoki, session: Handle, id: Buffer, der: Buffer): Handle {
  return cryptoki.C_CreateObject(session, [
    { type: CKA.class, value: CKO.certificate },
    { type: CKA.certificateType, value: CKC.x509 },
    { type: CKA.token, value: true },
    { type: CKA.private, value: false },
    { type: CKA.id, value: id },
    { type: CKA.label, value: 'сертификат' },
    { type: CKA.subject, value: Buffer.from('3000', 'hex') },
    { type: CKA.value, value: der },
  ]);
}
