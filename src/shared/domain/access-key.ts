import { z } from 'zod';
import { certificateSchema } from './certificate.ts';

export const accessKeyIssuerIdSchema = z.enum(['utm', 'handoff', 'file', 'account']);
export type AccessKeyIssuerId = z.infer<typeof accessKeyIssuerIdSchema>;

/**
 * Stages of an issue in the order they happen.
 * `recorded`: what was on the token before is noted; `generating`: the UTM makes the key and its certificate;
 * `reading`: the token is read anew; `proving`: the proof below.
 */
export const issueStageIdSchema = z.enum(['recorded', 'generating', 'reading', 'proving']);
export type IssueStageId = z.infer<typeof issueStageIdSchema>;

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
  'issuer-is-egais',
  'in-force',
  'newer-than-before',
  'only-one-access-key',
  'utm-sees-it',
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
