import { type ForeignLibrary, ulongAt, ulongSize } from './foreign-library.ts';
import { counterOf, done, handleValue } from './vendor-answers.ts';
import type { VendorExtensions } from './vendor-port.ts';

/**
 * CK_TOKEN_INFO_EXTENDED (rtpkcs11t.h): fourteen CK_ULONG, the serial in 8 bytes, two CK_ULONG, the ATR in 64 bytes,
 * seven CK_ULONG. No gaps: 256 bytes on Linux and macOS, 164 on Windows, where CK_ULONG has 4 bytes and structures are
 * packed. The first field must hold the size, or the library refuses.
 */
const infoSize = 23 * ulongSize + 8 + 64;
const field = { flags: 5, maxAdminRetry: 10, adminRetryLeft: 11, maxUserRetry: 12, userRetryLeft: 13 } as const;
const userPinNotDefault = 0x8;
/** More than any version of the structure needs. */
const roomForInfo = 1024;

/** The functions of `rtpkcs11f.h`, which the library exports by name; `null` for any other library. */
export function rutokenExtensions(library: ForeignLibrary): VendorExtensions | null {
  const getInfo = library.byName('C_EX_GetTokenInfoExtended', ['unsigned long', 'void *']);
  const unblock = library.byName('C_EX_UnblockUserPIN', ['unsigned long']);
  if (!getInfo) return null;
  return {
    pinCounters(slot) {
      const info = Buffer.alloc(roomForInfo);
      info.writeUInt32LE(infoSize);
      if (getInfo(handleValue(slot), info) !== 0) return null;
      const at = (name: keyof typeof field) => ulongAt(info, field[name] * ulongSize);
      const user = counterOf(at('userRetryLeft'), at('maxUserRetry'));
      const so = counterOf(at('adminRetryLeft'), at('maxAdminRetry'));
      // A structure that is not what we take it for tells nothing about the PIN either.
      return user && so && { user, so, factoryUserPin: (at('flags') & userPinNotDefault) === 0 };
    },
    unblockUserPin: (_slot, session) => unblock !== null && done('C_EX_UnblockUserPIN', unblock(handleValue(session))),
    initialisesGost: false,
    initialiseGost: () => false,
  };
}
