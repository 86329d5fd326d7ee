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

/** What a vendor's library can do beyond PKCS#11. Every member answers honestly instead of throwing. */
export interface VendorExtensions {
  /** Costs no try and needs no login. `null`: this library or this token does not tell; the flags have to do. */
  pinCounters(slot: Handle, model: string): PinCounters | null;
  /** Restores the tries and keeps the PIN, in a session where the administrator is signed in. `false`: cannot. */
  unblockUserPin(slot: Handle, session: Handle, model: string): boolean;
  /** Prepares the ГОСТ part of a JaCarta-2 anew. `false`: this library cannot, and nothing was changed. */
  initialiseGost(slot: Handle, userPin: string, label: string): boolean;
}

/** Opens the vendor's own functions of a library that is loaded already; `null` where it has none we know. */
export function openVendorExtensions(_libraryPath: string): VendorExtensions | null {
  return null;
}
