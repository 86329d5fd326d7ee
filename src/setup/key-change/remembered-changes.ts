import { z } from 'zod';
import {
  type KeyChange,
  type KeyChangeBaseline,
  type KeyChangeChoices,
  keyChangeSchema,
} from '../../shared/domain/key-change.ts';
import type { AppletKind, Device } from '../../shared/domain/token.ts';
import { baselineOf, wasThere } from './baseline.ts';
import { endsSoon } from './key-facts.ts';

/** `key-changes.json` of the profile: one change a token. */
export const keyChangesSchema = z.array(keyChangeSchema).max(50);

/** The part of a device with a locked PIN is one whose PIN nobody knows; who knows it says so by signing in. */
const lockedParts = ({ applets }: Device) =>
  applets.filter(({ userPin }) => userPin.tries === 'locked').map(({ kind }) => kind);

/**
 * What a change would be if it were begun now.
 * @param requested CKA_ID of the keys whose requests are out already
 */
export const changeOf = (
  device: Device,
  choices: KeyChangeChoices,
  now: Date,
  requested: ReadonlySet<string> = new Set(),
): KeyChange => ({
  serial: device.serial,
  printedSerial: device.printedSerial,
  name: device.name,
  begunAt: now.toISOString(),
  choices: { ...choices, lostPins: [...new Set([...choices.lostPins, ...lockedParts(device)])] },
  baseline: baselineOf(device, requested),
});

export const changeFor = (changes: readonly KeyChange[], serial: string): KeyChange | null =>
  changes.find((change) => change.serial === serial) ?? null;

/**
 * Days from which a change may be of a former year. Keys live a year or longer and are changed from 90 days before
 * their end: what a change brought lasts for more than this, and no authority lets anybody wait so long.
 */
const formerAfterDays = 180;
const dayMs = 24 * 60 * 60 * 1000;

/**
 * Nobody closed this change, and what it brought has to be changed in its turn: by its baseline all would be done.
 *
 * @param present what is on the token now
 */
function isFormer({ begunAt, baseline }: KeyChange, present: KeyChangeBaseline, now: Date): boolean {
  if (now.getTime() - Date.parse(begunAt) < formerAfterDays * dayMs) return false;
  const brought = present.certificates.filter(({ fingerprint }) => !wasThere(baseline, fingerprint));
  return (['qualified', 'access-key'] as const).some((kind) => {
    const ofKind = brought.filter(({ purpose }) => purpose === kind);
    return ofKind.length > 0 && ofKind.every((one) => endsSoon(one, now));
  });
}

/** The change that goes on with this token; one of a former year does not. */
export function changeUnderWay(changes: readonly KeyChange[], device: Device, now: Date): KeyChange | null {
  const known = changeFor(changes, device.serial);
  return known && !isFormer(known, baselineOf(device), now) ? known : null;
}

/**
 * A change that was begun stays begun when it is begun again, and only what the person says of it is new; one of a
 * former year gives way.
 */
export function begun(changes: readonly KeyChange[], fresh: KeyChange): KeyChange[] {
  const known = changeFor(changes, fresh.serial);
  if (!known) return [...changes, fresh].slice(-50);
  const next = isFormer(known, fresh.baseline, new Date(fresh.begunAt)) ? fresh : { ...known, choices: fresh.choices };
  return changes.map((change) => (change === known ? next : change));
}

export const forgotten = (changes: readonly KeyChange[], serial: string): KeyChange[] =>
  changes.filter((change) => change.serial !== serial);

/** Somebody knows the PINs of these parts: signed in to them, or set them anew. */
export function pinsKnown(
  changes: readonly KeyChange[],
  serial: string,
  known: readonly AppletKind[],
): readonly KeyChange[] {
  const change = changeFor(changes, serial);
  if (!change?.choices.lostPins.some((part) => known.includes(part))) return changes;
  const lostPins = change.choices.lostPins.filter((part) => !known.includes(part));
  return changes.map((one) => (one === change ? { ...one, choices: { ...one.choices, lostPins } } : one));
}
