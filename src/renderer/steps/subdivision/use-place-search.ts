import { useMemo } from 'react';
import type { Subdivision } from '../../../shared/domain/subdivision.ts';
import type { Language } from '../../../shared/language.ts';
import { type FoundSubdivisions, searchSubdivisions } from '../../../shared/subdivision-search/search.ts';
import { useSearchIndex } from '../../store/search-index.ts';
import { arrangePlaces, type PlaceList } from './place-list.ts';

interface PlaceSearchResult {
  readonly list: PlaceList;
  readonly found: Uint32Array;
  readonly needles: FoundSubdivisions['needles'];
  readonly corrected: string | null;
  /** The search works already; until then every row is shown. */
  readonly ready: boolean;
}

const nothingAsked: FoundSubdivisions['needles'] = [];

/** The list as it is shown, and what the query finds in it. Searches while the key is still down: no wait, no flicker. */
export function usePlaceSearch(
  rows: readonly Subdivision[],
  current: string | null,
  language: Language,
  query: string,
): PlaceSearchResult {
  const list = useMemo(() => arrangePlaces(rows, current, language), [rows, current, language]);
  const index = useSearchIndex(list.rows);
  const everyRow = useMemo(() => Uint32Array.from(list.rows.keys()), [list]);
  const found = useMemo(() => (index ? searchSubdivisions(index, query) : null), [index, query]);
  return {
    list,
    found: found?.rows ?? everyRow,
    needles: found?.needles ?? nothingAsked,
    corrected: found?.corrected ?? null,
    ready: index !== null,
  };
}
