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
  'not-installed',
  'pin-locked',
  'pin-refused',
  'pin-missing',
  'other-program',
  'disabled',
  'port-taken',
  'database-locked',
  'registered-wrongly',
  'files-missing',
  'stopped',
  'coming-up',
  'start-stuck',
  'silent',
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
  'signature-renewed',
  'signing-broken',
  'signing-fails',
  'exchange-stale',
  'cheques-unsent',
  'working',
]);
export type UtmVerdictId = z.infer<typeof utmVerdictIdSchema>;

const momentSchema = z.iso.datetime();

/** How far a start has come, by the marks it leaves in the UTM's log, in their order. */
export const utmStartMarkSchema = z.enum(['begun', 'database', 'cheques', 'scheduler', 'update', 'exchange']);
export type UtmStartMark = z.infer<typeof utmStartMarkSchema>;

/** Why a start came to nothing, the gravest first. */
export const utmStartFailureSchema = z.enum([
  'pin-locked',
  'pin-refused',
  'pin-missing',
  'foreign-database',
  'port-taken',
  'database-locked',
  'registered-wrongly',
  'files-missing',
]);
export type UtmStartFailure = z.infer<typeof utmStartFailureSchema>;

/** What the end of a UTM's log tells of its last run. */
const utmLogSchema = z.object({
  version: z.string().nullable(),
  /** The first moment the end of the log knows of; nothing is known of what was before. */
  since: momentSchema.nullable(),
  /** `null`: the run began before the end of the log. */
  startedAt: momentSchema.nullable(),
  mark: utmStartMarkSchema.nullable(),
  /** The run has ended. */
  ended: z.boolean(),
  /** When an exchange of documents was finished last. */
  exchangedAt: momentSchema.nullable(),
  /** When one was given up last because of the access key. */
  exchangeRefusedAt: momentSchema.nullable(),
  failure: utmStartFailureSchema.nullable(),
  /** The last lines of trouble, the newest last; nothing that may be a PIN is left in them. */
  errors: z.array(z.object({ at: momentSchema.nullable(), text: z.string() })),
});
export type UtmLog = z.infer<typeof utmLogSchema>;

/** The last document that was given to the UTM, by its access log. */
const utmPostSchema = z.object({
  at: momentSchema.nullable(),
  document: z.string(),
  status: z.number(),
  /** Bytes of the answer. */
  size: z.number().nullable(),
});
export type UtmPost = z.infer<typeof utmPostSchema>;

/** What the computer tells of its own UTM. `null` everywhere: not told. */
const utmOnComputerSchema = z.object({
  installed: z.boolean().nullable(),
  service: z
    .object({
      state: z.enum(['running', 'starting', 'stopped', 'absent', 'unknown']),
      start: z.enum(['automatic', 'manual', 'disabled', 'unknown']),
    })
    .nullable(),
  folder: z.string().nullable(),
  log: utmLogSchema.nullable(),
  lastPost: utmPostSchema.nullable(),
});
export type UtmOnComputer = z.infer<typeof utmOnComputerSchema>;

/** Whether the UTM can say whose certificate it reads. */
const utmSubjectSchema = z.enum(['read', 'none', 'unknown']);
export type UtmSubject = z.infer<typeof utmSubjectSchema>;

/** The UTM as it answers now, and as its computer knows it. */
export const utmStateSchema = z.object({
  url: z.string(),
  /** `other-program`: something answers at the address, but it is not a UTM. */
  reachability: z.enum(['answering', 'silent', 'other-program']),
  /** Build as `GET /info/version` prints it. */
  build: z.string().nullable(),
  info: utmInfoSchema.nullable(),
  /** `GET /api/rsa/orginfo` and `GET /api/gost/orginfo`. */
  subjects: z.object({ rsa: utmSubjectSchema, gost: utmSubjectSchema }),
  /** `null`: the UTM is on another computer, or its computer was not asked. */
  computer: utmOnComputerSchema.nullable(),
  verdict: z.object({
    id: utmVerdictIdSchema,
    healthy: z.boolean(),
    values: z.record(z.string(), z.union([z.string(), z.number()])),
    actions: z.array(actionIdSchema),
  }),
});
export type UtmState = z.infer<typeof utmStateSchema>;
