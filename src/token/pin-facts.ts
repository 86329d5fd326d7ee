import type { PinFacts } from '../shared/domain/token.ts';
import type { CryptokiTokenInfo } from './cryptoki.ts';
import { CKF } from './pkcs11-numbers.ts';

type FlagState = readonly [flag: number, tries: PinFacts['tries']];

/** The worst flag speaks. */
const states: readonly FlagState[] = [
  [CKF.userPinLocked, 'locked'],
  [CKF.userPinFinalTry, 'last'],
  [CKF.userPinCountLow, 'spent'],
];

/**
 * What CK_TOKEN_INFO tells of the user's PIN; reading it costs no try. PKCS#11 has no exact counter, so `left` and
 * `max` stay `null`. The PIN flags of a token that is not initialised mean nothing.
 */
export function pinFactsOf(info: Pick<CryptokiTokenInfo, 'flags' | 'minPinLen' | 'maxPinLen'>): PinFacts {
  const initialised = (info.flags & CKF.tokenInitialized) !== 0;
  const has = (flag: number) => initialised && (info.flags & flag) !== 0;
  return {
    tries: states.find(([flag]) => has(flag))?.[1] ?? 'untouched',
    left: null,
    max: null,
    initialised: has(CKF.userPinInitialized),
    mustChange: has(CKF.userPinToBeChanged),
    factory: null,
    minLength: info.minPinLen,
    maxLength: info.maxPinLen,
  };
}
