import { generateKeyPairSync, sign as nodeSign } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { subjectPublicKeyInfo } from '../../src/pki/certificate-file.ts';
import {
  buildCertificationRequest,
  parseCertificationRequest,
  type RequestSigner,
  verifyCertificationRequest,
} from '../../src/pki/certification-request.ts';
import type { SubjectAttribute } from '../../src/pki/distinguished-name.ts';
import {
  certificatePoliciesExtension,
  extendedKeyUsageExtension,
  identificationKindExtension,
  keyUsageExtension,
  subjectSignToolExtension,
} from '../../src/pki/extension-writer.ts';
import { gostSubjectPublicKeyInfo } from '../../src/pki/public-key.ts';
import { streebog256, streebog512 } from '../../src/pki/streebog.ts';
import { generateGostKeyPair, signGostDigest } from '../../src/practice/gost-signature.ts';
import { type GostOracle, openGostOracle } from '../oracle/openssl-gost.ts';
import { makeKey, parameterSets } from './openssl-authority.ts';

let oracle: GostOracle;
beforeAll(() => {
  oracle = openGostOracle();
});
afterAll(() => oracle?.close());

const subject: readonly SubjectAttribute[] = [
  { oid: '2.5.4.6', value: 'RU', type: 'printable' },
  { oid: '2.5.4.8', value: '77 г. Москва', type: 'utf8' },
  { oid: '2.5.4.10', value: 'ООО «Тестовая организация»', type: 'utf8' },
  { oid: '2.5.4.3', value: 'ООО «Тестовая организация»', type: 'utf8' },
  { oid: '1.2.840.113549.1.9.1', value: 'test@example.ru', type: 'ia5' },
  { oid: '1.2.643.100.4', value: '9900000017', type: 'numeric' },
  { oid: '1.2.643.3.131.1.1', value: '500100732259', type: 'numeric' },
  { oid: '1.2.643.100.1', value: '1299900000025', type: 'numeric' },
  { oid: '1.2.643.100.3', value: '11223344595', type: 'numeric' },
];

const extensions = [
  keyUsageExtension(['digitalSignature', 'nonRepudiation', 'keyEncipherment', 'dataEncipherment']),
  extendedKeyUsageExtension(['1.3.6.1.5.5.7.3.2', '1.3.6.1.5.5.7.3.4']),
  certificatePoliciesExtension(['1.2.643.100.113.1', '1.2.643.100.113.2']),
  subjectSignToolExtension('СКЗИ «Тест» 1.0'),
  identificationKindExtension(0),
];

const gostSigner = (oid: string, bits: 256 | 512): RequestSigner => {
  const { privateKey, publicKey } = generateGostKeyPair(oid);
  const digest = bits === 256 ? streebog256 : streebog512;
  return {
    publicKey: gostSubjectPublicKeyInfo(publicKey, oid),
    sign: async (bytes) => signGostDigest(digest(bytes), privateKey, oid),
  };
};

const rsaSigner = (): RequestSigner => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    publicKey: Uint8Array.from(publicKey.export({ format: 'der', type: 'spki' })),
    sign: async (bytes) => Uint8Array.from(nodeSign('sha256', bytes, privateKey)),
  };
};

const build = async (signer: RequestSigner): Promise<Uint8Array> => {
  const outcome = await buildCertificationRequest(subject, extensions, signer);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.der;
};

const openSslVerifies = (der: Uint8Array): boolean => {
  const { status, stderr } = oracle.attempt(['req', '-inform', 'DER', '-noout', '-verify'], der);
  return status === 0 && stderr.includes('verify OK');
};

describe('OpenSSL accepts what is built here, and refuses it once changed', () => {
  test.each([
    ...parameterSets.map(([, oid, name, bits]) => [name, () => gostSigner(oid, bits)] as const),
    ['RSA-2048', rsaSigner] as const,
  ])('%s', async (_, makeSigner) => {
    const signer = makeSigner();
    const der = await build(signer);
    expect(openSslVerifies(der)).toBe(true);
    expect(verifyCertificationRequest(der)).toBe('good');
    expect(subjectPublicKeyInfo(der)).toEqual(signer.publicKey);
    const changed = Uint8Array.from(der);
    changed[der.length - 5] = (changed[der.length - 5] ?? 0) ^ 0x10;
    expect(openSslVerifies(changed)).toBe(false);
    expect(verifyCertificationRequest(changed)).toBe('bad');
  });
});

test.each(parameterSets)('%s of %s: a public key is written as OpenSSL reads it', (set, oid, name, bits) => {
  makeKey(oracle, name, { kind: 'gost', set, bits });
  const expected = Uint8Array.from(oracle.run(['pkey', '-in', `${name}.key`, '-pubout', '-outform', 'DER']));
  const ours = gostSubjectPublicKeyInfo(expected.slice(-bits / 4), oid);
  // OpenSSL itself writes the digest of tc26-512-A and -B that RFC 9215 advises to leave out: compare what it makes of it.
  const understood = oracle.run(['pkey', '-pubin', '-inform', 'DER', '-pubout', '-outform', 'DER'], ours);
  expect(Uint8Array.from(understood)).toEqual(expected);
  if (bits === 256) expect(ours).toEqual(expected);
});

test('every attribute stands in a relative name of its own, in the type asked for', async () => {
  const der = await build(gostSigner('1.2.643.2.2.35.1', 256));
  const listing = oracle.run(['asn1parse', '-inform', 'DER'], der).toString('utf8');
  const name = listing.slice(0, listing.indexOf('GOST R 34.10-2012 with 256 bit modulus'));
  expect(name.match(/cons: SET/g)).toHaveLength(subject.length);
  expect(name.match(/NUMERICSTRING/g)).toHaveLength(4);
  expect(name.match(/PRINTABLESTRING/g)).toHaveLength(1);
  expect(name.match(/IA5STRING/g)).toHaveLength(1);
  expect(name.match(/UTF8STRING/g)).toHaveLength(3);
});

test('OpenSSL reads the subject and the extensions as they were meant', async () => {
  const der = await build(gostSigner('1.2.643.7.1.2.1.1.1', 256));
  const text = oracle
    .run(['req', '-inform', 'DER', '-noout', '-text', '-nameopt', 'utf8,sep_comma_plus_space'], der)
    .toString('utf8');
  expect(text).toContain('C=RU, ST=77 г. Москва, O=ООО «Тестовая организация»');
  expect(text).toContain('Digital Signature, Non Repudiation, Key Encipherment, Data Encipherment');
  expect(text).toContain('TLS Web Client Authentication, E-mail Protection');
  expect(text).toMatch(/Policy: (classSignToolKC1|Class of Signing Tool KC1)/);
  expect(text).toMatch(/(1\.2\.643\.100\.114|Signing Tool of Subject)/);
});

test('what was built is read back', async () => {
  const reading = parseCertificationRequest(await build(gostSigner('1.2.643.2.2.36.0', 256)));
  expect(reading.ok && reading.request).toMatchObject({
    subject: { organization: 'ООО «Тестовая организация»', inn: '500100732259', snils: '11223344595' },
    key: { kind: 'gost-2012-256', parameterSetName: 'CryptoPro-XchA' },
    signatureAlgorithm: '1.2.643.7.1.1.3.2',
    requested: {
      keyUsage: ['digitalSignature', 'nonRepudiation', 'keyEncipherment', 'dataEncipherment'],
      extendedKeyUsage: ['1.3.6.1.5.5.7.3.2', '1.3.6.1.5.5.7.3.4'],
      policies: ['1.2.643.100.113.1', '1.2.643.100.113.2'],
      subjectSignTool: 'СКЗИ «Тест» 1.0',
    },
  });
});

describe('a request that would not verify is never handed out', () => {
  const oid = '1.2.643.2.2.35.1';
  const wrong: readonly (readonly [string, (signature: Uint8Array) => Uint8Array])[] = [
    ['the halves swapped', (signature) => Uint8Array.from([...signature.slice(32), ...signature.slice(0, 32)])],
    ['the bytes reversed', (signature) => signature.toReversed()],
    ['cut short', (signature) => signature.slice(1)],
    ['empty', () => new Uint8Array()],
  ];
  test.each(wrong)('a signature with %s', async (_, spoil) => {
    const signer = gostSigner(oid, 256);
    const outcome = await buildCertificationRequest(subject, extensions, {
      ...signer,
      sign: async (bytes) => spoil(await signer.sign(bytes)),
    });
    expect(outcome).toEqual({ ok: false, reason: 'self-check-failed' });
  });

  test('a signature by another key', async () => {
    const outcome = await buildCertificationRequest(subject, extensions, {
      ...gostSigner(oid, 256),
      sign: gostSigner(oid, 256).sign,
    });
    expect(outcome).toEqual({ ok: false, reason: 'self-check-failed' });
  });

  test('a kind of key the product does not sign with', async () => {
    const { publicKey } = generateKeyPairSync('ed25519');
    const outcome = await buildCertificationRequest(subject, [], {
      publicKey: Uint8Array.from(publicKey.export({ format: 'der', type: 'spki' })),
      sign: () => Promise.reject(new Error('must not be asked')),
    });
    expect(outcome).toEqual({ ok: false, reason: 'key-unsupported' });
  });

  test('what the token throws passes through', async () => {
    const failure = new Error('the token was pulled out');
    const signer = { ...gostSigner(oid, 256), sign: () => Promise.reject(failure) };
    await expect(buildCertificationRequest(subject, [], signer)).rejects.toBe(failure);
  });
});
