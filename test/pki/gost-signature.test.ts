import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gostParameterSet } from '../../src/pki/gost-parameter-sets.ts';
import { verifyGostSignature } from '../../src/pki/gost-signature.ts';
import { gostSubjectPublicKeyInfo } from '../../src/pki/public-key.ts';
import { generateGostKeyPair, signGostDigest } from '../../src/practice/gost-signature.ts';
import { type GostOracle, openGostOracle } from '../oracle/openssl-gost.ts';
import { makeKey, parameterSets } from './openssl-authority.ts';

let oracle: GostOracle;
beforeAll(() => {
  oracle = openGostOracle();
});
afterAll(() => oracle?.close());

describe.each(parameterSets)('parameter set %s of %s (%s)', (set, oid, name, bits) => {
  const digest = Uint8Array.from(randomBytes(bits / 8));
  const pkeyutl = ['-pkeyopt', `digest:md_gost12_${bits}`];

  test('OpenSSL signs a bare digest, as C_Sign does; we verify it', () => {
    makeKey(oracle, name, { kind: 'gost', set, bits });
    oracle.write('digest', digest);
    const arguments_ = ['pkeyutl', '-sign', '-inkey', `${name}.key`, '-in', 'digest', ...pkeyutl];
    const signature = Uint8Array.from(oracle.run(arguments_));
    const info = oracle.run(['pkey', '-in', `${name}.key`, '-pubout', '-outform', 'DER']);
    const publicKey = Uint8Array.from(info.subarray(-bits / 4));
    const claim = { digest, signature, publicKey, parameterSet: oid };
    expect(verifyGostSignature(claim)).toBe(true);
    expect(verifyGostSignature({ ...claim, digest: digest.toReversed() })).toBe(false);
    expect(verifyGostSignature({ ...claim, signature: signature.toReversed() })).toBe(false);
  });

  test('we sign; OpenSSL verifies it', () => {
    const { privateKey, publicKey } = generateGostKeyPair(oid);
    oracle.write('pub.der', gostSubjectPublicKeyInfo(publicKey, oid));
    oracle.write('digest', digest);
    oracle.write('signature', signGostDigest(digest, privateKey, oid));
    const verify = ['pkeyutl', '-verify', '-pubin', '-keyform', 'DER', '-inkey', 'pub.der', '-in', 'digest'];
    expect(oracle.attempt([...verify, '-sigfile', 'signature', ...pkeyutl]).status).toBe(0);
  });
});

describe('what cannot be a good signature is refused', () => {
  const oid = '1.2.643.7.1.2.1.1.1';
  const { privateKey, publicKey } = generateGostKeyPair(oid);
  const digest = Uint8Array.from(randomBytes(32));
  const signature = signGostDigest(digest, privateKey, oid);
  const claim = { digest, signature, publicKey, parameterSet: oid };
  const order = (gostParameterSet(oid)?.order ?? 0n).toString(16).padStart(64, '0');
  const withHalf = (half: 0 | 32, hex: string): Uint8Array => {
    const copy = Uint8Array.from(signature);
    copy.set(Buffer.from(hex, 'hex'), half);
    return copy;
  };

  test('the untouched one is good', () => {
    expect(verifyGostSignature(claim)).toBe(true);
  });

  test.each([
    ['s is zero', { signature: withHalf(0, '00'.repeat(32)) }],
    ['r is zero', { signature: withHalf(32, '00'.repeat(32)) }],
    ['s is the order of the group', { signature: withHalf(0, order) }],
    ['r is the order of the group', { signature: withHalf(32, order) }],
    ['a public key that is no point', { publicKey: Uint8Array.from(publicKey).fill(7, 0, 32) }],
    ['a public key of zeros', { publicKey: new Uint8Array(64) }],
    ['a public key beyond the field', { publicKey: new Uint8Array(64).fill(0xff) }],
    ['a point of small order', { publicKey: new Uint8Array(64).fill(0, 32) }],
    ['a short digest', { digest: digest.slice(1) }],
    ['a short key', { publicKey: publicKey.slice(1) }],
    ['an unknown parameter set', { parameterSet: '1.2.3' }],
    ['another parameter set', { parameterSet: '1.2.643.2.2.35.1' }],
  ])('%s', (_, change) => {
    expect(verifyGostSignature({ ...claim, ...change })).toBe(false);
  });

  test('a digest of zeros signs and verifies: the standard takes one instead', () => {
    const zeros = new Uint8Array(32);
    expect(verifyGostSignature({ ...claim, digest: zeros, signature: signGostDigest(zeros, privateKey, oid) })).toBe(
      true,
    );
  });

  test('the practice signer refuses what it does not know', () => {
    expect(() => generateGostKeyPair('1.2.3')).toThrow(RangeError);
    expect(() => signGostDigest(digest.slice(1), privateKey, oid)).toThrow(RangeError);
  });
});
