import { z } from 'zod';
import { accountProblems } from './account.ts';
import { certificationProblems } from './certification.ts';
import { egaisProblems } from './egais.ts';
import type { ProblemEntry } from './entry.ts';
import { issuerProblems } from './issuers.ts';
import { machineProblems } from './machine.ts';
import { mchdProblems } from './mchd.ts';
import { qualifiedProblems } from './qualified.ts';
import { reminderProblems } from './reminders.ts';
import { setupProblems } from './setup.ts';
import { tokenProblems } from './token.ts';
import { utmDatabaseProblems } from './utm-database.ts';
import { utmInstallerProblems } from './utm-installer.ts';
import { utmSettingsProblems } from './utm-settings.ts';

/** Every failure the product can meet, by its stable code. */
export const problemCatalogue = {
  ...tokenProblems,
  ...egaisProblems,
  ...accountProblems,
  ...certificationProblems,
  ...issuerProblems,
  ...machineProblems,
  ...mchdProblems,
  ...setupProblems,
  ...reminderProblems,
  ...qualifiedProblems,
  ...utmSettingsProblems,
  ...utmDatabaseProblems,
  ...utmInstallerProblems,
} satisfies Record<string, ProblemEntry>;

export type ProblemCode = keyof typeof problemCatalogue;

export const problemCodeSchema = z.enum(Object.keys(problemCatalogue) as [ProblemCode, ...ProblemCode[]]);

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/**
 * A failure as data: it crosses processes unchanged and becomes words only where it is shown.
 * `values` fill the texts; `details` are raw names for support (return codes, calls, files) and never hold a PIN.
 */
export const problemSchema = z.object({
  code: problemCodeSchema,
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  details: z.record(z.string(), scalar),
});
export type Problem = z.infer<typeof problemSchema>;

export const problem = (
  code: ProblemCode,
  values: Problem['values'] = {},
  details: Problem['details'] = {},
): Problem => ({
  code,
  values,
  details,
});
