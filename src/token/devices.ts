import { createHash } from 'node:crypto';
import type { AppletKind, Device, TokenFamily } from '../shared/domain/token.ts';
import { familyOf, recogniseDevice } from './profiles.ts';
import type { SlotReading } from './slot-reading.ts';

/** What one library shows. */
export interface LibrarySlots {
  readonly library: string;
  readonly slots: readonly SlotReading[];
}

/** Рутокен prints on its case the decimal form of the hexadecimal serial, in ten digits (dev.rutoken.ru). */
function printedSerial(serial: string, family: TokenFamily): string {
  if (family !== 'rutoken' || !/^[0-9a-f]{1,16}$/i.test(serial)) return serial;
  return BigInt(`0x${serial}`).toString().padStart(10, '0');
}

const order: { readonly [kind in AppletKind]: number } = { gost: 0, pki: 1, combined: 2 };

/**
 * Slots of one library by device. The two applets of a JaCarta stand in one reader; whether they also share a serial
 * is not known, so the serial alone never joins them.
 */
function joinSlots(slots: readonly SlotReading[]): readonly (readonly SlotReading[])[] {
  const groups: SlotReading[][] = [];
  for (const slot of slots) {
    const partner =
      familyOf(slot.recognition) === 'jacarta'
        ? groups.find(
            (group) =>
              group[0]?.applet.reader === slot.applet.reader &&
              group.every((other) => other.applet.kind !== slot.applet.kind),
          )
        : undefined;
    if (partner) partner.push(slot);
    else groups.push([slot]);
  }
  return groups.map((group) => group.sort((a, b) => order[a.applet.kind] - order[b.applet.kind]));
}

function deviceOf(library: string, slots: readonly SlotReading[]): Device {
  const { id: profile, family, name, shortcomings } = recogniseDevice(slots.map((slot) => slot.recognition));
  const applets = slots.map((slot) => slot.applet);
  const serial = applets[0]?.serial ?? '';
  const identity = [library, ...applets.map((applet) => `${applet.kind} ${applet.model} ${applet.serial}`)].join('\n');
  return {
    id: createHash('sha256').update(identity).digest('hex').slice(0, 16),
    serial,
    printedSerial: printedSerial(serial, family),
    profile,
    name,
    family,
    shortcomings,
    library,
    applets,
  };
}

const places = (device: Device): readonly string[] =>
  device.applets.map(({ reader, serial }) => `${reader}\n${serial}`);

/**
 * The devices a person holds, put together from what the libraries show. A token that a second library shows again, in
 * the same reader and with the same serial, is listed once, under the first.
 */
export function devicesOf(libraries: readonly LibrarySlots[]): Device[] {
  const devices: Device[] = [];
  for (const { library, slots } of libraries) {
    const seen = new Set(devices.flatMap(places));
    const fresh = joinSlots(slots).map((group) => deviceOf(library, group));
    devices.push(...fresh.filter((device) => !places(device).some((place) => seen.has(place))));
  }
  return devices;
}
