import { z } from 'zod';
import { paperNeedSchema } from '../../shared/domain/certification-authority.ts';
import { certificate, commonRefusalStatuses, identifier, inn, kpp, page, seconds } from '../service/service-wire.ts';

/** Messages of the contract of docs/certification-account-openapi.yaml, as both sides read them. */

const day = 86_400;
const text = (longest: number) => z.string().max(longest);

export const codeRequestSchema = z.strictObject({ phone: z.string().regex(/^\+79\d{9}$/) });

export const codeSentSchema = z.object({
  id: identifier,
  expiresInSeconds: seconds(3_600),
  resendAfterSeconds: seconds(3_600),
  triesLeft: z.number().int().min(1).max(100),
});

export const signInSchema = z.strictObject({ codeId: identifier, code: z.string().regex(/^\d{4,8}$/) });

/** `state` beyond those that are known is shown by its `words`. */
const issueSchema = z.object({
  state: z.string().regex(/^[a-z-]{1,40}$/),
  /** In Russian, for a person. */
  words: text(500),
  /** Why it was refused. */
  refusal: text(4_000).nullable(),
  retryAfterSeconds: seconds(7 * day).nullable(),
});
export type WireIssue = z.infer<typeof issueSchema>;

export const applicationSchema = z.object({
  id: identifier,
  date: z.iso.datetime(),
  status: z.string().min(1).max(200),
  inn: inn.nullable(),
  kpp: kpp.nullable(),
  name: text(1_000).nullable(),
  kind: text(200),
  tariff: text(200).nullable(),
  owner: text(500),
  reason: text(500).nullable(),
  author: text(500).nullable(),
  issue: issueSchema,
});
export type WireApplication = z.infer<typeof applicationSchema>;

export const applicationPageSchema = page(applicationSchema);

/** A PKCS#10, DER, in base64. */
export const orderSchema = z.strictObject({ request: z.base64().min(1).max(40_000) });

export const issuedSchema = z.object({
  certificate,
  chain: z.array(certificate).max(8),
  /** PKCS#7 with all of them, DER. */
  bundle: z.base64().min(1).max(400_000),
});

export const paperListSchema = z.object({
  rows: z.array(z.object({ id: identifier, name: z.string().min(1).max(200), need: paperNeedSchema })).max(50),
});

const mebibyte = 1024 * 1024;

export const paperSchema = z.object({
  id: identifier,
  name: z.string().min(1).max(200),
  /** A PDF of at most 10 MiB, in base64. */
  content: z
    .base64()
    .min(1)
    .max(14 * mebibyte),
});
/** The longest body in which a paper may come. */
export const paperBytes = 15 * mebibyte;

/** Every code of a refusal, with its HTTP status. */
export const refusalStatuses = {
  ...commonRefusalStatuses,
  CODE_UNKNOWN: 401,
  CODE_EXPIRED: 401,
  CODE_WRONG: 401,
  PHONE_UNKNOWN: 403,
  PHONE_LOCKED: 403,
  APPLICATION_NOT_FOUND: 404,
  PAPER_NOT_FOUND: 404,
  NOT_ISSUED: 409,
  REQUEST_NOT_EXPECTED: 409,
  CODE_TOO_SOON: 429,
} as const;
export type RefusalCode = keyof typeof refusalStatuses;
