import { z } from 'zod';
import { appletKindSchema, pinFactsSchema } from '../shared/domain/token.ts';
import { problemSchema } from '../shared/problems/problem.ts';
import { slotReadingSchema } from './slot-reading.ts';

/**
 * Names an applet to the token process, which remembers nothing across its own death: the slot is found anew by what
 * the token says of itself, before every action.
 */
const appletTargetSchema = z.object({
  library: z.string(),
  kind: appletKindSchema,
  model: z.string(),
  serial: z.string(),
});
export type AppletTarget = z.infer<typeof appletTargetSchema>;

/** Which tokens a library has, as names that stay the same until one comes or goes. */
const presenceSchema = z.object({ present: z.array(z.string()) });

/** What one library shows. A slot that cannot be read stands beside those that can. */
const libraryReadingSchema = z.object({
  description: z.string(),
  version: z.string(),
  manufacturer: z.string(),
  slots: z.array(slotReadingSchema),
  unreadableSlots: z.array(z.object({ slot: z.string(), problem: problemSchema })),
  ...presenceSchema.shape,
});
export type LibraryReading = z.infer<typeof libraryReadingSchema>;

const target = appletTargetSchema;

const tokenCommandSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('scan'), library: z.string() }),
  z.object({ kind: z.literal('sign-in'), target, pin: z.string(), lastTryConfirmed: z.boolean() }),
  z.object({ kind: z.literal('sign-out'), target }),
  z.object({ kind: z.literal('generate-rsa-pair'), target, label: z.string() }),
  z.object({
    kind: z.literal('sign'),
    target,
    keyId: z.string(),
    scheme: z.enum(['rsa-pkcs1-sha256', 'gost-2012-256', 'gost-2012-512']),
    data: z.base64(),
  }),
  z.object({
    kind: z.literal('write-certificate'),
    target,
    keyId: z.string(),
    der: z.base64(),
    label: z.string(),
  }),
  z.object({ kind: z.literal('presence'), library: z.string() }),
  z.object({ kind: z.literal('generate-gost-pair'), target, label: z.string(), parameterSet: z.string() }),
  z.object({
    kind: z.literal('change-pin'),
    target,
    oldPin: z.string(),
    newPin: z.string(),
    lastTryConfirmed: z.boolean(),
  }),
  z.object({
    kind: z.literal('unblock-pin'),
    target,
    soPin: z.string(),
    newPin: z.string().nullable(),
    lastTryConfirmed: z.boolean(),
  }),
  z.object({
    kind: z.literal('initialise'),
    target,
    soPin: z.string(),
    newPin: z.string(),
    label: z.string(),
    lastTryConfirmed: z.boolean(),
  }),
  z.object({
    kind: z.literal('delete-key'),
    target,
    keyId: z.string(),
    as: z.enum(['orphan-key', 'orphan-certificate', 'expired-access-key', 'replaced-access-key']),
  }),
]);
export type TokenCommand = z.infer<typeof tokenCommandSchema>;
export type TokenCommandKind = TokenCommand['kind'];

const keyPairSchema = z.object({ keyId: z.string(), publicKey: z.string() });

/** What each command answers when it succeeds. */
export const tokenAnswerSchemas = {
  scan: libraryReadingSchema,
  'sign-in': pinFactsSchema,
  'sign-out': z.null(),
  'generate-rsa-pair': keyPairSchema,
  sign: z.object({ signature: z.string() }),
  'write-certificate': z.null(),
  presence: presenceSchema,
  'generate-gost-pair': keyPairSchema,
  'change-pin': pinFactsSchema,
  'unblock-pin': pinFactsSchema,
  initialise: z.null(),
  'delete-key': z.null(),
} as const satisfies { readonly [kind in TokenCommandKind]: z.ZodType };

/** A command on its way to the token process. */
export const tokenRequestSchema = z.object({ id: z.number().int(), command: tokenCommandSchema });

/** Its answer on the way back; `value` is read by the schema of the command that was asked. */
export const tokenResponseSchema = z.object({
  id: z.number().int(),
  outcome: z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value: z.unknown() }),
    z.object({ ok: z.literal(false), problem: problemSchema }),
  ]),
  /** Resident memory of the token process, bytes. */
  memory: z.number(),
  /** Somebody is signed in through the token process. */
  signedIn: z.boolean(),
});
export type TokenResponse = z.infer<typeof tokenResponseSchema>;
