import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Contractor, checkedBy, registerDifferences } from '../../src/shared/domain/contractor.ts';
import { moscowDay, workingDaysAfter } from '../../src/shared/domain/working-days.ts';

const day = fc
  .date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2099-12-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const weekday = (iso: string): number => new Date(iso).getUTCDay();
const isWeekend = (iso: string): boolean => weekday(iso) === 0 || weekday(iso) === 6;
const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

describe('five working days', () => {
  test.each([
    ['2026-11-25', '2026-12-02', 'a Wednesday to the Wednesday after'],
    ['2026-11-27', '2026-12-04', 'a Friday to the Friday after'],
    ['2026-11-28', '2026-12-04', 'a Saturday counts from the Monday'],
    ['2026-11-29', '2026-12-04', 'and so does a Sunday'],
    ['2028-02-28', '2028-03-06', 'over the end of a February that has 29 days'],
    ['2026-12-31', '2027-01-07', 'over a New Year, whose holidays are not known here'],
  ])('%s → %s: %s', (from, to) => {
    expect(workingDaysAfter(from, 5)).toBe(to);
  });

  test('the end is never a weekend, and so many weekdays lie behind it', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), (from, count) => {
        const end = workingDaysAfter(from, count);
        expect(isWeekend(end)).toBe(false);
        const after = Array.from({ length: daysBetween(from, end) }, (_, index) =>
          new Date(Date.parse(from) + (index + 1) * 86_400_000).toISOString().slice(0, 10),
        );
        expect(after.filter((one) => !isWeekend(one))).toHaveLength(count);
      }),
    );
  });

  test('a term in two parts is the same term, and none is the day itself', () => {
    fc.assert(
      fc.property(day, fc.nat(30), fc.nat(30), (from, one, two) => {
        expect(workingDaysAfter(workingDaysAfter(from, one), two)).toBe(workingDaysAfter(from, one + two));
        expect(workingDaysAfter(from, 0)).toBe(from);
      }),
    );
  });
});

test('the day is Moscow’s, wherever the shop is', () => {
  expect(moscowDay('2026-11-25T20:59:59Z')).toBe('2026-11-25');
  expect(moscowDay('2026-11-25T21:00:00Z')).toBe('2026-11-26');
  // A Friday evening in UTC is a Saturday in Moscow: the term begins on Monday all the same.
  expect(checkedBy('2026-11-27T22:00:00Z')).toBe('2026-12-04');
  expect(checkedBy('2026-11-25T07:30:00Z')).toBe('2026-12-02');
});

describe('what EGAIS and the licence register tell differently', () => {
  const shop: Contractor = {
    id: '1',
    inn: '9900000017',
    kpp: '990101001',
    name: 'ООО «Ромашка»',
    address: '109012, г. Москва, ул. Королёва, д. 1',
    standing: 'confirmed',
    status: 'Подтверждена ФНС',
    licensee: true,
    register: null,
    submittedAt: null,
    expectedBy: null,
  };
  const register = { licence: 'Л-1', name: shop.name, kpp: shop.kpp, address: shop.address };

  test('nothing without an entry, nothing where both say the same in other signs', () => {
    expect(registerDifferences(shop)).toEqual([]);
    const same = { ...register, name: 'ООО "РОМАШКА"', address: '109012,  г. Москва, ул. Королева, д. 1' };
    expect(registerDifferences({ ...shop, register: same })).toEqual([]);
  });

  test('each detail by its name', () => {
    const other = { ...register, name: 'ООО «Ромашка+»', kpp: null, address: '109012, г. Москва, ул. Королёва, д. 11' };
    expect(registerDifferences({ ...shop, register: other })).toEqual(['name', 'kpp', 'address']);
    expect(registerDifferences({ ...shop, register: { ...register, kpp: '990101002' } })).toEqual(['kpp']);
  });
});
