import { innFault, isNumber } from '../domain/registration-number.ts';
import { mark, markWithTail } from './mark.ts';

// A long hexadecimal number is a fingerprint or a key's id; digits in a row within one mean nothing.
const numbers = /[0-9a-f]{32,}|\d{10,}/gi;

const isFsrarId = (digits: string): boolean => digits.length === 12;
const isInn = (digits: string): boolean => innFault(digits) === null;
const isOther = (digits: string): boolean =>
  isNumber('ogrn', digits) || isNumber('ogrnip', digits) || isNumber('snils', digits);

/** `112-233-445 95`, as СНИЛС is printed. */
const printedSnils = /(?<!\d)\d{3}-\d{3}-\d{3}[ \u00a0-]\d{2}(?!\d)/g;

interface StateNumberRule {
  /** ИНН and FSRAR ID stay. */
  readonly keepInnAndFsrarId: boolean;
  /** Texts whose digits are known to be something else: serials that a person chose to show. */
  readonly exempt: readonly string[];
}

/**
 * Takes out ИНН, ОГРН, СНИЛС (those whose check digits are right) and every number as long as an FSRAR ID. A КПП names
 * a tax office and stays.
 */
export const withoutStateNumbers =
  ({ keepInnAndFsrarId, exempt }: StateNumberRule) =>
  (text: string): string =>
    text
      .replace(numbers, (digits) => {
        if (!/^\d+$/.test(digits) || exempt.some((text) => text.includes(digits))) return digits;
        if (isFsrarId(digits) || isInn(digits)) return keepInnAndFsrarId ? digits : markWithTail(digits);
        return isOther(digits) ? markWithTail(digits) : digits;
      })
      .replace(printedSnils, () => mark());
