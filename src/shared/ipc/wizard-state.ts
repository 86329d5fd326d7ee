import { z } from 'zod';
import { accessKeyIssuerIdSchema, accessKeyProofSchema, issueStageSchema } from '../domain/access-key.ts';
import { findingSchema } from '../domain/finding.ts';
import { scenarioIdSchema } from '../domain/scenario.ts';
import { stepIdSchema, stepIds, stepStatusSchema } from '../domain/steps.ts';
import { subdivisionSchema } from '../domain/subdivision.ts';
import { appletKindSchema, tokenReportSchema } from '../domain/token.ts';
import { utmStateSchema } from '../domain/utm.ts';
import { languageSchema } from '../language.ts';
import { problemSchema } from '../problems/problem.ts';

const phaseSchema = z.enum(['idle', 'running', 'done', 'failed']);

/**
 * All that the window shows, as the main process knows it. The window keeps a mirror and never a truth of its own.
 * The rows of the subdivision list travel apart (`subdivisions:list`), because they may be a hundred thousand.
 */
export const wizardStateSchema = z.object({
  language: languageSchema,
  /** `null` when the tokens, EGAIS and the UTM are real. */
  practice: z.object({ scenario: scenarioIdSchema, plugged: z.boolean() }).nullable(),
  step: stepIdSchema,
  steps: z.record(z.enum(stepIds), stepStatusSchema),
  machine: z.object({
    phase: phaseSchema,
    findings: z.array(findingSchema),
    /** Checks still running. */
    pending: z.array(z.string()),
    checkedAt: z.string().nullable(),
  }),
  tokens: z.object({
    phase: phaseSchema,
    report: tokenReportSchema.nullable(),
    problem: problemSchema.nullable(),
    /** `Device.id`; by itself chosen only when exactly one usable device is plugged in. */
    chosen: z.string().nullable(),
    /** Applets of the chosen device that must be signed in before the next step, in the order of the page. */
    signInNeeded: z.array(appletKindSchema),
    /** The applet whose sign-in is running. */
    signingIn: appletKindSchema.nullable(),
    /** The last refusal of a PIN, shown beside its field. */
    signInProblem: z.object({ applet: appletKindSchema, problem: problemSchema }).nullable(),
    /** Work on a token other than signing in, as it runs or as it ended; the page that started it shows it. */
    task: z
      .object({
        kind: z.enum(['change-pin', 'unblock-pin', 'initialise', 'delete-key']),
        applet: appletKindSchema,
        phase: z.enum(['running', 'done', 'failed']),
        startedAt: z.string(),
        problem: problemSchema.nullable(),
      })
      .nullable(),
    /** Certificates of this device were saved before its preparation: to which folder, and how many. */
    saved: z.object({ applet: appletKindSchema, folder: z.string(), count: z.number().int() }).nullable(),
    /** Tokens are not watched just now, because a UTM is at work with one of them. */
    watchPaused: z.boolean(),
    /** `Certificate.fingerprint` of the qualified certificate the wizard works with. */
    qualifiedCertificate: z.string().nullable(),
    /** Why the chosen token cannot be used yet, apart from a missing sign-in. */
    obstacle: problemSchema.nullable(),
  }),
  subdivisions: z.object({
    phase: phaseSchema,
    count: z.number().int(),
    /** Changes whenever the rows do; the window then fetches them again. */
    revision: z.number().int(),
    problem: problemSchema.nullable(),
    /** FSRAR ID of the access key that is on the token now. */
    current: z.string().nullable(),
    chosen: subdivisionSchema.nullable(),
  }),
  accessKey: z.object({
    phase: phaseSchema,
    issuer: accessKeyIssuerIdSchema,
    /**
     * How sure it is that this way works for this case: `confirmed` where it was seen to work, `unconfirmed` where the
     * UTM's behaviour is not publicly known (a first key, another place, an ИП).
     */
    certainty: z.enum(['confirmed', 'unconfirmed']),
    /** Fingerprint of the access key that will be replaced, `null` if there is none. */
    replaces: z.string().nullable(),
    /** The key already on the token is for the chosen place and in force: it may be kept. */
    mayKeep: z.boolean(),
    kept: z.boolean(),
    stages: z.array(issueStageSchema),
    problem: problemSchema.nullable(),
    proof: accessKeyProofSchema.nullable(),
  }),
  utm: z.object({
    phase: phaseSchema,
    state: utmStateSchema.nullable(),
    problem: problemSchema.nullable(),
  }),
  /** A sentence for the person about something that happened by itself (a token was pulled, the token process fell). */
  notice: problemSchema.nullable(),
});
export type WizardState = z.infer<typeof wizardStateSchema>;
