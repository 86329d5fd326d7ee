import { z } from 'zod';

/**
 * A place of activity («место осуществления деятельности»): one row of the list for which EGAIS issues access keys.
 * Source of the fields: the UTM's `GET /api/rsa`.
 */
export const subdivisionSchema = z.object({
  /** Twelve digits; a pattern break is a warning elsewhere, not a refusal here. */
  fsrarId: z.string(),
  /** The row's own id, which the UTM wants back when a key is asked for. */
  rowId: z.string(),
  fullName: z.string(),
  shortName: z.string(),
  inn: z.string(),
  /** `null` for an ИП. */
  kpp: z.string().nullable(),
  regionCode: z.string(),
  address: z.string(),
  legalAddress: z.string(),
});
export type Subdivision = z.infer<typeof subdivisionSchema>;
