import { bareNumber, numberFault, type RegistrationNumberKind } from '../../shared/domain/registration-number.ts';
import type { MchdFindingCode } from '../../shared/texts/mchd-findings.ts';
import { dayFault } from './day.ts';

/** What is wrong with a value; `null` where nothing is. */
export type ValueRule = (value: string) => ValueFault | null;

interface ValueFault {
  readonly code: MchdFindingCode;
  readonly values?: Readonly<Record<string, string | number>>;
}

export interface AttributeRule {
  readonly required: boolean;
  readonly rule: ValueRule;
}

export interface ChildRule {
  readonly element: ElementRule;
  readonly least: 0 | 1;
  readonly most: 1 | typeof many;
}

/** What the form asks of one element. A table of these is the form (`form-003.ts`). */
export interface ElementRule {
  readonly attributes: Readonly<Record<string, AttributeRule>>;
  readonly children: Readonly<Record<string, ChildRule>>;
  /** Exactly one of these children stands here. */
  readonly oneOf?: readonly string[];
  /** Text is asked for; without a rule there must be none. */
  readonly text?: ValueRule;
  /** What else may stand here is not publicly known, so nothing else is judged. */
  readonly open?: boolean;
}

const many = Number.POSITIVE_INFINITY;

export const required = (rule: ValueRule): AttributeRule => ({ required: true, rule });
export const optional = (rule: ValueRule): AttributeRule => ({ required: false, rule });

export const one = (element: ElementRule): ChildRule => ({ element, least: 1, most: 1 });
export const atMostOne = (element: ElementRule): ChildRule => ({ element, least: 0, most: 1 });
export const oneOrMore = (element: ElementRule): ChildRule => ({ element, least: 1, most: many });
export const anyNumber = (element: ElementRule): ChildRule => ({ element, least: 0, most: many });

/** An element of which only so much is known; the rest is passed over. */
export const open = (known: Partial<Omit<ElementRule, 'open'>> = {}): ElementRule => ({
  attributes: {},
  children: {},
  ...known,
  open: true,
});

/** A text of so many characters. */
export const text =
  (least: number, most: number): ValueRule =>
  ({ length }) => {
    if (length > most) return { code: 'value-too-long', values: { length, most } };
    return length < least ? { code: 'value-too-short', values: { length, least } } : null;
  };

export const filled: ValueRule = (value) => (value.trim() === '' ? { code: 'value-empty' } : null);

export const oneOf = (...allowed: readonly string[]): ValueRule => oneOfAs('value-not-listed', ...allowed);

/** One of these values, with a finding of its own. */
export const oneOfAs =
  (code: MchdFindingCode, ...allowed: readonly string[]): ValueRule =>
  (value) =>
    allowed.includes(value) ? null : { code, values: { value, allowed: allowed.join(', ') } };

export const digits =
  (length: number): ValueRule =>
  (value) =>
    value.length === length && /^\d+$/.test(value) ? null : { code: 'value-not-digits', values: { value, length } };

const uuidForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
export const isUuid = (value: string): boolean => uuidForm.test(value);
export const uuid: ValueRule = (value) => (isUuid(value) ? null : { code: 'number-not-uuid', values: { value } });

export const day: ValueRule = (value) => {
  const code = dayFault(value);
  return code === null ? null : { code, values: { value } };
};

const numberCodes = {
  'inn-organization': { 'wrong-form': 'inn-organization-form', 'wrong-check-digits': 'inn-organization-digits' },
  'inn-person': { 'wrong-form': 'inn-person-form', 'wrong-check-digits': 'inn-person-digits' },
  kpp: { 'wrong-form': 'kpp-form', 'wrong-check-digits': 'kpp-form' },
  ogrn: { 'wrong-form': 'ogrn-form', 'wrong-check-digits': 'ogrn-digits' },
  ogrnip: { 'wrong-form': 'ogrnip-form', 'wrong-check-digits': 'ogrnip-digits' },
  snils: { 'wrong-form': 'snils-form', 'wrong-check-digits': 'snils-digits' },
} as const satisfies Partial<Record<RegistrationNumberKind, Record<string, MchdFindingCode>>>;

/** A registration number with good check digits. СНИЛС is printed with dashes and a blank, and may stand so. */
export const number =
  (kind: keyof typeof numberCodes): ValueRule =>
  (value) => {
    const fault = numberFault(kind, kind === 'snils' ? bareNumber(value) : value);
    return fault === null ? null : { code: numberCodes[kind][fault], values: { value } };
  };
