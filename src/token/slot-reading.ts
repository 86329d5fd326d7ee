import type { Handle } from 'pkcs11js';
import { z } from 'zod';
import { appletSchema } from '../shared/domain/token.ts';
import { findObjects, type OpenToken, readUlong, textAttribute } from './attribute-reading.ts';
import type { Cryptoki, CryptokiTokenInfo } from './cryptoki.ts';
import { readObjects } from './objects.ts';
import { unpadded } from './padded-text.ts';
import { readPins } from './pin-facts.ts';
import { CKA, CKF, CKM, CKO } from './pkcs11-numbers.ts';
import { appletCapabilities, appletKindOf } from './profiles.ts';
import { CryptokiFailure } from './return-codes.ts';
import { rutokenModelName } from './rutoken-model-name.ts';
import type { VendorExtensions } from './vendor-extensions.ts';

const recognitionSchema = z.object({
  model: z.string(),
  manufacturer: z.string(),
  hardwareMajor: z.number(),
  firmwareMajor: z.number(),
  generatesRsa: z.boolean(),
  generatesGost: z.boolean(),
  generatesEc: z.boolean(),
  maxRsaBits: z.number(),
  vendorName: z.string().nullish(),
});

/** One slot with a token in it, read; devices are put together from these. */
export const slotReadingSchema = z.object({ applet: appletSchema, recognition: recognitionSchema });
export type SlotReading = z.infer<typeof slotReadingSchema>;

// CK_UNAVAILABLE_INFORMATION is the largest CK_ULONG: of 64 bits, or of 32 on Windows.
const unavailable = new Set([2n ** 64n - 1n, 2n ** 32n - 1n]);

function memory(size: number | bigint): number | null {
  const value = BigInt(size);
  return unavailable.has(value) ? null : Number(value);
}

/** PKCS#11 names some hundreds; a library may list what it likes. */
const mostMechanisms = 500;

const ecKeyPairGeneration = 0x1040;

/**
 * `null` where the slot lacks the mechanism or cannot make key pairs with it. Some libraries list mechanisms they then
 * know nothing of; that must not hide the token.
 */
function generationLimit(cryptoki: Cryptoki, slot: Handle, list: readonly number[], mechanism: number): number | null {
  if (!list.includes(mechanism)) return null;
  try {
    const { flags, maxKeySize } = cryptoki.C_GetMechanismInfo(slot, mechanism);
    return flags & CKF.generateKeyPair ? maxKeySize : null;
  } catch (error) {
    if (error instanceof CryptokiFailure && error.is('MECHANISM_INVALID')) return null;
    throw error;
  }
}

/** What recognition needs to know of a slot. `list`: the mechanisms it has. */
export function recognitionOf(
  cryptoki: Cryptoki,
  slot: Handle,
  info: CryptokiTokenInfo,
  list: readonly number[] = cryptoki.C_GetMechanismList(slot),
): SlotReading['recognition'] {
  const rsa = generationLimit(cryptoki, slot, list, CKM.rsaPkcsKeyPairGen);
  return {
    model: unpadded(info.model),
    manufacturer: unpadded(info.manufacturerID),
    hardwareMajor: info.hardwareVersion.major,
    firmwareMajor: info.firmwareVersion.major,
    generatesRsa: rsa !== null,
    generatesGost: generationLimit(cryptoki, slot, list, CKM.gostR3410KeyPairGen) !== null,
    generatesEc: generationLimit(cryptoki, slot, list, ecKeyPairGeneration) !== null,
    maxRsaBits: rsa ?? 0,
    vendorName: rutokenModelName(cryptoki, slot, info),
  };
}

const publicStates = new Set([0, 2]); // CKS_RO_PUBLIC_SESSION, CKS_RW_PUBLIC_SESSION
const userStates = new Set([1, 3]); // CKS_RO_USER_FUNCTIONS, CKS_RW_USER_FUNCTIONS

/** Whether nobody of this process is signed in, by the session's own word. */
export const isPublicSession = ({ cryptoki, session }: OpenToken): boolean =>
  publicStates.has(cryptoki.C_GetSessionInfo(session).state);

/** Whether this process is signed in as the user, by the session's own word. */
export const isUserSession = ({ cryptoki, session }: OpenToken): boolean =>
  userStates.has(cryptoki.C_GetSessionInfo(session).state);

/**
 * КриптоПро leaves a data object of its own for each container it makes through PKCS#11, labelled with the container's
 * name (seen on Рутокен).
 */
const cryptoProApplication = 'CryptoPro CSP';

export function cryptoProContainersOf(token: OpenToken): string[] {
  return findObjects(token, [{ type: CKA.class, value: CKO.data }])
    .filter((object) => textAttribute(token, object, CKA.application) === cryptoProApplication)
    .map((object) => textAttribute(token, object, CKA.label));
}

/**
 * A session that only reads. An administrator's login that is still there was left behind by a call that failed, since
 * commands do not overlap; it ends now.
 */
function openToRead(cryptoki: Cryptoki, slot: Handle): Handle {
  try {
    return cryptoki.C_OpenSession(slot, CKF.serialSession);
  } catch (error) {
    if (!(error instanceof CryptokiFailure && error.is('SESSION_READ_WRITE_SO_EXISTS'))) throw error;
    cryptoki.C_CloseAllSessions(slot);
    return cryptoki.C_OpenSession(slot, CKF.serialSession);
  }
}

function objectsOf(cryptoki: Cryptoki, slot: Handle) {
  const token = { cryptoki, session: openToRead(cryptoki, slot) };
  try {
    const signedIn = isUserSession(token);
    return { signedIn, cryptoProContainers: cryptoProContainersOf(token), ...readObjects(token, signedIn) };
  } finally {
    cryptoki.C_CloseSession(token.session);
  }
}

const nothing = { signedIn: false, certificates: [], keys: [], cryptoProContainers: [] };

/**
 * Reads a slot that holds a token: what it is, its PIN state, its certificates and keys. Costs no PIN try. Answers
 * `null` for a blank token without a serial: nothing can name it. Throws what the library refuses.
 */
export function readSlot(cryptoki: Cryptoki, slot: Handle, extensions: VendorExtensions | null): SlotReading | null {
  const slotInfo = cryptoki.C_GetSlotInfo(slot);
  if ((slotInfo.flags & CKF.tokenPresent) === 0) return null;
  const info = cryptoki.C_GetTokenInfo(slot);
  const serial = unpadded(info.serialNumber);
  const initialised = (info.flags & CKF.tokenInitialized) !== 0;
  if (serial === '' && !initialised) return null;
  const mechanisms = cryptoki.C_GetMechanismList(slot);
  const recognition = recognitionOf(cryptoki, slot, info, mechanisms);
  const pins = readPins(cryptoki, slot, extensions);
  const { initialisation, canUnblock, hasSoPin } = appletCapabilities(recognition);
  return {
    recognition,
    applet: {
      kind: appletKindOf(recognition),
      slot: String(readUlong(slot) ?? ''),
      reader: unpadded(slotInfo.slotDescription),
      label: unpadded(info.label),
      model: recognition.model,
      manufacturer: recognition.manufacturer,
      serial,
      firmware: `${info.firmwareVersion.major}.${info.firmwareVersion.minor}`,
      initialised,
      userPin: pins.user,
      soPin: hasSoPin ? pins.so : null,
      // Only the vendor's library can do what is not there otherwise; its program stays.
      initialisation: initialisation === 'vendor' && !extensions?.initialisesGost ? 'handoff' : initialisation,
      canUnblock,
      canGenerate: { rsa: recognition.generatesRsa, gost: recognition.generatesGost },
      mechanisms: mechanisms.slice(0, mostMechanisms),
      freeMemory: memory(info.freePublicMemory),
      ...(initialised ? objectsOf(cryptoki, slot) : nothing),
    },
  };
}
