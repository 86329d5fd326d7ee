import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildQualifiedRequest } from '../../src/egais/qualified-request.ts';
import type { BuiltRequest } from '../../src/egais/signed-request.ts';
import { parseCertificate } from '../../src/pki/certificate.ts';
import { parseCertificationRequest } from '../../src/pki/certification-request.ts';
import { gostSubjectPublicKeyInfo } from '../../src/pki/public-key.ts';
import { streebog256, streebog512 } from '../../src/pki/streebog.ts';
import { generateGostKeyPair, signGostDigest } from '../../src/practice/gost-signature.ts';
import { createQualifiedRequest } from '../../src/setup/qualified-certificate/create-request.ts';
import {
  installQualifiedCertificate,
  matchQualifiedCertificate,
} from '../../src/setup/qualified-certificate/install-certificate.ts';
import { openRequests } from '../../src/setup/qualified-certificate/qualified-requests.ts';
import type { NamedFile } from '../../src/setup/show-certificate.ts';
import { type ParameterSet, parameterSetSchema, parameterSets } from '../../src/shared/domain/gost-parameter-sets.ts';
import { type QualifiedOrder, type QualifiedRequest, usualOrder } from '../../src/shared/domain/qualified-request.ts';
import {
  type Subject,
  type SubjectField,
  subjectKindSchema,
  subjectOf,
  writtenSubject,
} from '../../src/shared/domain/qualified-subject.ts';
import type { Device } from '../../src/shared/domain/token.ts';
import { succeed } from '../../src/shared/result.ts';
import { authorityExtensions, type KeyRecipe, makeKey, makeSelfSigned } from '../pki/openssl-authority.ts';
import { rutoken } from '../renderer/states/devices.ts';
import { tokenGrounds } from '../support/qualified-ground.ts';
import { anySubject, subjects } from '../support/qualified-subjects.ts';
import { openGostOracle } from './openssl-gost.ts';

const openssl = openGostOracle();
afterAll(() => openssl.close());

/** How OpenSSL 3.0 prints each attribute; what it has no name for it prints as numbers. */
const opensslNames: Readonly<Record<SubjectField, string>> = {
  country: 'countryName',
  region: 'stateOrProvinceName',
  locality: 'localityName',
  street: 'streetAddress',
  organization: 'organizationName',
  organizationUnit: 'organizationalUnitName',
  commonName: 'commonName',
  title: 'title',
  surname: 'surname',
  givenName: 'givenName',
  inn: 'INN',
  snils: 'SNILS',
  innLegalEntity: '1.2.643.100.4',
  ogrn: 'OGRN',
  ogrnip: 'OGRNIP',
  email: 'emailAddress',
};
const opensslTypes = { utf8: 'UTF8STRING', printable: 'PRINTABLESTRING', numeric: 'NUMERICSTRING', ia5: 'IA5STRING' };

/** The attributes of the subject of `NAME` as OpenSSL takes the bytes apart: name, string type, value, in order. */
function takenApart(name: string): readonly string[] {
  const lines = openssl.run(['asn1parse', '-inform', 'DER', '-in', name]).toString('utf8').split('\n');
  const start = lines.findIndex((line) => /^ *\d+:d=2 .*cons: SEQUENCE/.test(line));
  const end = lines.findIndex((line, index) => index > start && /^ *\d+:d=2 /.test(line));
  const inside = lines.slice(start + 1, end).filter((line) => line.includes('prim:'));
  const words = inside.map((line) => line.replace(/^.*?prim: +/, ''));
  return words.flatMap((word, index) => {
    const oid = /^OBJECT +:(.*)$/.exec(word)?.[1];
    if (oid === undefined) return [];
    const [, type, value] = /^(\w+) +:(.*)$/.exec(words[index + 1] ?? '') ?? [];
    return [`${oid} ${type} ${value}`];
  });
}

const byTheRules = (subject: Subject): readonly string[] =>
  writtenSubject(subject).map(({ field, type, value }) => `${opensslNames[field]} ${opensslTypes[type]} ${value}`);

const authorityKey: KeyRecipe = { kind: 'gost', set: 'TCA', bits: 256 };
let authorityFile: NamedFile;

beforeAll(() => {
  makeKey(openssl, 'authority', authorityKey);
  const bytes = makeSelfSigned(openssl, 'authority', authorityKey, undefined, authorityExtensions);
  authorityFile = { name: 'authority.cer', bytes };
});

/** The authority certifies a request as it stands: its name, and the extensions that it asks for. */
function certify(request: string): Uint8Array {
  openssl.write('authority.ext', 'subjectKeyIdentifier = hash\nauthorityKeyIdentifier = keyid\n');
  openssl.run(
    ['x509', '-req', '-in', request, '-inform', 'DER', '-CA', 'authority.crt', '-CAkey', 'authority.key'].concat(
      ['-set_serial', '0x77', '-days', '455', '-md_gost12_256', '-copy_extensions', 'copyall'],
      ['-extfile', 'authority.ext', '-out', 'issued.crt'],
    ),
  );
  return Uint8Array.from(openssl.run(['x509', '-in', 'issued.crt', '-outform', 'DER']));
}

const bundleOf = (...names: readonly string[]): Uint8Array =>
  Uint8Array.from(
    openssl.run(['crl2pkcs7', '-nocrl', '-outform', 'DER', ...names.flatMap((name) => ['-certfile', name])]),
  );

const order = (subject: Subject, parameterSet: ParameterSet): QualifiedOrder => ({
  ...usualOrder(subject, null),
  parameterSet,
  policies: ['KC1', 'KC2'],
  subjectSignTool: 'СКЗИ «Проба» 1.0',
  identificationKind: 0,
});

/** A key in software, as it is on a token, and how it signs. */
function softwareKey(parameterSet: ParameterSet) {
  const { oid, bits } = parameterSets[parameterSet];
  const pair = generateGostKeyPair(oid);
  const digest = bits === 512 ? streebog512 : streebog256;
  return {
    publicKey: gostSubjectPublicKeyInfo(pair.publicKey, oid),
    sign: async (data: Uint8Array) => succeed(signGostDigest(digest(data), pair.privateKey, oid)),
  };
}

function checkedByOpenSsl(der: Uint8Array, subject: Subject): void {
  openssl.write('made.p10', der);
  expect(openssl.attempt(['req', '-inform', 'DER', '-in', 'made.p10', '-verify', '-noout']).status).toBe(0);
  expect(takenApart('made.p10')).toEqual(byTheRules(subject));
}

const bundle = (): NamedFile => ({ name: 'issued.p7b', bytes: bundleOf('issued.crt', 'authority.crt') });

describe.each(parameterSetSchema.options)('a request with a key of %s', (parameterSet) => {
  const { publicKey, sign } = softwareKey(parameterSet);

  it.each(subjectKindSchema.options)('for %s: OpenSSL verifies and certifies it, and we find nothing', async (kind) => {
    const subject = subjects[kind];
    const built = await buildQualifiedRequest(order(subject, parameterSet), publicKey, sign);
    if (!built.ok) throw new Error(built.problem.code);
    checkedByOpenSsl(built.value.der, subject);
    const read = parseCertificate(certify('made.p10'));
    expect(openssl.run(['verify', '-CAfile', 'authority.crt', 'issued.crt']).toString()).toContain('issued.crt: OK');
    if (!read.ok) throw new Error(read.reason);
    expect(read.certificate).toMatchObject({
      purpose: 'qualified',
      policies: ['1.2.643.100.113.1', '1.2.643.100.113.2'],
      subjectSignTool: 'СКЗИ «Проба» 1.0',
      keyUsage: ['digitalSignature', 'nonRepudiation', 'keyEncipherment', 'dataEncipherment'],
      key: { parameterSetName: parameterSet, bits: parameterSets[parameterSet].bits },
    });
    expect(subjectOf(read.certificate)).toEqual(subject);
    const request = requestFor(subject, parameterSet, built.value);
    const matched = matchQualifiedCertificate(
      deviceWith(publicKey, parameterSet),
      { file: bundle(), trust: [authorityFile] },
      [request],
      new Date(),
    );
    expect(matched).toMatchObject({ ok: true, value: { findings: [], request } });
  });
});

const requestFor = (subject: Subject, parameterSet: ParameterSet, built: BuiltRequest): QualifiedRequest => ({
  id: built.publicKeySha256,
  token: '1',
  keyId: '01',
  ...subject,
  parameterSet,
  madeAt: new Date().toISOString(),
  der: Buffer.from(built.der).toString('base64'),
  publicKeySha256: built.publicKeySha256,
});

/** A token with one key that waits. */
const deviceWith = (publicKey: Uint8Array, parameterSet: ParameterSet): Device => {
  const { bits } = parameterSets[parameterSet];
  const halves = { hasPublic: true, hasPrivate: true, hasCertificate: false };
  const told = { kind: `gost-2012-${bits}`, bits, publicKey: Buffer.from(publicKey).toString('base64') } as const;
  return rutoken({ keys: [{ keyId: '01', label: '', ...told, ...halves }] });
};

describe('a request made on a token', () => {
  const open = tokenGrounds();

  it.each([
    ['organization', 'CryptoPro-XchA'],
    ['sole-proprietor', 'tc26-256-A'],
    ['person', 'tc26-512-A'],
  ] as const)('for %s, with a key of %s, is certified, installed and proven', async (kind, parameterSet) => {
    const ground = await open('rutoken-ecp-3');
    await ground.signIn();
    const { id } = await ground.device();
    const made = await createQualifiedRequest(ground, id, order(subjects[kind], parameterSet));
    if (made.kind === 'failed') throw new Error(JSON.stringify(made.problem));
    expect(made.notKept).toBeNull();
    checkedByOpenSsl(new Uint8Array(Buffer.from(made.request.der, 'base64')), subjects[kind]);
    expect(openRequests([await ground.device()], (await ground.requests.all()).requests)).toMatchObject([
      { state: 'waiting', keyId: made.request.keyId, request: made.request },
    ]);
    certify('made.p10');
    const installed = await installQualifiedCertificate(ground, {
      device: id,
      file: bundle(),
      trust: [authorityFile],
    });
    if (installed.kind === 'failed') throw new Error(JSON.stringify(installed));
    expect(installed.match.findings).toEqual([]);
    expect(installed.proof.proven).toBe(true);
    expect(openRequests([await ground.device()], (await ground.requests.all()).requests)).toEqual([]);
  });
});

describe('any subject without faults', () => {
  const { publicKey, sign } = softwareKey('tc26-256-A');

  it('is in a request as it is in the certificate, byte for byte, and comes back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(anySubject, async (subject) => {
        const built = await buildQualifiedRequest(order(subject, 'tc26-256-A'), publicKey, sign);
        if (!built.ok) throw new Error(built.problem.code);
        openssl.write('any.p10', built.value.der);
        expect(takenApart('any.p10')).toEqual(byTheRules(subject));
        const request = parseCertificationRequest(built.value.der);
        const certificate = parseCertificate(certify('any.p10'));
        if (!request.ok || !certificate.ok) throw new Error('unread');
        expect(certificate.certificate.subject).toEqual(request.request.subject);
        expect(subjectOf(certificate.certificate)).toEqual(subject);
      }),
      { numRuns: 12, endOnFailure: true },
    );
  });
});
