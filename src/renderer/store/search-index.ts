import { useEffect, useMemo, useState } from 'react';
import type { Subdivision } from '../../shared/domain/subdivision.ts';
import { searchSubdivisions } from '../../shared/subdivision-search/search.ts';
import { indexSubdivisions, SearchIndex } from '../../shared/subdivision-search/search-index.ts';

/** So many rows are indexed while the page is drawn; the index of more is built between frames. */
const atOnce = 2_000;
/** Work between two pauses, in milliseconds: half a frame. */
const sliceMs = 8;

const pause = () => new Promise<void>((resolve) => setTimeout(resolve));

/** Searched for nobody, so that the first key does not wait until the engine has compiled the search. */
const rehearsal = ['а', '1', '101', 'ул 1', 'мира 5'].flatMap((query) => [query, query, query]);

/** Builds an index without holding up the window; `null` when it is not wanted any more. */
async function indexInSlices(rows: readonly Subdivision[], wanted: AbortSignal): Promise<SearchIndex | null> {
  const index = new SearchIndex();
  let sliceEnds = performance.now() + sliceMs;
  for (const row of rows) {
    index.add(row);
    if (performance.now() < sliceEnds) continue;
    await pause();
    if (wanted.aborted) return null;
    sliceEnds = performance.now() + sliceMs;
  }
  for (const query of rehearsal) {
    searchSubdivisions(index, query);
    await pause();
  }
  return wanted.aborted ? null : index;
}

interface Built {
  readonly rows: readonly Subdivision[];
  readonly index: SearchIndex;
}

/** The index of these rows, which must not change; `null` while it is being built. */
export function useSearchIndex(rows: readonly Subdivision[]): SearchIndex | null {
  const atFirst = useMemo(() => (rows.length <= atOnce ? indexSubdivisions(rows) : null), [rows]);
  const [built, setBuilt] = useState<Built | null>(null);
  useEffect(() => {
    if (atFirst !== null) return;
    const stop = new AbortController();
    void indexInSlices(rows, stop.signal).then((index) => {
      if (index !== null) setBuilt({ rows, index });
    });
    return () => stop.abort();
  }, [rows, atFirst]);
  return atFirst ?? (built?.rows === rows ? built.index : null);
}
