import { z } from 'zod';
import { accessRoleSchema } from '../../shared/domain/access-role.ts';

/**
 * Messages of the account contract (docs/account-openapi.yaml), as both sides read them. Everything is bounded: what
 * comes may be anything.
 */

const identifier = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
/** Characters that a header line can carry (RFC 6750, 2.1). */
const bearer = z.string().regex(/^[A-Za-z0-9._~+/-]{20,512}=*$/);
const seconds = (longest: number) => z.number().int().min(1).max(longest);
const name = z.string().max(1_000);
const address = z.string().max(2_000);
const inn = z.string().regex(/^(\d{10}|\d{12})$/);
const kpp = z.string().regex(/^\d{4}[0-9A-Z]{2}\d{3}$/);
const fsrarId = z.string().regex(/^\d{12}$/);
const certificate = z.base64().min(1).max(40_000);

/** Largest page of a list, in rows. */
export const largestPage = 2_000;

/** Nothing is told to be given a challenge. */
export const challengeRequestSchema = z.strictObject({});

export const challengeSchema = z.object({
  id: identifier,
  /** 32 random bytes. */
  nonce: z.base64().length(44),
  expiresInSeconds: seconds(600),
});
export type Challenge = z.infer<typeof challengeSchema>;

export const signInSchema = z.strictObject({
  challengeId: identifier,
  /** CMS SignedData, DER. */
  signature: z.base64().min(1).max(100_000),
});

export const sessionSchema = z.object({ token: bearer, expiresInSeconds: seconds(3_600) });

const subdivisionSchema = z.object({
  fsrarId,
  rowId: z.string().min(1).max(64),
  fullName: name,
  shortName: name,
  inn,
  kpp: kpp.nullable(),
  regionCode: z.string().max(3),
  address,
  legalAddress: address,
});

const page = <T extends z.ZodType>(row: T) =>
  z.object({ rows: z.array(row).max(largestPage), nextCursor: z.string().min(1).max(200).nullable() });

export const subdivisionPageSchema = page(subdivisionSchema);

export const contractorSchema = z.object({
  id: identifier,
  inn,
  kpp: kpp.nullable(),
  name,
  address,
  standing: z.enum(['confirmed', 'waiting', 'refused', 'other']),
  status: z.string().min(1).max(200),
  licensee: z.boolean(),
  register: z.object({ licence: z.string().max(100), name, kpp: kpp.nullable(), address }).nullable(),
  submittedAt: z.iso.datetime().nullable(),
});
export type WireContractor = z.infer<typeof contractorSchema>;

export const contractorPageSchema = page(contractorSchema);

export const contractorDraftSchema = z.strictObject({
  name: z.string().min(1).max(500),
  kpp: kpp.nullable(),
  address: z.string().min(1).max(1_000),
});

const mebibyte = 1024 * 1024;
/** A file of a power of attorney, at most 15 MiB, in base64. */
const file = z.strictObject({
  name: z.string().min(1).max(255),
  content: z
    .base64()
    .min(1)
    .max(20 * mebibyte),
});

export const accessKeyOrderSchema = z.strictObject({
  fsrarId,
  role: accessRoleSchema,
  termsAccepted: z.boolean(),
  /** CMS SignedData, DER, with the PKCS#10 inside. */
  request: z.base64().min(1).max(100_000),
  mchd: z.strictObject({ document: file, signature: file }).nullable(),
});
export type AccessKeyOrder = z.infer<typeof accessKeyOrderSchema>;

export const accessKeySchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('pending'), id: identifier, retryAfterSeconds: seconds(60) }),
  z.object({
    status: z.literal('issued'),
    id: identifier,
    /** DER, as are those of the chain. */
    certificate,
    chain: z.array(certificate).max(8),
  }),
  z.object({ status: z.literal('refused'), id: identifier, detail: z.string().max(4_000) }),
]);
export type WireAccessKey = z.infer<typeof accessKeySchema>;

/** Every code of a refusal, with its HTTP status. */
export const refusalStatuses = {
  MALFORMED_REQUEST: 400,
  NOT_AUTHENTICATED: 401,
  SESSION_EXPIRED: 401,
  CHALLENGE_UNKNOWN: 401,
  SIGNATURE_INVALID: 401,
  CERTIFICATE_NOT_TRUSTED: 401,
  CERTIFICATE_NOT_IN_FORCE: 401,
  LICENSEE_DATA_READ_ONLY: 403,
  ROLE_NOT_ALLOWED: 403,
  MCHD_REFUSED: 403,
  KEY_REFUSED: 403,
  NOT_FOUND: 404,
  PLACE_NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  CONTRACTOR_ALREADY_ENTERED: 409,
  BODY_TOO_LARGE: 413,
  KPP_UNSUITABLE: 422,
  TERMS_NOT_ACCEPTED: 422,
  REQUEST_UNSOUND: 422,
  MCHD_REQUIRED: 422,
  IDEMPOTENCY_KEY_REUSED: 422,
  INTERNAL: 500,
} as const;
export type RefusalCode = keyof typeof refusalStatuses;

/** RFC 9457. A code that is not known yet is a refusal all the same. */
export const problemDocumentSchema = z.object({
  type: z.string().max(500),
  title: z.string().max(500),
  status: z.number().int().min(400).max(599),
  code: z.string().regex(/^[A-Z_]{1,64}$/),
  /** In Russian, for a person. */
  detail: z.string().min(1).max(4_000),
  detailEn: z.string().min(1).max(4_000),
});
export type ProblemDocument = z.infer<typeof problemDocumentSchema>;
