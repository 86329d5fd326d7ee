import { z } from 'zod';
import { type KeyChange, type KeyChangeChoices, keyChangeSchema } from '../../shared/domain/key-change.ts';
import type { Device } from '../../shared/domain/token.ts';
import { baselineOf } from './baseline.ts';

/** `key-changes.json` of the profile: one change a token. */
export const keyChangesSchema = z.array(keyChangeSchema).max(50);

/** The part of a device with a locked PIN is one whose PIN nobody knows; who knows it says so by signing in. */
const lockedParts = ({ applets }: Device) =>
  applets.filter(({ userPin }) => userPin.tries === 'locked').map(({ kind }) => kind);

/** What a change would be if it were begun now. */
export const changeOf = (device: Device, choices: KeyChangeChoices, now: Date): KeyChange => ({
  serial: device.serial,
  printedSerial: device.printedSerial,
  name: device.name,
  begunAt: now.toISOString(),
  choices: { ...choices, lostPins: [...new Set([...choices.lostPins, ...lockedParts(device)])] },
  baseline: baselineOf(device),
});

export const changeFor = (changes: readonly KeyChange[], serial: string): KeyChange | null =>
  changes.find((change) => change.serial === serial) ?? null;

/** A change that was begun stays begun when it is begun again: only what the person says of it is new. */
export function begun(changes: readonly KeyChange[], fresh: KeyChange): KeyChange[] {
  const known = changeFor(changes, fresh.serial);
  if (!known) return [...changes, fresh].slice(-50);
  return changes.map((change) => (change === known ? { ...known, choices: fresh.choices } : change));
}

export const forgotten = (changes: readonly KeyChange[], serial: string): KeyChange[] =>
  changes.filter((change) => change.serial !== serial);

/** Whoever signs in to a part knows its PIN. */
export function pinsKnown(changes: readonly KeyChange[], { serial, applets }: Device): readonly KeyChange[] {
  const change = changeFor(changes, serial);
  const known = applets.filter(({ signedIn }) => signedIn).map(({ kind }) => kind);
  if (!change?.choices.lostPins.some((part) => known.includes(part))) return changes;
  const lostPins = change.choices.lostPins.filter((part) => !known.includes(part));
  return changes.map((one) => (one === change ? { ...one, choices: { ...one.choices, lostPins } } : one));
}
