import type { Handle, InitializationOptions } from 'pkcs11js';
import type { Cryptoki } from '../../token/cryptoki.ts';
import { CKF } from '../../token/pkcs11-numbers.ts';
import type { Application } from './application.ts';
import { ulong } from './attributes.ts';
import { refuse } from './cryptoki-error.ts';
import { deviceManners } from './device-kinds.ts';
import { appletOf, isPresent, padded, slotCount, tokenInfo } from './slots.ts';

const version = { major: 1, minor: 0 };
const description = 'Practice PKCS#11 library';
const manufacturer = 'EGAIS Wizard';

/** General-purpose and slot functions: PKCS#11 v2.40 §5.4 and §5.5. */
export const slotFunctions = (application: Application) =>
  ({
    C_Initialize(_options?: InitializationOptions): void {
      if (application.initialised) refuse('CRYPTOKI_ALREADY_INITIALIZED');
      application.initialised = true;
    },

    C_Finalize(): void {
      application.requireInitialised();
      application.initialised = false;
      application.sessions.clear();
      application.logins.clear();
    },

    C_GetInfo() {
      application.requireInitialised();
      return {
        cryptokiVersion: { major: 2, minor: 40 },
        manufacturerID: padded(manufacturer, 32),
        flags: 0,
        libraryDescription: padded(description, 32),
        libraryVersion: version,
      };
    },

    C_GetSlotList(tokenPresent = false): Handle[] {
      application.requireInitialised();
      const occupied = application.occupied();
      if (tokenPresent) return occupied.filter(({ device }) => isPresent(device)).map(({ slot }) => ulong(slot));
      return Array.from({ length: Math.max(slotCount, occupied.length) }, (_, slot) => ulong(slot));
    },

    C_GetSlotInfo(handle: Handle) {
      const { slot, place } = application.slot(handle);
      const present = place !== undefined && isPresent(place.device);
      return {
        slotDescription: padded(place?.device.reader ?? `Virtual slot ${slot}`, 64),
        manufacturerID: padded(place ? deviceManners[place.device.kind].manufacturer : manufacturer, 32),
        flags: CKF.removableDevice | CKF.hardwareSlot | (present ? CKF.tokenPresent : 0),
        hardwareVersion: version,
        firmwareVersion: version,
      };
    },

    C_GetTokenInfo(handle: Handle) {
      const { slot, device, appletIndex } = application.inserted(handle);
      const sessions = application.sessionsOf(slot);
      return tokenInfo(device, appletIndex, {
        all: sessions.length,
        readWrite: sessions.filter((session) => session.readWrite).length,
      });
    },

    C_GetMechanismList(handle: Handle): number[] {
      const { device, appletIndex } = application.inserted(handle);
      return [...appletOf(device, appletIndex).manner.mechanisms.keys()];
    },

    C_GetMechanismInfo(handle: Handle, mechanism: number) {
      const { device, appletIndex } = application.inserted(handle);
      return appletOf(device, appletIndex).manner.mechanisms.get(mechanism) ?? refuse('MECHANISM_INVALID');
    },
  }) satisfies Partial<Cryptoki>;
