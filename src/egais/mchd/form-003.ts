import {
  anyNumber,
  atMostOne,
  day,
  digits,
  type ElementRule,
  filled,
  number,
  one,
  oneOf,
  oneOfAs,
  oneOrMore,
  open,
  optional,
  required,
  text,
  uuid,
} from './rules.ts';

/**
 * The form 003 (EMCHD_1) as public implementations describe it. The official XSD is not at hand, so this table is our
 * own check, and what it cannot know it leaves open. Sources: docs/sources.md, МЧД.
 */

const flag = oneOf('0', '1');
const known = (...names: readonly string[]) => Object.fromEntries(names.map((name) => [name, optional(filled)]));

/** Notarial status, contacts: of no account here. */
const contacts = known('СтУчНД', 'КонтактТлф', 'АдрЭлПочт');

const fullName: ElementRule = {
  attributes: { Фамилия: required(filled), Имя: required(filled), Отчество: optional(filled) },
  children: {},
};

const identityDocument: ElementRule = {
  attributes: {
    КодВидДок: required(digits(2)),
    СерНомДок: required(text(1, 25)),
    ДатаДок: required(day),
    ВыдДок: optional(text(1, 4000)),
    КодВыдДок: optional(filled),
    ...known('СрокДейст', 'ДатаДейст'),
  },
  children: {},
  open: true,
};

const personDetails: ElementRule = {
  attributes: {
    Пол: optional(oneOf('1', '2')),
    ПрГражд: optional(oneOf('1', '2', '3')),
    ДатаРожд: optional(day),
    Гражданство: optional(digits(3)),
    ...known('НомЕРН', 'МестоРожд'),
    ...contacts,
  },
  children: { ФИО: one(fullName), АдрМЖ: atMostOne(open()), УдЛичнФЛ: atMostOne(identityDocument) },
};

const person: ElementRule = {
  attributes: {
    ИННФЛ: optional(number('inn-person')),
    СНИЛС: optional(number('snils')),
    Должность: optional(text(1, 255)),
    ...contacts,
  },
  children: { СведФЛ: one(personDetails), ДокПдтв: atMostOne(open()) },
};

const soleProprietor: ElementRule = {
  attributes: {
    НаимИП: optional(text(1, 1000)),
    ОГРНИП: required(number('ogrnip')),
    ИННФЛ: required(number('inn-person')),
    СНИЛС: required(number('snils')),
    ...contacts,
  },
  children: { СведФЛ: one(personDetails), ДокПдтв: atMostOne(open()) },
};

/** A principal is found in EGAIS by its numbers; other organisations may leave some out. */
const organization = (numbers: typeof required): ElementRule => ({
  attributes: {
    НаимОрг: required(text(1, 1000)),
    ИННЮЛ: numbers(number('inn-organization')),
    КПП: required(number('kpp')),
    ОГРН: numbers(number('ogrn')),
    ...known('РегНомер', 'НаимУчрДок'),
    ...contacts,
  },
  children: { АдрРег: atMostOne(open()), ДокПдтв: atMostOne(open()) },
});

const managingOrganization: ElementRule = {
  attributes: {},
  children: { СвЮЛЕИО: one(organization(optional)), СвФЛ: oneOrMore(person) },
};

const head: ElementRule = {
  attributes: { ПолнЮЛ: required(oneOf('1', '2')) },
  children: { СвФЛ: atMostOne(person), СвИП: atMostOne(soleProprietor), СВЮЛ: atMostOne(managingOrganization) },
  oneOf: ['СвФЛ', 'СвИП', 'СВЮЛ'],
};

const russianOrganization: ElementRule = {
  attributes: { ЕИОУК: required(flag), ЕИОФЛ: required(flag), ЕИОИП: required(flag) },
  children: { СвРосОрг: one(organization(required)), ЛицоБезДов: oneOrMore(head) },
};

const principal: ElementRule = {
  attributes: { ТипДоверит: required(oneOf('1', '2', '3', '4')) },
  children: {
    Доверит: one({
      attributes: {},
      children: {
        РосОргДовер: atMostOne(russianOrganization),
        ИнОргДовер: atMostOne(open()),
        ИПДовер: atMostOne(soleProprietor),
        ФЛДовер: atMostOne(open()),
      },
      oneOf: ['РосОргДовер', 'ИнОргДовер', 'ИПДовер', 'ФЛДовер'],
    }),
  },
};

const representatives: ElementRule['children'] = {
  СведОрг: atMostOne(organization(optional)),
  СведИП: atMostOne(soleProprietor),
  СведФизЛ: atMostOne(person),
  СведФилиал: atMostOne(organization(optional)),
  СведИО: atMostOne(open()),
};

const representative: ElementRule = {
  attributes: { ТипПред: required(oneOf('1', '2', '3', '4', '5')) },
  children: { Пред: one({ attributes: {}, children: representatives, oneOf: Object.keys(representatives) }) },
};

const value: ElementRule = { attributes: {}, children: {}, text: filled };

const restriction: ElementRule = {
  attributes: {
    ИдОгр: required(filled),
    КодОгр: required(filled),
    НаимОгр: required(filled),
    НаимЗначОгр: optional(filled),
  },
  children: { КодЗначОгр: atMostOne(value), ТексЗначОгр: atMostOne(value) },
  oneOf: ['КодЗначОгр', 'ТексЗначОгр'],
};

const machinePower: ElementRule = {
  attributes: { МнПолн: optional(text(6, 255)), КодПолн: required(text(6, 255)), НаимПолн: required(filled) },
  children: { ОгрСвПолн: anyNumber(restriction) },
};

const powers: ElementRule = {
  attributes: {
    ТипПолн: required(oneOf('0', '1')),
    // Sources disagree on what 1 and 2 mean here, so only the form is looked at.
    ПрСовмПолн: required(oneOf('1', '2')),
    ПрУтрПолн: optional(oneOf('1', '2')),
  },
  children: {
    ТекстПолн: atMostOne({ attributes: {}, children: {}, text: text(1, 10_000) }),
    МашПолн: anyNumber(machinePower),
  },
};

const particulars: ElementRule = {
  attributes: {
    ВидДовер: required(oneOf('1', '2')),
    ПрПередов: required(oneOf('1', '2', '3')),
    ВнНомДовер: required(text(1, 50)),
    НомДовер: required(uuid),
    ДатаВыдДовер: required(day),
    СрокДейст: required(day),
    ДатаВнРегДовер: optional(day),
    КодНО: optional(digits(4)),
    ...known('НомРНДДовер', 'ДопИдДовер'),
  },
  children: { СведСист: one(value), КодНОДейст: anyNumber(value), Безотзыв: atMostOne(open()) },
};

const granted: ElementRule = {
  attributes: {},
  children: {
    СвДов: one(particulars),
    СвДоверит: oneOrMore(principal),
    СвУпПред: oneOrMore(representative),
    СвПолн: one(powers),
    СвНотУд: atMostOne(open()),
  },
};

/** What stands inside these is told by one public implementation only: read where it is there, never missed. */
const earlier = open({
  attributes: { ДатаВыдДовер: optional(day), СрокДейст: optional(day), НомДоверПерв: optional(uuid) },
});
const retrusting = open({
  children: {
    ПередПолн: atMostOne(
      open({ children: { РосОргПерПолн: atMostOne(russianOrganization), ИППерПолн: atMostOne(soleProprietor) } }),
    ),
  },
});
const retrusted = open({ children: { Пред: atMostOne(open({ children: representatives })) } });

const retrust: ElementRule = {
  attributes: { ПрНалПередов: optional(flag) },
  children: {
    СвПервДовер: one(earlier),
    СвПередов: atMostOne(earlier),
    СвПереДовер: one(particulars),
    СвПередПолн: oneOrMore(retrusting),
    СвПолучПолн: oneOrMore(retrusted),
    СвПолн: one(powers),
    СвНотУд: atMostOne(open()),
  },
};

/** Which parts the document claims to have: main, ЕСИА, notary, tax. */
const parts = ['00000000', '01000000', '00100000', '00010000', '01100000', '00110000', '01110000'];

export const form003: ElementRule = {
  attributes: {
    ВерсФорм: required(filled),
    ПрЭлФорм: required(oneOfAs('form-flags-unknown', ...parts)),
    ИдФайл: required(text(1, 255)),
    ИдФайлНО: optional(filled),
  },
  children: {
    Документ: one({
      attributes: { КНД: optional(digits(7)) },
      children: { Довер: atMostOne(granted), Передов: atMostOne(retrust) },
      oneOf: ['Довер', 'Передов'],
    }),
  },
};
