import type { IssuerWay } from '../../../shared/domain/issuer-choice.ts';
import type { WizardState } from '../../../shared/ipc/wizard-state.ts';

/** Open and closed ways in the order of the state. */
export function waysOf(ways: readonly IssuerWay[]) {
  return {
    open: ways.filter(({ obstacle }) => obstacle === null),
    closed: ways.flatMap(({ issuer, obstacle }) => (obstacle === null ? [] : [{ issuer, obstacle }])),
  };
}

/** The way that will be taken; `null` while no ways are known. */
export const wayTaken = ({ ways, issuer }: WizardState['accessKey']): IssuerWay | null =>
  ways.find((way) => way.issuer === issuer) ?? null;

/** What is honestly known of a way: only the UTM's own request is sure in some cases and not in others. */
export const wayNote = ({ issuer, certainty }: Pick<IssuerWay, 'issuer' | 'certainty'>) =>
  issuer === 'utm' ? (certainty === 'confirmed' ? 'utm-confirmed' : 'utm-unconfirmed') : issuer;
