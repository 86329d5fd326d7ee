import type { CryptokiTokenInfo } from '../../token/cryptoki.ts';
import { CKF } from '../../token/pkcs11-numbers.ts';
import { sizeOf } from './attributes.ts';
import { refuse, refuseAsVendor } from './cryptoki-error.ts';
import { type AppletManner, deviceManners } from './device-kinds.ts';
import type { AppletState, DeviceState, StoredObject } from './device-state.ts';
import { pinFlags } from './pin.ts';

/** JaCarta's library always shows twenty slots, a token in some of them (Aladdin's PKCS#11 reference). */
export const slotCount = 20;

/** An applet of a device that exists, in its slot; the device may be pulled out. */
export interface OccupiedSlot {
  readonly slot: number;
  readonly device: DeviceState;
  readonly appletIndex: number;
}

/** Slots in the order devices were made, their applets side by side. */
export const occupiedSlots = (devices: readonly DeviceState[]): readonly OccupiedSlot[] =>
  devices
    .flatMap((device) => device.applets.map((_, appletIndex) => ({ device, appletIndex })))
    .map((place, slot) => ({ slot, ...place }));

/** The device is in its reader and has not dropped off the bus. */
export const isPresent = (device: DeviceState): boolean => device.plugged && Date.now() >= device.awayUntil;

/** Throws as the device does while another program holds it. */
export function requireFree(device: DeviceState): void {
  if (!device.busy) return;
  const { busyCode } = deviceManners[device.kind];
  if (busyCode === null) refuse('DEVICE_ERROR');
  refuseAsVendor(busyCode);
}

/** State and manner of one applet of a device. Throws when the device has no such applet. */
export function appletOf(device: DeviceState, index: number): { state: AppletState; manner: AppletManner } {
  const state = device.applets[index];
  const manner = deviceManners[device.kind].applets[index];
  if (state === undefined || manner === undefined) throw new Error(`${device.kind} has no applet ${index}`);
  return { state, manner };
}

/** Pads with blanks to a fixed number of bytes, as PKCS#11 gives every text. */
export function padded(text: string, bytes: number): string {
  return text + ' '.repeat(Math.max(0, bytes - Buffer.byteLength(text)));
}

const freeMemory = (applet: AppletState): number =>
  Math.max(0, Math.floor(applet.memory - applet.objects.reduce((sum, object) => sum + sizeOf(object), 0)));

/** CK_TOKEN_INFO of an applet. Memory is bigint, as CK_ULONG of 64 bits arrives from pkcs11js. */
export function tokenInfo(
  device: DeviceState,
  index: number,
  sessions: { readonly all: number; readonly readWrite: number },
): CryptokiTokenInfo {
  const { state, manner } = appletOf(device, index);
  const officerFlags = state.soPin ? (pinFlags(state.soPin, manner.countLow) << 4) >>> 0 : 0;
  const memory = { total: BigInt(state.memory), free: BigInt(freeMemory(state)) };
  return {
    label: padded(state.label, 32),
    manufacturerID: padded(deviceManners[device.kind].manufacturer, 32),
    model: padded(manner.model, 16),
    serialNumber: padded(state.serial, 16),
    flags:
      CKF.rng |
      CKF.loginRequired |
      (state.initialised ? CKF.tokenInitialized : 0) |
      (state.userPin ? CKF.userPinInitialized | pinFlags(state.userPin, manner.countLow) : 0) |
      officerFlags,
    maxSessionCount: 0,
    sessionCount: sessions.all,
    maxRwSessionCount: 0,
    rwSessionCount: sessions.readWrite,
    maxPinLen: manner.pinLength.max,
    minPinLen: manner.pinLength.min,
    hardwareVersion: manner.hardwareVersion,
    firmwareVersion: manner.firmwareVersion,
    utcTime: '',
    totalPublicMemory: memory.total,
    freePublicMemory: memory.free,
    totalPrivateMemory: memory.total,
    freePrivateMemory: memory.free,
  };
}

/** Puts an object on an applet under a fresh handle, if there is room. */
export function store(device: DeviceState, state: AppletState, object: Omit<StoredObject, 'handle'>): number {
  const stored = { ...object, handle: device.nextHandle };
  if (sizeOf(stored) > freeMemory(state)) refuse('DEVICE_MEMORY');
  state.objects.push(stored);
  device.nextHandle += 1;
  return stored.handle;
}
