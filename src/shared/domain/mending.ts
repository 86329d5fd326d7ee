import { z } from 'zod';
import { problemSchema } from '../problems/problem.ts';

/** A file whose bytes a person was shown: SHA-256 in lower-case hexadecimal digits. */
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * The Windows service of a UTM, or its program under supervisord. The service of anything else has no such name, and an
 * order names nothing but this.
 */
const utmService = z.string().regex(/^(?:Transport\d{0,4}|utm[\w-]{0,30})$/);

/**
 * Everything that may be done to a computer with an administrator's rights. The list is closed: the helper that has
 * those rights knows these orders and no other.
 */
export const mendOrderSchema = z.discriminatedUnion('operation', [
  /** The service through which programs see tokens: starts by itself from now on, and now. */
  z.strictObject({ operation: z.literal('start-smart-card-service') }),
  /** The UTM's service, and the one it depends on; without a name the one of the vendor's own name. */
  z.strictObject({ operation: z.literal('start-utm-service'), service: utmService.optional() }),
  /** Stops it, waits until it has stopped, and starts it again. */
  z.strictObject({ operation: z.literal('restart-utm-service'), service: utmService }),
  z.strictObject({ operation: z.literal('stop-utm-service'), service: utmService }),
  /**
   * Stops the UTM and gives the folder of its database a name with the date, beside the old one; the UTM makes a new
   * one when it starts, which it does at once if `start` is set. Whoever carries it out finds the folder by itself.
   */
  z.strictObject({ operation: z.literal('renew-utm-database'), service: utmService, start: z.boolean() }),
  /** Sets the clock forward (positive) or back by what was shown to the person; then the system keeps it right. */
  z.strictObject({
    operation: z.literal('set-clock'),
    bySeconds: z.number().int().min(-3_200_000_000).max(3_200_000_000),
  }),
  /** Lets other tills of the same network reach the UTM. */
  z.strictObject({ operation: z.literal('allow-utm-port'), port: z.number().int().min(1).max(65_535) }),
  /** Runs an installer that the person picked, if it is still the file whose signature was shown. */
  z.strictObject({ operation: z.literal('install-file'), file: z.string().min(1).max(1_000), sha256 }),
]);
export type MendOrder = z.infer<typeof mendOrderSchema>;
export type MendOperation = MendOrder['operation'];

export const mendOperationSchema = z.enum([
  'start-smart-card-service',
  'start-utm-service',
  'restart-utm-service',
  'stop-utm-service',
  'renew-utm-database',
  'set-clock',
  'allow-utm-port',
  'install-file',
] as const satisfies readonly MendOperation[]);

/** Where a UTM's former database stands from now on. */
const movedTo = z.string().max(1_000).optional();

/** What came of an order. A refused prompt for rights is a normal end, and nothing was done. */
export const mendOutcomeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('done'), restartNeeded: z.boolean(), movedTo }),
  z.strictObject({ kind: z.literal('refused') }),
  /** A step did not work; those before it did. `step` is the command, `output` what it printed, cut. */
  z.strictObject({
    kind: z.literal('failed'),
    step: z.string().max(2_000),
    exitCode: z.number().int().nullable(),
    output: z.string().max(4_000),
    movedTo,
  }),
  /** The file is not the one that was shown. */
  z.strictObject({ kind: z.literal('file-changed') }),
  /** There is no way to ask for the rights here, or the order means nothing on this system. */
  z.strictObject({ kind: z.literal('unavailable'), cause: z.string().max(1_000) }),
]);
export type MendOutcome = z.infer<typeof mendOutcomeSchema>;

/** An installer that a person picked, as far as it can be judged before it runs. */
export const pickedInstallerSchema = z.object({
  name: z.string(),
  size: z.number().int(),
  sha256,
  kind: z.enum(['program', 'package']),
  /** `null`: this system does not tell. */
  signature: z
    .object({ state: z.enum(['valid', 'absent', 'broken', 'untrusted']), publisher: z.string().nullable() })
    .nullable(),
});
export type PickedInstaller = z.infer<typeof pickedInstallerSchema>;

/** An order as the window follows it. */
export const mendingSchema = z.object({
  operation: mendOperationSchema,
  phase: z.enum(['running', 'done', 'failed']),
  restartNeeded: z.boolean(),
  problem: problemSchema.nullable(),
});
