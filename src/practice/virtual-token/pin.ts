import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';
import { CKF, type ReturnCodeName } from '../../token/pkcs11-numbers.ts';
import type { PinState } from './device-state.ts';

const hashBytes = 32;
const hashOf = (pin: string, salt: string): Buffer => scryptSync(pin, Buffer.from(salt, 'base64'), hashBytes);

/** A fresh PIN with a full counter. */
export function newPin(pin: string, maxTries: number): PinState {
  const salt = randomBytes(16).toString('base64');
  return { salt, hash: hashOf(pin, salt).toString('base64'), maxTries, wrongTries: 0, mustChange: false };
}

/**
 * One try, counted in `state`. The wrong try that locks is still answered `PIN_INCORRECT`; the next one, right or
 * wrong, `PIN_LOCKED` (seen on Rutoken ECP).
 */
export function tryPin(state: PinState, pin: string): ReturnCodeName | null {
  if (state.wrongTries >= state.maxTries) return 'PIN_LOCKED';
  if (timingSafeEqual(hashOf(pin, state.salt), Buffer.from(state.hash, 'base64'))) {
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
