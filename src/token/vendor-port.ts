import type { Handle } from 'pkcs11js';

/** Tries of one PIN as its token counts them. */
export interface PinCounter {
  readonly left: number;
  readonly max: number;
}

/** Exact PIN counters of a slot; `null` for a PIN the token does not count or does not have. */
export interface PinCounters {
  readonly user: PinCounter | null;
  readonly so: PinCounter | null;
  /** The user PIN is still the factory's, by the token's own word; `null` where it does not say. */
  readonly factoryUserPin: boolean | null;
}

/** What a vendor's library can do beyond PKCS#11. */
export interface VendorExtensions {
  /**
   * Costs no try, needs no login and never throws. `null`: this library or this token does not tell, or what it told
   * cannot be true; the flags have to do.
   * @param model as CK_TOKEN_INFO gives it, without padding
   */
  pinCounters(slot: Handle, model: string): PinCounters | null;
  /**
   * Restores the tries and keeps the PIN, in a session where the administrator is signed in. `false`: this library has
   * no such function for this token.
   * @throws CryptokiFailure what the token refuses
   */
  unblockUserPin(slot: Handle, session: Handle, model: string): boolean;
  /** Whether {@link VendorExtensions.initialiseGost} can do anything. */
  readonly initialisesGost: boolean;
  /**
   * Prepares the ГОСТ part of a JaCarta-2 anew; every session must be closed. `false`: this library cannot, and nothing
   * was changed.
   * @throws CryptokiFailure what the token refuses
   */
  initialiseGost(slot: Handle, userPin: string, label: string): boolean;
}
