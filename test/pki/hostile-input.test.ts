import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseCertificate } from '../../src/pki/certificate.ts';
import { verifyCertificateSignature, verifyChain } from '../../src/pki/certificate-chain.ts';
import { readCertificateFile, subjectPublicKeyInfo } from '../../src/pki/certificate-file.ts';
import { parseCertificationRequest, verifyCertificationRequest } from '../../src/pki/certification-request.ts';
import { verifyDetachedSignature } from '../../src/pki/cms.ts';
import { element } from '../../src/pki/der-writer.ts';
import { certificateSchema } from '../../src/shared/domain/certificate.ts';
import { type GostOracle, openGostOracle } from '../oracle/openssl-gost.ts';
import { issue, type KeyRecipe, makeKey, makeRequest, makeSelfSigned } from './openssl-authority.ts';

const gost: KeyRecipe = { kind: 'gost', set: 'A', bits: 256 };
const content = Buffer.from('content');
const at = new Date();

let oracle: GostOracle;
let root: Uint8Array;
let certificate: Uint8Array;
let request: Uint8Array;
let cms: Uint8Array;
beforeAll(() => {
  oracle = openGostOracle();
  makeKey(oracle, 'root', gost);
  root = makeSelfSigned(oracle, 'root', gost);
  makeKey(oracle, 'user', gost);
  request = makeRequest(oracle, 'user', gost);
  certificate = issue(oracle, 'user', 'root', gost);
  cms = Uint8Array.from(
    oracle.run(
      ['cms', '-sign', '-binary', '-signer', 'user.crt', '-inkey', 'user.key', '-md', 'md_gost12_256'].concat([
        '-cades',
        '-outform',
        'DER',
      ]),
      content,
    ),
  );
});
afterAll(() => oracle?.close());

/** Everything that takes bytes from outside. None of it may throw, whatever comes. */
function swallow(bytes: Uint8Array): void {
  const reading = parseCertificate(bytes);
  if (reading.ok) certificateSchema.parse(reading.certificate);
  parseCertificationRequest(bytes);
  readCertificateFile(bytes);
  subjectPublicKeyInfo(bytes);
}

/** The same, with what costs a signature verification. */
function swallowAndVerify(bytes: Uint8Array): void {
  swallow(bytes);
  verifyCertificateSignature(bytes, root);
  verifyCertificateSignature(certificate, bytes);
  verifyChain({ certificate: bytes, trusted: [root], intermediates: [bytes], at });
  verifyCertificationRequest(bytes);
  verifyDetachedSignature(bytes, content, [bytes]);
}

// Real ones that were broken: test/fuzz.
describe('any bytes are taken without a throw', () => {
  test('random bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), swallow), { numRuns: 1000 });
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), swallowAndVerify), { numRuns: 100 });
  });

  test('random text, also in PEM frames', () => {
    const framed = fc
      .tuple(fc.constantFrom('CERTIFICATE', 'PKCS7', 'CERTIFICATE REQUEST', 'CMS'), fc.base64String())
      .map(([label, body]) => `-----BEGIN ${label}-----\n${body}\n-----END ${label}-----\n`);
    fc.assert(
      fc.property(fc.oneof(framed, fc.string()), (text) => swallowAndVerify(Buffer.from(text))),
      { numRuns: 200 },
    );
  });
});

test('no byte of a certificate can be changed without its signature breaking', () => {
  const verdicts = new Set<string>();
  // Every seventh byte: the whole certificate in the time of one test.
  for (let at = 0; at < certificate.length; at += 7) {
    const copy = Uint8Array.from(certificate);
    copy[at] = (copy[at] ?? 0) ^ 0x04;
    verdicts.add(verifyCertificateSignature(copy, root));
  }
  expect(verdicts).not.toContain('good');
});

describe('what pkijs by itself would overlook is refused', () => {
  const nothing = Uint8Array.of(0x05, 0x00);
  const insideFrame = (der: Uint8Array) => element(0x30, der.subarray(4), nothing);

  test('an element beside the signature, where nothing signs it', () => {
    expect(parseCertificate(insideFrame(certificate)).ok).toBe(false);
    expect(parseCertificationRequest(insideFrame(request)).ok).toBe(false);
  });

  test('bytes after the end', () => {
    expect(parseCertificate(Uint8Array.from([...certificate, ...nothing])).ok).toBe(false);
    expect(parseCertificationRequest(Uint8Array.from([...request, ...nothing])).ok).toBe(false);
    const bundled = verifyDetachedSignature(Uint8Array.from([...cms, ...nothing]), content);
    expect(bundled).toEqual({ ok: false, reason: 'not-a-signature' });
  });

  test('a month that does not exist', () => {
    const changed = Uint8Array.from(certificate);
    // UTCTime of thirteen characters: tag, length, two digits of the year, then the month.
    const validity = Buffer.from(certificate).indexOf(Buffer.from('170d', 'hex'));
    changed.set(Buffer.from('13'), validity + 4);
    expect(parseCertificate(changed).ok).toBe(false);
    changed.set(Buffer.from('0231'), validity + 4);
    expect(parseCertificate(changed).ok).toBe(false);
  });

  test('one bad certificate among good ones: the others of a bundle are still read', () => {
    const spoilt = Uint8Array.from(cms);
    const serial = Buffer.from(cms).indexOf(Buffer.from('02080102030405060708', 'hex'));
    spoilt[serial] = 0x04;
    const outcome = verifyDetachedSignature(spoilt, content, [certificate]);
    expect(outcome.ok && outcome.signers[0].verdict).toBe('good');
  });
});

describe('costly inputs are refused quickly', () => {
  const mebibyte = 1024 * 1024;
  test.each([
    ['deep nesting', () => new Uint8Array(2 * mebibyte).fill(0x30)],
    ['endless indefinite lengths', () => Uint8Array.from({ length: mebibyte }, (_, i) => (i % 2 ? 0x80 : 0x30))],
    ['a million small elements', () => Uint8Array.from([0x30, 0x83, 0x0f, 0xff, 0xfe, ...new Array(0xffffe).fill(5)])],
    ['a length beyond everything', () => Uint8Array.from([0x30, 0x88, ...new Array(8).fill(0xff)])],
    ['a PEM frame that never ends', () => Buffer.from(`-----BEGIN CERTIFICATE-----${' '.repeat(3 * mebibyte)}`)],
    ['many PEM frames that never end', () => Buffer.from('-----BEGIN CERTIFICATE-----\n'.repeat(100_000))],
    ['almost base64', () => Buffer.from(`${'A '.repeat(mebibyte)}!`)],
    ['thirty megabytes', () => new Uint8Array(30 * mebibyte).fill(0x41)],
  ])('%s', (_, make) => {
    const bytes = make();
    const start = performance.now();
    swallowAndVerify(bytes);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
