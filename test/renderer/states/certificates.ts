import type { Certificate, DistinguishedName } from '../../../src/shared/domain/certificate.ts';

const DAY_MS = 86_400_000;
const now = Date.now();

/** ISO 8601, so many days from now. */
export const inDays = (days: number): string => new Date(now + days * DAY_MS).toISOString();

const blankName: DistinguishedName = {
  text: '',
  commonName: null,
  organization: null,
  organizationUnit: null,
  surname: null,
  givenName: null,
  title: null,
  country: null,
  region: null,
  locality: null,
  street: null,
  email: null,
  inn: null,
  innLegalEntity: null,
  ogrn: null,
  ogrnip: null,
  snils: null,
};

const shared = {
  key: { kind: 'gost-2012-256', bits: 256, parameterSet: '1.2.643.2.2.36.0', parameterSetName: null },
  signatureAlgorithm: { oid: '1.2.643.7.1.1.3.2', name: 'id-tc26-signwithdigest-gost3410-12-256' },
  keyUsage: ['digitalSignature'],
  extendedKeyUsage: [],
  policies: [],
  subjectSignTool: null,
  isAuthority: false,
  subjectKeyIdentifier: null,
  authorityKeyIdentifier: null,
} as const;

const mutable = <T extends typeof shared>(value: T) => ({
  ...value,
  key: { ...value.key },
  signatureAlgorithm: { ...value.signatureAlgorithm },
  keyUsage: [...value.keyUsage],
  extendedKeyUsage: [],
  policies: [],
});

/** A qualified certificate of an invented organisation. */
export const qualified = (end = 299): Certificate => ({
  ...mutable(shared),
  fingerprint: 'a1'.repeat(32),
  serialNumber: '01D9A7C3004FB1A94A11',
  subject: { ...blankName, text: 'CN=ООО «Ромашка»', commonName: 'ООО «Ромашка»' },
  issuer: {
    ...blankName,
    text: 'CN=Тестовый УЦ',
    commonName: 'Тестовый УЦ',
    organization: 'Тестовый удостоверяющий центр',
  },
  holder: { kind: 'organization', name: 'ООО «Ромашка»', person: 'Иванова Мария Петровна', inn: '9900000017' },
  purpose: 'qualified',
  fsrarId: null,
  notBefore: inDays(end - 456),
  notAfter: inDays(end),
});

/** The same for an invented sole proprietor. */
export const soleProprietor = (): Certificate => ({
  ...qualified(210),
  fingerprint: 'b2'.repeat(32),
  holder: {
    kind: 'sole-proprietor',
    name: 'ИП Константинопольский Александр Вениаминович',
    person: 'Константинопольский Александр Вениаминович',
    inn: '500100732259',
  },
});

/** An access key's certificate. */
export const accessKey = (end = 12, fsrarId = '030000000001'): Certificate => ({
  ...mutable(shared),
  key: { kind: 'rsa', bits: 2048, parameterSet: null, parameterSetName: null },
  fingerprint: `c${Math.abs(end) % 10}`.repeat(32),
  serialNumber: '5A00012345',
  subject: { ...blankName, text: `CN=${fsrarId}`, commonName: fsrarId },
  issuer: { ...blankName, text: 'CN=pki.fsrar.ru', commonName: 'pki.fsrar.ru' },
  holder: { kind: 'unknown', name: '', person: null, inn: null },
  purpose: 'access-key',
  fsrarId,
  notBefore: inDays(end - 365),
  notAfter: inDays(end),
});
