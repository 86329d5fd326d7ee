import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseCertificate } from '../../src/pki/certificate.ts';
import { verifyChain } from '../../src/pki/certificate-chain.ts';
import { subjectPublicKeyInfo } from '../../src/pki/certificate-file.ts';
import { gostSubjectPublicKeyInfo } from '../../src/pki/public-key.ts';
import {
  createEgaisAuthority,
  createQualifiedAuthority,
  issueAccessKeyCertificate,
  issueQualifiedCertificate,
  type PracticeAuthority,
  practiceAuthoritySchema,
} from '../../src/practice/certification-authority.ts';
import { generateGostKeyPair } from '../../src/practice/gost-signature.ts';
import type { QualifiedHolder } from '../../src/practice/qualified-subject.ts';
import type { Certificate } from '../../src/shared/domain/certificate.ts';
import { type GostOracle, openGostOracle } from '../oracle/openssl-gost.ts';

const now = new Date();
const day = 24 * 3600 * 1000;
const place = { region: '77 г. Москва', locality: 'г. Москва', street: 'ул. Тестовая, д. 1' };
const human = { surname: 'Иванов', givenName: 'Иван Иванович', inn: '500100732259', snils: '11223344595' };

let oracle: GostOracle;
beforeAll(() => {
  oracle = openGostOracle();
});
afterAll(() => oracle?.close());

const derOf = ({ certificate }: PracticeAuthority): Uint8Array => Uint8Array.from(Buffer.from(certificate, 'base64'));

const pem = (der: Uint8Array): string => {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
};

const openSslTrusts = (der: Uint8Array, authority: PracticeAuthority): boolean => {
  oracle.write('ca.pem', pem(derOf(authority)));
  oracle.write('leaf.pem', pem(der));
  return oracle.attempt(['verify', '-x509_strict', '-CAfile', 'ca.pem', 'leaf.pem']).status === 0;
};

const trusted = (der: Uint8Array, authority: PracticeAuthority): boolean =>
  verifyChain({ certificate: der, trusted: [derOf(authority)], intermediates: [], at: now }).trusted;

const read = (der: Uint8Array): Certificate => {
  const reading = parseCertificate(der);
  if (!reading.ok) throw new Error(reading.reason);
  return reading.certificate;
};

/** Kept as JSON between two starts of practice mode. */
const reopened = (authority: PracticeAuthority): PracticeAuthority =>
  practiceAuthoritySchema.parse(JSON.parse(JSON.stringify(authority)));

const holders: readonly QualifiedHolder[] = [
  {
    kind: 'organization',
    name: 'ООО «Ромашка»',
    title: 'Генеральный директор',
    innLegalEntity: '9900000017',
    ogrn: '1299900000025',
    ...place,
    ...human,
  },
  { kind: 'sole-proprietor', ogrnip: '304500116000157', ...place, ...human },
  { kind: 'person', ...place, ...human },
];

describe('the qualified authority', () => {
  test.each([undefined, '1.2.643.7.1.2.1.1.1', '1.2.643.2.2.36.0'])('with parameter set %s is an authority', (set) => {
    const authority = createQualifiedAuthority(now, set);
    expect(read(derOf(authority))).toMatchObject({
      purpose: 'authority',
      isAuthority: true,
      subject: { organization: 'Учебный удостоверяющий центр' },
    });
    expect(openSslTrusts(derOf(authority), authority)).toBe(true);
  });

  test.each(holders)('issues a certificate that OpenSSL and the wizard trust: $kind', (holder) => {
    const authority = reopened(createQualifiedAuthority(now));
    const set = '1.2.643.2.2.36.0';
    const publicKey = gostSubjectPublicKeyInfo(generateGostKeyPair(set).publicKey, set);
    const notBefore = new Date(now.getTime() - day);
    const notAfter = new Date(now.getTime() + 400 * day);
    const der = issueQualifiedCertificate(authority, { holder, publicKey, notBefore, notAfter });
    expect(openSslTrusts(der, authority)).toBe(true);
    expect(trusted(der, authority)).toBe(true);
    expect(subjectPublicKeyInfo(der)).toEqual(publicKey);
    expect(read(der)).toMatchObject({
      purpose: 'qualified',
      holder: { kind: holder.kind, person: 'Иванов Иван Иванович' },
      policies: ['1.2.643.100.113.1', '1.2.643.100.113.2'],
      keyUsage: ['digitalSignature', 'nonRepudiation', 'keyEncipherment', 'dataEncipherment'],
      key: { kind: 'gost-2012-256', parameterSet: set },
    });
    const changed = Uint8Array.from(der);
    changed[der.length - 9] = (changed[der.length - 9] ?? 0) ^ 1;
    expect(openSslTrusts(changed, authority)).toBe(false);
    expect(trusted(changed, authority)).toBe(false);
  });

  test('a 512-bit key may be certified too', () => {
    const authority = createQualifiedAuthority(now);
    const set = '1.2.643.7.1.2.1.2.1';
    const publicKey = gostSubjectPublicKeyInfo(generateGostKeyPair(set).publicKey, set);
    const [holder] = holders;
    if (holder === undefined) throw new Error('no holder');
    const notAfter = new Date(now.getTime() + day);
    const der = issueQualifiedCertificate(authority, { holder, publicKey, notBefore: now, notAfter });
    expect(openSslTrusts(der, authority)).toBe(true);
  });
});

describe('the authority of EGAIS', () => {
  let authority: PracticeAuthority;
  let publicKey: Uint8Array;
  beforeAll(async () => {
    authority = reopened(await createEgaisAuthority('production', now));
    const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
    publicKey = Uint8Array.from(pair.publicKey.export({ format: 'der', type: 'spki' }));
  });

  const order = { fsrarId: '030000123456', organization: 'ООО «Ромашка»', inn: '9900000017', kpp: '990101001', now };

  test('issues an access key that OpenSSL trusts and the wizard knows', () => {
    const der = issueAccessKeyCertificate(authority, { ...order, publicKey });
    expect(openSslTrusts(der, authority)).toBe(true);
    expect(trusted(der, authority)).toBe(true);
    expect(subjectPublicKeyInfo(der)).toEqual(publicKey);
    expect(read(der)).toMatchObject({
      purpose: 'access-key',
      fsrarId: '030000123456',
      subject: { country: '990101001', organizationUnit: '9900000017' },
      holder: { kind: 'organization', name: 'ООО «Ромашка»', inn: '9900000017' },
      issuer: { commonName: 'pki.fsrar.ru' },
      signatureAlgorithm: { oid: '1.2.840.113549.1.1.11' },
    });
  });

  test('lets it begin ten minutes ago and end in a year', () => {
    const at = new Date('2027-03-01T12:00:00Z');
    const certificate = read(issueAccessKeyCertificate(authority, { ...order, publicKey, now: at }));
    expect(certificate.notBefore).toBe('2027-03-01T11:50:00.000Z');
    expect(certificate.notAfter).toBe('2028-03-01T12:00:00.000Z');
  });

  test('issues for a sole proprietor, who has no КПП', () => {
    const ip = { ...order, organization: 'ИП Иванов И. И.', inn: '500100732259', kpp: null, publicKey };
    expect(read(issueAccessKeyCertificate(authority, ip))).toMatchObject({
      subject: { country: null },
      holder: { kind: 'sole-proprietor', name: 'ИП Иванов И. И.', inn: '500100732259' },
    });
  });

  test('two certificates of one place differ in their serial numbers', () => {
    const serials = [1, 2].map(() => read(issueAccessKeyCertificate(authority, { ...order, publicKey })).serialNumber);
    expect(new Set(serials).size).toBe(2);
  });

  test('of the test contour says so in its name', async () => {
    const other = await createEgaisAuthority('test', now);
    expect(read(derOf(other)).subject.commonName).toBe('test.pki.fsrar.ru');
    const der = issueAccessKeyCertificate(other, { ...order, publicKey });
    expect(read(der).purpose).toBe('access-key');
    expect(trusted(der, authority)).toBe(false);
  });
});
