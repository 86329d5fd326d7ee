import { z } from 'zod';
import { accessRoleSchema } from '../../shared/domain/access-role.ts';
import { certificate, commonRefusalStatuses, identifier, inn, kpp, page, seconds } from '../service/service-wire.ts';

/**
 * Messages of the account contract (docs/account-openapi.yaml), as both sides read them. Everything is bounded: what
 * comes may be anything.
 */

const name = z.string().max(1_000);
const address = z.string().max(2_000);
const fsrarId = z.string().regex(/^\d{12}$/);

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
  ...commonRefusalStatuses,
  CHALLENGE_UNKNOWN: 401,
  SIGNATURE_INVALID: 401,
  CERTIFICATE_NOT_TRUSTED: 401,
  CERTIFICATE_NOT_IN_FORCE: 401,
  LICENSEE_DATA_READ_ONLY: 403,
  ROLE_NOT_ALLOWED: 403,
  MCHD_REFUSED: 403,
  KEY_REFUSED: 403,
  PLACE_NOT_FOUND: 404,
  CONTRACTOR_ALREADY_ENTERED: 409,
  KPP_UNSUITABLE: 422,
  TERMS_NOT_ACCEPTED: 422,
  MCHD_REQUIRED: 422,
} as const;
export type RefusalCode = keyof typeof refusalStatuses;
