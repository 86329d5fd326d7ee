/**
 * Numbers by which the Russian state knows people, organisations and places. Where a number has check digits, they are
 * checked; sources of the rules: docs/sources.md, "Numbers".
 */
export type RegistrationNumberKind =
  | 'inn-organization'
  | 'inn-person'
  | 'kpp'
  | 'ogrn'
  | 'ogrnip'
  | 'snils'
  | 'fsrar-id';

declare const numberKind: unique symbol;

/** A number of one kind that has passed its check, without separators. */
export type RegistrationNumber<K extends RegistrationNumberKind> = string & { readonly [numberKind]: K };

/** What is wrong with a text that should be such a number. */
export type NumberFault = 'wrong-form' | 'wrong-check-digits';

interface NumberRule {
  readonly pattern: RegExp;
  /** Whether the check digits of a text that fits the pattern are right. */
  readonly checks: (digits: readonly number[]) => boolean;
}

/** Σ digit·weight mod 11 mod 10 over as many digits as there are weights. */
const weighted = (digits: readonly number[], weights: readonly number[]): number =>
  (weights.reduce((sum, weight, index) => sum + weight * (digits[index] ?? 0), 0) % 11) % 10;

/** The first `length` digits as one number, modulo `divisor`, modulo 10. */
const remainder = (digits: readonly number[], length: number, divisor: number): number =>
  digits.slice(0, length).reduce((rest, digit) => (rest * 10 + digit) % divisor, 0) % 10;

const snilsControl = (digits: readonly number[]): number => {
  const sum = digits.slice(0, 9).reduce((total, digit, index) => total + digit * (9 - index), 0);
  return (sum % 101) % 100;
};

const unchecked = () => true;

const rules: Readonly<Record<RegistrationNumberKind, NumberRule>> = {
  'inn-organization': {
    pattern: /^\d{10}$/,
    checks: (digits) => weighted(digits, [2, 4, 10, 3, 5, 9, 4, 6, 8]) === digits[9],
  },
  'inn-person': {
    pattern: /^\d{12}$/,
    checks: (digits) =>
      weighted(digits, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) === digits[10] &&
      weighted(digits, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) === digits[11],
  },
  kpp: { pattern: /^\d{4}[0-9A-Z]{2}\d{3}$/, checks: unchecked },
  ogrn: { pattern: /^\d{13}$/, checks: (digits) => remainder(digits, 12, 11) === digits[12] },
  ogrnip: { pattern: /^\d{15}$/, checks: (digits) => remainder(digits, 14, 13) === digits[14] },
  snils: {
    pattern: /^\d{11}$/,
    checks: (digits) => snilsControl(digits) === (digits[9] ?? 0) * 10 + (digits[10] ?? 0),
  },
  // The meaning of its first digits is not publicly known, so nothing but the length is asked of it.
  'fsrar-id': { pattern: /^\d{12}$/, checks: unchecked },
};

/** Of a text that is all digits but for the letters of a КПП, which has no check digits. */
function digitsOf(text: string): readonly number[] {
  const digits: number[] = [];
  for (let index = 0; index < text.length; index += 1) digits.push(text.charCodeAt(index) - 48);
  return digits;
}

/** What is wrong with `text` as a number of this kind; `null` where nothing is. Separators count as wrong form. */
export function numberFault(kind: RegistrationNumberKind, text: string): NumberFault | null {
  const { pattern, checks } = rules[kind];
  if (!pattern.test(text)) return 'wrong-form';
  return checks(digitsOf(text)) ? null : 'wrong-check-digits';
}

/** Whether `text` is a good number of this kind, as a type. */
export const isNumber = <K extends RegistrationNumberKind>(kind: K, text: string): text is RegistrationNumber<K> =>
  numberFault(kind, text) === null;

/** Which ИНН a text is by its length: ten digits of an organisation, twelve of a person; `null` for any other length. */
export const innKind = (text: string): 'inn-organization' | 'inn-person' | null =>
  text.length === 10 ? 'inn-organization' : text.length === 12 ? 'inn-person' : null;

/** What is wrong with `text` as the ИНН of an organisation or of a person; `null` where nothing is. */
export function innFault(text: string): NumberFault | null {
  const kind = innKind(text);
  return kind === null ? 'wrong-form' : numberFault(kind, text);
}

/** A number as people type and print it, without blanks and dashes: `112-233-445 95` → `11223344595`. */
export const bareNumber = (text: string): string => text.replace(/[\s\u00a0-]+/g, '');

/** `11223344595` → `112-233-445 95`. */
export const printedSnils = (snils: string): string => snils.replace(/^(\d{3})(\d{3})(\d{3})(\d{2})$/, '$1-$2-$3 $4');

/** Old certificates of organisations carry `00` and ten digits where a person's twelve stand. */
const organizationZeros = /^00(?=\d{10}$)/;

/** An ИНН without the two zeros that old certificates of organisations put before it. */
export const innWithoutZeros = (inn: string): string => inn.trim().replace(organizationZeros, '');
