import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkMchd, type MchdQuestion } from '../../../src/setup/check-mchd.ts';
import type { MchdReport } from '../../../src/shared/domain/mchd.ts';
import { type GostOracle, openGostOracle } from '../../oracle/openssl-gost.ts';
import {
  authorityExtensions,
  issue,
  type KeyRecipe,
  makeKey,
  makeRequest,
  makeSelfSigned,
} from '../../pki/openssl-authority.ts';
import { jointHeads } from './broken-documents.ts';
import {
  file002,
  file003,
  fileId003,
  form002,
  granted,
  head,
  type InventedPerson,
  organizationPrincipal,
  proprietorPrincipal,
  representative,
  retrusted,
  secondHead,
  secondPrincipal,
} from './documents.ts';

const gost: KeyRecipe = { kind: 'gost', set: 'A', bits: 256 };
const gost512: KeyRecipe = { kind: 'gost', set: 'A', bits: 512 };
const rsa: KeyRecipe = { kind: 'rsa' };

const nameOf = ({ surname, name, patronymic, inn, snils }: InventedPerson) => [
  'C = RU',
  `CN = ${surname} ${name} ${patronymic}`,
  `SN = ${surname}`,
  `GN = ${name} ${patronymic}`,
  `INN = ${inn}`,
  `SNILS = ${snils.replace(/\D/g, '')}`,
];

/** Of no qualified certificate. */
const plainExtensions = ['keyUsage = critical, digitalSignature'];

let oracle: GostOracle;
let root: Uint8Array;
let otherRoot: Uint8Array;
beforeAll(() => {
  oracle = openGostOracle();
  for (const name of ['root', 'other-root']) makeKey(oracle, name, gost);
  root = makeSelfSigned(oracle, 'root', gost);
  otherRoot = makeSelfSigned(oracle, 'other-root', gost, ['C = RU', 'CN = Другой УЦ']);
  const signer = (name: string, key: KeyRecipe, who: InventedPerson, extensions?: readonly string[], days?: string) => {
    makeKey(oracle, name, key);
    makeRequest(oracle, name, key, nameOf(who));
    issue(oracle, name, 'root', gost, extensions, days);
  };
  signer('head', gost, head);
  signer('head-512', gost512, head);
  signer('head-rsa', rsa, head);
  signer('head-plain', gost, head, plainExtensions);
  signer('head-short', gost, head, undefined, '1');
  signer('second', gost, secondHead);
  signer('stranger', gost, representative);
  makeKey(oracle, 'made-up', gost);
  makeSelfSigned(oracle, 'made-up', gost, nameOf(head), plainExtensions);
  // Issued by a head, who is no authority.
  makeKey(oracle, 'protege', gost);
  makeRequest(oracle, 'protege', gost, nameOf(head));
  issue(oracle, 'protege', 'second', gost);
  // An authority between the root and the head.
  makeKey(oracle, 'between', gost);
  makeRequest(oracle, 'between', gost, ['C = RU', 'CN = Промежуточный УЦ'], []);
  issue(oracle, 'between', 'root', gost, authorityExtensions.slice(0, 2));
  makeKey(oracle, 'head-below', gost);
  makeRequest(oracle, 'head-below', gost, nameOf(head));
  issue(oracle, 'head-below', 'between', gost);
}, 120_000);
afterAll(() => oracle?.close());

const lasting = (document: string): string =>
  document.replaceAll('2027-08-31', '2099-08-31').replace('2027-12-31', '2099-12-31');

const digestOf = (signer: string): string =>
  signer === 'head-512' ? 'md_gost12_512' : signer === 'head-rsa' ? 'sha256' : 'md_gost12_256';

/** A detached signature, made by OpenSSL. */
function sign(document: string, signer = 'head', ...options: readonly string[]): Uint8Array {
  oracle.write('document', document);
  const files = ['-in', 'document', '-signer', `${signer}.crt`, '-inkey', `${signer}.key`, '-md', digestOf(signer)];
  return Uint8Array.from(
    oracle.run(['cms', '-sign', '-binary', ...files, ...(options.length > 0 ? options : ['-outform', 'DER'])]),
  );
}

const signatureFile = (bytes: Uint8Array, name = `${fileId003}.sig`) => ({ name, bytes });
const base64 = (bytes: Uint8Array): Uint8Array => Buffer.from(Buffer.from(bytes).toString('base64'));

function check(document: string, signature: MchdQuestion['signature'], rest: Partial<MchdQuestion> = {}): MchdReport {
  const file = document.includes('ВерсФорм="002"') ? file002(document) : file003(document);
  const none = { certificate: null, trusted: [root], powerCodes: [], at: new Date() };
  const answer = checkMchd({ document: file, signature, ...none, ...rest });
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.value;
}

const about = ({ findings }: MchdReport) => findings.map(({ code }) => code).filter((code) => code.startsWith('sign'));

const good = lasting(granted());

describe('a signature made by OpenSSL is accepted in every form', () => {
  test.each([
    ['DER', () => sign(good)],
    ['PEM', () => sign(good, 'head', '-outform', 'PEM')],
    ['bare base64', () => base64(sign(good))],
    ['CAdES', () => sign(good, 'head', '-outform', 'DER', '-cades')],
    ['BER of indefinite length', () => sign(good, 'head', '-outform', 'DER', '-stream')],
    ['a key of 512 bits', () => sign(good, 'head-512')],
    ['with an authority between', () => sign(good, 'head-below', '-outform', 'DER', '-certfile', 'between.crt')],
  ])('%s', (_, make) => {
    for (const name of [`${fileId003}.sig`, `${fileId003}.p7s`, `${fileId003}.xml.SIG`]) {
      const report = check(good, signatureFile(make(), name));
      expect(about(report)).toEqual([]);
      expect(report.valid).toBe(true);
      expect(report.signers).toEqual([{ name: 'Иванова Мария Петровна', inn: head.inn, snils: '11223344595' }]);
    }
  });

  test.each([
    ['of a sole proprietor', lasting(granted({ principals: proprietorPrincipal }))],
    ['of a retrusted document', lasting(retrusted())],
    ['of form 002', lasting(form002())],
  ])('%s', (_, document) => {
    expect(about(check(document, signatureFile(sign(document))))).toEqual([]);
  });
});

describe('one changed byte is one too many', () => {
  const flipped = (bytes: Uint8Array, index: number): Uint8Array => bytes.with(index, (bytes[index] ?? 0) ^ 1);

  test('in the document', () => {
    const report = check(good.replace('г. Москва', 'г. Масква'), signatureFile(sign(good)));
    expect(about(report)).toEqual(['signature-of-other-content']);
    expect(report.valid).toBe(false);
  });

  test('in the signature', () => {
    const der = sign(good);
    const report = check(good, signatureFile(flipped(der, der.length - 1)));
    expect(about(report)).toEqual(['signature-bad']);
    expect(report.valid).toBe(false);
  });

  test('in the signer’s certificate', () => {
    const der = sign(good);
    const certificate = Uint8Array.from(oracle.run(['x509', '-in', 'head.crt', '-outform', 'DER']));
    const place = Buffer.from(der).indexOf(Buffer.from(certificate)) + certificate.length - 1;
    expect(about(check(good, signatureFile(flipped(der, place))))).toEqual(['signer-chain-bad']);
  });

  test('in the file, so that it is no signature any more', () => {
    expect(about(check(good, signatureFile(flipped(sign(good), 0))))).toEqual(['signature-unreadable']);
  });
});

describe('who signed is compared with who may', () => {
  test('a stranger may not', () => {
    const report = check(good, signatureFile(sign(good, 'stranger')));
    expect(about(report)).toEqual(['signer-not-head']);
    expect(report.findings.find(({ code }) => code === 'signer-not-head')?.values).toEqual({
      principal: 'ООО «Ромашка»',
      heads: 'Иванова Мария Петровна',
      signers: 'Соколов Павел Андреевич',
    });
  });

  test('by surname alone only where there is nothing better, and that is said', () => {
    const document = good.replace(` ИННФЛ="${head.inn}" СНИЛС="${head.snils}"`, '');
    expect(about(check(document, signatureFile(sign(document))))).toEqual(['signer-by-surname']);
    expect(about(check(document, signatureFile(sign(document, 'stranger'))))).toEqual(['signer-not-head']);
  });

  // By key: the certificates of these tests share a serial number.
  const both = (document: string): Uint8Array =>
    sign(document, 'head', '-outform', 'DER', '-keyid', '-signer', 'second.crt', '-inkey', 'second.key');

  test('heads who act together sign together', () => {
    const document = lasting(jointHeads);
    expect(about(check(document, signatureFile(sign(document))))).toEqual(['signers-missing']);
    expect(about(check(document, signatureFile(both(document))))).toEqual([]);
  });

  test('every principal signs', () => {
    const document = lasting(granted({ principals: organizationPrincipal() + secondPrincipal }));
    expect(about(check(document, signatureFile(sign(document))))).toEqual(['signer-not-head']);
    expect(about(check(document, signatureFile(both(document))))).toEqual([]);
  });
});

describe('the certificate of whoever signed', () => {
  const day = 86_400_000;
  const later = (days: number) => ({ at: new Date(Date.now() + days * day) });

  test('without a certificate to trust, an unknown issuer is a warning; with one it is a fault', () => {
    const signature = signatureFile(sign(good));
    const alone = check(good, signature, { trusted: [] });
    expect([about(alone), alone.valid]).toEqual([['signer-issuer-unknown'], true]);
    const distrusted = check(good, signature, { trusted: [otherRoot] });
    expect([about(distrusted), distrusted.valid]).toEqual([['signer-issuer-not-trusted'], false]);
  });

  test.each([
    ['issued by nobody', 'made-up', 'signer-self-signed'],
    ['with an RSA key', 'head-rsa', 'signer-key'],
    ['without the marks of a qualified one', 'head-plain', 'signer-unqualified'],
  ])('%s', (_, signer, code) => {
    expect(about(check(good, signatureFile(sign(good, signer))))).toContain(code);
  });

  test('issued by somebody who is no authority', () => {
    const signature = sign(good, 'protege', '-outform', 'DER', '-certfile', 'second.crt');
    expect(about(check(good, signatureFile(signature)))).toEqual(['signer-issuer-no-authority']);
  });

  test('ended or not begun when it signed', () => {
    const timeless = signatureFile(sign(good, 'head-short', '-outform', 'DER', '-noattr'));
    expect(about(check(good, timeless, later(3)))).toEqual(['signer-expired']);
    expect(about(check(good, timeless, later(-3)))).toContain('signer-not-yet-valid');
  });

  test('ended since it signed', () => {
    const report = check(good, signatureFile(sign(good, 'head-short')), later(3));
    expect([about(report), report.valid]).toEqual([['signer-since-expired'], true]);
  });

  test('left out of the signature', () => {
    const signature = sign(good, 'head', '-outform', 'DER', '-nocerts');
    expect(about(check(good, signatureFile(signature)))).toEqual(['signature-without-certificate']);
  });
});

describe('the file of the signature', () => {
  test('another extension', () => {
    expect(about(check(good, signatureFile(sign(good), 'signature.txt')))).toEqual(['signature-extension']);
  });

  test('more than 15 MB', () => {
    const large = signatureFile(new Uint8Array(15 * 1024 * 1024 + 1));
    expect(about(check(good, large))).toEqual(['signature-too-large']);
  });

  test('the document in its place', () => {
    expect(about(check(good, signatureFile(new TextEncoder().encode(good))))).toEqual(['signature-is-document']);
  });

  test('both the wrong way round', () => {
    const [document, signature] = [file003(good), signatureFile(sign(good))];
    const none = { certificate: null, trusted: [], powerCodes: [], at: new Date() };
    for (const bytes of [signature.bytes, base64(signature.bytes)]) {
      const answer = checkMchd({ document: { ...signature, bytes }, signature: document, ...none });
      expect(!answer.ok && answer.problem.code).toBe('MCHD_FILES_SWAPPED');
    }
  });
});
