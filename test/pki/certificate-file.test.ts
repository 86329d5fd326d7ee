import { afterAll, beforeAll, expect, test } from 'vitest';
import { readCertificateFile, subjectPublicKeyInfo } from '../../src/pki/certificate-file.ts';
import { type GostOracle, openGostOracle } from '../oracle/openssl-gost.ts';
import { issue, type KeyRecipe, makeKey, makeRequest, makeSelfSigned } from './openssl-authority.ts';

const gost: KeyRecipe = { kind: 'gost', set: 'XA', bits: 256 };
let oracle: GostOracle;
let root: Uint8Array;
let certificate: Uint8Array;
let request: Uint8Array;
beforeAll(() => {
  oracle = openGostOracle();
  makeKey(oracle, 'root', gost);
  root = makeSelfSigned(oracle, 'root', gost);
  makeKey(oracle, 'user', gost);
  request = makeRequest(oracle, 'user', gost);
  certificate = issue(oracle, 'user', 'root', gost);
});
afterAll(() => oracle?.close());

const dersIn = (bytes: Uint8Array): [kind: string, ...Uint8Array[]] => {
  const file = readCertificateFile(bytes);
  if (file.kind === 'unknown') return ['unknown'];
  if (file.kind === 'request') return ['request', file.der];
  return [file.kind, ...file.certificates.map(({ der }) => der)];
};

test('one certificate: DER, PEM, bare base64, with a byte order mark', () => {
  expect(dersIn(certificate)).toEqual(['certificates', certificate]);
  const pem = oracle.read('user.crt');
  expect(dersIn(pem)).toEqual(['certificates', certificate]);
  const base64 = Buffer.from(certificate).toString('base64').replace(/.{64}/g, '$&\r\n');
  expect(dersIn(Buffer.from(base64))).toEqual(['certificates', certificate]);
  expect(dersIn(Buffer.from(`\ufeff${base64}\n`))).toEqual(['certificates', certificate]);
  expect(dersIn(Buffer.concat([Buffer.from('\ufeff'), pem]))).toEqual(['certificates', certificate]);
});

test('many certificates in one PEM file, with text between', () => {
  const text = oracle.run(['x509', '-in', 'root.crt', '-text']);
  const file = Buffer.concat([oracle.read('user.crt'), text]);
  expect(dersIn(file)).toEqual(['certificates', certificate, root]);
});

test.each(['DER', 'PEM'])('a PKCS#7 bundle in %s', (form) => {
  const bundle = oracle.run([
    'crl2pkcs7',
    '-nocrl',
    '-certfile',
    'user.crt',
    '-certfile',
    'root.crt',
    '-outform',
    form,
  ]);
  expect(dersIn(bundle)).toEqual(['bundle', certificate, root]);
});

test('a request in DER and PEM', () => {
  expect(dersIn(request)).toEqual(['request', request]);
  const file = readCertificateFile(oracle.read('user.csr'));
  expect(file.kind === 'request' && file.request).toMatchObject({
    subject: { organization: 'ООО «Тестовая организация»', innLegalEntity: '9900000017' },
    key: { kind: 'gost-2012-256', parameterSetName: 'CryptoPro-XchA' },
    requested: { policies: ['1.2.643.100.113.1'], subjectSignTool: 'СКЗИ Тест 1.0' },
  });
});

test('a private key, a picture and nothing at all are unknown', () => {
  expect(dersIn(oracle.read('user.key'))).toEqual(['unknown']);
  expect(dersIn(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))).toEqual(['unknown']);
  expect(dersIn(new Uint8Array())).toEqual(['unknown']);
  expect(subjectPublicKeyInfo(new Uint8Array())).toBeUndefined();
});

test('bytes after a certificate make it no certificate', () => {
  expect(dersIn(Uint8Array.from([...certificate, 0]))).toEqual(['unknown']);
});
