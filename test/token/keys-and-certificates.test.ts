import { createPublicKey, randomBytes, verify, X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createVirtualDevice, plugDevice } from '../../src/practice/virtual-token/device.ts';
import { openVirtualCryptoki } from '../../src/practice/virtual-token/virtual-cryptoki.ts';
import type { Cryptoki } from '../../src/token/cryptoki.ts';
import { unpadded } from '../../src/token/padded-text.ts';
import { CKA, CKC, CKF, CKO, CKU } from '../../src/token/pkcs11-numbers.ts';
import { loadPkcs11Library } from '../../src/token/pkcs11js-loader.ts';
import { type AppletTarget, type TokenCommand, tokenAnswerSchemas } from '../../src/token/token-protocol.ts';
import { createTokenServer, type TokenServer } from '../../src/token/token-server.ts';
import { openGostOracle } from '../oracle/openssl-gost.ts';
import { openSoftHsm } from '../oracle/softhsm.ts';
import { recordCalls } from '../support/recording-cryptoki.ts';

const openssl = openGostOracle();
const softHsm = openSoftHsm();
softHsm.addToken({ label: 'keys', pin: '12345678', soPin: '87654321' });
const folder = mkdtempSync(join(tmpdir(), 'keys-'));
createVirtualDevice(folder, 'jacarta-2-se');
createVirtualDevice(folder, 'rutoken-ecp-3');
afterAll(() => {
  openssl.close();
  softHsm.close();
  rmSync(folder, { recursive: true });
});

/** A certificate that OpenSSL issues for any public key: a request's own signature is not asked for. */
function issue(publicKey: string): Buffer {
  openssl.run(['genrsa', '-out', 'ca.key', '2048']);
  openssl.run(['req', '-new', '-x509', '-key', 'ca.key', '-subj', '/CN=Test CA', '-days', '30', '-out', 'ca.crt']);
  openssl.run(['req', '-new', '-key', 'ca.key', '-subj', '/CN=030000000017', '-out', 'any.csr']);
  openssl.write('token.der', Buffer.from(publicKey, 'base64'));
  openssl.run(['pkey', '-pubin', '-inform', 'DER', '-in', 'token.der', '-pubout', '-out', 'token.pem']);
  const args = ['-req', '-in', 'any.csr', '-CA', 'ca.crt', '-CAkey', 'ca.key', '-force_pubkey', 'token.pem'];
  openssl.run(['x509', ...args, '-set_serial', '0x80ff', '-days', '20', '-outform', 'DER', '-out', 'token.crt']);
  return Buffer.from(openssl.read('token.crt'));
}

interface Place {
  readonly name: string;
  readonly load: () => Cryptoki;
  readonly model: string;
  readonly pin: string;
}

const places: readonly Place[] = [
  { name: 'JaCarta-2 SE', load: () => openVirtualCryptoki(folder), model: 'JaCarta Laser', pin: '11111111' },
  { name: 'Рутокен ЭЦП 3.0', load: () => openVirtualCryptoki(folder), model: 'Rutoken ECP', pin: '12345678' },
  { name: 'SoftHSM2', load: () => loadPkcs11Library(softHsm.library), model: 'SoftHSM v2', pin: '12345678' },
];

describe.each(places)('an RSA pair and its certificate on $name', ({ load, model, pin }) => {
  let cryptoki: Cryptoki;
  let server: TokenServer;
  let target: AppletTarget;

  const applet = async () => {
    const reading = await ask('scan', { kind: 'scan', library: 'library' });
    const found = reading.slots.find((slot) => slot.applet.model === model)?.applet;
    if (!found) throw new Error(`${model} is not shown`);
    return found;
  };

  async function ask<Kind extends keyof typeof tokenAnswerSchemas>(kind: Kind, command: TokenCommand) {
    const outcome = await server.perform(command);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
    return tokenAnswerSchemas[kind].parse(outcome.value) as ReturnType<(typeof tokenAnswerSchemas)[Kind]['parse']>;
  }

  beforeAll(async () => {
    cryptoki = load();
    server = createTokenServer(() => cryptoki);
    const { kind, serial } = await applet();
    target = { library: 'library', kind, model, serial };
  });
  afterAll(() => cryptoki.C_Finalize());

  it('nothing is made or signed before a sign-in', async () => {
    const refused = async (command: TokenCommand) => {
      const outcome = await server.perform(command);
      return outcome.ok ? 'ok' : outcome.problem.code;
    };
    expect(await refused({ kind: 'generate-rsa-pair', target, label: 'x' })).toBe('TOKEN_NOT_SIGNED_IN');
    const scheme = 'rsa-pkcs1-sha256' as const;
    expect(await refused({ kind: 'sign', target, keyId: '01', scheme, data: '' })).toBe('TOKEN_NOT_SIGNED_IN');
    expect((await applet()).keys).toEqual([]);
  });

  it('the pair signs what Node verifies, and its certificate joins it', async () => {
    await ask('sign-in', { kind: 'sign-in', target, pin, lastTryConfirmed: false });
    const { keyId, publicKey } = await ask('generate-rsa-pair', {
      kind: 'generate-rsa-pair',
      target,
      label: 'Ключ ЕГАИС',
    });
    expect((await applet()).keys).toEqual([
      {
        keyId,
        label: 'Ключ ЕГАИС',
        kind: 'rsa',
        bits: 2048,
        publicKey,
        hasPublic: true,
        hasPrivate: true,
        hasCertificate: false,
      },
    ]);

    const data = randomBytes(1000);
    const scheme = 'rsa-pkcs1-sha256' as const;
    const { signature } = await ask('sign', { kind: 'sign', target, keyId, scheme, data: data.toString('base64') });
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
    expect(verify('sha256', data, key, Buffer.from(signature, 'base64'))).toBe(true);

    const der = issue(publicKey);
    const write: TokenCommand = {
      kind: 'write-certificate',
      target,
      keyId,
      der: der.toString('base64'),
      label: 'ЕГАИС',
    };
    await ask('write-certificate', write);
    await ask('write-certificate', write);
    const { certificates, keys } = await applet();
    expect(certificates).toHaveLength(1);
    expect(certificates[0]).toMatchObject({
      keyId,
      der: der.toString('base64'),
      label: 'ЕГАИС',
      privateKey: 'present',
    });
    expect(certificates[0]?.certificate?.key).toMatchObject({ kind: 'rsa', bits: 2048 });
    expect(keys[0]?.hasCertificate).toBe(true);

    const slot = cryptoki.C_GetSlotList(true).find((each) => unpadded(cryptoki.C_GetTokenInfo(each).model) === model);
    const session = cryptoki.C_OpenSession(slot ?? Buffer.alloc(0), CKF.serialSession);
    cryptoki.C_FindObjectsInit(session, [{ type: CKA.class, value: CKO.certificate }]);
    const [object] = cryptoki.C_FindObjects(session, 1);
    cryptoki.C_FindObjectsFinal(session);
    const stored = cryptoki.C_GetAttributeValue(session, object ?? Buffer.alloc(0), [
      { type: CKA.serialNumber },
      { type: CKA.subject },
      { type: CKA.issuer },
    ]);
    cryptoki.C_CloseSession(session);
    expect(stored[0]?.value.toString('hex')).toBe('02030080ff');
    expect(der.includes(stored[1]?.value ?? 'nothing')).toBe(true);
    expect(der.includes(stored[2]?.value ?? 'nothing')).toBe(true);
    expect(new X509Certificate(der).subject).toBe('CN=030000000017');
  });

  it('a certificate of another key is refused, and so is what is no certificate', async () => {
    const other = await ask('generate-rsa-pair', { kind: 'generate-rsa-pair', target, label: 'другой' });
    const [first] = (await applet()).certificates;
    const write = async (keyId: string, der: string) => {
      const outcome = await server.perform({ kind: 'write-certificate', target, keyId, der, label: '' });
      return outcome.ok ? 'ok' : outcome.problem.code;
    };
    expect(await write(other.keyId, first?.der ?? '')).toBe('TOKEN_KEY_MISMATCH');
    expect(await write(other.keyId, 'AAAA')).toBe('TOKEN_CERTIFICATE_UNREADABLE');
    expect(await write('ff', first?.der ?? '')).toBe('TOKEN_KEY_NOT_FOUND');
    expect((await applet()).certificates).toHaveLength(1);
  });

  it('a key is found although КриптоПро ended its ID with a zero byte', async () => {
    const key = (await applet()).keys.find((each) => each.label === 'другой');
    const scheme = 'rsa-pkcs1-sha256' as const;
    const command = { kind: 'sign', target, keyId: `${key?.keyId}00`, scheme, data: 'AAAA' } as const;
    expect((await server.perform(command)).ok).toBe(true);
  });

  it('without a sign-in the certificate is seen and its private key is not known of', async () => {
    await ask('sign-out', { kind: 'sign-out', target });
    const { certificates, signedIn } = await applet();
    expect(signedIn).toBe(false);
    expect(certificates.map((entry) => entry.privateKey)).toEqual(['unknown']);
  });

  it('bytes that are no certificate stand among the certificates with their problem', async () => {
    const slot = cryptoki.C_GetSlotList(true).find((each) => unpadded(cryptoki.C_GetTokenInfo(each).model) === model);
    const session = cryptoki.C_OpenSession(slot ?? Buffer.alloc(0), CKF.serialSession | CKF.rwSession);
    cryptoki.C_Login(session, CKU.user, pin);
    cryptoki.C_CreateObject(session, [
      { type: CKA.class, value: CKO.certificate },
      { type: CKA.certificateType, value: CKC.x509 },
      { type: CKA.token, value: true },
      { type: CKA.private, value: false },
      { type: CKA.subject, value: Buffer.from('3000', 'hex') },
      { type: CKA.value, value: Buffer.from('не сертификат') },
    ]);
    cryptoki.C_CloseSession(session);
    const { certificates } = await applet();
    expect(certificates.map((entry) => entry.problem?.code ?? null).toSorted()).toEqual([
      'TOKEN_CERTIFICATE_UNREADABLE',
      null,
    ]);
  });
});

it.each([500, 1500])('a token of %i bytes has no room for a pair, says so, and holds no half of it', async (memory) => {
  const small = mkdtempSync(join(tmpdir(), 'small-'));
  const { serial } = createVirtualDevice(small, 'rutoken-ecp-3', { applets: { combined: { memory } } });
  const server = createTokenServer(() => openVirtualCryptoki(small));
  const target = { library: 'library', kind: 'combined', model: 'Rutoken ECP', serial } as const;
  await server.perform({ kind: 'sign-in', target, pin: '12345678', lastTryConfirmed: false });
  const outcome = await server.perform({ kind: 'generate-rsa-pair', target, label: 'x' });
  expect(outcome).toMatchObject({ ok: false, problem: { code: 'TOKEN_MEMORY_FULL' } });
  const scanned = await server.perform({ kind: 'scan', library: 'library' });
  const { slots } = tokenAnswerSchemas.scan.parse(scanned.ok ? scanned.value : null);
  expect(slots[0]?.applet).toMatchObject({ signedIn: true, keys: [] });
  rmSync(small, { recursive: true });
});

it('a token pulled out while it makes a pair is told as removed, and holds no half of it', async () => {
  const place = mkdtempSync(join(tmpdir(), 'pulled-'));
  const { serial } = createVirtualDevice(place, 'rutoken-ecp-3', { generationMs: 1000 });
  const calls: string[] = [];
  const server = createTokenServer(() => recordCalls(openVirtualCryptoki(place), calls));
  const target = { library: 'library', kind: 'combined', model: 'Rutoken ECP', serial } as const;
  await server.perform({ kind: 'sign-in', target, pin: '12345678', lastTryConfirmed: false });
  const generation = server.perform({ kind: 'generate-rsa-pair', target, label: 'x' });
  await vi.waitUntil(() => calls.includes('C_GenerateKeyPairAsync'), { interval: 1 });
  plugDevice(place, serial, false);
  expect(await generation).toMatchObject({ ok: false, problem: { code: 'TOKEN_REMOVED' } });
  plugDevice(place, serial, true);
  await server.perform({ kind: 'sign-in', target, pin: '12345678', lastTryConfirmed: false });
  const outcome = await server.perform({ kind: 'scan', library: 'library' });
  const reading = tokenAnswerSchemas.scan.parse(outcome.ok ? outcome.value : null);
  expect(reading.slots[0]?.applet).toMatchObject({ signedIn: true, keys: [] });
  rmSync(place, { recursive: true });
});
