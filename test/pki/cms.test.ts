import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyDetachedSignature } from '../../src/pki/cms.ts';
import { type GostOracle, openGostOracle } from '../oracle/openssl-gost.ts';
import { issue, type KeyRecipe, makeKey, makeRequest, makeSelfSigned } from './openssl-authority.ts';

const gost: KeyRecipe = { kind: 'gost', set: 'A', bits: 256 };
const content = Buffer.from('<?xml version="1.0" encoding="utf-8"?><Доверенность/>', 'utf8');

let oracle: GostOracle;
let root: Uint8Array;
let user: Uint8Array;
beforeAll(() => {
  oracle = openGostOracle();
  makeKey(oracle, 'root', gost);
  root = makeSelfSigned(oracle, 'root', gost);
  makeKey(oracle, 'user', gost);
  makeRequest(oracle, 'user', gost);
  user = issue(oracle, 'user', 'root', gost);
  oracle.write('content', content);
});
afterAll(() => oracle?.close());

const sign = (...options: readonly string[]): Buffer =>
  oracle.run(
    ['cms', '-sign', '-in', 'content', '-binary', '-signer', 'user.crt', '-inkey', 'user.key'].concat(options),
  );

const verdicts = (cms: Uint8Array, over: Uint8Array = content, certificates: readonly Uint8Array[] = []) => {
  const outcome = verifyDetachedSignature(cms, over, certificates);
  return outcome.ok ? outcome.signers.map(({ verdict }) => verdict) : outcome.reason;
};

describe('every form in which a signature comes is understood', () => {
  test.each([
    ['DER', ['-outform', 'DER']],
    ['PEM', ['-outform', 'PEM']],
    ['without signed attributes', ['-outform', 'DER', '-noattr']],
    ['the signer named by key identifier', ['-outform', 'DER', '-keyid']],
    ['with the signing certificate named (CAdES)', ['-outform', 'DER', '-cades']],
    ['BER of indefinite length', ['-outform', 'DER', '-stream']],
    ['with the content inside', ['-outform', 'DER', '-nodetach']],
    ['with the content inside, BER in pieces', ['-outform', 'DER', '-nodetach', '-stream']],
  ])('%s', (_, options) => {
    const cms = sign('-md', 'md_gost12_256', ...options);
    expect(verdicts(cms)).toEqual(['good']);
    expect(verdicts(cms, Buffer.from('other'))).not.toEqual(['good']);
  });

  test('bare base64', () => {
    const cms = sign('-md', 'md_gost12_256', '-outform', 'DER').toString('base64');
    expect(verdicts(Buffer.from(cms))).toEqual(['good']);
  });
});

test('a signature that carries other content than the file is a signature of other content', () => {
  const cms = sign('-md', 'md_gost12_256', '-outform', 'DER', '-nodetach');
  expect(verdicts(cms, Buffer.from('other'))).toEqual(['content-changed']);
});

test('without attributes, other content makes the signature bad', () => {
  const cms = sign('-md', 'md_gost12_256', '-outform', 'DER', '-noattr');
  expect(verdicts(cms, Buffer.from('other'))).toEqual(['bad']);
});

test('the signer and the time claimed are told, and every certificate that came along', () => {
  const cms = sign('-md', 'md_gost12_256', '-outform', 'DER', '-certfile', 'root.crt');
  const outcome = verifyDetachedSignature(cms, content);
  if (!outcome.ok) throw new Error(outcome.reason);
  expect(outcome.signers[0].certificate).toEqual(user);
  expect(Math.abs(Date.parse(outcome.signers[0].signingTime ?? '') - Date.now())).toBeLessThan(3600_000);
  expect(outcome.certificates).toHaveLength(2);
  expect(outcome.certificates).toEqual(expect.arrayContaining([user, root]));
});

test('a signature without its certificate waits for it', () => {
  const cms = sign('-md', 'md_gost12_256', '-outform', 'DER', '-nocerts');
  expect(verdicts(cms)).toEqual(['certificate-missing']);
  expect(verdicts(cms, content, [root])).toEqual(['certificate-missing']);
  expect(verdicts(cms, content, [root, user])).toEqual(['good']);
});

test('each of two signatures is judged by itself', () => {
  oracle.write('first.p7s', sign('-md', 'md_gost12_256', '-outform', 'DER'));
  const both = oracle.run(
    ['cms', '-resign', '-inform', 'DER', '-in', 'first.p7s', '-signer', 'root.crt', '-inkey', 'root.key'].concat([
      '-md',
      'sha256',
      '-outform',
      'DER',
      '-binary',
      '-noverify',
    ]),
  );
  expect(verdicts(both)).toEqual(['good', 'good']);
  const broken = Uint8Array.from(both);
  broken[broken.length - 1] = (broken[broken.length - 1] ?? 0) ^ 1;
  expect(verdicts(broken).toString().split(',').toSorted()).toEqual(['bad', 'good']);
});

test('a certificate that the signature does not name by its digest is refused', () => {
  // Same name, serial number and key, another certificate: only signingCertificateV2 tells them apart.
  const cms = sign('-md', 'md_gost12_256', '-outform', 'DER', '-cades', '-nocerts');
  const reissued = issue(oracle, 'user', 'root', gost, [], '30');
  expect(verdicts(cms, content, [reissued])).toEqual(['attributes-bad']);
  expect(verdicts(cms, content, [user])).toEqual(['good']);
});

test('signed attributes cannot be passed off as content', () => {
  const cms = sign('-md', 'md_gost12_256', '-outform', 'DER');
  const start = cms.indexOf(Buffer.from('a0', 'hex'), cms.indexOf(Buffer.from('2a864886f70d010903', 'hex')) - 10);
  const attributes = Uint8Array.from(cms.subarray(start));
  attributes[0] = 0x31;
  expect(verdicts(cms, attributes)).toEqual(['content-changed']);
});

test('what is no signature is refused', () => {
  expect(verdicts(user)).toBe('not-a-signature');
  expect(verdicts(oracle.run(['crl2pkcs7', '-nocrl', '-certfile', 'user.crt']))).toBe('not-a-signature');
  expect(verdicts(content)).toBe('not-a-signature');
});
