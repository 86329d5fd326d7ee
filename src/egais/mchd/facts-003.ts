import type { MchdReport } from '../../shared/domain/mchd.ts';
import { dayOf } from './day.ts';
import { at, attribute, below, childrenNamed, type MchdElement } from './element.ts';
import { fullName, type MchdFacts, type MchdPrincipal, type MchdRepresentative } from './facts.ts';
import { personIn } from './person.ts';

type PrincipalReader = (element: MchdElement) => MchdPrincipal;

const organization: PrincipalReader = (element) => {
  const itself = at(element, 'СвРосОрг');
  const heads = childrenNamed(element, 'ЛицоБезДов');
  return {
    kind: 'organization',
    name: attribute(itself, 'НаимОрг') ?? '',
    inn: attribute(itself, 'ИННЮЛ'),
    kpp: attribute(itself, 'КПП'),
    ogrn: attribute(itself, 'ОГРН'),
    signatories: heads.flatMap((head) =>
      [...childrenNamed(head, 'СвФЛ'), ...childrenNamed(head, 'СвИП'), ...childrenNamed(at(head, 'СВЮЛ'), 'СвФЛ')].map(
        personIn,
      ),
    ),
    jointly: heads.some((head) => attribute(head, 'ПолнЮЛ') === '2'),
  };
};

const soleProprietor: PrincipalReader = (element) => {
  const person = personIn(element);
  return {
    kind: 'sole-proprietor',
    name: attribute(element, 'НаимИП') ?? `ИП ${fullName(person)}`,
    inn: person.inn,
    kpp: null,
    ogrn: attribute(element, 'ОГРНИП'),
    signatories: [person],
    jointly: false,
  };
};

const person: PrincipalReader = (element) => {
  const himself = personIn(element);
  return {
    kind: 'person',
    name: fullName(himself),
    inn: himself.inn,
    kpp: null,
    ogrn: null,
    // One who cannot sign has a legal representative.
    signatories: [himself, ...below(at(element, 'СвЗакПредРук'), 'СвФЛ').map(personIn)],
    jointly: false,
  };
};

const foreignOrganization: PrincipalReader = (element) => {
  const itself = at(element, 'СвИнОрг');
  return {
    kind: 'foreign-organization',
    name: attribute(itself, 'НаимИО') ?? '',
    inn: attribute(itself, 'ИННЮЛ'),
    kpp: attribute(itself, 'КПП'),
    ogrn: null,
    signatories: childrenNamed(element, 'СвРукОП').map(personIn),
    jointly: false,
  };
};

const branch: PrincipalReader = (element) => {
  const itself = at(element, 'СвФил');
  return {
    kind: 'organization',
    name: attribute(itself, 'НаимОрг') ?? '',
    inn: attribute(itself, 'ИННЮЛ'),
    kpp: attribute(itself, 'КПП'),
    ogrn: attribute(itself, 'ОГРН'),
    signatories: childrenNamed(element, 'СвРукФил').map(personIn),
    jointly: false,
  };
};

/** Who gives power: element of a power of attorney, or of a retrusted one → how it is read. */
const principalReaders: ReadonlyMap<string, PrincipalReader> = new Map([
  ['РосОргДовер', organization],
  ['ИПДовер', soleProprietor],
  ['ФЛДовер', person],
  ['ИнОргДовер', foreignOrganization],
  ['РосОргПерПолн', organization],
  ['ИППерПолн', soleProprietor],
  ['ФЛПерПолн', person],
  ['ФилПерПолн', branch],
  ['ИнПерПолн', foreignOrganization],
]);

const principalsIn = (holder: MchdElement | undefined): readonly MchdPrincipal[] =>
  holder?.children.flatMap((element) => principalReaders.get(element.name)?.(element) ?? []) ?? [];

type RepresentativeReader = (element: MchdElement) => MchdRepresentative;

const organizationAs =
  (kind: MchdRepresentative['kind']): RepresentativeReader =>
  (element) => ({
    kind,
    name: attribute(element, 'НаимОрг') ?? attribute(element, 'НаимИО'),
    inn: attribute(element, 'ИННЮЛ'),
    person: null,
  });

const personAs =
  (kind: MchdRepresentative['kind']): RepresentativeReader =>
  (element) => {
    const himself = personIn(element);
    return { kind, name: null, inn: himself.inn, person: himself };
  };

/** Who is given power: element → how it is read. Form 002 names them alike. */
const representativeReaders: ReadonlyMap<string, RepresentativeReader> = new Map([
  ['СведФизЛ', personAs('person')],
  ['СведИП', personAs('sole-proprietor')],
  ['СведОрг', organizationAs('organization')],
  ['СведФилиал', organizationAs('branch')],
  ['СведИО', organizationAs('foreign-organization')],
]);

/** The representatives named anywhere under these elements. */
export const representativesIn = (holders: readonly MchdElement[]): readonly MchdRepresentative[] =>
  holders.flatMap((holder) =>
    [...representativeReaders].flatMap(([name, read]) => below(holder, name).map((element) => read(element))),
  );

const restrictionOf = (element: MchdElement) => ({
  name: attribute(element, 'НаимОгр') ?? '',
  value:
    attribute(element, 'НаимЗначОгр') ?? (at(element, 'ТексЗначОгр') ?? at(element, 'КодЗначОгр'))?.text.trim() ?? '',
});

export const machinePowerOf = (element: MchdElement): MchdReport['powers'][number] => ({
  code: attribute(element, 'КодПолн'),
  mnemonic: attribute(element, 'МнПолн'),
  name: attribute(element, 'НаимПолн') ?? '',
  restrictions: childrenNamed(element, 'ОгрСвПолн').map(restrictionOf),
});

export const textPowerOf = (text: string): MchdReport['powers'][number] => ({
  code: null,
  mnemonic: null,
  name: text.trim(),
  restrictions: [],
});

function powersIn(powers: MchdElement | undefined): Pick<MchdFacts, 'powers' | 'powerCount'> {
  const texts = childrenNamed(powers, 'ТекстПолн').filter(({ text }) => text.trim() !== '');
  return {
    powers: [...texts.map(({ text }) => textPowerOf(text)), ...childrenNamed(powers, 'МашПолн').map(machinePowerOf)],
    powerCount: texts.length + (powers?.counts.get('МашПолн') ?? 0),
  };
}

const earlierOf = (element: MchdElement): MchdFacts['earlier'] => ({
  number: attribute(element, 'НомДоверПерв'),
  issuedOn: dayOf(attribute(element, 'ДатаВыдДовер')),
  validUntil: dayOf(attribute(element, 'СрокДейст')),
});

/** What a document of form 003 says. */
export function facts003(root: MchdElement): MchdFacts {
  const document = at(root, 'Документ');
  const retrust = at(document, 'Передов');
  const body = retrust ?? at(document, 'Довер');
  const particulars = at(body, retrust === undefined ? 'СвДов' : 'СвПереДовер');
  const powers = at(body, 'СвПолн');
  const principals =
    retrust === undefined
      ? childrenNamed(body, 'СвДоверит').flatMap((element) => principalsIn(at(element, 'Доверит')))
      : childrenNamed(body, 'СвПередПолн').flatMap((element) => principalsIn(at(element, 'ПередПолн')));
  const earlier = at(retrust, 'СвПервДовер');
  return {
    version: '003',
    fileId: attribute(root, 'ИдФайл'),
    number: attribute(particulars, 'НомДовер'),
    internalNumber: attribute(particulars, 'ВнНомДовер'),
    issuedOn: dayOf(attribute(particulars, 'ДатаВыдДовер')),
    validUntil: dayOf(attribute(particulars, 'СрокДейст')),
    principals,
    representatives: representativesIn(childrenNamed(body, retrust === undefined ? 'СвУпПред' : 'СвПолучПолн')),
    ...powersIn(powers),
    jointPowers: attribute(powers, 'ПрСовмПолн'),
    lostPowers: attribute(powers, 'ПрУтрПолн'),
    earlier: earlier === undefined ? null : earlierOf(earlier),
  };
}
