import { z } from 'zod';
import { findingSchema } from '../../../src/shared/domain/finding.ts';

/** What the program in Windows' Node found, as it tells the test on the other side. */
export const answersSchema = z.object({
  platform: z.string(),
  release: z.string(),
  memory: z.number(),
  freeSpace: z.number().nullable(),
  paths: z.array(z.string()),
  file: z.object({ exists: z.boolean(), magic: z.string().nullable(), beside: z.array(z.string()) }),
  registry: z.record(z.string(), z.string()),
  missing: z.boolean(),
  findings: z.array(findingSchema.pick({ id: true, status: true, variant: true, facts: true })),
  byHand: z.string().nullable(),
});
