import { randomBytes } from 'node:crypto';
import type { Handle } from 'pkcs11js';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createEgaisAuthority, issueAccessKeyCertificate } from '../../src/practice/certification-authority.ts';
import type { DevicePreparation } from '../../src/practice/virtual-token/device.ts';
import { openVirtualCryptoki } from '../../src/practice/virtual-token/virtual-cryptoki.ts';
import type { Cryptoki } from '../../src/token/cryptoki.ts';
import { CKA, CKC, CKF, CKO, CKU } from '../../src/token/pkcs11-numbers.ts';
import type { DeletableKind } from '../../src/token/token-access.ts';
import { tokenAnswerSchemas } from '../../src/token/token-protocol.ts';
import { openGostOracle } from '../oracle/openssl-gost.ts';
import { virtualGround } from '../support/applet-ground.ts';

const openssl = openGostOracle();
const pin = '12345678';
const fsrarId = '030000000017';

beforeAll(() => {
  openssl.run(['genrsa', '-out', 'ca.key', '2048']);
  openssl.run(['req', '-new', '-x509', '-key', 'ca.key', '-subj', '/CN=pki.fsrar.ru', '-days', '30', '-out', 'ca.crt']);
});
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 10 * 24 * 60 * 60 * 1000 });
});
afterEach(() => vi.useRealTimers());
afterAll(() => openssl.close());

let token: Awaited<ReturnType<typeof virtualGround>>;

async function insert(preparation: DevicePreparation = {}): Promise<void> {
  token = await virtualGround('rutoken-ecp-3', 'combined', preparation);
  await token.perform({ kind: 'sign-in', pin, lastTryConfirmed: false });
}
beforeEach(() => insert());
afterEach(() => token.close());

/** A certificate of OpenSSL for a public key. The tests stand ten days later, when one for a day has ended. */
function issue(publicKey: string, commonName: string, days: '20' | '1'): Buffer {
  openssl.write('token.der', Buffer.from(publicKey, 'base64'));
  openssl.run(['pkey', '-pubin', '-inform', 'DER', '-in', 'token.der', '-pubout', '-out', 'token.pem']);
  openssl.run(['req', '-new', '-key', 'ca.key', '-subj', `/CN=${commonName}`, '-out', 'any.csr']);
  const args = ['-req', '-in', 'any.csr', '-CA', 'ca.crt', '-CAkey', 'ca.key', '-force_pubkey', 'token.pem'];
  openssl.run(['x509', ...args, '-set_serial', '0x11', '-days', days, '-outform', 'DER', '-out', 'token.crt']);
  return Buffer.from(openssl.read('token.crt'));
}

async function generate(kind: 'rsa' | 'gost' = 'rsa') {
  const outcome =
    kind === 'rsa'
      ? await token.perform({ kind: 'generate-rsa-pair', label: 'ключ' })
      : await token.perform({ kind: 'generate-gost-pair', label: 'ключ', parameterSet: '1.2.643.2.2.35.1' });
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return tokenAnswerSchemas['generate-rsa-pair'].parse(outcome.value);
}

async function withCertificate(days: '20' | '1', kind: 'rsa' | 'gost' = 'rsa', commonName = fsrarId) {
  const pair = await generate(kind);
  const der = issue(pair.publicKey, commonName, days);
  expect(
    await token.codeOf({ kind: 'write-certificate', keyId: pair.keyId, der: der.toString('base64'), label: 'с' }),
  ).toBe('ok');
  return { ...pair, der };
}

const remove = (keyId: string, as: DeletableKind) => token.codeOf({ kind: 'delete-key', keyId, as });

/** What another program does to the same token. */
function meanwhile(act: (cryptoki: Cryptoki, session: Handle) => void): void {
  const other = openVirtualCryptoki(token.folder);
  other.C_Initialize();
  const session = other.C_OpenSession(
    other.C_GetSlotList(true)[0] ?? Buffer.alloc(0),
    CKF.serialSession | CKF.rwSession,
  );
  other.C_Login(session, CKU.user, pin);
  act(other, session);
  other.C_Finalize();
}

const destroy = (keyId: string, kind: number) =>
  meanwhile((cryptoki, session) => {
    cryptoki.C_FindObjectsInit(session, [
      { type: CKA.class, value: kind },
      { type: CKA.id, value: Buffer.from(keyId, 'hex') },
    ]);
    const found = cryptoki.C_FindObjects(session, 9);
    cryptoki.C_FindObjectsFinal(session);
    for (const object of found) cryptoki.C_DestroyObject(session, object);
  });

const writeElsewhere = (der: Buffer, id: Buffer) =>
  meanwhile((cryptoki, session) => {
    cryptoki.C_CreateObject(session, [
      { type: CKA.class, value: CKO.certificate },
      { type: CKA.certificateType, value: CKC.x509 },
      { type: CKA.token, value: true },
      { type: CKA.id, value: id },
      { type: CKA.value, value: der },
    ]);
  });

async function contents() {
  const { keys, certificates } = await token.applet();
  return { keys: keys.map(({ keyId }) => keyId), certificates: certificates.map(({ keyId }) => keyId) };
}

describe('an orphan key', () => {
  it('is deleted, both halves, and nothing else is', async () => {
    const kept = await withCertificate('20');
    const other = await generate('gost');
    const orphan = await generate();
    expect(await remove(orphan.keyId, 'orphan-key')).toBe('ok');
    expect(await contents()).toEqual({ keys: [kept.keyId, other.keyId], certificates: [kept.keyId] });
  });

  it('that got its certificate in the meantime is none', async () => {
    const { keyId, publicKey } = await generate();
    const der = issue(publicKey, fsrarId, '20');
    writeElsewhere(der, Buffer.from(keyId, 'hex'));
    expect(await remove(keyId, 'orphan-key')).toBe('TOKEN_OBJECTS_CHANGED');
  });

  it('whose certificate stands under another ID is none', async () => {
    const { keyId, publicKey } = await generate('gost');
    writeElsewhere(issue(publicKey, 'ООО «Ромашка»', '20'), randomBytes(8));
    expect(await remove(keyId, 'orphan-key')).toBe('TOKEN_OBJECTS_CHANGED');
    destroy(keyId, CKO.publicKey);
    expect(await remove(keyId, 'orphan-key')).toBe('TOKEN_OBJECTS_CHANGED');
    expect((await contents()).keys).toEqual([keyId]);
  });
});

describe('an orphan certificate', () => {
  it('is deleted, and the other objects stay', async () => {
    const kept = await withCertificate('20');
    const orphan = await withCertificate('20');
    expect(await remove(orphan.keyId, 'orphan-certificate')).toBe('TOKEN_OBJECTS_CHANGED');
    destroy(orphan.keyId, CKO.privateKey);
    destroy(orphan.keyId, CKO.publicKey);
    expect(await remove(orphan.keyId, 'orphan-certificate')).toBe('ok');
    expect(await contents()).toEqual({ keys: [kept.keyId], certificates: [kept.keyId] });
  });

  it('whose key stands under another ID is none', async () => {
    const { keyId, der } = await withCertificate('20', 'gost');
    const elsewhere = randomBytes(8);
    writeElsewhere(der, elsewhere);
    expect(await remove(elsewhere.toString('hex'), 'orphan-certificate')).toBe('TOKEN_OBJECTS_CHANGED');
    destroy(keyId, CKO.publicKey);
    destroy(keyId, CKO.certificate);
    expect(await remove(elsewhere.toString('hex'), 'orphan-certificate')).toBe('TOKEN_OBJECTS_CHANGED');
  });

  it('of ГОСТ is none where КриптоПро keeps containers', async () => {
    token.close();
    await insert({ applets: { combined: { cryptoProContainers: ['2a3f-container'] } } });
    expect((await token.applet()).cryptoProContainers).toEqual(['2a3f-container']);
    const { keyId } = await withCertificate('20', 'gost');
    destroy(keyId, CKO.privateKey);
    destroy(keyId, CKO.publicKey);
    expect(await remove(keyId, 'orphan-certificate')).toBe('TOKEN_OBJECTS_CHANGED');
  });
});

describe('an expired access key', () => {
  it('is deleted with its certificate', async () => {
    const kept = await withCertificate('20');
    const expired = await withCertificate('1');
    expect(await remove(expired.keyId, 'expired-access-key')).toBe('ok');
    expect(await contents()).toEqual({ keys: [kept.keyId], certificates: [kept.keyId] });
  });

  it.each([
    ['one that is in force', '20', 'rsa', fsrarId],
    ['a ГОСТ key past its date', '1', 'gost', 'ООО «Ромашка»'],
    ['an RSA key of another purpose', '1', 'rsa', 'Bank client'],
  ] as const)('is not %s', async (_, days, kind, commonName) => {
    const { keyId } = await withCertificate(days, kind, commonName);
    const before = await contents();
    for (const as of ['expired-access-key', 'orphan-key', 'orphan-certificate'] as const)
      expect(await remove(keyId, as)).toBe('TOKEN_OBJECTS_CHANGED');
    expect(await contents()).toEqual(before);
    expect(token.count('C_DestroyObject')).toBe(0);
  });

  it('is not one with a second certificate in force', async () => {
    const { keyId, publicKey } = await withCertificate('1');
    writeElsewhere(issue(publicKey, fsrarId, '20'), Buffer.from(keyId, 'hex'));
    expect(await remove(keyId, 'expired-access-key')).toBe('TOKEN_OBJECTS_CHANGED');
  });
});

describe('a replaced access key', () => {
  const day = 24 * 60 * 60 * 1000;

  /** A pair with a certificate of the practice agency, issued so many days ago. */
  async function issuedDaysAgo(days: number) {
    const pair = await generate();
    const now = new Date(Date.now() - days * day);
    const publicKey = new Uint8Array(Buffer.from(pair.publicKey, 'base64'));
    const order = { fsrarId, organization: 'ООО «Ромашка»', inn: '9900000017', kpp: null, publicKey, now };
    const authority = await createEgaisAuthority('production', new Date(Date.now() - 1000 * day));
    const der = Buffer.from(issueAccessKeyCertificate(authority, order)).toString('base64');
    expect(await token.codeOf({ kind: 'write-certificate', keyId: pair.keyId, der, label: 'с' })).toBe('ok');
    return pair;
  }

  it('is deleted once its successor is whole and in force', async () => {
    const former = await issuedDaysAgo(300);
    const successor = await issuedDaysAgo(1);
    expect(await remove(successor.keyId, 'replaced-access-key')).toBe('TOKEN_OBJECTS_CHANGED');
    expect(await remove(former.keyId, 'replaced-access-key')).toBe('ok');
    expect(await contents()).toEqual({ keys: [successor.keyId], certificates: [successor.keyId] });
  });

  it('stays while it is alone, while the newer one has no key, and while the newer one is over', async () => {
    const former = await issuedDaysAgo(300);
    expect(await remove(former.keyId, 'replaced-access-key')).toBe('TOKEN_OBJECTS_CHANGED');
    const over = await issuedDaysAgo(400);
    expect(await remove(former.keyId, 'replaced-access-key')).toBe('TOKEN_OBJECTS_CHANGED');
    const successor = await issuedDaysAgo(1);
    destroy(successor.keyId, CKO.privateKey);
    destroy(successor.keyId, CKO.publicKey);
    expect(await remove(former.keyId, 'replaced-access-key')).toBe('TOKEN_OBJECTS_CHANGED');
    expect((await contents()).keys).toEqual([former.keyId, over.keyId]);
  });
});

it('nothing is deleted without a sign-in, nor what is not there', async () => {
  const { keyId } = await generate();
  expect(await remove('0011', 'orphan-key')).toBe('TOKEN_OBJECTS_CHANGED');
  await token.perform({ kind: 'sign-out' });
  expect(await remove(keyId, 'orphan-key')).toBe('TOKEN_NOT_SIGNED_IN');
  expect((await contents()).keys).toEqual([keyId]);
});
