import { dayFault } from './day.ts';
import { at, attribute, below, type MchdElement } from './element.ts';
import type { MchdFacts, MchdPerson, MchdPrincipal } from './facts.ts';
import { finding, findingIf, type MchdFinding } from './finding.ts';
import { number, uuid, type ValueRule } from './rules.ts';

/**
 * What `form-003.ts` asks of numbers and dates, for form 002, whose structure is not known well enough for a table.
 * The same findings, with the names of the attributes for their places.
 */

const judged = (name: string, value: string | null, rule: ValueRule): readonly MchdFinding[] => {
  const fault = value === null ? null : rule(value);
  return fault === null ? [] : [finding(fault.code, { path: `@${name}`, name, ...fault.values })];
};

const personFindings = ({ inn, snils }: MchdPerson): readonly MchdFinding[] => [
  ...judged('ИННФЛ', inn, number('inn-person')),
  ...judged('СНИЛС', snils, number('snils')),
];

const principalFindings = ({ kind, inn, kpp, ogrn, signatories }: MchdPrincipal): readonly MchdFinding[] => [
  ...(kind === 'organization' ? judged('ИННЮЛ', inn, number('inn-organization')) : []),
  ...judged('КПП', kpp, number('kpp')),
  ...judged(kind === 'organization' ? 'ОГРН' : 'ОГРНИП', ogrn, number(kind === 'organization' ? 'ogrn' : 'ogrnip')),
  ...signatories.flatMap(personFindings),
];

function dateFindings(root: MchdElement): readonly MchdFinding[] {
  const particulars = below(root, 'СвПереДовер')[0] ?? below(root, 'СвДов')[0];
  return ['ДатаВыдДовер', 'ДатаКонДовер', 'СрокДейст', 'ДатаВнРегДовер'].flatMap((name) => {
    const value = attribute(particulars, name);
    const code = value === null ? null : dayFault(value);
    return code === null ? [] : [finding(code, { path: `@${name}`, name, value: value ?? '—' })];
  });
}

/** Numbers, dates and what must not be missing in a document of form 002. */
export function findings002(root: MchdElement, facts: MchdFacts): readonly MchdFinding[] {
  const [dates, persons] = [dateFindings(root), facts.representatives.flatMap(({ person }) => person ?? [])];
  return [
    ...findingIf(facts.number === null, 'attribute-missing', { path: '@НомДовер', name: 'НомДовер' }),
    ...findingIf(at(root, 'Документ') === undefined, 'element-missing', { path: 'Документ', name: 'Документ' }),
    ...judged('НомДовер', facts.number, uuid),
    ...dates,
    ...findingIf(dates.length === 0 && facts.issuedOn === null, 'attribute-missing', {
      path: '@ДатаВыдДовер',
      name: 'ДатаВыдДовер',
    }),
    ...findingIf(dates.length === 0 && facts.validUntil === null, 'attribute-missing', {
      path: '@ДатаКонДовер',
      name: 'ДатаКонДовер',
    }),
    ...facts.principals.flatMap(principalFindings),
    ...persons.flatMap(personFindings),
  ];
}
