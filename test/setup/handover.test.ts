import { expect, test } from 'vitest';
import { calendarFile } from '../../src/setup/calendar-file.ts';
import { keyChangeDays } from '../../src/setup/key-change-days.ts';
import { handoverSheet } from '../../src/setup/printed/handover-sheet.ts';
import type { Handover } from '../../src/shared/handover.ts';

const now = new Date('2026-11-26T09:00:00Z');

const handover: Handover = {
  url: 'http://127.0.0.1:8080',
  fsrarId: '030000000001',
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

test('each end is announced ninety, thirty and seven days before; days that are over are left out', () => {
  expect(keyChangeDays(handover, now).map(({ date, title }) => [date.slice(0, 10), title])).toEqual([
    ['2026-12-11', 'ЕГАИС: заканчивается электронная подпись'],
    ['2027-01-03', 'ЕГАИС: заканчивается электронная подпись'],
    ['2027-03-21', 'ЕГАИС: заканчивается ключ доступа'],
    ['2027-05-20', 'ЕГАИС: заканчивается ключ доступа'],
    ['2027-06-12', 'ЕГАИС: заканчивается ключ доступа'],
  ]);
  expect(keyChangeDays({ ...handover, accessKeyUntil: null, qualifiedUntil: null }, now)).toEqual([]);
});

test('the calendar has an entry for each, every one with its own name, folded and escaped as RFC 5545 says', () => {
  const file = calendarFile(keyChangeDays(handover, now), 'егаис-смена-ключей.ics', now);
  const text = Buffer.from(file.bytes).toString('utf8');
  expect(text.match(/^BEGIN:VEVENT\r$/gm)).toHaveLength(5);
  expect(new Set(text.match(/^UID:.*$/gm)).size).toBe(5);
  expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  const unfolded = text.replaceAll('\r\n ', '');
  expect(unfolded).toContain('DTSTART;VALUE=DATE:20261211');
  expect(unfolded).toContain('магазин\\; № 1');
});
