import { CKR } from './pkcs11-numbers.ts';
import { CryptokiFailure } from './return-codes.ts';
import type { PinCounter } from './vendor-port.ts';

const plausible = (value: number): boolean => Number.isInteger(value) && value >= 0 && value <= 255;

/** A counter as told, or `null` where the numbers cannot be those of a PIN: then nothing is claimed. */
export const counterOf = (left: number, max: number): PinCounter | null =>
  plausible(left) && plausible(max) && max > 0 && left <= max ? { left, max } : null;

/**
 * `true` when done, `false` when the library says it does not have this function.
 * @throws CryptokiFailure any other refusal
 */
export function done(call: string, code: number): boolean {
  if (code === 0) return true;
  if (code === CKR.FUNCTION_NOT_SUPPORTED) return false;
  const name = Object.entries(CKR).find(([, value]) => value === code)?.[0];
  throw new CryptokiFailure(call, code, name ? `CKR_${name}` : 'CKR_VENDOR_DEFINED');
}

/** CK_SLOT_ID and CK_SESSION_HANDLE, which pkcs11js hands around as the bytes of a CK_ULONG. */
export const handleValue = (handle: Buffer): bigint =>
  handle.length === 8 ? handle.readBigUInt64LE() : BigInt(handle.readUInt32LE());
