import { z } from 'zod';
import type { Certificate } from './certificate.ts';
import { type ParameterSet, parameterSetOfOid, parameterSetSchema } from './gost-parameter-sets.ts';
import { isWritable, type Subject, subjectKindSchema, subjectValuesSchema } from './qualified-subject.ts';

/** How the authority identified the holder (order 795 of the FSB): in person, by a signature, by a passport, by the ЕБС. */
export const identificationKindSchema = z.literal([0, 1, 2, 3]);

/** What the key may be used for, by the names of RFC 5280, 4.2.1.3. */
export const requestKeyUsageSchema = z.enum([
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
]);

/** Extended purposes a holder may ask for: name → OID (RFC 5280, 4.2.1.12). Others are given by their OID. */
export const extendedPurposes = {
  clientAuthentication: '1.3.6.1.5.5.7.3.2',
  emailProtection: '1.3.6.1.5.5.7.3.4',
} as const;

/** Classes of signature tools as certificate policies: name → OID (order 795 of the FSB). */
export const signToolClasses = {
  KC1: '1.2.643.100.113.1',
  KC2: '1.2.643.100.113.2',
  KC3: '1.2.643.100.113.3',
  KB1: '1.2.643.100.113.4',
  KB2: '1.2.643.100.113.5',
  KA1: '1.2.643.100.113.6',
} as const;
export const signToolClassSchema = z.enum(['KC1', 'KC2', 'KC3', 'KB1', 'KB2', 'KA1']);

const oid = z
  .string()
  .max(100)
  .regex(/^[0-2](\.(0|[1-9]\d{0,8}))+$/);

/** Everything that a request for a qualified certificate says, but for its key. */
export const qualifiedOrderSchema = z.object({
  kind: subjectKindSchema,
  values: subjectValuesSchema,
  parameterSet: parameterSetSchema,
  keyUsage: z.array(requestKeyUsageSchema).min(1).max(5),
  /** OIDs. */
  extendedKeyUsage: z.array(oid).max(20),
  policies: z.array(signToolClassSchema).max(6),
  /** Name of the signature tool of the holder, 200 characters at most; `null`: left to the authority. */
  subjectSignTool: z.string().trim().min(1).max(200).refine(isWritable).nullable(),
  /** `null`: left to the authority. */
  identificationKind: identificationKindSchema.nullable(),
});
export type QualifiedOrder = z.infer<typeof qualifiedOrderSchema>;

/** A request that was made and saved. The key on the token is what counts: this is only what was said about it. */
export const qualifiedRequestSchema = z.object({
  /** The same as `publicKeySha256`. */
  id: z.string().regex(/^[0-9a-f]{64}$/),
  /** Serial of the device that holds the key. */
  token: z.string().max(100),
  /** CKA_ID, lower-case hex. */
  keyId: z.string().max(512),
  kind: subjectKindSchema,
  values: subjectValuesSchema,
  parameterSet: parameterSetSchema,
  /** ISO 8601, UTC. */
  madeAt: z.iso.datetime().max(40),
  /** PKCS#10, base64. */
  der: z.string().max(40_000),
  /** SHA-256 of the SubjectPublicKeyInfo, lower-case hex. */
  publicKeySha256: z.string().max(64),
});
export type QualifiedRequest = z.infer<typeof qualifiedRequestSchema>;

/** What the Рутокен plug-in generates and authorities are known to certify (docs/sources.md, "Qualified certificates"). */
const usualParameterSet: ParameterSet = 'CryptoPro-XchA';

/**
 * What is usually asked for, for this subject. Usage and purposes are those of Aktiv's published sample of a qualified
 * request. A certificate that the new one follows keeps its parameter set.
 */
export const usualOrder = ({ kind, values }: Subject, previous: Certificate | null): QualifiedOrder => ({
  kind,
  values,
  parameterSet: parameterSetOfOid(previous?.key.parameterSet ?? '') ?? usualParameterSet,
  keyUsage: ['digitalSignature', 'nonRepudiation', 'keyEncipherment', 'dataEncipherment'],
  extendedKeyUsage: [extendedPurposes.clientAuthentication, extendedPurposes.emailProtection],
  policies: ['KC1'],
  subjectSignTool: qualifiedOrderSchema.shape.subjectSignTool.catch(null).parse(previous?.subjectSignTool ?? null),
  identificationKind: null,
});
