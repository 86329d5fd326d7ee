import { dayOf } from './day.ts';
import { attribute, below, type MchdElement } from './element.ts';
import { fullName, type MchdFacts, type MchdPerson, type MchdPrincipal } from './facts.ts';
import { machinePowerOf, representativesIn, textPowerOf } from './facts-003.ts';
import { nameIn, personIn } from './person.ts';

/**
 * Form 002 is publicly known by the names of its elements and attributes, hardly by how they enclose each other. So
 * they are looked for wherever they stand. Sources: docs/sources.md, МЧД.
 */

const firstBelow = (element: MchdElement | undefined, ...names: readonly string[]): MchdElement | undefined =>
  names.map((name) => below(element, name)[0]).find((found) => found !== undefined);

/** Who signs (`Подписант`) has no numbers of his own; he adds nothing where a head of that name is known. */
function signatoriesIn(element: MchdElement): readonly MchdPerson[] {
  const heads = below(element, 'ЛицоБезДов').flatMap((head) => below(head, 'СвФЛ').map(personIn));
  const named = below(element, 'Подписант').map((signer) => ({ ...nameIn(signer), inn: null, snils: null }));
  return [...heads, ...named.filter(({ surname }) => !heads.some((head) => head.surname === surname))];
}

function principalOf(element: MchdElement): MchdPrincipal {
  const organization = firstBelow(element, 'СвРосОрг', 'РосОргДовер');
  const proprietor = firstBelow(element, 'ИПДовер', 'СвИП');
  const person = firstBelow(element, 'ФЛДовер');
  const signatories = signatoriesIn(element);
  if (organization !== undefined)
    return {
      kind: 'organization',
      name: attribute(organization, 'НаимОрг') ?? '',
      inn: attribute(organization, 'ИННЮЛ'),
      kpp: attribute(organization, 'КПП'),
      ogrn: attribute(organization, 'ОГРН'),
      signatories,
      jointly: false,
    };
  const himself = personIn(proprietor ?? person ?? element);
  return {
    kind: proprietor === undefined ? (person === undefined ? 'unknown' : 'person') : 'sole-proprietor',
    name: attribute(proprietor, 'НаимИП') ?? fullName(himself),
    inn: himself.inn,
    kpp: null,
    ogrn: attribute(proprietor, 'ОГРНИП'),
    signatories: himself.surname === '' ? signatories : [himself],
    jointly: false,
  };
}

const leavesOf = (element: MchdElement): readonly MchdElement[] =>
  element.children.length === 0 ? [element] : element.children.flatMap(leavesOf);

/** What a document of form 002 says, as far as it can be told. */
export function facts002(root: MchdElement): MchdFacts {
  const retrust = firstBelow(root, 'Передов');
  const particulars = firstBelow(retrust ?? root, ...(retrust === undefined ? ['СвДов'] : ['СвПереДовер', 'СвДов']));
  const powers = below(root, 'СвПолн').flatMap(leavesOf);
  const machine = powers.filter((leaf) => attribute(leaf, 'КодПолн') !== null).map(machinePowerOf);
  const texts = powers.filter(({ text }) => text.trim() !== '').map(({ text }) => textPowerOf(text));
  return {
    version: '002',
    fileId: attribute(root, 'ИдФайл'),
    number: attribute(particulars, 'НомДовер'),
    internalNumber: attribute(particulars, 'ВнНомДовер'),
    issuedOn: dayOf(attribute(particulars, 'ДатаВыдДовер')),
    validUntil: dayOf(attribute(particulars, 'ДатаКонДовер') ?? attribute(particulars, 'СрокДейст')),
    principals: [...below(root, 'СвДоверит'), ...below(root, 'СвЛицПередПолн')].map(principalOf),
    representatives: representativesIn(below(root, 'СвУпПред')),
    powers: [...texts, ...machine],
    powerCount: texts.length + machine.length,
    jointPowers: attribute(particulars, 'ПрСовмПолн'),
    lostPowers: attribute(particulars, 'ПрУтрПолн'),
    earlier:
      retrust === undefined
        ? null
        : { number: attribute(firstBelow(retrust, 'СвДовПер'), 'НомДоверN'), issuedOn: null, validUntil: null },
  };
}
