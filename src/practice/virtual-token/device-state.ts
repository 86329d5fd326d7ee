import { z } from 'zod';

/** A PIN at rest: a salted scrypt hash and its counter. The PIN itself is never written. */
const pinStateSchema = z.object({
  salt: z.string(),
  hash: z.string(),
  maxTries: z.number().int().positive(),
  wrongTries: z.number().int().nonnegative(),
  mustChange: z.boolean(),
});
export type PinState = z.infer<typeof pinStateSchema>;

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
  soPin: pinStateSchema,
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
  nextHandle: z.number().int().positive(),
  applets: z.array(appletStateSchema),
});
export type DeviceState = z.infer<typeof deviceStateSchema>;
