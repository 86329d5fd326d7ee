import { randomBytes } from 'node:crypto';
import { CKA, CKO } from '../../token/pkcs11-numbers.ts';
import { readTemplate, toStored } from './attributes.ts';
import { addDevice, changeDevice } from './device-folder.ts';
import { deviceManners } from './device-kinds.ts';
import type { DeviceKind, PinPolicy, StoredObject } from './device-state.ts';
import { newPin } from './pin.ts';

/** How a PIN of a new device differs from the factory's. `wrongTries` are already spent; all of them means locked. */
export interface PinPreparation {
  readonly value?: string;
  readonly maxTries?: number;
  readonly wrongTries?: number;
  readonly mustChange?: boolean;
  /** A login with it is refused until it is changed. */
  readonly expired?: boolean;
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
  /** What a new user PIN must be; nothing in particular, unless prepared so. */
  readonly pinPolicy?: Partial<PinPolicy>;
  /** Names of КриптоПро containers, each with the data object that КриптоПро leaves. */
  readonly cryptoProContainers?: readonly string[];
}

export interface DevicePreparation {
  /** `false`: the device exists and is not inserted. */
  readonly plugged?: boolean;
  /** How long a key pair takes at least; nothing is written before it is complete. */
  readonly generationMs?: number;
  /** How long the device drops off the bus after an initialisation, as some JaCarta do. */
  readonly dropMs?: number;
  /** By the applet's role: `gost` and `pki` of a JaCarta, `combined` of a Рутокен. */
  readonly applets?: { readonly [role in 'gost' | 'pki' | 'combined']?: AppletPreparation };
}

const noPolicy: PinPolicy = { noRepeats: false, bothCases: false, digits: false, signs: false, history: false };

function preparedPin(factory: { readonly factory: string; readonly tries: number }, preparation: PinPreparation = {}) {
  const maxTries = preparation.maxTries ?? factory.tries;
  return {
    ...newPin(preparation.value ?? factory.factory, maxTries),
    wrongTries: Math.min(preparation.wrongTries ?? 0, maxTries),
    mustChange: preparation.mustChange ?? false,
    expired: preparation.expired ?? false,
  };
}

const cryptoProContainer = (name: string): Omit<StoredObject, 'handle'> => ({
  secret: null,
  attributes: toStored(
    readTemplate([
      { type: CKA.class, value: CKO.data },
      { type: CKA.token, value: true },
      { type: CKA.private, value: false },
      { type: CKA.application, value: 'CryptoPro CSP' },
      { type: CKA.label, value: name },
      { type: CKA.value, value: Buffer.alloc(0) },
    ]),
  ),
});

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
    let nextHandle = 1;
    const applets = manner.applets.map((applet, index) => {
      const wish = preparation.applets?.[applet.role] ?? {};
      const initialised = wish.initialised ?? true;
      return {
        serial: wish.serial ?? serials[index] ?? '',
        label: wish.label ?? applet.blankLabel,
        initialised,
        memory: wish.memory ?? applet.memory,
        userPin: initialised ? preparedPin(applet.user, wish.user) : null,
        soPin: applet.so && preparedPin(applet.so, wish.so),
        pinPolicy: { ...noPolicy, ...wish.pinPolicy },
        objects: (wish.cryptoProContainers ?? []).map((name) => ({
          ...cryptoProContainer(name),
          handle: nextHandle++,
        })),
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
      busy: false,
      dropMs: preparation.dropMs ?? 0,
      awayUntil: 0,
      nextHandle,
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

/** Another program takes a device, or gives it back. Throws when the folder has no device of this serial. */
export function holdDevice(folder: string, serial: string, busy: boolean): void {
  changeDevice(folder, serial, (device) => {
    device.busy = busy;
  });
}
