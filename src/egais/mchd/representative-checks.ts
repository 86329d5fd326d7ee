import type { Certificate } from '../../shared/domain/certificate.ts';
import type { MchdFindingCode } from '../../shared/texts/mchd-findings.ts';
import { at, attribute, childrenNamed, type MchdElement } from './element.ts';
import { fullName, type MchdFacts, type MchdPerson } from './facts.ts';
import { finding, findingIf, type MchdFinding } from './finding.ts';
import { comparePersons, identity, type PersonField, personOf } from './same-person.ts';

const differences: Readonly<Record<PersonField, MchdFindingCode>> = {
  snils: 'representative-snils',
  inn: 'representative-inn',
  surname: 'representative-surname',
  'given-names': 'representative-given-names',
};

const shown: Readonly<Record<PersonField, (person: MchdPerson) => string>> = {
  snils: ({ snils }) => snils ?? '—',
  inn: ({ inn }) => inn ?? '—',
  surname: ({ surname }) => surname,
  'given-names': ({ givenNames }) => givenNames,
};

/** In which fields a representative is not the holder of the certificate. */
function differencesOf(person: MchdPerson, holder: MchdPerson): readonly MchdFinding[] {
  const comparison = comparePersons(person, holder);
  const fields = Object.keys(differences) as readonly PersonField[];
  const differing = fields.filter((field) => comparison[field] === false);
  return differing.map((field) =>
    finding(differences[field], { inDocument: shown[field](person), inCertificate: shown[field](holder) }),
  );
}

const byNameOnly = (person: MchdPerson, holder: MchdPerson): boolean => {
  const { snils, inn } = comparePersons(person, holder);
  return snils === null && inn === null;
};

/**
 * Whether the holder of the qualified certificate is a person who is given power. Of several representatives the one
 * who is the holder by the surest number common to both counts.
 */
export function representativeFindings(facts: MchdFacts, certificate: Certificate | null): readonly MchdFinding[] {
  const persons = facts.representatives.flatMap(({ person }) => person ?? []);
  const [first, ...others] = persons;
  if (first === undefined) return [finding('representative-no-person')];
  if (certificate === null) return [finding('representative-not-compared')];
  const holder = personOf(certificate);
  const found = persons.find((person) => identity(person, holder)?.same);
  const ownOrganization = findingIf(certificate.holder.kind === 'organization', 'certificate-of-organization', {
    holder: certificate.holder.name,
  });
  if (found === undefined && others.length > 0) {
    const names = persons.map(fullName).join(', ');
    return [...ownOrganization, finding('representative-not-among', { names, holder: fullName(holder) })];
  }
  const counted = found ?? first;
  return [
    ...ownOrganization,
    ...differencesOf(counted, holder),
    ...findingIf(byNameOnly(counted, holder), 'representative-by-name', { name: fullName(counted) }),
  ];
}

/** ТипПред → the element it announces (form 003). */
const announced: Readonly<Record<string, string>> = {
  1: 'СведОрг',
  2: 'СведИП',
  3: 'СведФизЛ',
  4: 'СведФилиал',
  5: 'СведИО',
};

/** A sample its author calls valid announces an organisation and names a person, so this is no fault. */
export const representativeTypeFindings = (root: MchdElement): readonly MchdFinding[] =>
  childrenNamed(at(root, 'Документ', 'Довер'), 'СвУпПред').flatMap((element) => {
    const type = attribute(element, 'ТипПред') ?? '';
    const actual = at(element, 'Пред')?.children[0]?.name;
    const expected = Object.hasOwn(announced, type) ? announced[type] : undefined;
    const contradicts = actual !== undefined && expected !== undefined && actual !== expected;
    return findingIf(contradicts, 'representative-type', { type, element: actual ?? '—' });
  });
