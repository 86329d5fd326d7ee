import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseCertificate } from '../../src/pki/certificate.ts';
import { verifyCertificateSignature } from '../../src/pki/certificate-chain.ts';
import { subjectPublicKeyInfo } from '../../src/pki/certificate-file.ts';
import { parseCertificationRequest, verifyCertificationRequest } from '../../src/pki/certification-request.ts';
import { verifyDetachedSignature } from '../../src/pki/cms.ts';
import { certificateSchema } from '../../src/shared/domain/certificate.ts';
import { type GostOracle, openGostOracle } from '../oracle/openssl-gost.ts';
import {
  digestArgument,
  issue,
  type KeyRecipe,
  makeKey,
  makeRequest,
  makeSelfSigned,
  parameterSets,
} from './openssl-authority.ts';

let oracle: GostOracle;
beforeAll(() => {
  oracle = openGostOracle();
});
afterAll(() => oracle?.close());

const content = Buffer.from('Доверенность, которую подписали\n'.repeat(40), 'utf8');

const kindOf = (key: KeyRecipe): string => (key.kind === 'gost' ? `gost-2012-${key.bits}` : key.kind);

const families: readonly (readonly [name: string, key: KeyRecipe, parameterSet: string | null, bits: number])[] = [
  ...parameterSets.map(([set, oid, name, bits]) => [name, { kind: 'gost', set, bits } as const, oid, bits] as const),
  ['RSA-2048', { kind: 'rsa' }, null, 2048],
  ['P-256', { kind: 'ec' }, '1.2.840.10045.3.1.7', 256],
];

/** The same bytes with one bit of the byte at `position` (from the end when negative) turned over. */
const changed = (bytes: Uint8Array, position: number): Uint8Array => {
  const copy = Uint8Array.from(bytes);
  const at = position < 0 ? copy.length + position : position;
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
};

describe.each(families)('%s: what OpenSSL makes', (name, key, parameterSet, bits) => {
  const file = (part: string) => `${name}-${part}`;
  let root: Uint8Array;
  let request: Uint8Array;
  let certificate: Uint8Array;
  let cms: Uint8Array;

  beforeAll(() => {
    makeKey(oracle, file('root'), key);
    root = makeSelfSigned(oracle, file('root'), key);
    makeKey(oracle, file('user'), key);
    request = makeRequest(oracle, file('user'), key);
    certificate = issue(oracle, file('user'), file('root'), key);
    oracle.write('content', content);
    oracle.run(
      ['cms', '-sign', '-in', 'content', '-binary', '-signer', `${file('user')}.crt`].concat([
        '-inkey',
        `${file('user')}.key`,
        '-md',
        digestArgument(key),
        '-outform',
        'DER',
        '-out',
        `${file('user')}.p7s`,
      ]),
    );
    cms = oracle.read(`${file('user')}.p7s`);
  });

  test('certificates are read and their signatures hold', () => {
    const reading = parseCertificate(certificate);
    expect(reading.ok && reading.certificate.key).toMatchObject({ kind: kindOf(key), bits, parameterSet });
    expect(reading.ok && certificateSchema.safeParse(reading.certificate).success).toBe(true);
    expect(verifyCertificateSignature(certificate, root)).toBe('good');
    expect(verifyCertificateSignature(root, root)).toBe('good');
    expect(verifyCertificateSignature(root, certificate)).toBe('bad');
  });

  test('a changed certificate is refused', () => {
    // The last byte is of the signature; the serial number 0102…08 stands near the beginning.
    const serial = Buffer.from(certificate).indexOf(Buffer.from('0102030405060708', 'hex'));
    expect(verifyCertificateSignature(changed(certificate, -1), root)).toBe('bad');
    expect(verifyCertificateSignature(changed(certificate, serial), root)).toBe('bad');
  });

  test('requests are read and their signatures hold', () => {
    const reading = parseCertificationRequest(request);
    expect(reading.ok && reading.request.key).toMatchObject({ kind: kindOf(key), bits, parameterSet });
    expect(verifyCertificationRequest(request)).toBe('good');
    expect(verifyCertificationRequest(changed(request, -1))).toBe('bad');
    expect(subjectPublicKeyInfo(request)).toEqual(subjectPublicKeyInfo(certificate));
    const expected = oracle.run(['pkey', '-in', `${file('user')}.key`, '-pubout', '-outform', 'DER']);
    expect(subjectPublicKeyInfo(request)).toEqual(Uint8Array.from(expected));
  });

  test('detached CMS signatures hold over their content and no other', () => {
    const outcome = verifyDetachedSignature(cms, content);
    expect(outcome.ok && outcome.signers).toMatchObject([{ verdict: 'good', certificate }]);
    const other = verifyDetachedSignature(cms, changed(content, 3));
    expect(other.ok && other.signers[0].verdict).toBe('content-changed');
    const broken = verifyDetachedSignature(changed(cms, -1), content);
    expect(broken.ok && broken.signers[0].verdict).toBe('bad');
  });
});
