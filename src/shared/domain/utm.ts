import { z } from 'zod';
import { actionIdSchema } from '../actions.ts';

/** A date field of the UTM: it may hold an error text instead of a date, which is a state, not a failure. */
const utmDateSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('date'), iso: z.string() }),
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({ kind: z.literal('absent') }),
]);
export type UtmDate = z.infer<typeof utmDateSchema>;

const utmCertificateSchema = z.object({
  validity: z.enum(['valid', 'invalid', 'revoked', 'unknown']),
  notBefore: utmDateSchema,
  notAfter: utmDateSchema,
  issuer: z.string().nullable(),
});
export type UtmCertificate = z.infer<typeof utmCertificateSchema>;

/** `GET /api/info/list` of a UTM 4.x, understood. */
export const utmInfoSchema = z.object({
  version: z.string().nullable(),
  contour: z.string().nullable(),
  rsaError: z.string().nullable(),
  /** `null`: no unsent cheques. */
  unsentChequesSince: z.string().nullable(),
  /** FSRAR ID that the UTM reads from the access key now. */
  ownerId: z.string().nullable(),
  /** FSRAR ID written into its database at the first start. */
  database: z.object({ createdAt: z.string().nullable(), ownerId: z.string().nullable() }),
  rsa: utmCertificateSchema,
  gost: utmCertificateSchema,
  license: z.boolean().nullable(),
});
export type UtmInfo = z.infer<typeof utmInfoSchema>;

/** One verdict on a UTM, in the order in which its troubles hide each other. */
export const utmVerdictIdSchema = z.enum([
  'silent',
  'other-program',
  'outdated',
  'starting',
  'foreign-database',
  'needs-access-key',
  'token-unreadable',
  'wrong-token',
  'wrong-contour',
  'access-key-revoked',
  'access-key-invalid',
  'qualified-certificate-invalid',
  'working',
]);
export type UtmVerdictId = z.infer<typeof utmVerdictIdSchema>;

/** The UTM as it answers now. */
export const utmStateSchema = z.object({
  url: z.string(),
  /** `other-program`: something answers at the address, but it is not a UTM. */
  reachability: z.enum(['answering', 'silent', 'other-program']),
  /** Build as `GET /info/version` prints it. */
  build: z.string().nullable(),
  info: utmInfoSchema.nullable(),
  verdict: z.object({
    id: utmVerdictIdSchema,
    healthy: z.boolean(),
    values: z.record(z.string(), z.union([z.string(), z.number()])),
    actions: z.array(actionIdSchema),
  }),
});
export type UtmState = z.infer<typeof utmStateSchema>;
