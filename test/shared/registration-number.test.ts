import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bareNumber,
  innFault,
  numberFault,
  printedSnils,
  type RegistrationNumberKind,
} from '../../src/shared/domain/registration-number.ts';

// Numbers that were worked out by hand from the published formulas, none of them anybody's.
const good: readonly (readonly [RegistrationNumberKind, string])[] = [
  ['inn-organization', '7712345671'],
  ['inn-organization', '9900000017'],
  ['inn-person', '165001234562'],
  ['inn-person', '165007654394'],
  ['inn-person', '500100732259'],
  ['ogrn', '1161650001237'],
  ['ogrn', '1299900000014'],
  ['snils', '11223344595'],
  ['snils', '12345678964'],
  ['kpp', '770101001'],
  ['kpp', '7701AB001'],
  ['fsrar-id', '030000000001'],
];
const bad: readonly (readonly [RegistrationNumberKind, string, string])[] = [
  // The sample number of a widespread instruction.
  ['inn-organization', '1234567890', 'wrong-check-digits'],
  ['inn-organization', '7712345678', 'wrong-check-digits'],
  ['inn-person', '123456789012', 'wrong-check-digits'],
  ['inn-organization', '771234567', 'wrong-form'],
  ['snils', '112-233-445 95', 'wrong-form'],
  ['kpp', '77010100', 'wrong-form'],
  ['kpp', '7701аб001', 'wrong-form'],
  ['fsrar-id', '03000000000', 'wrong-form'],
  ['ogrnip', '304500116000158', 'wrong-check-digits'],
];
const checked = good.filter(([kind]) => kind !== 'kpp' && kind !== 'fsrar-id');

describe('numbers of the state', () => {
  it.each(good)('%s %s is good', (kind, text) => expect(numberFault(kind, text)).toBeNull());
  it.each(bad)('%s %s: %s', (kind, text, fault) => expect(numberFault(kind, text)).toBe(fault));

  it('notice one changed digit', () => {
    fc.assert(
      fc.property(fc.constantFrom(...checked), fc.nat(), fc.integer({ min: 1, max: 9 }), ([kind, text], at, by) => {
        // СНИЛС with a control sum of 100 or 101 shares its check digits with another; ours are far from that.
        const index = at % text.length;
        const digit = (Number(text[index]) + by) % 10;
        const changed = text.slice(0, index) + digit + text.slice(index + 1);
        if (kind !== 'inn-organization' && kind !== 'inn-person' && kind !== 'ogrn')
          expect(numberFault(kind, changed)).toBe('wrong-check-digits');
        else if (numberFault(kind, changed) === null) expect(collides(kind, text, changed)).toBe(true);
      }),
    );
  });

  it('answer for any text at all', () => {
    fc.assert(
      fc.property(fc.constantFrom(...good), fc.string(), ([kind], text) => {
        expect([null, 'wrong-form', 'wrong-check-digits']).toContain(numberFault(kind, text));
      }),
    );
  });

  it('tell an ИНН of an organisation from one of a person by its length', () => {
    expect(innFault('7712345671')).toBeNull();
    expect(innFault('165001234562')).toBeNull();
    expect(innFault('7712345671 ')).toBe('wrong-form');
  });

  it('are written and read with separators', () => {
    expect(printedSnils('11223344595')).toBe('112-233-445 95');
    expect(bareNumber('112-233-445 95')).toBe('11223344595');
  });
});

/** mod 11 mod 10 folds the remainders 0 and 10 together: the one pair of sums that the formula cannot tell apart. */
function collides(kind: RegistrationNumberKind, before: string, after: string): boolean {
  const rest = (text: string): bigint => {
    if (kind === 'ogrn') return BigInt(text.slice(0, 12)) % 11n;
    const weights = kind === 'inn-organization' ? [2, 4, 10, 3, 5, 9, 4, 6, 8] : [7, 2, 4, 10, 3, 5, 9, 4, 6, 8];
    return weights.reduce((sum, weight, index) => sum + BigInt(weight * Number(text[index])), 0n) % 11n;
  };
  const pair = [rest(before), rest(after)].map(Number).sort((a, b) => a - b);
  return pair[0] === 0 && pair[1] === 10;
}
