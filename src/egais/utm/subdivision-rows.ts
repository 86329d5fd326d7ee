import { z } from 'zod';
import type { Subdivision } from '../../shared/domain/subdivision.ts';
import { safely } from '../../shared/safely.ts';
import { jsonOf } from './json.ts';

// Plain code instead of a union of schemas: nine fields in a hundred thousand rows are read while the person waits.
const text = z.unknown().transform((value) => {
  if (typeof value === 'string') return value.trim();
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : '';
});

const rowSchema = z
  .object({
    ID: text,
    Owner_ID: text,
    Full_Name: text,
    Short_Name: text,
    INN: text,
    KPP: text,
    Region_Code: text,
    Dejure_Address: text,
    Fact_Address: text,
  })
  .transform(
    (row): Subdivision => ({
      fsrarId: row.Owner_ID,
      rowId: row.ID,
      fullName: row.Full_Name,
      shortName: row.Short_Name,
      inn: row.INN,
      kpp: row.KPP === '' ? null : row.KPP,
      regionCode: row.Region_Code,
      address: row.Fact_Address,
      legalAddress: row.Dejure_Address,
    }),
  );

const listSchema = z.object({ rows: z.array(z.unknown()) });

/**
 * Understands `GET /api/rsa`. Rows that name no FSRAR ID are left out, for no key can be asked for them.
 * `null` when the text is not such a list. Never throws.
 */
export function parseSubdivisionRows(body: string): readonly Subdivision[] | null {
  const list = safely(listSchema, jsonOf(body));
  if (!list.success) return null;
  return list.data.rows.flatMap((row) => {
    const parsed = safely(rowSchema, row);
    return parsed.success && parsed.data.fsrarId !== '' ? [parsed.data] : [];
  });
}
