import type { Certificate } from '../../shared/domain/certificate.ts';
import { bareNumber } from '../../shared/domain/registration-number.ts';
import type { MchdPerson } from './facts.ts';

/** The person a certificate speaks for, by the same fields as a person of a power of attorney. */
export const personOf = ({ subject }: Pick<Certificate, 'subject'>): MchdPerson => ({
  surname: subject.surname ?? '',
  givenNames: subject.givenName ?? '',
  inn: subject.inn === null ? null : bareNumber(subject.inn),
  snils: subject.snils === null ? null : bareNumber(subject.snils),
});

/** Names as people mean them: case, `ё`, blanks and kinds of dashes tell nobody apart. */
const plain = (name: string): string =>
  name
    .toUpperCase()
    .replaceAll('Ё', 'Е')
    .replace(/[‐‑–—]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();

export type PersonField = 'snils' | 'inn' | 'surname' | 'given-names';

/** `null`: one side does not say. */
type Comparison = Readonly<Record<PersonField, boolean | null>>;

const compare = (a: string | null, b: string | null): boolean | null => (a && b ? plain(a) === plain(b) : null);

export const comparePersons = (a: MchdPerson, b: MchdPerson): Comparison => ({
  snils: compare(a.snils, b.snils),
  inn: compare(a.inn, b.inn),
  surname: compare(a.surname, b.surname),
  'given-names': compare(a.givenNames, b.givenNames),
});

/** What tells people apart, the surest first. */
const surest: readonly PersonField[] = ['snils', 'inn', 'surname'];

/** By what two persons could be compared, and whether they are one by that; `null` where nothing is common. */
export function identity(a: MchdPerson, b: MchdPerson): { readonly by: PersonField; readonly same: boolean } | null {
  const comparison = comparePersons(a, b);
  const by = surest.find((field) => comparison[field] !== null);
  return by === undefined ? null : { by, same: comparison[by] === true };
}
