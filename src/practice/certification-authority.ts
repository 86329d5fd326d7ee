import { createHash, createPrivateKey, generateKeyPair, randomBytes, sign as signWithNode } from 'node:crypto';
import { promisify } from 'node:util';
import * as pkijs from 'pkijs';
import { z } from 'zod';
import { certificateStructureOf, framedParts } from '../pki/certificate-structure.ts';
import { writeCertificate } from '../pki/certificate-writer.ts';
import { parseCertificationRequest, signatureAlgorithmFor } from '../pki/certification-request.ts';
import { decodeDer, MalformedDer, rawBytes, readAs } from '../pki/der.ts';
import { nameOf, type SubjectAttribute } from '../pki/distinguished-name.ts';
import {
  authorityKeyIdentifierExtension,
  basicConstraintsExtension,
  certificatePoliciesExtension,
  extendedKeyUsageExtension,
  identificationKindExtension,
  issuerSignToolExtension,
  keyUsageExtension,
  subjectKeyIdentifierExtension,
  subjectSignToolExtension,
} from '../pki/extension-writer.ts';
import { type KeyUsageName, keyUsageNames } from '../pki/object-identifiers.ts';
import { gostSubjectPublicKeyInfo } from '../pki/public-key.ts';
import { streebog256 } from '../pki/streebog.ts';
import { generateGostKeyPair, signGostDigest } from './gost-signature.ts';
import { holderSubject, type QualifiedHolder } from './qualified-subject.ts';

/**
 * A certification authority of practice mode, as plain data: a practice world keeps it as JSON in its folder and
 * reads it back through this schema.
 */
export const practiceAuthoritySchema = z.object({
  /** DER, base64. */
  certificate: z.base64(),
  key: z.discriminatedUnion('kind', [
    /** GOST R 34.10-2012, 256 bit; the private number little-endian, base64. */
    z.object({ kind: z.literal('gost'), parameterSet: z.string(), privateKey: z.base64() }),
    /** PKCS#8 DER, base64. */
    z.object({ kind: z.literal('rsa'), privateKey: z.base64() }),
  ]),
});
export type PracticeAuthority = z.infer<typeof practiceAuthoritySchema>;

const toBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const fromBase64 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'base64'));

const minute = 60_000;

/** The same moment so many calendar years later. */
const yearsLater = (at: Date, years: number): Date => {
  const later = new Date(at);
  later.setUTCFullYear(later.getUTCFullYear() + years);
  return later;
};

/** Method 1 of RFC 5280, 4.2.1.2: SHA-1 of the key's bits, as a name and not as protection. */
const keyIdentifier = (publicKey: Uint8Array): Uint8Array => {
  const { subjectPublicKey } = readAs(pkijs.PublicKeyInfo, decodeDer(publicKey));
  return Uint8Array.from(createHash('sha1').update(subjectPublicKey.valueBlock.valueHexView).digest());
};

const signWith = (key: PracticeAuthority['key'], bytes: Uint8Array): Uint8Array => {
  const privateKey = fromBase64(key.privateKey);
  if (key.kind === 'gost') return signGostDigest(streebog256(bytes), privateKey, key.parameterSet);
  const rsa = createPrivateKey({ key: Buffer.from(privateKey), format: 'der', type: 'pkcs8' });
  return Uint8Array.from(signWithNode('sha256', bytes, rsa));
};

interface Issuer {
  readonly key: PracticeAuthority['key'];
  readonly name: pkijs.RelativeDistinguishedNames;
  /** SubjectPublicKeyInfo in DER. */
  readonly publicKey: Uint8Array;
}

interface Order {
  readonly subject: pkijs.RelativeDistinguishedNames;
  /** SubjectPublicKeyInfo in DER. */
  readonly publicKey: Uint8Array;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly extensions: readonly pkijs.Extension[];
}

function issue(issuer: Issuer, order: Order): Uint8Array {
  const signatureAlgorithm = signatureAlgorithmFor(issuer.publicKey);
  if (signatureAlgorithm === undefined) throw new Error('An authority of practice mode has a GOST or an RSA key');
  const content = {
    ...order,
    serialNumber: randomBytes(16),
    signatureAlgorithm,
    issuer: issuer.name,
    extensions: [
      subjectKeyIdentifierExtension(keyIdentifier(order.publicKey)),
      authorityKeyIdentifierExtension(keyIdentifier(issuer.publicKey)),
      ...order.extensions,
    ],
  };
  return writeCertificate(content, (signedBytes) => signWith(issuer.key, signedBytes));
}

const issuerOf = ({ certificate, key }: PracticeAuthority): Issuer => {
  const { subject, publicKey } = certificateStructureOf(fromBase64(certificate));
  return { key, name: readAs(pkijs.RelativeDistinguishedNames, subject), publicKey: rawBytes(publicKey) };
};

/** Self-signed for ten years from the day before `now`. */
function establish(
  subject: readonly SubjectAttribute[],
  key: PracticeAuthority['key'],
  publicKey: Uint8Array,
  now: Date,
): PracticeAuthority {
  const notBefore = new Date(now.getTime() - 24 * 60 * minute);
  const name = nameOf(subject);
  const certificate = issue(
    { key, name, publicKey },
    {
      subject: name,
      publicKey,
      notBefore,
      notAfter: yearsLater(notBefore, 10),
      extensions: [basicConstraintsExtension(true), keyUsageExtension(['keyCertSign', 'cRLSign'])],
    },
  );
  return { certificate: toBase64(certificate), key };
}

/**
 * Makes an authority that issues qualified certificates in practice mode.
 * @param parameterSet OID of a 256-bit GOST parameter set; CryptoPro-A, as most authorities have, unless told
 */
export function createQualifiedAuthority(now: Date, parameterSet = '1.2.643.2.2.35.1'): PracticeAuthority {
  const { privateKey, publicKey } = generateGostKeyPair(parameterSet);
  const subject: readonly SubjectAttribute[] = [
    { oid: '2.5.4.6', value: 'RU', type: 'printable' },
    { oid: '2.5.4.10', value: 'Учебный удостоверяющий центр', type: 'utf8' },
    { oid: '2.5.4.3', value: 'Учебный удостоверяющий центр', type: 'utf8' },
    { oid: '1.2.643.100.1', value: '1299900000014', type: 'numeric' },
    { oid: '1.2.643.100.4', value: '9900000024', type: 'numeric' },
  ];
  const key = { kind: 'gost', parameterSet, privateKey: toBase64(privateKey) } as const;
  return establish(subject, key, gostSubjectPublicKeyInfo(publicKey, parameterSet), now);
}

/** What the authority says of itself in every qualified certificate. */
const ofTheAuthority: readonly pkijs.Extension[] = [
  issuerSignToolExtension([
    'Учебное средство подписи',
    'Учебный удостоверяющий центр',
    'Документа нет: режим практики',
    'Документа нет: режим практики',
  ]),
  identificationKindExtension(0),
];

export interface QualifiedOrder {
  readonly holder: QualifiedHolder;
  /** SubjectPublicKeyInfo in DER. */
  readonly publicKey: Uint8Array;
  readonly notBefore: Date;
  readonly notAfter: Date;
}

/** Issues a qualified certificate for practice mode, DER, with the extensions that real ones carry. */
export function issueQualifiedCertificate(authority: PracticeAuthority, order: QualifiedOrder): Uint8Array {
  return issue(issuerOf(authority), {
    ...order,
    subject: nameOf(holderSubject(order.holder)),
    extensions: [
      keyUsageExtension(['digitalSignature', 'nonRepudiation', 'keyEncipherment', 'dataEncipherment']),
      extendedKeyUsageExtension(['1.3.6.1.5.5.7.3.2', '1.3.6.1.5.5.7.3.4', '1.2.643.2.2.34.6']),
      // Classes KC1 and KC2 of signature tools.
      certificatePoliciesExtension(['1.2.643.100.113.1', '1.2.643.100.113.2']),
      subjectSignToolExtension('Учебное средство подписи'),
      ...ofTheAuthority,
    ],
  });
}

const asKeyUsage = (name: string): name is KeyUsageName => keyUsageNames.some((known) => known === name);

/**
 * Issues what a PKCS#10 asks for, DER: its subject byte for byte, its key, its usages.
 * @param der a well-formed request whose signature was verified
 * @param publicKey in place of the request's own, DER: what a wrong certificate looks like
 * @throws MalformedDer
 */
export function certifyRequest(
  authority: PracticeAuthority,
  der: Uint8Array,
  { notBefore, notAfter, publicKey }: Pick<QualifiedOrder, 'notBefore' | 'notAfter'> & { publicKey?: Uint8Array },
): Uint8Array {
  const [, subject] = framedParts(decodeDer(der)).content;
  const reading = parseCertificationRequest(der);
  if (subject === undefined || !reading.ok) throw new MalformedDer('not a request');
  const { keyUsage, extendedKeyUsage, policies, subjectSignTool } = reading.request.requested;
  return issue(issuerOf(authority), {
    subject: readAs(pkijs.RelativeDistinguishedNames, subject),
    publicKey: publicKey ?? reading.request.publicKey,
    notBefore,
    notAfter,
    extensions: [
      keyUsageExtension(keyUsage.filter(asKeyUsage)),
      ...(extendedKeyUsage.length > 0 ? [extendedKeyUsageExtension(extendedKeyUsage)] : []),
      ...(policies.length > 0 ? [certificatePoliciesExtension(policies)] : []),
      subjectSignToolExtension(subjectSignTool ?? 'Учебное средство подписи'),
      ...ofTheAuthority,
    ],
  });
}

const issuerNames = { production: 'pki.fsrar.ru', test: 'test.pki.fsrar.ru' } as const;

/**
 * Makes an authority that stands in for the one of EGAIS. Only its displayed name is publicly known; the rest of the
 * name is ours and says what it is.
 */
export async function createEgaisAuthority(contour: keyof typeof issuerNames, now: Date): Promise<PracticeAuthority> {
  const pair = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  const subject: readonly SubjectAttribute[] = [
    { oid: '2.5.4.10', value: 'Учебный центр ключей ЕГАИС (режим практики)', type: 'utf8' },
    { oid: '2.5.4.3', value: issuerNames[contour], type: 'utf8' },
  ];
  const privateKey = toBase64(pair.privateKey.export({ format: 'der', type: 'pkcs8' }));
  const publicKey = Uint8Array.from(pair.publicKey.export({ format: 'der', type: 'spki' }));
  return establish(subject, { kind: 'rsa', privateKey }, publicKey, now);
}

export interface AccessKeyOrder {
  /** Twelve digits. */
  readonly fsrarId: string;
  readonly organization: string;
  readonly inn: string;
  /** `null` for a sole proprietor. */
  readonly kpp: string | null;
  /** SubjectPublicKeyInfo of the RSA key, DER. */
  readonly publicKey: Uint8Array;
  readonly now: Date;
}

/**
 * Issues the certificate of an access key for practice mode, DER.
 * The UTM's JSON shows CN = FSRAR ID, O = organisation, OU = ИНН, C = КПП; no raw name is publicly known, so the order
 * and the string types are ours. Nine characters in C are more than X.520 allows, and readers must bear it. Real ones
 * begin ten minutes before they are issued and end a year after.
 */
export function issueAccessKeyCertificate(authority: PracticeAuthority, order: AccessKeyOrder): Uint8Array {
  const subject: readonly SubjectAttribute[] = [
    ...(order.kpp === null ? [] : [{ oid: '2.5.4.6', value: order.kpp, type: 'printable' } as const]),
    { oid: '2.5.4.10', value: order.organization, type: 'utf8' },
    { oid: '2.5.4.11', value: order.inn, type: 'utf8' },
    { oid: '2.5.4.3', value: order.fsrarId, type: 'utf8' },
  ];
  return issue(issuerOf(authority), {
    subject: nameOf(subject),
    publicKey: order.publicKey,
    notBefore: new Date(order.now.getTime() - 10 * minute),
    notAfter: yearsLater(order.now, 1),
    extensions: [
      keyUsageExtension(['digitalSignature', 'keyEncipherment']),
      extendedKeyUsageExtension(['1.3.6.1.5.5.7.3.2']),
    ],
  });
}
