import { z } from 'zod';

/**
 * The questions whose answers together prove that a UTM works, in their order. The first five are read; then one query
 * is given to the UTM, and the next exchange with EGAIS is waited for.
 */
export const utmProofStageIdSchema = z.enum([
  'access-key-read',
  'place-matches',
  'access-key-valid',
  'qualified-certificate-valid',
  'contour-matches',
  'query-accepted',
  'exchange-finished',
]);
export type UtmProofStageId = z.infer<typeof utmProofStageIdSchema>;

export const utmProofStageSchema = z.object({
  id: utmProofStageIdSchema,
  /** `skipped`: what failed before it makes it pointless. `unknown`: it cannot be told, which proves nothing. */
  status: z.enum(['waiting', 'running', 'passed', 'failed', 'unknown', 'skipped']),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  /** ISO 8601, `null` before it began or ended. */
  startedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
});
export type UtmProofStage = z.infer<typeof utmProofStageSchema>;

export const utmProofSchema = z.object({
  /** Every stage passed. */
  proven: z.boolean(),
  url: z.string(),
  build: z.string().nullable(),
  /** FSRAR ID of the access key that the UTM reads. */
  fsrarId: z.string().nullable(),
  /** What the answer to the query will carry; `null`: the query was not taken. */
  replyId: z.string().nullable(),
  stages: z.array(utmProofStageSchema),
});
export type UtmProof = z.infer<typeof utmProofSchema>;
