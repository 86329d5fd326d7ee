import type { Handle } from 'pkcs11js';
import type { PinFacts } from '../shared/domain/token.ts';
import type { Cryptoki, CryptokiTokenInfo } from './cryptoki.ts';
import { unpadded } from './padded-text.ts';
import { CKF } from './pkcs11-numbers.ts';
import type { PinCounter, VendorExtensions } from './vendor-extensions.ts';

type FlagState = readonly [flag: number, tries: PinFacts['tries']];

/** The worst flag speaks. The officer's flags stand four bits above the user's. */
const states: readonly FlagState[] = [
  [CKF.userPinLocked, 'locked'],
  [CKF.userPinFinalTry, 'last'],
  [CKF.userPinCountLow, 'spent'],
];
const officerShift = 4;

const gravity: readonly PinFacts['tries'][] = ['untouched', 'spent', 'last', 'locked'];

function triesOf({ left, max }: PinCounter): PinFacts['tries'] {
  if (left <= 1) return left === 1 ? 'last' : 'locked';
  return left < max ? 'spent' : 'untouched';
}

/** Exact numbers where the vendor's library gives them, and the factory PIN by the token's own word. */
interface VendorWord {
  readonly counter: PinCounter | null;
  readonly factory: boolean | null;
}

const silence: VendorWord = { counter: null, factory: null };

/**
 * What is known of a PIN before it is typed; reading it costs no try. PKCS#11 has no exact counter, so `left` and `max`
 * stay `null` unless the vendor's library tells them. The PIN flags of a token that is not initialised mean nothing.
 */
export function pinFactsOf(
  info: Pick<CryptokiTokenInfo, 'flags' | 'minPinLen' | 'maxPinLen'>,
  role: 'user' | 'so' = 'user',
  { counter, factory }: VendorWord = silence,
): PinFacts {
  const initialised = (info.flags & CKF.tokenInitialized) !== 0;
  const flags = role === 'user' ? info.flags : info.flags >>> officerShift;
  const has = (flag: number) => initialised && (flags & flag) !== 0;
  const told = states.find(([flag]) => has(flag))?.[1] ?? 'untouched';
  const counted = counter ? triesOf(counter) : 'untouched';
  return {
    tries: gravity.indexOf(counted) > gravity.indexOf(told) ? counted : told,
    left: counter?.left ?? null,
    max: counter?.max ?? null,
    initialised: role === 'user' ? has(CKF.userPinInitialized) : initialised,
    mustChange: has(CKF.userPinToBeChanged),
    factory,
    minLength: info.minPinLen,
    maxLength: info.maxPinLen,
  };
}

/** The PINs of a slot as they are now. Nothing here costs a try. */
export function readPins(
  cryptoki: Cryptoki,
  slot: Handle,
  extensions: VendorExtensions | null,
): { readonly user: PinFacts; readonly so: PinFacts } {
  const info = cryptoki.C_GetTokenInfo(slot);
  const counters = extensions?.pinCounters(slot, unpadded(info.model)) ?? null;
  return {
    user: pinFactsOf(info, 'user', { counter: counters?.user ?? null, factory: counters?.factoryUserPin ?? null }),
    so: pinFactsOf(info, 'so', { counter: counters?.so ?? null, factory: null }),
  };
}
