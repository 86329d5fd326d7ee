import { romashka } from '../src/practice/holders.ts';
import { placesOf } from '../src/practice/places.ts';
import type { Subdivision } from '../src/shared/domain/subdivision.ts';

export const listLengths = [1_000, 10_000, 100_000] as const;

/** What people type: streets with houses, ends and beginnings of codes, and a keyboard left in Latin. */
export const queries: readonly string[] = [
  'варшав 37',
  'dfhifd 37',
  'ул. королёва, д. 19',
  'ленина проспект 12 казань',
  'москва тверская',
  '990245',
  '45 014',
  '030000000123',
  'ромашка 8 марта',
  'такого места нет',
];

/** The queries as they grow under the keys. */
export const keystrokes: readonly string[] = queries.flatMap((query) =>
  Array.from(query, (_, index) => query.slice(0, index + 1)),
);

/** The places of an invented chain, as the UTM's answer is understood. */
export const chainOf = (count: number): readonly Subdivision[] =>
  placesOf(romashka, count).map((row) => ({
    fsrarId: row.Owner_ID,
    rowId: row.ID,
    fullName: row.Full_Name,
    shortName: row.Short_Name,
    inn: row.INN,
    kpp: row.KPP,
    regionCode: row.Region_Code,
    address: row.Fact_Address,
    legalAddress: row.Dejure_Address,
  }));
