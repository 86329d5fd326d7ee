import { z } from 'zod';
import { actionIdSchema } from '../actions.ts';

export const checkIdSchema = z.enum([
  'operating-system',
  'smart-card-service',
  'vendor-libraries',
  'token',
  'clock',
  'network',
  'utm-port',
  'utm',
  'readers',
  'driver-publisher',
  'integrity-checker',
  'remote-session',
  'virtual-machine',
  'administrator',
  'time-zone',
  'disk-space',
  'memory',
  'proxy',
  'tls-inspection',
  'crypto-providers',
  'utm-service-ports',
  'utm-remains',
  'portal-components',
]);
export type CheckId = z.infer<typeof checkIdSchema>;

/**
 * What a check of the computer found. `variant` selects the sentence (`finding-texts.ts`), `values` fill it.
 * `bad` blocks the way on, `attention` does not, `waiting` is for something the person is about to do.
 */
export const findingSchema = z.object({
  id: checkIdSchema,
  status: z.enum(['ok', 'info', 'attention', 'waiting', 'bad']),
  variant: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  actions: z.array(actionIdSchema),
  /** Raw facts for support. */
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
export type Finding = z.infer<typeof findingSchema>;
