import type { Device } from '../shared/domain/token.ts';

/** Characters of the serial that a person types to confirm what cannot be undone. */
const CONFIRMED_CHARACTERS = 4;

/** Whether `typed` are the last characters of the serial printed on this device. */
export function confirms(device: Device, typed: string): boolean {
  const wanted = device.printedSerial.slice(-CONFIRMED_CHARACTERS).toLowerCase();
  return wanted.length === CONFIRMED_CHARACTERS && typed.trim().toLowerCase() === wanted;
}
