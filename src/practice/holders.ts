import type { PlaceHolder } from './places.ts';
import type { QualifiedHolder } from './qualified-subject.ts';

/** Somebody invented whom a practice token speaks for. Numbers pass their check digits and belong to nobody. */
export interface PracticeHolder extends PlaceHolder {
  /** What the qualified certificate says of them. */
  readonly certificate: QualifiedHolder;
}

const ivanovaMaria = { surname: 'Иванова', givenName: 'Мария Петровна', inn: '500100732259', snils: '11223344595' };

export const romashka: PracticeHolder = {
  fullName: 'Общество с ограниченной ответственностью «Ромашка»',
  shortName: 'ООО «Ромашка»',
  inn: '9900000017',
  legalAddress: '125009, г. Москва, ул. Тверская, д. 12, стр. 1',
  hasKpp: true,
  certificate: {
    kind: 'organization',
    name: 'ООО «Ромашка»',
    title: 'Генеральный директор',
    innLegalEntity: '9900000017',
    ogrn: '1299900000025',
    region: '77 г. Москва',
    locality: 'г. Москва',
    street: 'ул. Тверская, д. 12, стр. 1',
    ...ivanovaMaria,
  },
};

export const vasilyok: PracticeHolder = {
  fullName: 'Общество с ограниченной ответственностью «Василёк»',
  shortName: 'ООО «Василёк»',
  inn: '9900000024',
  legalAddress: '191186, г. Санкт-Петербург, Невский проспект, д. 28, лит. А',
  hasKpp: true,
  certificate: {
    kind: 'organization',
    name: 'ООО «Василёк»',
    title: 'Генеральный директор',
    innLegalEntity: '9900000024',
    ogrn: '1299900000036',
    region: '78 г. Санкт-Петербург',
    locality: 'г. Санкт-Петербург',
    street: 'Невский проспект, д. 28, лит. А',
    surname: 'Петров',
    givenName: 'Пётр Иванович',
    inn: '165001234562',
    snils: '12345678964',
  },
};

export const ivanova: PracticeHolder = {
  fullName: 'Индивидуальный предприниматель Иванова Мария Петровна',
  shortName: 'ИП Иванова М. П.',
  inn: '500100732259',
  legalAddress: '143900, Московская область, г. Балашиха, ул. Советская, д. 5',
  hasKpp: false,
  certificate: {
    kind: 'sole-proprietor',
    ogrnip: '329990000000019',
    region: '50 Московская область',
    locality: 'г. Балашиха',
    ...ivanovaMaria,
  },
};

export const sokolov: PracticeHolder = {
  fullName: 'Соколов Павел Андреевич',
  shortName: 'Соколов П. А.',
  inn: '990000002120',
  legalAddress: '125009, г. Москва, ул. Тверская, д. 8',
  hasKpp: false,
  certificate: {
    kind: 'person',
    surname: 'Соколов',
    givenName: 'Павел Андреевич',
    inn: '990000002120',
    snils: '99000002157',
    region: '77 г. Москва',
    locality: 'г. Москва',
  },
};
