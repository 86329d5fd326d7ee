import type { AppletKind, Device, TokenFamily } from '../shared/domain/token.ts';
import {
  type AppletCapabilities,
  applets,
  type Profile,
  profiles,
  type Recognition,
  standardApplet,
} from './token-profiles.ts';

export type { AppletCapabilities, Recognition } from './token-profiles.ts';

type Requirement = NonNullable<Profile['either']>[number];

const meets = (slot: Recognition, wanted: Requirement): boolean =>
  Object.entries(wanted).every(([property, value]) => slot[property as keyof Requirement] === value);

const isFrom = (manufacturer: string | RegExp, slot: Recognition): boolean =>
  typeof manufacturer === 'string' ? manufacturer === slot.manufacturer : manufacturer.test(slot.manufacturer);

function fits(profile: Profile, slots: readonly Recognition[]): boolean {
  const [first] = slots;
  if (!first) return false;
  const { manufacturer, models, either, minimumFirmware } = profile;
  if (manufacturer !== undefined && !isFrom(manufacturer, first)) return false;
  if (models && !models.every((model) => slots.some((slot) => slot.model === model))) return false;
  if (minimumFirmware !== undefined && first.firmwareMajor < minimumFirmware) return false;
  return either?.some((wanted) => meets(first, wanted)) ?? true;
}

const profileOf = (slots: readonly Recognition[]): Profile | undefined =>
  profiles.find((profile) => fits(profile, slots));

/** The family of one slot's device, known before its slots are paired. */
export const familyOf = (slot: Recognition): TokenFamily => profileOf([slot])?.family ?? 'generic';

/**
 * Which applet a slot is: by its model, else by what keys it generates. Only a JaCarta divides itself into parts with
 * PINs of their own; any other token is one part, whatever it can do. A ГОСТ hash alone proves nothing: the PKI applet
 * of a JaCarta lists ГОСТ hashes done in software. The old model name `JaCarta` was given to more than one applet.
 */
export function appletKindOf(slot: Recognition): AppletKind {
  const known = applets.get(slot.model);
  if (known) return known.kind;
  if (familyOf(slot) !== 'jacarta') return 'combined';
  if (slot.generatesGost && !slot.generatesRsa) return 'gost';
  return slot.generatesRsa && !slot.generatesGost ? 'pki' : 'combined';
}

/** What can be done to the applet in a slot. `vendor` needs a library that has the function: the caller looks. */
export function appletCapabilities(slot: Recognition): AppletCapabilities {
  const known = applets.get(slot.model);
  if (known) return known;
  const { applet } = profileOf([slot]) ?? {};
  if (applet) return applet;
  // A ГОСТ part of a JaCarta that no row names is never given to C_InitToken.
  return appletKindOf(slot) === 'combined' && familyOf(slot) !== 'jacarta'
    ? standardApplet
    : { initialisation: 'handoff', canUnblock: false, hasSoPin: true };
}

function shortcomingsByMechanisms(slots: readonly Recognition[]): Device['shortcomings'] {
  return [
    ...(slots.some((slot) => slot.generatesGost) ? [] : (['no-gost-keys'] as const)),
    ...(slots.some((slot) => slot.generatesRsa) ? [] : (['no-rsa-keys'] as const)),
  ];
}

/**
 * Names a device by its slots, the ГОСТ one first, and what it cannot do for EGAIS whatever is on it.
 */
export function recogniseDevice(slots: readonly Recognition[]): {
  readonly id: string;
  readonly family: TokenFamily;
  readonly name: string;
  readonly shortcomings: Device['shortcomings'];
} {
  const profile = profileOf(slots);
  const [first] = slots;
  const named = profile?.minimumFirmware === undefined ? null : first?.vendorName;
  return {
    id: profile?.id ?? 'generic',
    family: profile?.family ?? 'generic',
    name: named || (profile?.name ?? first?.model ?? ''),
    shortcomings: [...(profile?.shortcomings ?? shortcomingsByMechanisms(slots))],
  };
}
