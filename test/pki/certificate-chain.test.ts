import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ChainFindingCode, verifyCertificateSignature, verifyChain } from '../../src/pki/certificate-chain.ts';
import { type GostOracle, openGostOracle } from '../oracle/openssl-gost.ts';
import {
  authorityExtensions,
  issue,
  type KeyRecipe,
  makeKey,
  makeRequest,
  makeSelfSigned,
} from './openssl-authority.ts';

const rootKey: KeyRecipe = { kind: 'gost', set: 'A', bits: 512 };
const middleKey: KeyRecipe = { kind: 'gost', set: 'TCA', bits: 256 };
const userKey: KeyRecipe = { kind: 'gost', set: 'XA', bits: 256 };
const middleName = ['C = RU', 'O = Промежуточный УЦ', 'CN = Промежуточный УЦ'];
// A minute ahead: the certificates are made after this line runs.
const now = new Date(Date.now() + 60_000);
const years = (count: number): Date => new Date(now.getTime() + count * 366 * 24 * 3600 * 1000);

let oracle: GostOracle;
let root: Uint8Array;
let twin: Uint8Array;
let middle: Uint8Array;
let user: Uint8Array;
let viaUser: Uint8Array;
let narrow: Uint8Array;
let belowNarrow: Uint8Array;
let lowest: Uint8Array;

beforeAll(() => {
  oracle = openGostOracle();
  makeKey(oracle, 'root', rootKey);
  root = makeSelfSigned(oracle, 'root', rootKey);
  // Same name, another key: an impostor.
  makeKey(oracle, 'twin', rootKey);
  const withoutIdentifier = authorityExtensions.slice(0, 2);
  twin = makeSelfSigned(oracle, 'twin', rootKey, undefined, [...withoutIdentifier, 'subjectKeyIdentifier = none']);
  makeKey(oracle, 'middle', middleKey);
  makeRequest(oracle, 'middle', middleKey, middleName, []);
  middle = issue(oracle, 'middle', 'root', rootKey, authorityExtensions.slice(0, 2), '1000');
  makeKey(oracle, 'user', userKey);
  makeRequest(oracle, 'user', userKey);
  user = issue(oracle, 'user', 'middle', middleKey);
  makeKey(oracle, 'via-user', userKey);
  makeRequest(oracle, 'via-user', userKey, ['CN = Чужой']);
  viaUser = issue(oracle, 'via-user', 'user', userKey);
  makeKey(oracle, 'narrow', middleKey);
  makeRequest(oracle, 'narrow', middleKey, ['CN = Узкий УЦ'], []);
  narrow = issue(oracle, 'narrow', 'root', rootKey, ['basicConstraints = critical, CA:TRUE, pathlen:0']);
  makeKey(oracle, 'below', middleKey);
  makeRequest(oracle, 'below', middleKey, ['CN = УЦ под узким'], []);
  belowNarrow = issue(oracle, 'below', 'narrow', middleKey, ['basicConstraints = critical, CA:TRUE']);
  makeKey(oracle, 'lowest', userKey);
  makeRequest(oracle, 'lowest', userKey, ['CN = Нижний']);
  lowest = issue(oracle, 'lowest', 'below', middleKey);
});
afterAll(() => oracle?.close());

interface Case {
  readonly certificate: string;
  readonly trusted: readonly string[];
  readonly intermediates?: readonly string[];
  readonly at?: Date;
}

/** Asks both sides the same question: our findings, and whether OpenSSL trusts. */
function ask({ certificate, trusted, intermediates = [], at = now }: Case) {
  const der = (name: string) => Uint8Array.from(oracle.run(['x509', '-in', `${name}.crt`, '-outform', 'DER']));
  const bundle = (names: readonly string[]) => Buffer.concat(names.map((name) => oracle.read(`${name}.crt`)));
  oracle.write('trusted.pem', bundle(trusted));
  oracle.write('untrusted.pem', bundle(intermediates));
  const untrusted = intermediates.length > 0 ? ['-untrusted', 'untrusted.pem'] : [];
  const time = String(Math.floor(at.getTime() / 1000));
  const { status } = oracle.attempt([
    'verify',
    '-attime',
    time,
    '-CAfile',
    'trusted.pem',
    ...untrusted,
    `${certificate}.crt`,
  ]);
  const outcome = verifyChain({
    certificate: der(certificate),
    trusted: trusted.map(der),
    intermediates: intermediates.map(der),
    at,
  });
  return {
    trusted: outcome.trusted,
    openSslTrusts: status === 0,
    length: outcome.path.length,
    codes: outcome.findings.map(({ code }) => code),
  };
}

describe('a chain is trusted exactly when OpenSSL trusts it', () => {
  const cases: readonly (readonly [string, Case, readonly ChainFindingCode[]])[] = [
    ['up to the root', { certificate: 'user', trusted: ['root'], intermediates: ['middle'] }, []],
    ['an authority itself', { certificate: 'middle', trusted: ['root'] }, []],
    ['a trusted root', { certificate: 'root', trusted: ['root'] }, []],
    ['the link between is missing', { certificate: 'user', trusted: ['root'] }, ['issuer-unknown']],
    ['nothing is trusted but another root', { certificate: 'root', trusted: ['middle'] }, ['issuer-unknown']],
    ['only the impostor is trusted', { certificate: 'middle', trusted: ['twin'] }, ['signature-bad']],
    [
      'a holder who plays authority',
      { certificate: 'via-user', trusted: ['root'], intermediates: ['middle', 'user'] },
      ['issuer-not-authority'],
    ],
    [
      'an authority below one that may have none',
      { certificate: 'lowest', trusted: ['root'], intermediates: ['narrow', 'below'] },
      ['issuer-not-authority'],
    ],
    [
      'two years later',
      { certificate: 'user', trusted: ['root'], intermediates: ['middle'], at: years(2) },
      ['expired'],
    ],
    [
      'four years later, the link between as well',
      { certificate: 'user', trusted: ['root'], intermediates: ['middle'], at: years(4) },
      ['expired', 'expired'],
    ],
    [
      'before it all',
      { certificate: 'user', trusted: ['root'], intermediates: ['middle'], at: years(-1) },
      ['not-yet-valid', 'not-yet-valid', 'not-yet-valid'],
    ],
  ];
  test.each(cases)('%s', (_, question, codes) => {
    const answer = ask(question);
    expect(answer.codes).toEqual(codes);
    expect(answer.trusted).toBe(codes.length === 0);
    expect(answer.openSslTrusts).toBe(answer.trusted);
  });
});

test('a certificate whose body was changed belongs to nobody', () => {
  const changed = Uint8Array.from(user);
  const serial = Buffer.from(user).indexOf(Buffer.from('0102030405060708', 'hex'));
  changed[serial + 1] = 0x77;
  const outcome = verifyChain({ certificate: changed, trusted: [root], intermediates: [middle], at: now });
  expect(outcome.findings.map(({ code }) => code)).toEqual(['signature-bad']);
});

test('a root whose bytes were changed is not believed, even if it is named as trusted', () => {
  const changed = Uint8Array.from(root);
  changed[changed.length - 1] = (changed[changed.length - 1] ?? 0) ^ 1;
  oracle.write('changed.der', changed);
  oracle.run(['x509', '-inform', 'DER', '-in', 'changed.der', '-out', 'changed.crt']);
  expect(oracle.attempt(['verify', '-check_ss_sig', '-CAfile', 'changed.crt', 'changed.crt']).status).not.toBe(0);
  const outcome = verifyChain({ certificate: changed, trusted: [changed], intermediates: [], at: now });
  expect(outcome).toMatchObject({ trusted: false, findings: [{ code: 'signature-bad' }] });
});

test('the path names the certificates from the bottom up', () => {
  const outcome = verifyChain({ certificate: user, trusted: [root], intermediates: [narrow, middle], at: now });
  expect(outcome.path).toEqual([user, middle, root]);
});

test('an issuer of the same name does not stand in the way of the true one', () => {
  const outcome = verifyChain({ certificate: user, trusted: [twin, root], intermediates: [twin, middle], at: now });
  expect(outcome).toMatchObject({ trusted: true, path: [user, middle, root] });
});

test('what is no certificate is named, and a useless intermediate does no harm', () => {
  const junk = Uint8Array.of(1, 2, 3);
  const outcome = verifyChain({ certificate: junk, trusted: [root], intermediates: [], at: now });
  expect(outcome).toMatchObject({ trusted: false, path: [], findings: [{ code: 'not-a-certificate' }] });
  expect(verifyChain({ certificate: middle, trusted: [junk, root], intermediates: [junk], at: now }).trusted).toBe(
    true,
  );
  expect(verifyCertificateSignature(junk, root)).toBe('unsupported');
});

test('without a trusted certificate a chain leads nowhere, however complete', () => {
  const complete = [viaUser, belowNarrow, lowest, user, middle, narrow, root];
  const outcome = verifyChain({ certificate: lowest, trusted: [], intermediates: complete, at: now });
  expect(outcome.trusted).toBe(false);
  expect(outcome.findings[0]?.code).toBe('issuer-unknown');
});

test('a weak or unknown algorithm is said to be unsupported, not bad', () => {
  makeKey(oracle, 'weak', { kind: 'rsa' });
  oracle.run(['req', '-new', '-x509', '-sha1', '-subj', '/CN=weak', '-key', 'weak.key', '-out', 'weak.crt']);
  const weak = Uint8Array.from(oracle.run(['x509', '-in', 'weak.crt', '-outform', 'DER']));
  expect(verifyCertificateSignature(weak, weak)).toBe('unsupported');
});
