import { z } from 'zod';

/** Named starting points of practice mode; texts stand in the locales, contents in `practice/`. */
export const scenarioIdSchema = z.enum([
  'new-shop',
  'renewal',
  'keys-end',
  'rutoken',
  'sole-proprietor',
  'person-with-mchd',
  'blank-token',
  'no-certificate',
  'leftovers',
  'two-tokens',
  'no-token',
  'pin-locked',
  'last-try',
  'service-stopped',
  'driver-missing',
  'port-taken',
  'clock-behind',
  'no-utm',
  'unsent-documents',
  'utm-slow-start',
  'utm-foreign-database',
  'utm-signature-renewed',
  'utm-pin-refused',
  'utm-pins-missing',
  'utm-wrong-token',
  'utm-key-revoked',
  'utm-database-locked',
  'utm-refuses',
]);
export type ScenarioId = z.infer<typeof scenarioIdSchema>;

/** What a person does beside the wizard, in practice at the press of a button. */
export const outsideEventSchema = z.enum(['driver-installed', 'port-freed']);
export type OutsideEvent = z.infer<typeof outsideEventSchema>;
