import { readEntries } from './java-properties.ts';
import { allPinKeys } from './transport-keys.ts';

/** Whether both PINs stand in a `transport.properties`: without them a UTM makes no new database. No value leaves this. */
export function bothPinsGiven(bytes: Uint8Array): boolean {
  // Of a key that stands twice the last counts, as in Java.
  const filled = new Map(readEntries(bytes).map(({ key, value }) => [key, value !== '']));
  return allPinKeys.every((key) => filled.get(key) === true);
}
