import type { Subdivision } from './domain/subdivision.ts';

/** The parts of a row that are searched and shown. */
export const searchedFields = ['kpp', 'address', 'fsrarId'] as const;
type SearchedField = (typeof searchedFields)[number];

/** Where a text matched: UTF-16 offsets, `end` exclusive; spans are sorted and never overlap. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface IndexedSubdivision {
  readonly subdivision: Subdivision;
  readonly normalised: Readonly<Record<SearchedField, string>>;
}

export interface SubdivisionMatch {
  readonly subdivision: Subdivision;
  readonly spans: Readonly<Record<SearchedField, readonly Span[]>>;
}

const wordCharacter = /[\p{L}\p{N}]/u;

const normaliseCharacter = (character: string): string => {
  const lower = character.toLowerCase();
  if (lower.length !== 1) return character;
  if (lower === 'ё') return 'е';
  return wordCharacter.test(lower) ? lower : ' ';
};

/**
 * A text as it is compared: lower case, «ё» as «е», punctuation as blanks. One unit in gives one unit out, so an
 * offset in the result is the same offset in the original.
 */
export const normaliseForSearch = (text: string): string => text.split('').map(normaliseCharacter).join('');

/** Prepares rows once, so that a search per keystroke only compares. */
export const indexSubdivisions = (rows: readonly Subdivision[]): readonly IndexedSubdivision[] =>
  rows.map((subdivision) => ({
    subdivision,
    normalised: {
      kpp: normaliseForSearch(subdivision.kpp ?? ''),
      address: normaliseForSearch(subdivision.address),
      fsrarId: normaliseForSearch(subdivision.fsrarId),
    },
  }));

const spansOf = (text: string, words: readonly string[]): readonly Span[] => {
  const found = words.flatMap((word) => {
    const spans: Span[] = [];
    for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length)) {
      spans.push({ start: at, end: at + word.length });
    }
    return spans;
  });
  const merged: Span[] = [];
  for (const span of found.sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.at(-1);
    if (last && span.start <= last.end) merged[merged.length - 1] = { ...last, end: Math.max(last.end, span.end) };
    else merged.push(span);
  }
  return merged;
};

/**
 * The rows in which every word of the query occurs somewhere, in their own order, with the places to highlight.
 * An empty query finds every row.
 */
export function searchSubdivisions(index: readonly IndexedSubdivision[], query: string): readonly SubdivisionMatch[] {
  const words = [...new Set(normaliseForSearch(query).split(' ').filter(Boolean))];
  return index
    .filter(({ normalised }) => words.every((word) => searchedFields.some((field) => normalised[field].includes(word))))
    .map(({ subdivision, normalised }) => ({
      subdivision,
      spans: {
        kpp: spansOf(normalised.kpp, words),
        address: spansOf(normalised.address, words),
        fsrarId: spansOf(normalised.fsrarId, words),
      },
    }));
}
