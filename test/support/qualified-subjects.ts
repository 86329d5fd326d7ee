import fc from 'fast-check';
import { type Subject, type SubjectKind, tidySubject } from '../../src/shared/domain/qualified-subject.ts';

const human = { surname: 'Иванова', givenName: 'Мария Петровна', inn: '500100732259', snils: '11223344595' };
const place = { region: '77 г. Москва', locality: 'г. Москва', street: 'ул. Тверская, д. 12, стр. 1' };

/** Invented holders of every kind; their numbers pass their check digits and belong to nobody. */
export const subjects: { readonly [kind in SubjectKind]: Subject & { readonly kind: kind } } = {
  organization: {
    kind: 'organization',
    values: {
      ...place,
      organization: 'ООО «Ромашка»',
      organizationUnit: 'Магазин № 1',
      commonName: 'ООО «Ромашка»',
      title: 'Генеральный директор',
      ...human,
      innLegalEntity: '9900000017',
      ogrn: '1299900000025',
      email: 'shop@xn--e1afmkfd.xn--p1ai',
    },
  },
  'sole-proprietor': {
    kind: 'sole-proprietor',
    values: { ...place, commonName: 'Иванова Мария Петровна', ...human, ogrnip: '325990000000016' },
  },
  person: { kind: 'person', values: { commonName: 'Иванова Мария Петровна', ...human } },
};

const digits = (length: number) => fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length });
const weighted = (values: readonly number[], weights: readonly number[]) =>
  (weights.reduce((sum, weight, index) => sum + weight * (values[index] ?? 0), 0) % 11) % 10;
const written = (values: readonly number[]) => values.join('');

const personInn = digits(10).map((start) => {
  const eleventh = [...start, weighted(start, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8])];
  return written([...eleventh, weighted(eleventh, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8])]);
});
const organizationInn = digits(9).map((start) => written([...start, weighted(start, [2, 4, 10, 3, 5, 9, 4, 6, 8])]));
const ogrnLike = (length: number, divisor: number) =>
  digits(length).map((start) => `${written(start)}${(BigInt(written(start)) % BigInt(divisor)) % 10n}`);
const snils = digits(9).map((start) => {
  const sum = start.reduce((total, digit, index) => total + digit * (9 - index), 0);
  return `${written(start)}${String((sum % 101) % 100).padStart(2, '0')}`;
});

/** Words of any script, quotes and signs among them, that are neither blank at the ends nor too long. */
const name = fc
  .stringMatching(/^[А-Яа-яЁёA-Za-z0-9"«»№,.+=<>#;\\/&'() 中ß𝔊-]{1,60}$/u)
  .map((text) => text.trim() || 'Ё');
const region = fc.constantFrom(
  '77 г. Москва',
  '78 г. Санкт-Петербург',
  '01 Республика Адыгея',
  '50 Московская область',
);
const email = fc.constantFrom('a@b.ru', "o'neil+shop@example.com", 'shop@xn--e1afmkfd.xn--p1ai');

const anyHuman = { commonName: name, surname: name, givenName: name, inn: personInn, snils };
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const anyPlace = { region: optional(region), locality: optional(name), street: optional(name), email: optional(email) };

const subject = (kind: SubjectKind, model: Readonly<Record<string, fc.Arbitrary<string | undefined>>>) =>
  fc.record(model).map((values): Subject => ({ kind, values: tidySubject(values) }));

/** Any subject that has no faults. */
export const anySubject: fc.Arbitrary<Subject> = fc.oneof(
  subject('organization', {
    ...anyHuman,
    region,
    locality: name,
    street: name,
    organization: name,
    organizationUnit: optional(name),
    title: name,
    innLegalEntity: organizationInn,
    ogrn: ogrnLike(12, 11),
    email: optional(email),
  }),
  subject('sole-proprietor', { ...anyPlace, ...anyHuman, ogrnip: ogrnLike(14, 13) }),
  subject('person', { ...anyPlace, ...anyHuman }),
);
