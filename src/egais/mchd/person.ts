import { bareNumber } from '../../shared/domain/registration-number.ts';
import { at, attribute, type MchdElement } from './element.ts';
import type { MchdPerson } from './facts.ts';

const bare = (value: string | null): string | null => (value === null ? null : bareNumber(value));

/** The name in `ФИО`, or in an element that carries the same attributes. */
export const nameIn = (element: MchdElement | undefined): Pick<MchdPerson, 'surname' | 'givenNames'> => ({
  surname: attribute(element, 'Фамилия') ?? '',
  givenNames: [attribute(element, 'Имя'), attribute(element, 'Отчество')].filter((part) => part !== null).join(' '),
});

/** A person or sole proprietor: numbers as attributes, the name in `СведФЛ/ФИО` (003) or in `ФИО` (002). */
export const personIn = (element: MchdElement): MchdPerson => ({
  ...nameIn(at(element, 'СведФЛ', 'ФИО') ?? at(element, 'ФИО')),
  inn: bare(attribute(element, 'ИННФЛ')),
  snils: bare(attribute(element, 'СНИЛС')),
});
