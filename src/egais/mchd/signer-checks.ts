import type { Certificate } from '../../shared/domain/certificate.ts';
import { fullName, type MchdFacts, type MchdPerson, type MchdPrincipal } from './facts.ts';
import { finding, findingIf, type MchdFinding } from './finding.ts';
import { identity, personOf } from './same-person.ts';

const signed = (person: MchdPerson, signers: readonly MchdPerson[]) =>
  signers.map((signer) => identity(person, signer)).find((found) => found?.same) ?? null;

const names = (persons: readonly MchdPerson[]): string => persons.map(fullName).join(', ');

function findingsOf(principal: MchdPrincipal, signers: readonly MchdPerson[]): readonly MchdFinding[] {
  const { name, signatories, jointly } = principal;
  if (signatories.length === 0) return [];
  const matches = signatories.map((person) => ({ person, by: signed(person, signers)?.by ?? null }));
  const missing = matches.filter(({ by }) => by === null).map(({ person }) => person);
  if (missing.length === signatories.length)
    return [finding('signer-not-head', { principal: name, heads: names(signatories), signers: names(signers) })];
  return [
    ...findingIf(jointly && missing.length > 0, 'signers-missing', { principal: name, heads: names(missing) }),
    ...matches
      .filter(({ by }) => by === 'surname')
      .map(({ person }) => finding('signer-by-surname', { principal: name, head: fullName(person) })),
  ];
}

/**
 * Whether those who signed may: for every principal its head, or the sole proprietor himself, and where heads act
 * jointly each of them. Told by СНИЛС, else by ИНН, else by surname.
 * @param good certificates of signatures that hold; without any nothing is compared
 */
export function signerFindings({ principals }: Pick<MchdFacts, 'principals'>, good: readonly Certificate[]) {
  if (good.length === 0) return [];
  const signers = good.map(personOf);
  return principals.flatMap((principal) => findingsOf(principal, signers));
}
