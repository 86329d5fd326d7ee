import type { Certificate } from '../../../shared/domain/certificate.ts';
import { fsrarIdOf, type Subdivision } from '../../../shared/domain/subdivision.ts';
import type { WizardState } from '../../../shared/ipc/wizard-state.ts';
import { validityOf } from '../../controls/validity.ts';
import { certificatesOn, summaryOf } from './access-key-view.ts';

/** What goes with the new key, as far as a person has to agree to it. */
export interface Replacement {
  /** A key in force of another place, which matters most; else the key that goes; `null` where it cannot be read. */
  readonly key: Certificate | null;
  readonly foreign: boolean;
}

const isInForce = (certificate: Certificate, now: number): boolean =>
  ['valid', 'ending'].includes(validityOf(certificate, now).kind);

/** The key whose end a person has to confirm, at the moment `now` (milliseconds). */
export function replacementOf(state: WizardState, now: number): Replacement {
  const { device, replaced } = summaryOf(state);
  const place = state.subdivisions.chosen;
  const wanted = place ? fsrarIdOf(place) : null;
  const keys = (device ? certificatesOn(device) : []).filter(({ purpose }) => purpose === 'access-key');
  const foreign = wanted === null ? undefined : keys.find((key) => key.fsrarId !== wanted && isInForce(key, now));
  return foreign ? { key: foreign, foreign: true } : { key: replaced, foreign: false };
}

/** The address of the place an access key is for, where the list has it. */
export const addressOf = (rows: readonly Subdivision[] | null, fsrarId: string | null): string | null =>
  rows?.find((row) => row.fsrarId === fsrarId)?.address ?? null;
