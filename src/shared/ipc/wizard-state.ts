import { z } from 'zod';
import {
  accessKeyIssuerIdSchema,
  accessKeyProofSchema,
  accessKeyRequestSchema,
  issueStageSchema,
  keepObstacleSchema,
} from '../domain/access-key.ts';
import { accessRoleSchema } from '../domain/access-role.ts';
import { contractorSchema } from '../domain/contractor.ts';
import { findingSchema } from '../domain/finding.ts';
import { issuerWaySchema } from '../domain/issuer-choice.ts';
import { keyChangePlanSchema, keyChangeSchema } from '../domain/key-change.ts';
import { knownTokensSchema, remindersSchema } from '../domain/known-token.ts';
import { mchdReportSchema } from '../domain/mchd.ts';
import { mendingSchema, pickedInstallerSchema } from '../domain/mending.ts';
import { outsideEventSchema, scenarioIdSchema } from '../domain/scenario.ts';
import { stepIdSchema, stepIds, stepStatusSchema } from '../domain/steps.ts';
import { subdivisionSchema } from '../domain/subdivision.ts';
import { appletKindSchema, tokenReportSchema } from '../domain/token.ts';
import { utmStateSchema } from '../domain/utm.ts';
import { utmSetupSchema } from '../domain/utm-setup.ts';
import { languageSchema } from '../language.ts';
import { problemSchema } from '../problems/problem.ts';
import { qualifiedStateSchema } from './qualified-state.ts';

const phaseSchema = z.enum(['idle', 'running', 'done', 'failed']);

/** Who gives the list of places. */
export const subdivisionSourceIdSchema = z.enum(['utm', 'account']);
export type SubdivisionSourceId = z.infer<typeof subdivisionSourceIdSchema>;

/** Why the issuer's own page cannot be shown: nobody answers, there is no such page, or it fell. */
const handoffTroubleSchema = z.enum(['unreachable', 'refused', 'crashed']);
export type HandoffTroubleId = z.infer<typeof handoffTroubleSchema>;

const pickedFileSchema = z.object({ name: z.string(), size: z.number().int() });

/**
 * All that the window shows, as the main process knows it. The window keeps a mirror and never a truth of its own.
 * The rows of the subdivision list travel apart (`subdivisions:list`), because they may be a hundred thousand.
 */
export const wizardStateSchema = z.object({
  language: languageSchema,
  /** `null` when the tokens, EGAIS and the UTM are real. */
  practice: z
    .object({
      scenario: scenarioIdSchema,
      plugged: z.boolean(),
      /** What could happen to the computer from outside now. */
      event: outsideEventSchema.nullable(),
    })
    .nullable(),
  step: stepIdSchema,
  steps: z.record(z.enum(stepIds), stepStatusSchema),
  machine: z.object({
    phase: phaseSchema,
    findings: z.array(findingSchema),
    /** Checks still running. */
    pending: z.array(z.string()),
    checkedAt: z.string().nullable(),
    /** The last change of the computer, as it runs or as it ended, until it is dismissed. */
    mending: mendingSchema.nullable(),
    /** An installer that was picked and waits for the person's word. */
    installer: pickedInstallerSchema.nullable(),
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
  /** In what capacity the person asks for a key. */
  role: z.object({
    /** What the qualified certificate allows; one entry where it decides, none while there is no certificate. */
    options: z.array(accessRoleSchema),
    /** `null`: the person has to say. */
    chosen: accessRoleSchema.nullable(),
  }),
  /** The power of attorney of a person who acts by one: two files, and what the check found in them. */
  mchd: z.object({
    document: pickedFileSchema.nullable(),
    signature: pickedFileSchema.nullable(),
    phase: phaseSchema,
    report: mchdReportSchema.nullable(),
    problem: problemSchema.nullable(),
  }),
  subdivisions: z.object({
    phase: phaseSchema,
    source: subdivisionSourceIdSchema,
    /** Sources that can be asked; the account is one of them only where its address is configured. */
    sources: z.array(subdivisionSourceIdSchema),
    count: z.number().int(),
    /** Changes whenever the rows do; the window then fetches them again. */
    revision: z.number().int(),
    problem: problemSchema.nullable(),
    /** FSRAR ID of the access key that is on the token now. */
    current: z.string().nullable(),
    chosen: subdivisionSchema.nullable(),
  }),
  /** «Контрагенты» of the account; the guided page needs none of this. */
  contractors: z.object({
    phase: phaseSchema,
    configured: z.boolean(),
    rows: z.array(contractorSchema),
    problem: problemSchema.nullable(),
  }),
  accessKey: z.object({
    /** `awaiting-certificate`: the request is out as a file, and the key waits on the token. */
    phase: z.enum(['idle', 'running', 'awaiting-certificate', 'done', 'failed']),
    /** The way the person asked for, `null` while he left it to the wizard. */
    wish: accessKeyIssuerIdSchema.nullable(),
    /** The way that will be taken, or was. */
    issuer: accessKeyIssuerIdSchema,
    /** Every way to a key for the chosen place; empty until a place is chosen. */
    ways: z.array(issuerWaySchema),
    /** Fingerprint of the access key that will be replaced, `null` if there is none. */
    replaces: z.string().nullable(),
    /**
     * The last four characters of the token's serial must be typed: the wizard itself will delete the key that is
     * there, or the key is a good one of another place.
     */
    confirmReplacement: z.boolean(),
    /** The key already on the token is for the chosen place and in force: it may be kept. */
    mayKeep: z.boolean(),
    /** Why a key that seems good must not be kept, by what the UTM says; `null` where nothing speaks against it. */
    keepObstacle: keepObstacleSchema.nullable(),
    kept: z.boolean(),
    stages: z.array(issueStageSchema),
    /** The page on which a person works just now, shown beside the wizard's guidance. */
    handoff: z.object({ url: z.string(), trouble: handoffTroubleSchema.nullable() }).nullable(),
    request: accessKeyRequestSchema.nullable(),
    /** A key that an earlier request by files made for the chosen place waits on the token for its certificate. */
    keyWaits: z.boolean(),
    problem: problemSchema.nullable(),
    proof: accessKeyProofSchema.nullable(),
  }),
  /** The way to a qualified certificate, beside the steps. */
  qualified: qualifiedStateSchema,
  utm: z.object({
    phase: phaseSchema,
    state: utmStateSchema.nullable(),
    problem: problemSchema.nullable(),
  }),
  utmSetup: utmSetupSchema,
  /** Changes of keys that go on, and the plan for the chosen token. */
  keyChange: z.object({
    changes: z.array(keyChangeSchema),
    /** Fingerprints of certificates that lie in files of the profile. */
    saved: z.array(z.string()),
    /** `null` while no token is chosen, or it is away. */
    plan: keyChangePlanSchema.nullable(),
    problem: problemSchema.nullable(),
  }),
  /** Tokens that were read on this computer, now or earlier, and whether the person wants to be reminded. */
  knownTokens: knownTokensSchema.extend({
    startsWithSystem: remindersSchema.shape.startsWithSystem,
    problem: problemSchema.nullable(),
  }),
  /** A sentence for the person about something that happened by itself (a token was pulled, the token process fell). */
  notice: problemSchema.nullable(),
});
export type WizardState = z.infer<typeof wizardStateSchema>;

/** A key is being made or written at this moment: the computer stays awake, and leaving asks first. */
export const isWriting = ({ accessKey, qualified }: Pick<WizardState, 'accessKey' | 'qualified'>): boolean =>
  [accessKey.phase, qualified.making.phase, qualified.installing.phase].includes('running');

/** A token is being worked on: nothing else may begin. */
export const isAtWork = (state: Pick<WizardState, 'accessKey' | 'qualified' | 'tokens'>): boolean =>
  isWriting(state) || state.tokens.task?.phase === 'running';
