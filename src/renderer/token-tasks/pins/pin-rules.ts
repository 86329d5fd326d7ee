import type { PinFacts } from '../../../shared/domain/token.ts';
import { pinLengthTrouble } from '../../steps/token/token-view.ts';

export interface PinTrouble {
  readonly kind: 'missing' | 'short' | 'long' | 'characters' | 'same' | 'differs';
  readonly count: number;
}

export interface NewPin {
  readonly pin: string;
  readonly repeated: string;
  /** The PIN that is to be replaced, where the person types it. */
  readonly old: string | null;
}

/** Digits, Latin letters and signs: what every keyboard types and every token takes. */
const typable = /^[\x21-\x7e]*$/;

/** Why a new PIN need not be sent at all, and in which of its two fields that is mended. */
export function newPinTrouble(
  { pin, repeated, old }: NewPin,
  facts: PinFacts,
): { readonly field: 'new' | 'repeat'; readonly trouble: PinTrouble } | null {
  const length = pinLengthTrouble(pin, facts);
  if (length?.kind === 'missing') return { field: 'new', trouble: length };
  if (!typable.test(pin)) return { field: 'new', trouble: { kind: 'characters', count: 0 } };
  if (length) return { field: 'new', trouble: length };
  if (pin === old) return { field: 'new', trouble: { kind: 'same', count: 0 } };
  if (pin !== repeated)
    return { field: 'repeat', trouble: { kind: repeated === '' ? 'missing' : 'differs', count: 0 } };
  return null;
}

/** Beyond this nobody needs to be told the longest PIN. */
const LONG_ENOUGH = 64;

/** The rule of a new PIN's length as it is said beforehand. */
export const pinLengthRule = ({ minLength, maxLength }: PinFacts): 'range' | 'least' =>
  maxLength > 0 && maxLength < LONG_ENOUGH && maxLength >= minLength ? 'range' : 'least';
