import { X509Certificate } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseCertificate } from '../../src/pki/certificate.ts';
import { verifyCertificateSignature } from '../../src/pki/certificate-chain.ts';
import { writeCertificate } from '../../src/pki/certificate-writer.ts';
import { nameOf } from '../../src/pki/distinguished-name.ts';
import { gostSubjectPublicKeyInfo } from '../../src/pki/public-key.ts';
import { streebog256 } from '../../src/pki/streebog.ts';
import { generateGostKeyPair, signGostDigest } from '../../src/practice/gost-signature.ts';
import type { Certificate } from '../../src/shared/domain/certificate.ts';
import { type GostOracle, openGostOracle } from '../oracle/openssl-gost.ts';
import { authorityName, issue, type KeyRecipe, makeKey, makeRequest, makeSelfSigned } from './openssl-authority.ts';

let oracle: GostOracle;
const gost: KeyRecipe = { kind: 'gost', set: 'A', bits: 256 };
const rsa: KeyRecipe = { kind: 'rsa' };

beforeAll(() => {
  oracle = openGostOracle();
  makeKey(oracle, 'root', gost);
  makeSelfSigned(oracle, 'root', gost);
  makeKey(oracle, 'user', gost);
  makeKey(oracle, 'egais', rsa);
  makeSelfSigned(oracle, 'egais', rsa, ['CN = pki.fsrar.ru']);
  makeKey(oracle, 'rsa-user', rsa);
});
afterAll(() => oracle?.close());

const read = (der: Uint8Array): Certificate => {
  const reading = parseCertificate(der);
  if (!reading.ok) throw new Error(reading.reason);
  return reading.certificate;
};

const gostCertificate = (subject?: readonly string[], extensions?: readonly string[]): Certificate => {
  makeRequest(oracle, 'user', gost, subject);
  return read(issue(oracle, 'user', 'root', gost, extensions));
};

const rsaCertificate = (subject: readonly string[], issuer = 'egais'): Certificate => {
  makeRequest(oracle, 'rsa-user', rsa, subject);
  return read(issue(oracle, 'rsa-user', issuer, issuer === 'root' ? gost : rsa, ['extendedKeyUsage = clientAuth']));
};

describe('a qualified certificate of an organisation', () => {
  let certificate: Certificate;
  let oracleView: X509Certificate;
  beforeAll(() => {
    certificate = gostCertificate();
    oracleView = new X509Certificate(Buffer.from(oracle.read('user.crt')));
  });

  test('tells what Node reads too', () => {
    expect(certificate.fingerprint).toBe(oracleView.fingerprint256.replaceAll(':', '').toLowerCase());
    expect(certificate.serialNumber).toBe(oracleView.serialNumber);
    expect(certificate.notBefore).toBe(new Date(oracleView.validFrom).toISOString());
    expect(certificate.notAfter).toBe(new Date(oracleView.validTo).toISOString());
  });

  test('names the holder and the person who signs', () => {
    expect(certificate.holder).toEqual({
      kind: 'organization',
      name: 'ООО «Тестовая организация»',
      person: 'Иванов Иван Иванович',
      inn: '9900000017',
    });
    expect(certificate.purpose).toBe('qualified');
    expect(certificate.fsrarId).toBeNull();
  });

  test('carries every attribute of its subject', () => {
    expect(certificate.subject).toMatchObject({
      commonName: 'ООО «Тестовая организация»',
      surname: 'Иванов',
      givenName: 'Иван Иванович',
      title: 'Генеральный директор',
      country: 'RU',
      region: '77 г. Москва',
      locality: 'г. Москва',
      street: 'ул. Тестовая, д. 1',
      email: 'test@example.ru',
      inn: '500100732259',
      innLegalEntity: '9900000017',
      ogrn: '1299900000025',
      ogrnip: null,
      snils: '11223344595',
    });
    expect(certificate.subject.text).toContain('STREET=ул. Тестовая\\, д. 1, O=ООО «Тестовая организация»');
  });

  test('carries its extensions', () => {
    expect(certificate).toMatchObject({
      keyUsage: ['digitalSignature', 'nonRepudiation', 'keyEncipherment', 'dataEncipherment'],
      extendedKeyUsage: ['1.3.6.1.5.5.7.3.2', '1.3.6.1.5.5.7.3.4', '1.2.643.2.2.34.6'],
      policies: ['1.2.643.100.113.1'],
      subjectSignTool: 'СКЗИ Тест 1.0',
      isAuthority: false,
    });
    const root = read(Uint8Array.from(oracle.run(['x509', '-in', 'root.crt', '-outform', 'DER'])));
    expect(certificate.authorityKeyIdentifier).toBe(root.subjectKeyIdentifier);
    expect(certificate.subjectKeyIdentifier).toMatch(/^[0-9a-f]{40}$/);
    expect(root).toMatchObject({ purpose: 'authority', isAuthority: true, keyUsage: ['keyCertSign', 'cRLSign'] });
  });
});

describe('the holder is known by the numbers in the subject', () => {
  test.each([
    [
      'an organisation of the old kind: 00 before its ИНН',
      ['O = ООО «Ромашка»', 'CN = ООО «Ромашка»', 'OGRN = 1299900000025', 'INN = 009900000017'],
      { kind: 'organization', name: 'ООО «Ромашка»', person: null, inn: '9900000017' },
    ],
    [
      'a sole proprietor',
      [
        'CN = ИВАНОВ ИВАН ИВАНОВИЧ',
        'SN = ИВАНОВ',
        'GN = ИВАН ИВАНОВИЧ',
        'OGRNIP = 304500116000157',
        'INN = 500100732259',
      ],
      { kind: 'sole-proprietor', name: 'ИП ИВАНОВ ИВАН ИВАНОВИЧ', person: 'ИВАНОВ ИВАН ИВАНОВИЧ', inn: '500100732259' },
    ],
    [
      'a sole proprietor whose O repeats the name',
      ['O = ИП Иванов Иван', 'CN = Индивидуальный предприниматель Иванов Иван', 'OGRNIP = 304500116000157'],
      { kind: 'sole-proprietor', name: 'ИП Иванов Иван', inn: null },
    ],
    [
      'a person',
      ['CN = Иванов Иван Иванович', 'SN = Иванов', 'GN = Иван Иванович', 'SNILS = 11223344595', 'INN = 500100732259'],
      { kind: 'person', name: 'Иванов Иван Иванович', person: 'Иванов Иван Иванович', inn: '500100732259' },
    ],
  ])('%s', (_, subject, holder) => {
    const certificate = gostCertificate(subject);
    expect(certificate.holder).toMatchObject(holder);
    expect(certificate.purpose).toBe('qualified');
  });

  test('a name alone is no holder', () => {
    const certificate = gostCertificate(['CN = server.example.ru']);
    expect(certificate.holder.kind).toBe('unknown');
    expect(certificate.purpose).toBe('other');
  });
});

describe('an access key is known by its issuer and its twelve digits', () => {
  const subject = ['C = 990101001', 'O = ООО «Ромашка»', 'OU = 9900000017', 'CN = 030000123456'];

  test('its holder stands in O and OU', () => {
    // OpenSSL holds C to two letters, which a certificate of EGAIS may not: it is left out here.
    expect(rsaCertificate(subject.slice(1))).toMatchObject({
      purpose: 'access-key',
      fsrarId: '030000123456',
      key: { kind: 'rsa', bits: 2048 },
      holder: { kind: 'organization', name: 'ООО «Ромашка»', inn: '9900000017' },
    });
  });

  test('the same name from another issuer is not an access key', () => {
    expect(rsaCertificate(subject.slice(1), 'root')).toMatchObject({ purpose: 'other', fsrarId: null });
  });

  test('another CN from the same issuer is not an access key', () => {
    expect(rsaCertificate(['CN = 03000012345'])).toMatchObject({ purpose: 'other', fsrarId: null });
  });
});

describe('odd but real certificates are still read', () => {
  test('several attributes in one relative name, and types without a name here', () => {
    const certificate = gostCertificate(['CN = Иванов', '+INN = 500100732259', '0.2.5.4.17 = 101000', 'SN = Иванов']);
    expect(certificate.subject.text).toMatch(
      /^(CN=Иванов \+ INN=500100732259|INN=500100732259 \+ CN=Иванов), 2\.5\.4\.17=101000/,
    );
  });

  test('a character cut in two costs that character only', () => {
    makeRequest(oracle, 'user', gost);
    const der = issue(oracle, 'user', 'root', gost);
    const surname = Buffer.from(der).indexOf(Buffer.from('Иванов'));
    der[surname + 'Иванов'.length * 2 - 1] = 0x20;
    expect(read(der).subject.surname).toBe('Ивано\ufffd ');
  });

  test('the authority may be named in full, and policies may be explained', () => {
    const certificate = gostCertificate(undefined, [
      'authorityKeyIdentifier = keyid:always, issuer:always',
      'certificatePolicies = 1.2.643.100.113.1, @explained',
      '[explained]',
      'policyIdentifier = 1.2.643.100.113.2',
      'CPS.1 = "http://example.ru/policy"',
      'userNotice.1 = @notice',
      '[notice]',
      'explicitText = "UTF8:Порядок"',
    ]);
    const root = read(Uint8Array.from(oracle.run(['x509', '-in', 'root.crt', '-outform', 'DER'])));
    expect(certificate.authorityKeyIdentifier).toBe(root.subjectKeyIdentifier);
    expect(certificate.policies).toEqual(['1.2.643.100.113.1', '1.2.643.100.113.2']);
  });

  test('an extension that only informs may be malformed', () => {
    const certificate = gostCertificate(undefined, [
      'certificatePolicies = DER:02:01:05',
      '1.2.643.100.111 = DER:05:00',
    ]);
    expect(certificate.policies).toEqual([]);
    expect(certificate.subjectSignTool).toBeNull();
  });

  test('an extension that gives rights may not', () => {
    makeRequest(oracle, 'user', gost);
    const der = issue(oracle, 'user', 'root', gost, ['basicConstraints = DER:02:01:05']);
    expect(parseCertificate(der)).toEqual({ ok: false, reason: 'not-a-certificate' });
  });

  test('a GOST signature algorithm may carry NULL parameters, and a key no digest parameter set', () => {
    const set = '1.2.643.7.1.2.1.1.1';
    const { privateKey, publicKey } = generateGostKeyPair(set);
    const algorithmId = '1.2.643.7.1.1.3.2';
    const name = nameOf([{ oid: '2.5.4.3', value: 'Корень', type: 'utf8' }]);
    const content = {
      serialNumber: Uint8Array.of(0x80, 1),
      signatureAlgorithm: new pkijs.AlgorithmIdentifier({ algorithmId, algorithmParams: new asn1js.Null() }),
      issuer: name,
      notBefore: new Date('2024-06-19T12:00:00Z'),
      notAfter: new Date('2055-06-19T12:00:00Z'),
      subject: name,
      publicKey: gostSubjectPublicKeyInfo(publicKey, set),
      extensions: [],
    };
    const der = writeCertificate(content, (bytes) => signGostDigest(streebog256(bytes), privateKey, set));
    expect(verifyCertificateSignature(der, der)).toBe('good');
    expect(read(der)).toMatchObject({
      serialNumber: '8001',
      notBefore: '2024-06-19T12:00:00.000Z',
      notAfter: '2055-06-19T12:00:00.000Z',
      key: { parameterSetName: 'tc26-256-A' },
    });
    oracle.write('null.der', der);
    const text = oracle.run(['x509', '-inform', 'DER', '-in', 'null.der', '-noout', '-serial', '-enddate']).toString();
    expect(text).toBe('serial=8001\nnotAfter=Jun 19 12:00:00 2055 GMT\n');
  });

  test('validity beyond 2050 is written in another form', () => {
    makeRequest(oracle, 'user', gost);
    expect(read(issue(oracle, 'user', 'root', gost, [], '20000')).notAfter).toMatch(/^20[5-9]\d-/);
  });

  test('a control character in a name shows as an escape', () => {
    const certificate = gostCertificate([...authorityName, 'OU = a\\nb+c=d']);
    expect(certificate.subject.text).toContain('OU=a\\0ab\\+c=d');
  });
});
