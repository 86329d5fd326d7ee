import type { Applet } from '../shared/domain/token.ts';
import type { Mechanisms } from './conformance.ts';
import type { Cryptoki } from './cryptoki.ts';
import { unpadded } from './padded-text.ts';
import { CKF } from './pkcs11-numbers.ts';
import { CryptokiFailure, withNamedFailures } from './return-codes.ts';

function asked<T>(ask: () => T): T | null {
  try {
    return ask();
  } catch (error) {
    if (error instanceof CryptokiFailure) return null;
    throw error;
  }
}

/** Every mechanism of the slot that holds an applet; empty where the token is gone. Slot ids are no identity. */
export function listMechanisms(library: Cryptoki, { serial, model }: Pick<Applet, 'serial' | 'model'>): Mechanisms {
  const cryptoki = withNamedFailures(library);
  // Refused where somebody has started the library already, which is as good.
  asked(() => cryptoki.C_Initialize({ flags: CKF.osLockingOk }));
  const slots = asked(() => cryptoki.C_GetSlotList(true)) ?? [];
  const slot = slots.find((candidate) => {
    const info = asked(() => cryptoki.C_GetTokenInfo(candidate));
    return info !== null && unpadded(info.serialNumber) === serial && unpadded(info.model) === model;
  });
  if (!slot) return { listed: [], unknown: [] };
  const listed = cryptoki.C_GetMechanismList(slot);
  return {
    listed,
    unknown: listed.filter((mechanism) => asked(() => cryptoki.C_GetMechanismInfo(slot, mechanism)) === null),
  };
}
