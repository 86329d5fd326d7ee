import { inOtherLayout } from './keyboard-layout.ts';
import { type Needle, needlesOf } from './needle.ts';
import type { SearchIndex } from './search-index.ts';

export interface FoundSubdivisions {
  /** Numbers of the rows in the index, ascending. */
  readonly rows: Uint32Array;
  /** What was looked for: what to highlight. */
  readonly needles: readonly Needle[];
  /** The query that was used instead, when only the other keyboard layout finds anything; `null` otherwise. */
  readonly corrected: string | null;
}

/**
 * The rows in which every word of the query stands somewhere: in КПП, address, names or FSRAR ID, in any order. An
 * empty query finds every row. The query is read in the other keyboard layout only when as typed it finds nothing.
 */
export function searchSubdivisions(index: SearchIndex, query: string): FoundSubdivisions {
  const needles = needlesOf(query);
  const rows = index.find(needles);
  if (rows.length > 0) return { rows, needles, corrected: null };
  for (const corrected of inOtherLayout(query)) {
    const otherNeedles = needlesOf(corrected);
    const otherRows = otherNeedles.length > 0 ? index.find(otherNeedles) : rows;
    if (otherRows.length > 0) return { rows: otherRows, needles: otherNeedles, corrected: corrected.trim() };
  }
  return { rows, needles, corrected: null };
}
