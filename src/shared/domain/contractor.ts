import { z } from 'zod';
import { moscowDay, workingDaysAfter } from './working-days.ts';

/**
 * How the tax service looks at a place that somebody entered under «Контрагенты». Only «Подтверждена ФНС» is publicly
 * known to be final; any other status is shown in its own words.
 */
const contractorStandingSchema = z.enum(['confirmed', 'waiting', 'refused', 'other']);
export type ContractorStanding = z.infer<typeof contractorStandingSchema>;

/** What the licence register says of a licensee's place, to be held against what EGAIS has. */
const registerEntrySchema = z.object({
  licence: z.string(),
  name: z.string(),
  kpp: z.string().nullable(),
  address: z.string(),
});

/** One row of «Контрагенты»: a place as EGAIS has it registered. */
export const contractorSchema = z.object({
  id: z.string(),
  inn: z.string(),
  /** `null` for an ИП. */
  kpp: z.string().nullable(),
  name: z.string(),
  address: z.string(),
  standing: contractorStandingSchema,
  /** The status in the service's own words. */
  status: z.string(),
  /** Data of a licensee come from the licence register and are only looked at. */
  licensee: z.boolean(),
  /** `null` for everybody but a licensee, and where the service does not know. */
  register: registerEntrySchema.nullable(),
  /** ISO 8601; `null` for a row that nobody entered by hand. */
  submittedAt: z.string().nullable(),
  /**
   * The last day of the five working days the check may take, `2026-11-30`; `null` unless the row waits for it. Public
   * holidays are not known here, so it may end later (`working-days.ts`).
   */
  expectedBy: z.string().nullable(),
});
export type Contractor = z.infer<typeof contractorSchema>;

/** A place that a non-licensee or an ИП enters. */
export const contractorDraftSchema = z.strictObject({
  name: z.string().trim().min(1).max(500),
  /** Empty for an ИП. */
  kpp: z.string().trim().max(9),
  address: z.string().trim().min(1).max(1000),
});
export type ContractorDraft = z.infer<typeof contractorDraftSchema>;

/** How many working days the tax service may take (docs/account.md). */
const checkWorkingDays = 5;

/** The last day of the tax service's check of a place that was entered at this moment (ISO 8601): `2026-11-30`. */
export const checkedBy = (submittedAt: string): string => workingDaysAfter(moscowDay(submittedAt), checkWorkingDays);

/** A detail of a licensee's place that EGAIS and the licence register tell differently. */
export type RegisterDifference = 'name' | 'kpp' | 'address';

const comparable = (text: string | null): string =>
  (text ?? '')
    .toLowerCase()
    .replace(/ё/g, 'е')
    .replace(/[\s«»"]+/g, '');

/** Where EGAIS and the licence register differ; spaces, quotes, case and ё do not count. Nothing without an entry. */
export const registerDifferences = (contractor: Contractor): readonly RegisterDifference[] => {
  const { register } = contractor;
  if (register === null) return [];
  const details: readonly RegisterDifference[] = ['name', 'kpp', 'address'];
  return details.filter((detail) => comparable(contractor[detail]) !== comparable(register[detail]));
};
