import { z } from 'zod';

/**
 * What the messages of all our service contracts (docs/account-openapi.yaml, docs/certification-account-openapi.yaml)
 * have in common. Everything is bounded: what comes may be anything.
 */

export const identifier = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
/** Characters that a header line can carry (RFC 6750, 2.1). */
const bearer = z.string().regex(/^[A-Za-z0-9._~+/-]{20,512}=*$/);
export const seconds = (longest: number) => z.number().int().min(1).max(longest);
export const inn = z.string().regex(/^(\d{10}|\d{12})$/);
export const kpp = z.string().regex(/^\d{4}[0-9A-Z]{2}\d{3}$/);
/** DER in base64. */
export const certificate = z.base64().min(1).max(40_000);

/** Largest page of a list, in rows. */
export const largestPage = 2_000;

export const page = <T extends z.ZodType>(row: T) =>
  z.object({ rows: z.array(row).max(largestPage), nextCursor: z.string().min(1).max(200).nullable() });

export const sessionSchema = z.object({ token: bearer, expiresInSeconds: seconds(3_600) });

/** Codes of refusals that every contract knows, with their HTTP statuses. */
export const commonRefusalStatuses = {
  MALFORMED_REQUEST: 400,
  NOT_AUTHENTICATED: 401,
  SESSION_EXPIRED: 401,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  BODY_TOO_LARGE: 413,
  REQUEST_UNSOUND: 422,
  IDEMPOTENCY_KEY_REUSED: 422,
  INTERNAL: 500,
} as const;

/** RFC 9457. A code that is not known yet is a refusal all the same. */
export const problemDocumentSchema = z.object({
  type: z.string().max(500),
  title: z.string().max(500),
  status: z.number().int().min(400).max(599),
  code: z.string().regex(/^[A-Z_]{1,64}$/),
  /** In Russian, for a person. */
  detail: z.string().min(1).max(4_000),
  detailEn: z.string().min(1).max(4_000),
  /** How often what was refused may still be tried. */
  triesLeft: z.number().int().min(0).max(100).optional(),
  /** When it may be tried again. */
  retryAfterSeconds: seconds(7 * 86_400).optional(),
});
export type ProblemDocument = z.infer<typeof problemDocumentSchema>;
