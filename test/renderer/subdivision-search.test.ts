import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { romashka } from '../../src/practice/holders.ts';
import { placesOf } from '../../src/practice/places.ts';
import type { Subdivision } from '../../src/shared/domain/subdivision.ts';
import { inOtherLayout } from '../../src/shared/subdivision-search/keyboard-layout.ts';
import { needlesOf } from '../../src/shared/subdivision-search/needle.ts';
import { normaliseForSearch } from '../../src/shared/subdivision-search/normalise.ts';
import { searchSubdivisions } from '../../src/shared/subdivision-search/search.ts';
import { indexSubdivisions } from '../../src/shared/subdivision-search/search-index.ts';
import { spansIn } from '../../src/shared/subdivision-search/spans.ts';
import { places, placesWithoutKpp } from './states/subdivisions.ts';

const [somewhere] = places;
if (!somewhere) throw new Error('no places');
const at = (address: string, rest: Partial<Subdivision> = {}): Subdivision => ({ ...somewhere, address, ...rest });

const among = (rows: readonly Subdivision[]) => {
  const index = indexSubdivisions(rows);
  return (query: string) => Array.from(searchSubdivisions(index, query).rows, (row) => rows[row]?.rowId);
};
const found = among(places);
const finds = (row: Subdivision, query: string) => among([row])(query).length === 1;
const marked = (text: string, query: string) =>
  spansIn(text, needlesOf(query)).map(({ start, end }) => text.slice(start, end));

describe('a person looks for a place', () => {
  it('by a part of the street and the house, in any order', () => {
    expect(found('варшав 37')).toContain('row-1');
    expect(found('37 варшав')).toEqual(found('варшав 37'));
  });

  it('by the last digits of the КПП, or by the FSRAR ID', () => {
    expect(found('901010 14')).toContain('row-14');
    expect(found('030000000007')).toEqual(['row-7']);
  });

  it('by the names, short and full', () => {
    const branch = at('ул. Мира, д. 1', { shortName: 'Магазин «Астра»', fullName: 'Обособленное подразделение № 8' });
    expect(finds(branch, 'астра')).toBe(true);
    expect(finds(branch, 'подразделение 8 мира')).toBe(true);
  });

  it('without minding ё, case and punctuation', () => {
    const row = at('ул. Королёва, д. 19/2');
    for (const query of ['КОРОЛЕВА', 'королёва 19', '19/2', 'ул.королёва', 'королёва, 19/2']) {
      expect(finds(row, query), query).toBe(true);
    }
  });

  it.each([
    ['Тверская, 12', 'ул. Тверская, дом 12'],
    ['г. Москва, ул. Тверская, д. 12, стр. 1', 'город москва улица тверская дом 12 строение 1'],
    ['Москва г, Варшавское ш, д. 37А', 'варшавское шоссе 37'],
    ['191040, Санкт-Петербург г, Лиговский пр-кт, д. 50', 'лиговский проспект д.50'],
    ['наб. реки Фонтанки, д. 5', 'набережная реки фонтанки 5'],
    ['Татарстан Респ, Казань г, Баумана, 44/8', 'республика татарстан г. казань ул. баумана'],
  ])('%s by «%s»: the kind of a thing never hides it', (address, query) => {
    expect(finds(at(address), query)).toBe(true);
  });

  it('and a kind that is all that is asked for is asked for', () => {
    expect(finds(at('ул. Набережная, д. 5'), 'набережная 5')).toBe(true);
    expect(finds(at('ул. Садовая, д. 5'), 'набережная 5')).toBe(false);
    expect(finds(at('ул. Садовая, д. 5'), 'ул')).toBe(true);
  });

  it('by the beginning of the house, not by digits inside of codes', () => {
    const house = (address: string, query: string) =>
      finds(at(address, { kpp: '993745379', fsrarId: '030000037001' }), query);
    expect(house('ул. Ленина, д. 37А', 'ленина 37')).toBe(true);
    expect(house('ул. Ленина, д. 137', 'ленина 37')).toBe(false);
    expect(house('ул. Ленина, д. 5', 'ленина 37')).toBe(false);
    expect(house('ул. Ленина, д. 5', '3745')).toBe(true);
    expect(house('ул. Ленина, д. 5', '79')).toBe(true);
    expect(house('ул. Ленина, д. 5', '37')).toBe(false);
  });

  it('whichever «A» stands in the number of the house', () => {
    expect(finds(at('Ленина, 37A'), '37а')).toBe(true);
    expect(finds(at('Ленина, 37А'), '37a')).toBe(true);
    expect(finds(at('Ленина, 1', { kpp: '7701AB001' }), '7701ав')).toBe(true);
  });

  it('and finds places without a КПП by address', () => {
    expect(among(placesWithoutKpp)('балашиха')).toHaveLength(1);
  });

  it('and sees what matched, and nothing else', () => {
    expect(marked('117105, Москва г, Варшавское ш, д. 37А, стр. 8', 'варшав 37а')).toEqual(['Варшав', '37А']);
    expect(marked('ул. Садовая, д. 5, корп. 37', 'ул. садов 5')).toEqual(['Садов', '5']);
    expect(marked('990101037', 'варшав 37')).toEqual([]);
    expect(marked('990101037', '37')).toEqual(['37']);
  });
});

describe('a keyboard in the other layout', () => {
  const search = (query: string) => searchSubdivisions(indexSubdivisions(places), query);

  it.each([
    ['dfhifd', 'варшав'],
    ['DFHIFD 37', 'ВАРШАВ 37'],
    ['москва dfhif', 'москва варша'],
    [',fkfib[f', 'балашиха'],
    ['rfpfym? ,fevfyf', 'казань, баумана'],
  ])('%s is read as «%s», and that is said', (typed, meant) => {
    expect(search(typed).corrected).toBe(meant);
    expect([...search(typed).rows]).toEqual([...search(meant).rows]);
    expect(search(typed).rows.length).toBeGreaterThan(0);
  });

  it('is undone for Latin letters too', () => {
    const shop = indexSubdivisions([at('ул. Мира, д. 1', { shortName: 'Market' })]);
    expect(searchSubdivisions(shop, 'ьфклуе')).toMatchObject({ corrected: 'market' });
  });

  it('is not suspected of a query that finds something, or finds nothing either way', () => {
    expect(search('варшав').corrected).toBeNull();
    expect(search('zzzz')).toMatchObject({ corrected: null });
    const english = indexSubdivisions([at('dfhifd street, 1'), at('Варшавская ул., 1')]);
    expect([...searchSubdivisions(english, 'dfhifd').rows]).toEqual([0]);
  });
});

/** The search written down as what it means, and as slowly as that. */
function reference(rows: readonly Subdivision[], query: string): readonly number[] {
  const needles = needlesOf(query);
  const holds = (word: string, { text, where }: (typeof needles)[number]) =>
    where === 'anywhere'
      ? word.includes(text)
      : word.startsWith(text) || (where === 'beginning-or-end-of-code' && word.length >= 9 && word.endsWith(text));
  return rows.flatMap(({ kpp, address, fsrarId, shortName, fullName }, row) => {
    const words = [kpp ?? '', address, fsrarId, shortName, fullName].flatMap((text) =>
      normaliseForSearch(text).split(' '),
    );
    return needles.every((needle) => words.some((word) => word !== '' && holds(word, needle))) ? [row] : [];
  });
}

describe('laws of the search', () => {
  const digits = fc.stringMatching(/^\d{1,33}$/);
  const piece = fc.oneof(
    fc.constantFrom('ул.', 'Варшавская', 'варшав', 'д.', '37А', '37', '37A', 'Королёва', 'наб.', 'набережная', 'dfhif'),
    fc.constantFrom('990101014', '0300', 'AB', '7701AB001', '4/8', 'пр-кт', '8 Марта', '', 'İ', 'Σ', '½'),
    digits,
    fc.string({ unit: 'grapheme', maxLength: 6 }),
  );
  const text = fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join(' '));
  const row = fc.record({ address: text, fsrarId: piece, kpp: fc.option(piece), shortName: text, fullName: text });
  const list = fc.array(
    row.map((fields) => ({ ...somewhere, ...fields })),
    { maxLength: 12 },
  );
  /** What somebody may type: anything, or a part of what is there. */
  const listAndQuery = list.chain((rows) =>
    fc.tuple(
      fc.constant(rows),
      fc.oneof(
        text,
        fc
          .tuple(fc.constantFrom(...rows.flatMap((one) => [one.address, one.fsrarId, one.kpp ?? '']), ''), fc.nat(9))
          .chain(([whole, from]) => fc.nat(12).map((length) => whole.substring(from, from + length))),
      ),
    ),
  );
  const alike = (rows: readonly Subdivision[], query: string) => [...indexSubdivisions(rows).find(needlesOf(query))];

  it('keeps offsets: a normalised text is as long as the text, and is settled', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), text), (some) => {
        const once = normaliseForSearch(some);
        expect(once).toHaveLength(some.length);
        expect(normaliseForSearch(once)).toBe(once);
      }),
    );
  });

  it('an empty query, or one of punctuation only, finds everything', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ .,;:/-]*$/), (blank) => {
        expect(found(blank)).toHaveLength(places.length);
      }),
    );
  });

  it('finds what the reference finds', () => {
    fc.assert(
      fc.property(listAndQuery, ([rows, query]) => {
        expect(alike(rows, query)).toEqual(reference(rows, query));
      }),
      { numRuns: 2_000 },
    );
  });

  it('finds what the reference finds in a list of a chain', () => {
    const chain = placesOf(romashka, 600).map((place) =>
      at(place.Fact_Address, { kpp: place.KPP, fsrarId: place.Owner_ID }),
    );
    const index = indexSubdivisions(chain);
    const part = fc
      .tuple(fc.constantFrom(...chain), fc.constantFrom('address', 'kpp', 'fsrarId'), fc.nat(40), fc.nat(12))
      .map(([place, field, from, length]) => (place[field as 'address'] ?? '').substring(from, from + length));
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 3 }), (parts) => {
        const query = parts.join(' ');
        expect([...index.find(needlesOf(query))]).toEqual(reference(chain, query));
      }),
      { numRuns: 300 },
    );
  });

  it('finds the same key by key as at once: what was found before only saves work', () => {
    fc.assert(
      fc.property(listAndQuery, fc.array(text, { maxLength: 2 }), ([rows, query], others) => {
        const index = indexSubdivisions(rows);
        const typed = [query, ...others].flatMap((whole) => {
          const prefixes = Array.from(whole, (_, end) => whole.slice(0, end + 1));
          // Typed, and taken back again.
          return [...prefixes, ...prefixes.toReversed()];
        });
        for (const part of typed) expect([...index.find(needlesOf(part))], part).toEqual(reference(rows, part));
      }),
      { numRuns: 500 },
    );
  });

  it('does not mind the order of the words', () => {
    fc.assert(
      fc.property(list, fc.array(piece, { maxLength: 4 }), (rows, pieces) => {
        expect(alike(rows, pieces.join(' '))).toEqual(alike(rows, [...pieces].reverse().join(' ')));
      }),
    );
  });

  it('another word never finds more, once a name is asked for', () => {
    fc.assert(
      fc.property(list, text, piece, (rows, query, another) => {
        const more = alike(rows, `варшав ${query}`);
        expect(more).toEqual(expect.arrayContaining(alike(rows, `варшав ${query} ${another}`)));
      }),
    );
  });

  it('never hides a literal hit behind the other layout', () => {
    fc.assert(
      fc.property(listAndQuery, ([rows, query]) => {
        const literal = alike(rows, query);
        const { rows: shown, corrected } = searchSubdivisions(indexSubdivisions(rows), query);
        if (literal.length > 0) expect({ shown: [...shown], corrected }).toEqual({ shown: literal, corrected: null });
        else if (corrected !== null) {
          expect(inOtherLayout(query).map((other) => other.trim())).toContain(corrected);
          expect([...shown]).toEqual(alike(rows, corrected));
        } else expect([...shown]).toEqual([]);
      }),
    );
  });

  it('marks spans that are sorted, apart, inside the text, and hold what was asked', () => {
    fc.assert(
      fc.property(listAndQuery, ([rows, query]) => {
        const needles = needlesOf(query);
        for (const { address } of rows) {
          let last = -1;
          for (const { start, end } of spansIn(address, needles)) {
            expect(start).toBeGreaterThan(last);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(address.length);
            const shown = normaliseForSearch(address).slice(start, end);
            expect(needles.some(({ text: word }) => shown.includes(word))).toBe(true);
            last = end;
          }
        }
      }),
    );
  });

  it('marks something in every row it finds', () => {
    fc.assert(
      fc.property(listAndQuery, ([rows, query]) => {
        const needles = needlesOf(query);
        fc.pre(needles.length > 0);
        for (const index of alike(rows, query)) {
          const { kpp, address, fsrarId, shortName, fullName } = rows[index] ?? somewhere;
          const texts = [kpp ?? '', address, fsrarId, shortName, fullName];
          for (const needle of needles) expect(texts.some((some) => spansIn(some, [needle]).length > 0)).toBe(true);
        }
      }),
    );
  });
});
