import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Subdivision } from '../../src/shared/domain/subdivision.ts';
import {
  indexSubdivisions,
  normaliseForSearch,
  searchedFields,
  searchSubdivisions,
} from '../../src/shared/subdivision-search.ts';
import { places, placesWithoutKpp } from './states/subdivisions.ts';

const index = indexSubdivisions(places);
const found = (query: string) => searchSubdivisions(index, query).map(({ subdivision }) => subdivision.rowId);
const shown = ({ kpp, address, fsrarId }: Subdivision) => ({ kpp: kpp ?? '', address, fsrarId });

describe('a person looks for a place', () => {
  it('by a part of the street and the house, in any order', () => {
    expect(found('варшав 37')).toContain('row-1');
    expect(found('37 варшав')).toEqual(found('варшав 37'));
  });

  it('by the last digits of the КПП, or by the FSRAR ID', () => {
    expect(found('901010 14')).toContain('row-14');
    expect(found('030000000007')).toEqual(['row-7']);
  });

  it('without minding ё, case and punctuation', () => {
    const [first] = places;
    if (!first) throw new Error('no places');
    const rows = indexSubdivisions([{ ...first, address: 'ул. Королёва, д. 19/2' }]);
    for (const query of ['КОРОЛЕВА', 'королёва 19', '19/2', 'ул.королёва', 'королёва, 19/2']) {
      expect(searchSubdivisions(rows, query), query).toHaveLength(1);
    }
  });

  it('and finds places without a КПП by address', () => {
    expect(searchSubdivisions(indexSubdivisions(placesWithoutKpp), 'балашиха')).toHaveLength(1);
  });

  it('and sees what matched', () => {
    const [match] = searchSubdivisions(index, 'варшав 37а');
    const marked = match?.spans.address.map(({ start, end }) => match.subdivision.address.slice(start, end));
    expect(marked).toEqual(['Варшав', '37А']);
  });
});

describe('laws of the search', () => {
  const query = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom('варшав', '37', '9901', 'ё', 'Казань 19', 'г., д.'),
    fc
      .tuple(fc.constantFrom(...places), fc.nat(30), fc.nat(12))
      .map(([row, from, length]) => row.address.substr(from, length)),
  );

  it('keeps offsets: a normalised text is as long as the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => normaliseForSearch(text).length === text.length));
  });

  it('is settled after one normalisation', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = normaliseForSearch(text);
        expect(normaliseForSearch(once)).toBe(once);
      }),
    );
  });

  it('an empty query, or one of punctuation only, finds everything', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ .,;:/-]*$/), (blank) => {
        expect(searchSubdivisions(index, blank)).toHaveLength(places.length);
      }),
    );
  });

  it('another word never finds more, and order is kept', () => {
    fc.assert(
      fc.property(query, query, (one, two) => {
        const fewer = found(`${one} ${two}`);
        const more = found(one);
        expect(more.filter((row) => fewer.includes(row))).toEqual(fewer);
      }),
    );
  });

  it('a row is found exactly when each word occurs in one of its fields', () => {
    fc.assert(
      fc.property(query, (text) => {
        const words = normaliseForSearch(text).split(' ').filter(Boolean);
        const expected = places.filter((row) =>
          words.every((word) => Object.values(shown(row)).some((field) => normaliseForSearch(field).includes(word))),
        );
        expect(found(text)).toEqual(expected.map(({ rowId }) => rowId));
      }),
    );
  });

  it('spans are sorted, apart, inside the text, and cover a word of the query', () => {
    fc.assert(
      fc.property(query, (text) => {
        const words = normaliseForSearch(text).split(' ').filter(Boolean);
        for (const { subdivision, spans } of searchSubdivisions(index, text)) {
          for (const field of searchedFields) {
            const value = shown(subdivision)[field];
            let last = -1;
            for (const { start, end } of spans[field]) {
              expect(start).toBeGreaterThan(last);
              expect(end).toBeGreaterThan(start);
              expect(end).toBeLessThanOrEqual(value.length);
              const marked = normaliseForSearch(value.slice(start, end));
              expect(words.some((word) => marked.includes(word))).toBe(true);
              last = end;
            }
          }
        }
      }),
    );
  });
});
