import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calendarFile } from '../../src/setup/calendar-file.ts';
import { type KeyEnds, keyChangeDays } from '../../src/setup/key-change-days.ts';
import { handoverSheet } from '../../src/setup/printed/handover-sheet.ts';
import type { Handover } from '../../src/shared/handover.ts';

const now = new Date('2026-11-26T09:00:00Z');

const handover: Handover = {
  url: 'http://127.0.0.1:8080',
  fsrarId: '030000000001',
  serial: '0B5300A1',
  place: {
    fsrarId: '030000000001',
    rowId: '1',
    fullName: 'ООО «Ромашка», магазин; № 1',
    shortName: 'Ромашка',
    inn: '9900000017',
    kpp: '990101001',
    regionCode: '77',
    address: 'г. Москва, ул. Тестовая, д. 1',
    legalAddress: 'г. Москва',
  },
  accessKeyUntil: '2027-06-19T05:11:45.000Z',
  qualifiedUntil: '2027-01-10T20:14:32.000Z',
};

const valuesOf = (one: Handover) => handoverSheet(one, now).sections.flatMap(({ rows }) => rows);

test('the sheet names what the accounting software asks for, and both ends', () => {
  expect(valuesOf(handover)).toEqual([
    ['Адрес УТМ', 'http://127.0.0.1:8080'],
    ['FSRAR ID', '030000000001'],
    ['Организация', 'ООО «Ромашка», магазин; № 1'],
    ['ИНН', '9900000017'],
    ['КПП', '990101001'],
    ['Адрес места деятельности', 'г. Москва, ул. Тестовая, д. 1'],
    ['Ключ доступа действует до', '19.06.2027'],
    ['Электронная подпись действует до', '10.01.2027'],
    ['Лист составлен', '26.11.2026'],
  ]);
});

test('what is not known has no line', () => {
  const bare: Handover = { ...handover, fsrarId: null, place: null, accessKeyUntil: null, qualifiedUntil: null };
  expect(valuesOf(bare).map(([name]) => name)).toEqual(['Адрес УТМ', 'Лист составлен']);
});

test('each end is announced ninety, thirty and seven days before and on its day; days that are over are left out', () => {
  expect(keyChangeDays(handover, now).map(({ date, title }) => [date.slice(0, 10), title])).toEqual([
    ['2026-12-11', 'ЕГАИС: заканчивается электронная подпись'],
    ['2027-01-03', 'ЕГАИС: заканчивается электронная подпись'],
    ['2027-01-10', 'ЕГАИС: заканчивается электронная подпись'],
    ['2027-03-21', 'ЕГАИС: заканчивается ключ доступа'],
    ['2027-05-20', 'ЕГАИС: заканчивается ключ доступа'],
    ['2027-06-12', 'ЕГАИС: заканчивается ключ доступа'],
    ['2027-06-19', 'ЕГАИС: заканчивается ключ доступа'],
  ]);
  expect(keyChangeDays({ ...handover, accessKeyUntil: null, qualifiedUntil: null }, now)).toEqual([]);
});

test('the calendar has an entry for each, every one with its own name, folded and escaped as RFC 5545 says', () => {
  const file = calendarFile(keyChangeDays(handover, now), 'егаис-смена-ключей.ics', now);
  const text = Buffer.from(file.bytes).toString('utf8');
  expect(text.match(/^BEGIN:VEVENT\r$/gm)).toHaveLength(7);
  expect(new Set(text.match(/^UID:.*$/gm)).size).toBe(7);
  expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  const unfolded = text.replaceAll('\r\n ', '');
  expect(unfolded).toContain('DTSTART;VALUE=DATE:20261211');
  expect(unfolded).toContain('магазин\\; № 1');
});

/** What a calendar program tells entries apart by (RFC 5545, 3.8.4.7). */
const uidsOf = (ends: KeyEnds, at = now): readonly string[] =>
  Buffer.from(calendarFile(keyChangeDays(ends, at), 'x.ics', at).bytes)
    .toString('utf8')
    .replaceAll('\r\n ', '')
    .match(/^UID:.*$/gm) ?? [];

const noPlace = { fsrarId: null, place: null };
const oneEnd = '2027-01-10T20:14:32.000Z';

test('tokens whose keys end in the same moment have entries of their own', () => {
  const keys = { ...noPlace, qualifiedUntil: oneEnd, accessKeyUntil: oneEnd };
  const uids = ['0B5300A1', '0B5300A2'].flatMap((serial) => uidsOf({ ...keys, serial }));
  expect(new Set(uids).size).toBe(uids.length);
  expect(uids).toHaveLength(2 * uidsOf({ ...keys, serial: '0B5300A1' }).length);
});

test('an entry of a calendar is told by its token, its key, its end and how long before: by nothing else', () => {
  const day = fc.date({ min: new Date('2027-06-01'), max: new Date('2028-06-01'), noInvalidDate: true });
  const ends = fc.record({
    serial: fc.constantFrom('A1', 'A2', 'A', '1'),
    qualifiedUntil: fc.option(day.map((date) => date.toISOString())),
    accessKeyUntil: fc.option(day.map((date) => date.toISOString())),
  });
  fc.assert(
    fc.property(fc.array(ends, { maxLength: 4 }), (tokens) => {
      const said = tokens.flatMap((token) =>
        (['qualifiedUntil', 'accessKeyUntil'] as const).flatMap((key) => {
          const until = token[key];
          return until === null ? [] : [`${token.serial} ${key} ${until.slice(0, 10)}`];
        }),
      );
      const uids = tokens.flatMap((token) => uidsOf({ ...noPlace, ...token }));
      expect(new Set(uids).size).toBe(4 * new Set(said).size);
    }),
  );
});

test('an entry that is saved again, on another day and from another page, is the same entry', () => {
  const ends = { ...handover, accessKeyUntil: null, qualifiedUntil: '2027-12-10T20:14:32.000Z' };
  const later = new Date('2026-12-30T18:00:00Z');
  const elsewhere = { ...ends, place: null, fsrarId: null, qualifiedUntil: '2027-12-10T20:14:00.000Z' };
  expect(uidsOf(elsewhere, later)).toEqual(uidsOf(ends));
  expect(uidsOf({ ...ends, qualifiedUntil: '2028-12-10T20:14:32.000Z' })).not.toEqual(uidsOf(ends));
});
