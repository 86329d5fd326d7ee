import { z } from 'zod';
import { certificateSchema } from './certificate.ts';

export const accessKeyIssuerIdSchema = z.enum(['utm', 'handoff', 'file', 'account']);
export type AccessKeyIssuerId = z.infer<typeof accessKeyIssuerIdSchema>;

/**
 * Stages of an issue.
 * `recorded`: what was on the token before is noted; `generating`: the UTM makes the key and its certificate;
 * `awaiting-person`: a person works on the issuer's own page; `making-pair`: the token makes the key pair;
 * `requesting`: the request is signed and handed out as a file; `certifying`: the service makes the certificate;
 * `writing`: the certificate is written beside its key; `reading`: the token is read anew; `proving`: the proof below;
 * `replacing`: the key that was there before goes, its successor being proven.
 */
const issueStageIdSchema = z.enum([
  'recorded',
  'generating',
  'awaiting-person',
  'making-pair',
  'requesting',
  'certifying',
  'writing',
  'reading',
  'proving',
  'replacing',
]);
export type IssueStageId = z.infer<typeof issueStageIdSchema>;

/**
 * Verdicts of a UTM that speak against keeping a key whose dates and place are good: it is tied to the former signature,
 * or its certificate was revoked.
 */
export const keepObstacleSchema = z.enum(['signature-renewed', 'access-key-revoked']);
export type KeepObstacle = z.infer<typeof keepObstacleSchema>;

/** What is done in one go: an issue by an issuer, or the second half of one by files. */
export type IssueCourseId = AccessKeyIssuerId | 'install';

/** The stages each course goes through, in order. */
export const issueCourses: Readonly<Record<IssueCourseId, readonly IssueStageId[]>> = {
  utm: ['recorded', 'generating', 'reading', 'proving'],
  handoff: ['recorded', 'awaiting-person', 'reading', 'proving'],
  file: ['recorded', 'making-pair', 'requesting'],
  install: ['recorded', 'writing', 'reading', 'proving', 'replacing'],
  account: ['recorded', 'making-pair', 'certifying', 'writing', 'reading', 'proving', 'replacing'],
};

export const issueStageSchema = z.object({
  id: issueStageIdSchema,
  status: z.enum(['waiting', 'running', 'done', 'failed']),
  /** ISO 8601, `null` before it began or ended. */
  startedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
});
export type IssueStage = z.infer<typeof issueStageSchema>;

/**
 * The questions whose answers together prove an access key. `unknown` is an honest answer: a private key cannot be
 * asked for a signature while nobody is signed in, and a UTM that is silent confirms nothing.
 */
export const proofCheckIdSchema = z.enum([
  'certificate-on-token',
  'private-key-answers',
  'fsrar-id-matches',
  'holder-matches',
  'issuer-is-egais',
  'contour-matches',
  'in-force',
  'newer-than-before',
  'only-one-access-key',
  'utm-sees-it',
  'utm-database-matches',
]);
export type ProofCheckId = z.infer<typeof proofCheckIdSchema>;

const proofCheckSchema = z.object({
  id: proofCheckIdSchema,
  status: z.enum(['passed', 'failed', 'unknown']),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type ProofCheck = z.infer<typeof proofCheckSchema>;

export const accessKeyProofSchema = z.object({
  /** Every check passed, or is unknown for a reason that does not speak against the key. */
  proven: z.boolean(),
  fsrarId: z.string().nullable(),
  certificate: certificateSchema.nullable(),
  checks: z.array(proofCheckSchema),
});
export type AccessKeyProof = z.infer<typeof accessKeyProofSchema>;

/**
 * A request for an access key that has gone out as a file: its certificate comes back one day, and the key waits on the
 * token meanwhile.
 */
export const accessKeyRequestSchema = z.object({
  /** CKA_ID of the key on the token, hex. */
  keyId: z.string(),
  fsrarId: z.string(),
  /** PKCS#10 in DER, base64. */
  der: z.string(),
  /** SHA-256 of the SubjectPublicKeyInfo, hex: what tells the certificate of this request from any other. */
  publicKeySha256: z.string(),
  madeAt: z.string(),
});
export type AccessKeyRequest = z.infer<typeof accessKeyRequestSchema>;
