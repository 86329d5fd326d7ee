import type { Subdivision } from '../../../shared/domain/subdivision.ts';
import type { Language } from '../../../shared/language.ts';
import { regionCode, regionName } from '../../../shared/regions.ts';
import { tellingWords } from '../../../shared/subdivision-search/address-words.ts';
import { normaliseForSearch } from '../../../shared/subdivision-search/normalise.ts';

/** Rows of one subject of the Federation: from `start` to before `end` in the list. */
export interface Region {
  readonly code: string;
  /** `null` for a code that is not in the directory. */
  readonly name: string | null;
  readonly start: number;
  readonly end: number;
}

/** The rows as they are shown, and what holds for the list as a whole. */
export interface PlaceList {
  /** Region after region; the place whose key is on the token now, and its region, come first. */
  readonly rows: readonly Subdivision[];
  readonly regions: readonly Region[];
  /** FSRAR ID of the key on the token. */
  readonly currentId: string | null;
  /** Where the place whose key is on the token stands; `null` when it is not in the list. */
  readonly current: number | null;
  /** КПП that stand at several addresses. */
  readonly sharedKpp: ReadonlySet<string>;
  /** At least one row has a КПП. */
  readonly hasKpp: boolean;
  /** The rows do not all bear the same name. */
  readonly severalNames: boolean;
}

/** The name a row goes by. */
export const placeName = ({ shortName, fullName }: Subdivision): string => shortName || fullName;

/** Two spellings of one address are equal by this; so may two parts of one house be. */
const sameHouse = (address: string): string =>
  [...tellingWords(normaliseForSearch(address).split(' ').filter(Boolean))].sort().join(' ');

/**
 * КПП that stand at addresses of different houses. Places with one КПП must have one address, down to the house
 * (docs/sources.md, EGAIS).
 */
function sharedKppOf(rows: readonly Subdivision[]): ReadonlySet<string> {
  const first = new Map<string, string>();
  const shared = new Set<string>();
  for (const { kpp, address } of rows) {
    if (kpp === null) continue;
    const other = first.get(kpp);
    if (other === undefined) first.set(kpp, address);
    else if (other !== address && sameHouse(other) !== sameHouse(address)) shared.add(kpp);
  }
  return shared;
}

type Unplaced = Omit<Region, 'start' | 'end'> & { readonly rows: Subdivision[] };

function byRegion(rows: readonly Subdivision[], language: Language): readonly Unplaced[] {
  const regions = new Map<string, Unplaced>();
  for (const row of rows) {
    const code = regionCode(row.regionCode);
    const region = regions.get(code) ?? { code, name: regionName(code, language), rows: [] };
    if (region.rows.push(row) === 1) regions.set(code, region);
  }
  return [...regions.values()];
}

/** Known regions by name, the others behind them by code. */
const inOrder = (language: Language) => {
  const { compare } = new Intl.Collator(language, { numeric: true });
  return (left: Unplaced, right: Unplaced) =>
    Number(left.name === null) - Number(right.name === null) ||
    compare(left.name ?? left.code, right.name ?? right.code);
};

/** What holds moves to the front; the rest keeps its order. */
function foremost<T>(all: readonly T[], holds: (one: T) => boolean): readonly T[] {
  return all.some(holds) ? [...all.filter(holds), ...all.filter((one) => !holds(one))] : all;
}

/** Arranges the rows for a person. `current`: FSRAR ID of the key on the token. */
export function arrangePlaces(rows: readonly Subdivision[], current: string | null, language: Language): PlaceList {
  const isCurrent = ({ fsrarId }: Subdivision) => fsrarId === current;
  const home = rows.find(isCurrent);
  const homeCode = home && regionCode(home.regionCode);
  const regions = foremost([...byRegion(rows, language)].sort(inOrder(language)), ({ code }) => code === homeCode);
  const names = new Set(rows.map(placeName));
  let end = 0;
  return {
    rows: regions.flatMap((region) => foremost(region.rows, isCurrent)),
    regions: regions.map(({ code, name, rows: { length } }) => {
      end += length;
      return { code, name, start: end - length, end };
    }),
    currentId: current,
    current: home ? 0 : null,
    sharedKpp: sharedKppOf(rows),
    hasKpp: rows.some(({ kpp }) => kpp !== null),
    severalNames: names.size > 1,
  };
}

/** The first number of an ascending list that is not below `least`, by its place; the length where there is none. */
function placeOf(numbers: Uint32Array, least: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where a row stands among those found, `null` when it is not one of them. */
export function placeAmong(found: Uint32Array, row: number): number | null {
  const place = placeOf(found, row);
  return found[place] === row ? place : null;
}

/** The regions of the rows that were found: `start` and `end` are places among those. Empty regions are left out. */
export const regionsOf = (found: Uint32Array, regions: readonly Region[]): readonly Region[] =>
  regions
    .map((region) => ({ ...region, start: placeOf(found, region.start), end: placeOf(found, region.end) }))
    .filter(({ start, end }) => end > start);
