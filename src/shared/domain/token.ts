import { z } from 'zod';
import { problemSchema } from '../problems/problem.ts';
import { certificateSchema, keyKindSchema } from './certificate.ts';

/**
 * A part of a device that has its own PIN: the ГОСТ part and the PKI part of a JaCarta are two slots,
 * a Рутокен keeps both kinds of keys in one (`combined`).
 */
export const appletKindSchema = z.enum(['gost', 'pki', 'combined']);
export type AppletKind = z.infer<typeof appletKindSchema>;

/**
 * What is honestly known of a PIN before it is typed. PKCS#11 gives three flags; an exact number appears in `left`
 * only when it was read from the token.
 */
export const pinFactsSchema = z.object({
  tries: z.enum(['untouched', 'spent', 'last', 'locked']),
  left: z.number().int().nonnegative().nullable(),
  max: z.number().int().positive().nullable(),
  initialised: z.boolean(),
  mustChange: z.boolean(),
  /** The PIN is still the factory's, by the token's own word; `null` where the token does not say. */
  factory: z.boolean().nullable(),
  minLength: z.number().int(),
  maxLength: z.number().int(),
});
export type PinFacts = z.infer<typeof pinFactsSchema>;

/** Whether a private key with the same CKA_ID was seen. Private objects are invisible before login on most tokens. */
export const keyPresenceSchema = z.enum(['present', 'absent', 'unknown']);

const tokenCertificateSchema = z.object({
  /** CKA_ID, lower-case hex, trailing zero bytes kept as the token gives them. */
  keyId: z.string(),
  label: z.string(),
  /** The certificate as stored, base64. */
  der: z.string(),
  /** `null` when the bytes are not a certificate we can read; then `problem` says so. */
  certificate: certificateSchema.nullable(),
  problem: problemSchema.nullable(),
  /**
   * Names of the authorities that issued it, from its own issuer upwards, as far as their certificates are on the token
   * too and the signatures hold. Tokens rarely carry them; an empty list speaks against nothing.
   */
  chain: z.array(z.string()),
  privateKey: keyPresenceSchema,
});
export type TokenCertificate = z.infer<typeof tokenCertificateSchema>;

const tokenKeySchema = z.object({
  keyId: z.string(),
  label: z.string(),
  kind: keyKindSchema,
  bits: z.number().int().nullable(),
  /** SubjectPublicKeyInfo, DER in base64; `null` where neither half tells its public key. */
  publicKey: z.string().nullable(),
  hasPublic: z.boolean(),
  hasPrivate: z.boolean(),
  /** A certificate with the same CKA_ID is on the token. A key without one is an orphan. */
  hasCertificate: z.boolean(),
});
export type TokenKey = z.infer<typeof tokenKeySchema>;

/**
 * How an applet can be prepared anew: through PKCS#11, through a function of its vendor's library, by hand in the
 * vendor's program (which the wizard watches), or not at all.
 */
const initialisationWaySchema = z.enum(['pkcs11', 'vendor', 'handoff', 'none']);
export type InitialisationWay = z.infer<typeof initialisationWaySchema>;

export const appletSchema = z.object({
  kind: appletKindSchema,
  /** Slot id as the library gives it, decimal. Slot ids change between processes: never a lasting identity. */
  slot: z.string(),
  reader: z.string(),
  label: z.string(),
  model: z.string(),
  manufacturer: z.string(),
  serial: z.string(),
  firmware: z.string(),
  initialised: z.boolean(),
  userPin: pinFactsSchema,
  /** The administrator's PIN; `null` where the applet has none of the ordinary kind (JaCarta-2 ГОСТ). */
  soPin: pinFactsSchema.nullable(),
  initialisation: initialisationWaySchema,
  /** A locked or forgotten user PIN can be mended with the administrator's, without losing keys. */
  canUnblock: z.boolean(),
  canGenerate: z.object({ rsa: z.boolean(), gost: z.boolean() }),
  /** Numbers of the mechanisms the library lists, for support. */
  mechanisms: z.array(z.number()),
  /** Bytes; `null` where the library does not say. */
  freeMemory: z.number().nullable(),
  certificates: z.array(tokenCertificateSchema),
  keys: z.array(tokenKeySchema),
  /** Names of CryptoPro containers whose keys PKCS#11 cannot use. */
  cryptoProContainers: z.array(z.string()),
  /** Our token process is logged in to this applet. */
  signedIn: z.boolean(),
});
export type Applet = z.infer<typeof appletSchema>;

const tokenFamilySchema = z.enum(['jacarta', 'rutoken', 'generic']);
export type TokenFamily = z.infer<typeof tokenFamilySchema>;

/** What the person holds in the hand: one device, one or two applets. */
export const deviceSchema = z.object({
  /** Stable while the device is the same: library and serials. */
  id: z.string(),
  serial: z.string(),
  /** The serial in the form printed on the case. */
  printedSerial: z.string(),
  profile: z.string(),
  /** «JaCarta-2 SE», «Рутокен ЭЦП 3.0», or the model the token itself reports. */
  name: z.string(),
  family: tokenFamilySchema,
  /** What this product cannot do for EGAIS, whatever is on it; empty for one that suits. */
  shortcomings: z.array(z.enum(['no-gost-keys', 'no-rsa-keys', 'cryptopro-module', 'legacy'])),
  library: z.string(),
  applets: z.array(appletSchema),
});
export type Device = z.infer<typeof deviceSchema>;

/** One PKCS#11 library and how it fared. */
export const libraryReportSchema = z.object({
  path: z.string(),
  vendor: z.string(),
  source: z.enum(['discovered', 'override']),
  status: z.enum(['loaded', 'failed']),
  description: z.string().nullable(),
  version: z.string().nullable(),
  manufacturer: z.string().nullable(),
  problem: problemSchema.nullable(),
  unreadableSlots: z.array(z.object({ slot: z.string(), problem: problemSchema })),
});
export type LibraryReport = z.infer<typeof libraryReportSchema>;

/** All that is plugged in, and all that could not be read, side by side: one bad library never hides the others. */
export const tokenReportSchema = z.object({
  devices: z.array(deviceSchema),
  libraries: z.array(libraryReportSchema),
});
export type TokenReport = z.infer<typeof tokenReportSchema>;
