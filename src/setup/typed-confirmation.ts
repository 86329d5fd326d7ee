import type { Device } from '../shared/domain/token.ts';

/** Characters of a number that a person types to confirm what cannot be undone. */
const CONFIRMED_CHARACTERS = 4;

/** Whether `typed` are the last characters of this number, in any case. */
export function confirmsTail(number: string, typed: string): boolean {
  const wanted = number.slice(-CONFIRMED_CHARACTERS).toLowerCase();
  return wanted.length === CONFIRMED_CHARACTERS && typed.trim().toLowerCase() === wanted;
}

/** Whether `typed` are the last characters of the serial printed on this device. */
export const confirms = (device: Device, typed: string): boolean => confirmsTail(device.printedSerial, typed);
