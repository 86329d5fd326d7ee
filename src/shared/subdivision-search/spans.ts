import { type Needle, standsAt } from './needle.ts';
import { normaliseForSearch } from './normalise.ts';

/** Where a text matched: UTF-16 offsets, `end` exclusive; spans are sorted and never overlap or touch. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

function* occurrences(text: string, needle: Needle): Generator<Span> {
  for (const { 0: word, index } of text.matchAll(/[^ ]+/g)) {
    for (let at = word.indexOf(needle.text); at !== -1; at = word.indexOf(needle.text, at + 1)) {
      const start = index + at;
      if (standsAt(needle, word, at)) yield { start, end: start + needle.text.length };
    }
  }
}

/** The parts of a text that a search asked for. */
export function spansIn(text: string, needles: readonly Needle[]): readonly Span[] {
  if (needles.length === 0) return [];
  const normalised = normaliseForSearch(text);
  const found = needles.flatMap((needle) => [...occurrences(normalised, needle)]);
  const merged: Span[] = [];
  for (const span of found.sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.at(-1);
    if (last && span.start <= last.end) merged[merged.length - 1] = { ...last, end: Math.max(last.end, span.end) };
    else merged.push(span);
  }
  return merged;
}
