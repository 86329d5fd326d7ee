import { inOtherLayout } from '../subdivision-search/keyboard-layout.ts';
import type { HelpEntry } from './entry.ts';
import { helpEntries } from './registry.ts';
import { HelpIndex, type Nearness } from './search/help-index.ts';
import { withoutNoise } from './search/noise.ts';

export interface FoundHelp {
  readonly entry: HelpEntry;
  /** How near the entry is to what was asked, from 0 to 1. */
  readonly score: number;
}

/** Under this an entry merely shares some words with the text, and is not offered. */
const nearEnough = 0.35;
/** An entry that is much further than the first is not what was meant. */
const besideTheFirst = 0.45;
const mostFound = 8;
/** The other keyboard layout is believed only when it reads much better. */
const retypedCounts = 0.8;
/** Characters of a query that could have been typed in the wrong layout; a pasted text was not typed. */
const mostTyped = 200;

let index: HelpIndex | null = null;

const builtIndex = (): HelpIndex => {
  index ??= new HelpIndex(helpEntries);
  return index;
};

const scoreOf = (near: readonly Nearness[]): number => near[0]?.score ?? 0;

/** The query as written, or as the other keyboard layout gives it where that is clearly what was meant. */
function nearest(query: string): readonly Nearness[] {
  const asWritten = builtIndex().near(withoutNoise(query));
  if (query.length > mostTyped) return asWritten;
  const retyped = inOtherLayout(query).map((other) => builtIndex().near(other));
  return retyped.reduce((best, other) => (scoreOf(other) * retypedCounts > scoreOf(best) ? other : best), asWritten);
}

/**
 * The entries nearest to a few words or to a pasted message, the nearest first, at most eight; none where nothing is
 * near enough. Works without a network; never throws. The index is built at the first call.
 */
export function findHelp(query: string): readonly FoundHelp[] {
  const near = nearest(query);
  const least = Math.max(nearEnough, scoreOf(near) * besideTheFirst);
  return near
    .filter(({ score }) => score >= least)
    .slice(0, mostFound)
    .flatMap(({ entry, score }) => {
      const found = helpEntries[entry];
      return found ? [{ entry: found, score: Math.min(1, score) }] : [];
    });
}
