import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyCauses } from '../../src/renderer/steps/subdivision/empty-causes.ts';
import { KnownHeights } from '../../src/renderer/steps/subdivision/known-heights.ts';
import { LineHeights } from '../../src/renderer/steps/subdivision/line-heights.ts';
import { PlaceLines } from '../../src/renderer/steps/subdivision/place-lines.ts';
import { arrangePlaces, placeAmong, regionsOf } from '../../src/renderer/steps/subdivision/place-list.ts';
import { placeByKey } from '../../src/renderer/steps/subdivision/place-rows.tsx';
import type { Subdivision } from '../../src/shared/domain/subdivision.ts';
import { regionCode, regionName } from '../../src/shared/regions.ts';
import { places } from './states/subdivisions.ts';
import { scenes } from './states/wizard-states.ts';

const [somewhere] = places;
if (!somewhere) throw new Error('no places');
const row = (number: number, rest: Partial<Subdivision> = {}): Subdivision => ({
  ...somewhere,
  rowId: `row-${number}`,
  fsrarId: String(number).padStart(12, '0'),
  kpp: String(990101000 + number),
  ...rest,
});
const arrange = (rows: readonly Subdivision[], current: string | null = null) => arrangePlaces(rows, current, 'ru');

describe('subjects of the Federation', () => {
  it('have their names by code, however the code is written', () => {
    expect(regionName('77', 'ru')).toBe('Москва');
    expect(regionName('2', 'ru')).toBe('Республика Башкортостан');
    expect(regionName('016', 'en')).toBe('Republic of Tatarstan');
  });

  it('are not made up for codes that nobody has', () => {
    for (const code of ['', '00', '96', '100', '7a', 'constructor', '__proto__'])
      expect(regionName(code, 'ru')).toBeNull();
    expect(regionCode(' 7a ')).toBe('7a');
  });
});

describe('the list of places', () => {
  const rows = fc
    .array(
      fc.record({ region: fc.constantFrom('77', '50', '02', '2', '96', ''), kpp: fc.option(fc.constant('990101001')) }),
    )
    .map((all) => all.map(({ region, kpp }, number) => row(number, { regionCode: region, kpp })));

  it('loses no place and invents none; regions stand side by side and cover it', () => {
    fc.assert(
      fc.property(rows, fc.nat(20), (all, number) => {
        const list = arrange(all, row(number).fsrarId);
        expect(new Set(list.rows)).toEqual(new Set(all));
        expect(list.rows).toHaveLength(all.length);
        expect(list.regions.flatMap(({ start, end }) => [start, end])).toEqual(
          list.regions.flatMap(({ end }, index) => [list.regions[index - 1]?.end ?? 0, end]),
        );
        expect(list.regions.at(-1)?.end ?? 0).toBe(all.length);
        for (const { code, start, end } of list.regions) {
          for (const place of list.rows.slice(start, end)) expect(regionCode(place.regionCode)).toBe(code);
        }
      }),
    );
  });

  it('begins with the place whose key is on the token, and its region; the rest goes by name, unknown codes last', () => {
    const all = ['96', '77', '50', '02'].map((region, number) => row(number, { regionCode: region }));
    const list = arrange([...all, row(9, { regionCode: '50' })], row(9).fsrarId);
    expect(list.rows[0]?.rowId).toBe('row-9');
    expect(list.current).toBe(0);
    expect(list.regions.map(({ name }) => name)).toEqual([
      'Московская область',
      'Москва',
      'Республика Башкортостан',
      null,
    ]);
    expect(arrange(all, '999999999999').current).toBeNull();
  });

  it('names a КПП that stands at two houses, and none whose places have one address', () => {
    const shared = (...addresses: readonly string[]) => [
      ...arrange(addresses.map((address, number) => row(number, { kpp: '990101001', address }))).sharedKpp,
    ];
    expect(shared('г. Москва, ул. Мира, д. 5', 'г. Москва, ул. Мира, д. 7')).toEqual(['990101001']);
    expect(shared('г. Москва, ул. Мира, д. 5', 'Москва г, Мира ул, дом 5')).toEqual([]);
    expect(shared('г. Москва, ул. Мира, д. 5', 'г. Москва, ул. Мира, д. 5')).toEqual([]);
    expect([...arrange([row(1, { kpp: null, address: 'a' }), row(2, { kpp: null, address: 'b' })]).sharedKpp]).toEqual(
      [],
    );
  });

  it('shows names only where they differ, and a column for КПП only where there are any', () => {
    expect(arrange([row(1), row(2)])).toMatchObject({ severalNames: false, hasKpp: true });
    expect(arrange([row(1, { kpp: null }), row(2, { kpp: null, shortName: 'Филиал' })])).toMatchObject({
      severalNames: true,
      hasKpp: false,
    });
  });

  it('knows where a found row stands, and which regions were found', () => {
    fc.assert(
      fc.property(rows, fc.infiniteStream(fc.boolean()), (all, coins) => {
        const list = arrange(all);
        const numbers = [...list.rows.keys()].filter(() => coins.next().value);
        const found = Uint32Array.from(numbers);
        for (const number of list.rows.keys()) {
          const place = numbers.indexOf(number);
          expect(placeAmong(found, number)).toBe(place === -1 ? null : place);
        }
        for (const { code, start, end } of regionsOf(found, list.regions)) {
          expect(end).toBeGreaterThan(start);
          for (const number of found.subarray(start, end)) {
            expect(regionCode(list.rows[number]?.regionCode ?? '?')).toBe(code);
          }
        }
      }),
    );
  });
});

describe('lines of the list', () => {
  const regions = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 6 }).map((sizes) => {
    let end = 0;
    return sizes.map((size, index) => {
      end += size;
      return { code: String(index), name: null, start: end - size, end };
    });
  });
  /** The lines written out: a region's heading, unless there are hardly more places than regions, then its places. */
  const writtenOut = (all: readonly { readonly start: number; readonly end: number }[]) =>
    all.flatMap(({ start, end }) => [
      ...(all.length > 1 && (all.at(-1)?.end ?? 0) >= 2 * all.length ? [null] : []),
      ...Array.from({ length: end - start }, (_, index) => start + index),
    ]);

  it('are those written out, for every place and every stretch', () => {
    fc.assert(
      fc.property(regions, fc.nat(30), fc.nat(30), (all, from, length) => {
        const written = writtenOut(all);
        const lines = new PlaceLines(all.at(-1)?.end ?? 0, all);
        expect(lines.count).toBe(written.length);
        for (const [line, place] of written.entries()) {
          if (place === null) expect(lines.placeAt(line)).toBe(written[line + 1]);
          else expect([lines.lineOf(place), lines.placeAt(line)]).toEqual([line, place]);
        }
        expect(lines.headings()).toEqual([...written.keys()].filter((line) => written[line] === null));
        const drawn = lines
          .partsOf(from, from + length)
          .flatMap(({ first, end }) => Array.from({ length: end - first }, (_, index) => first + index));
        expect(drawn).toEqual(written.slice(from, from + length + 1).filter((place) => place !== null));
      }),
    );
  });

  it('have the offsets of a plain sum, however they were measured', () => {
    const height = fc.integer({ min: 1, max: 200 });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }),
        height,
        fc.array(fc.tuple(fc.nat(299), height)),
        (count, typical, all) => {
          const lines = new LineHeights(count, typical);
          const known = Array.from({ length: count }, () => typical);
          for (const [line, measured] of all.filter(([at]) => at < count)) {
            lines.set(line, measured);
            known[line] = measured;
          }
          let offset = 0;
          for (const [line, high] of known.entries()) {
            expect([lines.of(line), lines.offsetOf(line)]).toEqual([high, offset]);
            expect([lines.lineAt(offset), lines.lineAt(offset + high - 1)]).toEqual([line, line]);
            offset += high;
          }
          expect([lines.total, lines.offsetOf(known.length)]).toEqual([offset, offset]);
          expect(lines.lineAt(offset + 1_000)).toBe(known.length - 1);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('are remembered at one width, whatever is found, and guessed like the last one seen', () => {
    const known = new KnownHeights();
    const heights = (...found: readonly number[]) => {
      const lines = known.of(new PlaceLines(found.length, []), Uint32Array.from(found));
      return found.map((_, place) => lines.of(place));
    };
    expect(known.forget(800)).toBe(true);
    expect(known.forget(800)).toBe(false);
    known.set(5, 94);
    expect(heights(3, 5, 9)).toEqual([94, 94, 94]);
    known.set(9, 72);
    expect(heights(3, 5, 9)).toEqual([72, 94, 72]);
    expect(heights(5)).toEqual([94]);
    expect(known.forget(640)).toBe(true);
    expect(heights(3, 5)).toEqual([72, 72]);
  });

  it('are walked by keys, and never left', () => {
    const keys = fc.constantFrom('ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End');
    fc.assert(
      fc.property(
        keys,
        fc.integer({ min: 1, max: 50 }),
        fc.nat(49),
        fc.integer({ min: 1, max: 9 }),
        (key, of, at, page) => {
          const place = placeByKey(key, Math.min(at, of - 1), page, of);
          expect(place).toBeGreaterThanOrEqual(0);
          expect(place).toBeLessThan(of);
        },
      ),
    );
    expect(placeByKey('ArrowDown', null, 5, 10)).toBe(0);
    expect(placeByKey('ArrowDown', 3, 5, 10)).toBe(4);
    expect(placeByKey('PageUp', 7, 5, 10)).toBe(2);
    expect(placeByKey('End', 3, 5, 10)).toBe(9);
    expect(placeByKey('a', 3, 5, 10)).toBeNull();
  });
});

describe('an empty list', () => {
  const known = scenes['utm-working']?.state;
  if (!known) throw new Error('no scene of a working UTM');
  const working = known.utm;
  const { state: utm } = working;
  if (!utm?.info) throw new Error('a working UTM says nothing');
  const silent: typeof working = { ...working, state: null };
  const network = (status: 'ok' | 'bad') => ({
    ...known.machine,
    findings: [{ id: 'network' as const, status, variant: status, values: {}, actions: [], facts: {} }],
  });
  const unchecked = { ...known.machine, findings: [] };
  const asked = { subdivisions: { source: 'utm' }, role: { chosen: 'organization' } } as const;
  const unreadable = { ...utm, info: { ...utm.info, gost: { ...utm.info.gost, validity: 'unknown' as const } } };

  it('is laid to the signature that the UTM does not read', () => {
    const causes = emptyCauses({ ...asked, machine: network('ok'), utm: { ...working, state: unreadable } });
    expect(causes).toEqual({ causes: ['signature', 'licence', 'contractors', 'link'], likely: 1 });
  });

  it('is laid to the network that does not work', () => {
    const causes = emptyCauses({ ...asked, machine: network('bad'), utm: working });
    expect(causes).toEqual({ causes: ['link', 'licence', 'contractors', 'signature'], likely: 1 });
  });

  it('is laid to the registration where all else is known to work', () => {
    const causes = emptyCauses({ ...asked, machine: network('ok'), utm: working });
    expect(causes).toEqual({ causes: ['licence', 'contractors', 'signature', 'link'], likely: 2 });
  });

  it('is laid to nothing while nothing is known', () => {
    const causes = emptyCauses({ ...asked, machine: unchecked, utm: silent });
    expect(causes).toEqual({ causes: ['licence', 'contractors', 'signature', 'link'], likely: 0 });
  });

  it('never sends an ИП to the licence register, nor anybody to the UTM for a list of the account', () => {
    const proprietor = { subdivisions: { source: 'utm' }, role: { chosen: 'sole-proprietor' } } as const;
    expect(emptyCauses({ ...proprietor, machine: unchecked, utm: silent }).causes).not.toContain('licence');
    const account = { ...asked, subdivisions: { source: 'account' } } as const;
    expect(emptyCauses({ ...account, machine: network('bad'), utm: { ...working, state: unreadable } })).toEqual({
      causes: ['licence', 'contractors'],
      likely: 2,
    });
  });
});
