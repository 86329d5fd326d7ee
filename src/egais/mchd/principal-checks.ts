import { at, attribute, below, childrenNamed, type MchdElement } from './element.ts';
import type { MchdFacts, MchdPrincipal } from './facts.ts';
import { finding, findingIf, type MchdFinding } from './finding.ts';

const unidentified = ({ signatories }: MchdPrincipal): boolean =>
  signatories.some(({ inn, snils }) => inn === null && snils === null);

/** Of the principals: that there are any, that EGAIS knows their kind, that their heads can be told from others. */
export function principalFindings({ principals }: MchdFacts): readonly MchdFinding[] {
  if (principals.length === 0) return [finding('principal-missing')];
  const names = principals.map(({ name }) => name).join(', ');
  return [
    ...findingIf(principals.length > 1, 'principals-several', { count: principals.length, names }),
    ...principals.flatMap((principal) => [
      ...findingIf(principal.signatories.length === 0, 'head-missing', { name: principal.name }),
      ...findingIf(unidentified(principal), 'head-without-numbers', { name: principal.name }),
      ...findingIf(principal.kind === 'person', 'principal-person', { name: principal.name }),
      ...findingIf(principal.kind === 'foreign-organization', 'principal-foreign', { name: principal.name }),
    ]),
  ];
}

/** ТипДоверит → the element it announces. */
const announced: Readonly<Record<string, string>> = { 1: 'РосОргДовер', 2: 'ИнОргДовер', 3: 'ИПДовер', 4: 'ФЛДовер' };

const typeFindings = (root: MchdElement): readonly MchdFinding[] =>
  childrenNamed(at(root, 'Документ', 'Довер'), 'СвДоверит').flatMap((element) => {
    const type = attribute(element, 'ТипДоверит') ?? '';
    const actual = at(element, 'Доверит')?.children[0]?.name;
    const expected = Object.hasOwn(announced, type) ? announced[type] : undefined;
    const contradicts = actual !== undefined && expected !== undefined && actual !== expected;
    return findingIf(contradicts, 'principal-type', { type, element: actual ?? '—' });
  });

/** Kind of the sole executive body → the element that names it. */
const executiveBodies = { ЕИОУК: 'СВЮЛ', ЕИОФЛ: 'СвФЛ', ЕИОИП: 'СвИП' } as const;

/** An organisation says by flags who governs it, and names him; both have to agree. */
function headFindings(organization: MchdElement): readonly MchdFinding[] {
  const heads = childrenNamed(organization, 'ЛицоБезДов');
  return Object.entries(executiveBodies).flatMap(([flag, element]) => {
    const claimed = attribute(organization, flag) === '1';
    const named = heads.some((head) => at(head, element) !== undefined);
    return findingIf(claimed !== named, 'head-kind', { flag, value: claimed ? '1' : '0', element });
  });
}

/** What the form 003 says twice about the principals, and has to say alike. */
export const principalFormFindings = (root: MchdElement): readonly MchdFinding[] => [
  ...typeFindings(root),
  ...[...below(root, 'РосОргДовер'), ...below(root, 'РосОргПерПолн')].flatMap(headFindings),
];
