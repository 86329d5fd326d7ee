import { X509Certificate } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildAccessKeyRequest } from '../../src/egais/access-key-request.ts';
import { parseCertificationRequest } from '../../src/pki/certification-request.ts';
import { createEgaisAuthority, issueAccessKeyCertificate } from '../../src/practice/certification-authority.ts';
import type { Subdivision } from '../../src/shared/domain/subdivision.ts';
import { problem } from '../../src/shared/problems/problem.ts';
import { fail, succeed } from '../../src/shared/result.ts';
import { type GostOracle, openGostOracle } from '../oracle/openssl-gost.ts';
import { softwarePair } from './account/software-pair.ts';

let oracle: GostOracle;
beforeAll(() => {
  oracle = openGostOracle();
});
afterAll(() => oracle?.close());

const shop: Subdivision = {
  fsrarId: '030000000001',
  rowId: '700001',
  fullName: 'Общество с ограниченной ответственностью «Ромашка»',
  shortName: 'ООО «Ромашка»',
  inn: '9900000017',
  kpp: '990101001',
  regionCode: '77',
  address: '',
  legalAddress: '',
};

const built = async (subdivision: Subdivision = shop) => {
  const { pair, sign } = softwarePair();
  const outcome = await buildAccessKeyRequest({ subdivision, pair, sign });
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return { ...outcome.value, pair };
};

test('OpenSSL verifies the request and reads from it what an access key says', async () => {
  const { der } = await built();
  const { status, stderr } = oracle.attempt(['req', '-inform', 'DER', '-verify', '-noout'], der);
  expect([status, stderr]).toEqual([0, expect.stringContaining('verify OK')]);
  const text = oracle
    .run(['req', '-inform', 'DER', '-noout', '-text', '-nameopt', 'utf8,sep_comma_plus'], der)
    .toString();
  expect(text).toContain(
    'C=990101001,O=Общество с ограниченной ответственностью «Ромашка»,OU=9900000017,CN=030000000001',
  );
  expect(text).toContain('Public-Key: (2048 bit)');
  expect(text).toContain('Digital Signature, Key Encipherment');
  expect(text).toContain('TLS Web Client Authentication');
});

test('the subject is the one that the agency of practice mode puts into the certificate', async () => {
  const { der, pair } = await built();
  const certificate = issueAccessKeyCertificate(await createEgaisAuthority('production', new Date()), {
    fsrarId: shop.fsrarId,
    organization: shop.fullName,
    inn: shop.inn,
    kpp: shop.kpp,
    publicKey: pair.publicKey,
    now: new Date(),
  });
  const reading = parseCertificationRequest(der);
  const subject = reading.ok ? reading.request.subject.text.split(', ') : [];
  expect(new X509Certificate(certificate).subject.split('\n')).toEqual(subject);
});

test('a sole proprietor has no КПП in it, and one that is none is kept as it is', async () => {
  const nameIn = async (kpp: string | null) => {
    const reading = parseCertificationRequest((await built({ ...shop, kpp })).der);
    return reading.ok ? reading.request.subject.country : 'unread';
  };
  expect(await nameIn(null)).toBeNull();
  expect(await nameIn('КПП неизвестен')).toBe('КПП неизвестен');
});

test('the digest is of the key, and each key has its own', async () => {
  const [one, two] = [await built(), await built()];
  expect(one.publicKeySha256).toMatch(/^[0-9a-f]{64}$/);
  expect(one.publicKeySha256).not.toBe(two.publicKeySha256);
  oracle.write('request.der', one.der);
  const publicKey = oracle.run(['req', '-inform', 'DER', '-in', 'request.der', '-noout', '-pubkey']);
  const spki = oracle.run(['pkey', '-pubin', '-outform', 'DER'], publicKey);
  expect(oracle.run(['dgst', '-sha256', '-r'], spki).toString()).toContain(one.publicKeySha256);
});

test('what the token refuses comes out as it is, and a signature by another key never leaves', async () => {
  const { pair } = softwarePair();
  const gone = fail(problem('TOKEN_REMOVED'));
  expect(await buildAccessKeyRequest({ subdivision: shop, pair, sign: async () => gone })).toEqual(gone);
  const { sign } = softwarePair();
  expect(await buildAccessKeyRequest({ subdivision: shop, pair, sign })).toMatchObject({
    problem: { code: 'EGAIS_REQUEST_NOT_BUILT' },
  });
  const empty = async () => succeed(new Uint8Array());
  expect(await buildAccessKeyRequest({ subdivision: shop, pair, sign: empty })).toMatchObject({
    problem: { code: 'EGAIS_REQUEST_NOT_BUILT' },
  });
});
