import { randomBytes } from 'node:crypto';
import { addDevice, changeDevice } from './device-folder.ts';
import { deviceManners } from './device-kinds.ts';
import type { DeviceKind } from './device-state.ts';
import { newPin } from './pin.ts';

/** How a PIN of a new device differs from the factory's. `wrongTries` are already spent; all of them means locked. */
export interface PinPreparation {
  readonly value?: string;
  readonly maxTries?: number;
  readonly wrongTries?: number;
  readonly mustChange?: boolean;
}

interface AppletPreparation {
  readonly serial?: string;
  readonly label?: string;
  /** `false`: an applet out of the box, which has no user PIN until it is initialised. */
  readonly initialised?: boolean;
  /** Bytes. */
  readonly memory?: number;
  readonly user?: PinPreparation;
  readonly so?: PinPreparation;
}

export interface DevicePreparation {
  /** `false`: the device exists and is not inserted. */
  readonly plugged?: boolean;
  /** How long a key pair takes at least; nothing is written before it is complete. */
  readonly generationMs?: number;
  /** By the applet's role: `gost` and `pki` of a JaCarta, `combined` of a Рутокен. */
  readonly applets?: { readonly [role in 'gost' | 'pki' | 'combined']?: AppletPreparation };
}

function preparedPin(factory: { readonly factory: string; readonly tries: number }, preparation: PinPreparation = {}) {
  const maxTries = preparation.maxTries ?? factory.tries;
  return {
    ...newPin(preparation.value ?? factory.factory, maxTries),
    wrongTries: Math.min(preparation.wrongTries ?? 0, maxTries),
    mustChange: preparation.mustChange ?? false,
  };
}

/**
 * Makes a virtual device in a folder, with the factory's PINs unless prepared otherwise, and answers its serial (that
 * of the first applet). Its keys and certificates are then written through `openVirtualCryptoki`, as by any program.
 */
export function createVirtualDevice(
  folder: string,
  kind: DeviceKind,
  preparation: DevicePreparation = {},
): { readonly serial: string; readonly reader: string } {
  const manner = deviceManners[kind];
  return addDevice(folder, (existing) => {
    const serials = manner.serials(randomBytes(4));
    const applets = manner.applets.map((applet, index) => {
      const wish = preparation.applets?.[applet.role] ?? {};
      const initialised = wish.initialised ?? true;
      return {
        serial: wish.serial ?? serials[index] ?? '',
        label: wish.label ?? applet.blankLabel,
        initialised,
        memory: wish.memory ?? applet.memory,
        userPin: initialised ? preparedPin(applet.user, wish.user) : null,
        soPin: preparedPin(applet.so, wish.so),
        objects: [],
      };
    });
    return {
      kind,
      serial: applets[0]?.serial ?? '',
      reader: manner.reader(existing.filter((device) => device.kind === kind).length),
      order: existing.reduce((next, device) => Math.max(next, device.order + 1), 0),
      plugged: preparation.plugged ?? true,
      insertions: 1,
      generationMs: preparation.generationMs ?? 0,
      nextHandle: 1,
      applets,
    };
  });
}

/**
 * Inserts or pulls out a device. What any process had open on it, its logins included, is gone either way.
 * Throws when the folder has no device of this serial.
 */
export function plugDevice(folder: string, serial: string, plugged: boolean): void {
  changeDevice(folder, serial, (device) => {
    if (plugged && !device.plugged) device.insertions += 1;
    device.plugged = plugged;
  });
}
