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

/** `rowId` of a place that is not known yet, because it is chosen on the issuer's own page. */
export const LATER_ROW = 'later';

/** FSRAR ID of a chosen place; `null` while the place is still to be chosen on the issuer's own page. */
export const fsrarIdOf = ({ fsrarId, rowId }: Pick<Subdivision, 'fsrarId' | 'rowId'>): string | null =>
  rowId === LATER_ROW ? null : fsrarId;
