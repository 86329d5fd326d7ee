import { z } from 'zod';

const pinHashSchema = z.object({ salt: z.string(), hash: z.string() });

/** A PIN at rest: a salted scrypt hash and its counter. The PIN itself is never written. */
const pinStateSchema = pinHashSchema.extend({
  maxTries: z.number().int().positive(),
  wrongTries: z.number().int().nonnegative(),
  mustChange: z.boolean(),
  /** A login with the right PIN is answered PIN_EXPIRED until it is changed. */
  expired: z.boolean().default(false),
  /** What the PIN was before. */
  history: z.array(pinHashSchema).default([]),
});
export type PinState = z.infer<typeof pinStateSchema>;

const pinPolicySchema = z.object({
  /** The same character three times in a row is refused. */
  noRepeats: z.boolean().default(false),
  bothCases: z.boolean().default(false),
  digits: z.boolean().default(false),
  signs: z.boolean().default(false),
  /** Earlier PINs are refused. */
  history: z.boolean().default(false),
});
export type PinPolicy = z.infer<typeof pinPolicySchema>;

const storedObjectSchema = z.object({
  handle: z.number().int().positive(),
  /** Attribute type in hex → value in base64, in the library's own encoding. */
  attributes: z.record(z.string(), z.string()),
  /** The private part: PKCS#8 of an RSA key or the raw scalar of a ГОСТ key, base64. */
  secret: z.string().nullable(),
});
export type StoredObject = z.infer<typeof storedObjectSchema>;

const appletStateSchema = z.object({
  serial: z.string(),
  label: z.string(),
  initialised: z.boolean(),
  memory: z.number().int().positive(),
  userPin: pinStateSchema.nullable(),
  /** `null`: this applet has no administrator's PIN of the ordinary kind. */
  soPin: pinStateSchema.nullable(),
  pinPolicy: pinPolicySchema.prefault({}),
  objects: z.array(storedObjectSchema),
});
export type AppletState = z.infer<typeof appletStateSchema>;

const deviceKindSchema = z.enum(['jacarta-2-se', 'rutoken-ecp-3']);
export type DeviceKind = z.infer<typeof deviceKindSchema>;

/** One virtual device as its file holds it. Applets stand in the order of the kind's table. */
export const deviceStateSchema = z.object({
  kind: deviceKindSchema,
  serial: z.string(),
  reader: z.string(),
  /** Devices are numbered in the order they were made; slots follow this order. */
  order: z.number().int().nonnegative(),
  plugged: z.boolean(),
  /** Grows with every insertion: what was open before it is gone. */
  insertions: z.number().int().nonnegative(),
  generationMs: z.number().nonnegative(),
  /** Another program holds the device: no session works. */
  busy: z.boolean().default(false),
  /** How long the device drops off the bus after an initialisation, and until when it is away now (Unix ms). */
  dropMs: z.number().nonnegative().default(0),
  awayUntil: z.number().default(0),
  nextHandle: z.number().int().positive(),
  applets: z.array(appletStateSchema),
});
export type DeviceState = z.infer<typeof deviceStateSchema>;
