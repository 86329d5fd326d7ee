import { z } from 'zod';
import { certificatePurposeSchema } from './certificate.ts';
import { appletKindSchema } from './token.ts';

/** Why keys are changed. */
export const keyChangeReasonSchema = z.enum(['planned', 'stolen', 'compromised', 'lost-pin', 'changed-requisites']);
export type KeyChangeReason = z.infer<typeof keyChangeReasonSchema>;

/**
 * The sub-steps of a change, in order. The part of the access key comes after the new signature, so that a working key
 * lives on while a certificate is waited for; on a token of one part `signature-part` is about that one.
 */
export const keyChangeStepIdSchema = z.enum([
  'reason',
  'revoke',
  'save',
  'signature-part',
  'qualified',
  'access-key-part',
  'access-key',
  'utm',
  'proof',
  'remove-old',
]);
export type KeyChangeStepId = z.infer<typeof keyChangeStepIdSchema>;

/** What a person says of a change, and may say anew: nothing in the world shows it. */
export const keyChangeChoicesSchema = z.strictObject({
  reason: keyChangeReasonSchema,
  /** Parts whose PIN nobody knows; a sign-in takes a part out of it. */
  lostPins: z.array(appletKindSchema).max(3),
  /** Parts to be prepared anew: the certification authority wants it so, or nobody has the administrator's PIN. */
  blankParts: z.array(appletKindSchema).max(3),
  /** The authority was told, as the person says. */
  revoked: z.boolean(),
});
export type KeyChangeChoices = z.infer<typeof keyChangeChoicesSchema>;

const shortText = z.string().max(400);
const moment = z.iso.datetime();

/** What was on a token when its change began: what is not of it is a successor. */
const keyChangeBaselineSchema = z.strictObject({
  certificates: z
    .array(
      z.strictObject({
        /** SHA-256 of the DER, lower-case hex. */
        fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
        part: appletKindSchema,
        purpose: certificatePurposeSchema,
        notAfter: moment,
      }),
    )
    .max(200),
  /** Keys by their CKA_ID, hex: nobody may be signed in when a change begins, so that not all are seen. */
  keys: z.array(z.strictObject({ keyId: z.string().max(512), part: appletKindSchema })).max(200),
});
export type KeyChangeBaseline = z.infer<typeof keyChangeBaselineSchema>;

/** A change that was begun on one token, as it is remembered between two runs of the program. */
export const keyChangeSchema = z.strictObject({
  /** `Device.serial`. */
  serial: shortText,
  printedSerial: shortText,
  name: shortText,
  begunAt: moment,
  choices: keyChangeChoicesSchema,
  baseline: keyChangeBaselineSchema,
});
export type KeyChange = z.infer<typeof keyChangeSchema>;

const longText = z.string().max(2_000);

/** Why a sub-step stands as it does; the words are in the texts of the window. */
const keyChangeWhySchema = z.enum([
  'choose-reason',
  'begun',
  'nothing-to-revoke',
  'tell-authority-stolen',
  'tell-authority-compromised',
  'said-revoked',
  'utm-says-revoked',
  'nothing-to-save',
  'unsaved',
  'saved',
  'gone-unsaved',
  'one-part',
  'no-such-part',
  'part-in-order',
  'unblock-locked',
  'unblock-lost',
  'prepare-locked',
  'prepare-lost',
  'prepare-chosen',
  'prepare-blank',
  'prepare-full',
  'cannot-prepare',
  'prepared',
  'qualified-missing',
  'qualified-requested',
  'qualified-ended',
  'qualified-ends',
  'qualified-by-reason',
  'qualified-dies',
  'qualified-not-yet',
  'qualified-lasts',
  'qualified-new',
  'key-after-signature',
  'key-missing',
  'key-ended',
  'key-ends',
  'key-tied-to-former',
  'key-by-reason',
  'key-dies',
  'key-lasts',
  'key-new',
  'utm-nothing-new',
  'utm-not-asked',
  'utm-silent',
  'utm-reads-former',
  'utm-reads-new',
  'proof-later',
  'utm-ill',
  'signing-fails',
  'proven',
  'proven-without-document',
  'nothing-old',
  'old-waits',
  'old-left',
  'old-gone',
]);
export type KeyChangeWhy = z.infer<typeof keyChangeWhySchema>;

/** Something that goes for ever when a part is prepared anew. */
const dyingSchema = z.object({
  kind: z.enum(['qualified', 'access-key', 'authority', 'other', 'key', 'container']),
  name: longText,
  /** ISO 8601; `null` for what has no end. */
  notAfter: z.string().nullable(),
});
export type Dying = z.infer<typeof dyingSchema>;

const keyChangeStepSchema = z.object({
  id: keyChangeStepIdSchema,
  /**
   * `next`: to be done now; `later`: after it; `blocked`: its turn has come, but something else has to happen first.
   * At most one step is `next` or `blocked`.
   */
  state: z.enum(['done', 'next', 'later', 'not-needed', 'blocked']),
  why: keyChangeWhySchema,
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  /** ISO 8601; `null` where nothing ends. */
  deadline: z.string().nullable(),
  /** The part it is about, `null` where it is about none. */
  part: appletKindSchema.nullable(),
  /** What the step destroys; empty for every step but the preparation of a part. */
  dies: z.array(dyingSchema),
  /** Two signatures on a token: a UTM takes the first it meets unless it is told which (docs/sources.md, UTM). */
  twoSignatures: z.boolean(),
});
export type KeyChangeStep = z.infer<typeof keyChangeStepSchema>;

/** The way from here to new keys that are proven. */
export const keyChangePlanSchema = z.object({
  serial: z.string(),
  reason: keyChangeReasonSchema,
  /** `null`: it was not begun; the plan is what it would be. */
  begunAt: z.string().nullable(),
  /** When the signature and the access key that are on the token end; `null`: there is none. */
  ends: z.object({ qualified: z.string().nullable(), accessKey: z.string().nullable() }),
  steps: z.array(keyChangeStepSchema),
  /** Nothing is left to do. */
  finished: z.boolean(),
});
export type KeyChangePlan = z.infer<typeof keyChangePlanSchema>;
