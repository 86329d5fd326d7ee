import { at, attribute, type MchdElement } from './element.ts';
import type { MchdFacts } from './facts.ts';
import { finding, findingIf, type MchdFinding } from './finding.ts';

/**
 * Whether the powers are those that EGAIS asks for. Which these are is not publicly known: without codes that somebody
 * configured, the person is asked to compare, and nothing is called enough.
 * @param codes КодПолн of powers, any one of which is enough
 */
export function powerFindings(facts: MchdFacts, codes: readonly string[]): readonly MchdFinding[] {
  const { powers, powerCount, jointPowers, lostPowers } = facts;
  if (powerCount === 0) return [finding('powers-missing')];
  const left = powerCount - powers.length;
  const has = powers.some(({ code }) => code !== null && codes.includes(code));
  return [
    ...findingIf(codes.length === 0, 'powers-to-compare', { count: powerCount }),
    // A power past those that are kept may be the one: then nothing is claimed.
    ...findingIf(codes.length > 0 && !has && left === 0, 'power-absent', { codes: codes.join(', ') }),
    ...findingIf(codes.length > 0 && !has && left > 0, 'powers-to-compare', { count: powerCount }),
    ...findingIf(left > 0, 'powers-many', { shown: powers.length, count: powerCount }),
    ...findingIf(facts.representatives.length > 1 && jointPowers !== null, 'powers-joint', {
      value: jointPowers ?? '—',
      count: facts.representatives.length,
    }),
    ...findingIf(lostPowers !== null, 'powers-lost', { value: lostPowers ?? '—' }),
  ];
}

/** What the form 003 announces and then has to contain: powers by their type, the notary's part, irrevocability. */
export function announcedFindings(root: MchdElement): readonly MchdFinding[] {
  const document = at(root, 'Документ');
  const body = at(document, 'Передов') ?? at(document, 'Довер');
  const particulars = at(body, 'СвДов') ?? at(body, 'СвПереДовер');
  const powers = at(body, 'СвПолн');
  const type = attribute(powers, 'ТипПолн');
  const announced = { 0: 'ТекстПолн', 1: 'МашПолн' }[type ?? ''];
  const notary = root.attributes.ПрЭлФорм?.[2] === '1';
  const irrevocable = attribute(particulars, 'ВидДовер') === '2';
  return [
    ...findingIf(
      powers !== undefined && announced !== undefined && at(powers, announced) === undefined,
      'powers-type',
      {
        type: type ?? '—',
        element: announced ?? '—',
      },
    ),
    ...findingIf(notary !== (at(body, 'СвНотУд') !== undefined), 'notary-part', { claimed: notary ? '1' : '0' }),
    ...findingIf(irrevocable !== (at(particulars, 'Безотзыв') !== undefined), 'irrevocable-part', {
      claimed: irrevocable ? '2' : '1',
    }),
  ];
}
