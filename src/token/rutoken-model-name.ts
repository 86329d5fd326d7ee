import type { Handle } from 'pkcs11js';
import { findObjects, textAttribute } from './attribute-reading.ts';
import type { Cryptoki, CryptokiTokenInfo } from './cryptoki.ts';
import { unpadded } from './padded-text.ts';
import { CKA, CKF, CKO } from './pkcs11-numbers.ts';
import { CryptokiFailure } from './return-codes.ts';

/** Of `rtpkcs11t.h`: the hardware feature that describes the token, and its name in UTF-8. */
const vendorTokenInfo = 0x80000001;
const vendorModelName = 0x80003010;
/** From this firmware on the numbers tell no model. */
const namesItselfFrom = 32;

/**
 * The name a newer Рутокен gives itself, without a login. `null` for older ones, for other vendors' tokens and where it
 * cannot be read: a name is not worth a failure.
 */
export function rutokenModelName(cryptoki: Cryptoki, slot: Handle, info: CryptokiTokenInfo): string | null {
  if (unpadded(info.manufacturerID) !== 'Aktiv Co.' || info.firmwareVersion.major < namesItselfFrom) return null;
  try {
    const token = { cryptoki, session: cryptoki.C_OpenSession(slot, CKF.serialSession) };
    try {
      const [feature] = findObjects(token, [
        { type: CKA.class, value: CKO.hardwareFeature },
        { type: CKA.hardwareFeatureType, value: vendorTokenInfo },
      ]);
      return (feature && unpadded(textAttribute(token, feature, vendorModelName))) || null;
    } finally {
      cryptoki.C_CloseSession(token.session);
    }
  } catch (error) {
    if (error instanceof CryptokiFailure) return null;
    throw error;
  }
}
