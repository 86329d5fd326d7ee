import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';
import { CKF, type ReturnCodeName } from '../../token/pkcs11-numbers.ts';
import type { PinState } from './device-state.ts';

const hashBytes = 32;
const hashOf = (pin: string, salt: string): Buffer => scryptSync(pin, Buffer.from(salt, 'base64'), hashBytes);

/** A fresh PIN with a full counter, and the memory of the one it follows. */
export function newPin(pin: string, maxTries: number, before: PinState | null = null): PinState {
  const salt = randomBytes(16).toString('base64');
  const history = before ? [{ salt: before.salt, hash: before.hash }, ...before.history] : [];
  const hash = hashOf(pin, salt).toString('base64');
  return { salt, hash, maxTries, wrongTries: 0, mustChange: false, expired: false, history };
}

/** Costs nothing: a comparison inside the token. */
export const isPin = (state: Pick<PinState, 'salt' | 'hash'>, pin: string): boolean =>
  timingSafeEqual(hashOf(pin, state.salt), Buffer.from(state.hash, 'base64'));

/**
 * One try, counted in `state`. The wrong try that locks is still answered `PIN_INCORRECT`; the next one, right or
 * wrong, `PIN_LOCKED` (seen on Rutoken ECP).
 */
export function tryPin(state: PinState, pin: string): ReturnCodeName | null {
  if (state.wrongTries >= state.maxTries) return 'PIN_LOCKED';
  if (isPin(state, pin)) {
    state.wrongTries = 0;
    return null;
  }
  state.wrongTries += 1;
  return 'PIN_INCORRECT';
}

/** From how many tries left on COUNT_LOW is set: at the first wrong one, or only near the end. */
export type CountLowManner = 'first-wrong-try' | 'two-left';

/** The flags CK_TOKEN_INFO gives for a PIN, as those of the user; the officer's stand four bits higher. */
export function pinFlags(state: PinState, manner: CountLowManner): number {
  const left = state.maxTries - state.wrongTries;
  const low = manner === 'first-wrong-try' ? state.wrongTries > 0 : left <= 2;
  return (
    (state.mustChange ? CKF.userPinToBeChanged : 0) |
    (left === 0
      ? CKF.userPinLocked
      : left === 1
        ? CKF.userPinFinalTry | CKF.userPinCountLow
        : low
          ? CKF.userPinCountLow
          : 0)
  );
}
