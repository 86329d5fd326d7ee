import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Handle } from 'pkcs11js';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createVirtualDevice } from '../../src/practice/virtual-token/device.ts';
import { openVirtualCryptoki } from '../../src/practice/virtual-token/virtual-cryptoki.ts';
import type { Cryptoki } from '../../src/token/cryptoki.ts';
import { generateGostPair } from '../../src/token/gost-key-pair.ts';
import { readKeyObjects } from '../../src/token/key-objects.ts';
import { CKA, CKF, CKM, CKU } from '../../src/token/pkcs11-numbers.ts';
import { withNamedFailures } from '../../src/token/return-codes.ts';
import { signWithKey } from '../../src/token/sign.ts';
import { openGostOracle } from '../oracle/openssl-gost.ts';
import { recordCalls } from '../support/recording-cryptoki.ts';
import { answerOf } from './cryptoki-contract.ts';

const openssl = openGostOracle();
afterAll(() => openssl.close());

const cryptoProA = Buffer.from('06072a850302022301', 'hex');
const streebog256 = Buffer.from('06082a85030701010202', 'hex');
const tc26A512 = Buffer.from('06092a8503070102010201', 'hex');

const cases = [
  { name: 'JaCarta-2 SE', kind: 'jacarta-2-se', pin: '0987654321', slot: 0, bits: 256, parameters: cryptoProA },
  { name: 'Рутокен ЭЦП 3.0', kind: 'rutoken-ecp-3', pin: '12345678', slot: 0, bits: 256, parameters: cryptoProA },
  { name: 'Рутокен ЭЦП 3.0', kind: 'rutoken-ecp-3', pin: '12345678', slot: 0, bits: 512, parameters: tc26A512 },
] as const;

const mechanisms = {
  256: { generation: CKM.gostR3410KeyPairGen, raw: CKM.gostR3410, hashing: CKM.gostR3410WithStreebog256 },
  512: {
    generation: CKM.gostR3410Bits512KeyPairGen,
    raw: CKM.gostR3410Bits512,
    hashing: CKM.gostR3410WithStreebog512,
  },
} as const;

describe.each(cases)('ГОСТ Р 34.10-2012 ($bits) on a virtual $name', ({ kind, pin, slot, bits, parameters }) => {
  const folder = mkdtempSync(join(tmpdir(), 'virtual-gost-'));
  createVirtualDevice(folder, kind);
  let cryptoki: Cryptoki;
  let session: Handle;
  beforeEach(() => {
    cryptoki = withNamedFailures(openVirtualCryptoki(folder));
    cryptoki.C_Initialize({ flags: CKF.osLockingOk });
    const handle = cryptoki.C_GetSlotList(true)[slot];
    if (!handle) throw new Error('No slot');
    session = cryptoki.C_OpenSession(handle, CKF.serialSession | CKF.rwSession);
    cryptoki.C_Login(session, CKU.user, pin);
  });
  afterEach(() => cryptoki.C_Finalize());
  afterAll(() => rmSync(folder, { recursive: true }));

  const { generation, raw, hashing } = mechanisms[bits];

  async function generate(id: Buffer) {
    return cryptoki.C_GenerateKeyPairAsync(
      session,
      { mechanism: generation },
      [
        { type: CKA.token, value: true },
        { type: CKA.private, value: false },
        { type: CKA.id, value: id },
        { type: CKA.verify, value: true },
        { type: CKA.gostR3410Params, value: parameters },
        { type: CKA.gostR3411Params, value: streebog256 },
      ],
      [
        { type: CKA.token, value: true },
        { type: CKA.private, value: true },
        { type: CKA.id, value: id },
        { type: CKA.sign, value: true },
        { type: CKA.gostR3410Params, value: parameters },
      ],
    );
  }

  function opensslAccepts(publicKey: Uint8Array, data: Uint8Array, signature: Uint8Array): boolean {
    openssl.write('key.der', publicKey);
    openssl.run(['pkey', '-pubin', '-inform', 'DER', '-in', 'key.der', '-pubout', '-out', 'key.pem']);
    openssl.write('data', data);
    openssl.write('signature', signature);
    const args = ['dgst', `-md_gost12_${bits}`, '-verify', 'key.pem', '-signature', 'signature', 'data'];
    return openssl.attempt(args).status === 0;
  }

  it('signs so that OpenSSL agrees, whether the token hashes or we do', async () => {
    const id = randomBytes(20);
    const pair = await generate(id);
    const publicKey = readKeyObjects({ cryptoki, session }).find(
      (key) => key.role === 'public' && key.keyId === id.toString('hex'),
    )?.publicKey;
    if (!publicKey) throw new Error('The token does not show the public key');
    const data = randomBytes(777);

    cryptoki.C_SignInit(session, { mechanism: hashing }, pair.privateKey);
    expect(opensslAccepts(publicKey, data, cryptoki.C_Sign(session, data, Buffer.alloc(512)))).toBe(true);

    openssl.write('data', data);
    const digest = openssl.run(['dgst', `-md_gost12_${bits}`, '-binary', 'data']);
    cryptoki.C_SignInit(session, { mechanism: raw }, pair.privateKey);
    const signature = cryptoki.C_Sign(session, digest, Buffer.alloc(512));
    expect(opensslAccepts(publicKey, data, signature)).toBe(true);
    expect(opensslAccepts(publicKey, Buffer.concat([data, data]), signature)).toBe(false);

    const scheme = bits === 256 ? 'gost-2012-256' : 'gost-2012-512';
    const signed = await signWithKey({ cryptoki, session }, id.toString('hex'), scheme, data);
    expect(opensslAccepts(publicKey, data, signed)).toBe(true);

    cryptoki.C_VerifyInit(session, { mechanism: raw }, pair.publicKey);
    expect(cryptoki.C_Verify(session, digest, signature)).toBe(true);
  });

  it('signs a digest of its own length and nothing else', async () => {
    const pair = await generate(randomBytes(20));
    cryptoki.C_SignInit(session, { mechanism: raw }, pair.privateKey);
    expect(answerOf(() => cryptoki.C_Sign(session, randomBytes(20), Buffer.alloc(512)))).toBe('DATA_LEN_RANGE');
  });

  it('refuses a parameter set of the other length', async () => {
    const other = bits === 256 ? tc26A512 : cryptoProA;
    const template = [
      { type: CKA.token, value: true },
      { type: CKA.gostR3410Params, value: other },
    ];
    const asked = cryptoki.C_GenerateKeyPairAsync(session, { mechanism: generation }, template, template);
    await expect(asked).rejects.toMatchObject({ call: 'C_GenerateKeyPairAsync', code: 0x13 });
  });
});

it('a key the token has no mechanism for is refused before anything is sent', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'virtual-gost-'));
  createVirtualDevice(folder, 'jacarta-2-se');
  const calls: string[] = [];
  const cryptoki = recordCalls(openVirtualCryptoki(folder), calls);
  cryptoki.C_Initialize();
  const [slot] = cryptoki.C_GetSlotList(true);
  const session = cryptoki.C_OpenSession(slot ?? Buffer.alloc(0), CKF.serialSession | CKF.rwSession);
  cryptoki.C_Login(session, CKU.user, '0987654321');
  for (const parameterSet of ['1.2.643.7.1.2.1.2.1', '1.2.3'])
    await expect(generateGostPair({ cryptoki, session }, 'jacarta', 'x', parameterSet)).rejects.toMatchObject({
      problem: { code: 'TOKEN_OPERATION_UNSUPPORTED' },
    });
  expect(calls).not.toContain('C_GenerateKeyPairAsync');
  rmSync(folder, { recursive: true });
});

it('the ГОСТ applet of a JaCarta fixes what a private key may do', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'virtual-gost-'));
  createVirtualDevice(folder, 'jacarta-2-se');
  const cryptoki = openVirtualCryptoki(folder);
  cryptoki.C_Initialize();
  const [slot] = cryptoki.C_GetSlotList(true);
  const session = cryptoki.C_OpenSession(slot ?? Buffer.alloc(0), CKF.serialSession | CKF.rwSession);
  cryptoki.C_Login(session, CKU.user, '0987654321');
  const base = [
    { type: CKA.token, value: true },
    { type: CKA.gostR3410Params, value: cryptoProA },
  ];
  const asked = cryptoki.C_GenerateKeyPairAsync(session, { mechanism: CKM.gostR3410KeyPairGen }, base, [
    ...base,
    { type: CKA.extractable, value: true },
  ]);
  await expect(asked).rejects.toThrow('CKR_ATTRIBUTE_READ_ONLY');
  rmSync(folder, { recursive: true });
});
