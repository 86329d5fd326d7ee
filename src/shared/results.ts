import { z } from 'zod';
import { accessKeyProofSchema, accessKeyRequestSchema } from './domain/access-key.ts';
import { certificateSchema } from './domain/certificate.ts';
import {
  applicationSchema,
  authorityPaperSchema,
  certificationAuthorityIdSchema,
  paperKindSchema,
} from './domain/certification-authority.ts';
import { findingSchema } from './domain/finding.ts';
import { installedUtmsSchema } from './domain/installed-utm.ts';
import { keyChangePlanSchema } from './domain/key-change.ts';
import { dueReminderSchema, knownTokenSchema, remindersSchema } from './domain/known-token.ts';
import { mchdReportSchema } from './domain/mchd.ts';
import { mendOperationSchema, pickedInstallerSchema } from './domain/mending.ts';
import { qualifiedRequestSchema } from './domain/qualified-request.ts';
import { subjectKindSchema } from './domain/qualified-subject.ts';
import { scenarioIdSchema } from './domain/scenario.ts';
import { subdivisionSchema } from './domain/subdivision.ts';
import {
  appletKindSchema,
  deviceSchema,
  keyPresenceSchema,
  libraryReportSchema,
  pinFactsSchema,
} from './domain/token.ts';
import { unsentDocumentsSchema } from './domain/unsent-documents.ts';
import { utmStateSchema, utmVerdictIdSchema } from './domain/utm.ts';
import { renewedDatabaseSchema } from './domain/utm-database.ts';
import { utmProofSchema } from './domain/utm-proof.ts';
import { beforeInstallSchema, buildComparisonSchema, utmInstallerSchema } from './domain/utm-setup.ts';
import { describedProblemSchema } from './problems/described.ts';

/** A part of a token after work on it. */
const tokenPart = z.object({
  serial: z.string(),
  applet: appletKindSchema,
  userPin: pinFactsSchema,
  initialised: z.boolean(),
});

const worded = { title: z.string(), reason: z.string() };

const utmInstaller = z.object({
  archive: z.object({ file: z.string(), size: z.number(), sha256: z.string(), lastModified: z.string().nullable() }),
  installer: z.object({
    file: z.string(),
    /** As its name has it. */
    build: z.string(),
    size: z.number(),
    sha256: z.string(),
    /** As the system says it, and not judged; `null` where it does not tell. */
    signature: z.object({ status: z.string(), signer: z.string().nullable() }).nullable(),
  }),
});

/** What each command of the command line answers under `result`. Published as JSON Schema in docs/schemas. */
export const commandResults = {
  'machine-check': z.object({
    ready: z.boolean(),
    findings: z.array(findingSchema.extend(worded)),
  }),
  'machine-mend': z.object({
    operation: mendOperationSchema,
    restartNeeded: z.boolean(),
    /** What the change concerns, looked at again. */
    findings: z.array(findingSchema.extend(worded)),
  }),
  'machine-installer': pickedInstallerSchema,
  'tokens-list': z.object({
    devices: z.array(deviceSchema),
    libraries: z.array(libraryReportSchema.extend({ problem: describedProblemSchema.nullable() })),
  }),
  'certificates-list': z.object({
    certificates: z.array(
      z.object({
        device: z.string(),
        serial: z.string(),
        applet: appletKindSchema,
        keyId: z.string(),
        label: z.string(),
        privateKey: keyPresenceSchema,
        certificate: certificateSchema.nullable(),
        problem: describedProblemSchema.nullable(),
      }),
    ),
  }),
  'certificates-show': z.object({
    valid: z.boolean(),
    kind: z.enum(['certificate', 'certificate-bundle', 'certification-request']),
    findings: z.array(z.object({ code: z.string(), severity: z.enum(['fault', 'warning', 'note']), ...worded })),
    certificates: z.array(certificateSchema),
    request: z.object({ subject: certificateSchema.shape.subject, key: certificateSchema.shape.key }).nullable(),
  }),
  'certificates-export': z.object({ file: z.string(), fingerprint: z.string() }),
  'token-change-pin': tokenPart,
  'token-unblock-pin': tokenPart,
  'token-initialise': tokenPart,
  'token-delete-key': tokenPart,
  'request-authorities': z.object({
    authorities: z.array(
      z.object({
        id: certificationAuthorityIdSchema,
        name: z.string(),
        /** Address of its page; `null` where none is publicly known. */
        page: z.string().nullable(),
        way: z.enum(['in-person', 'account', 'file']),
        subjects: z.array(subjectKindSchema),
        steps: z.array(z.string()),
        /** What is not publicly known of it. */
        unknown: z.array(z.string()),
      }),
    ),
  }),
  'request-applications': z.object({ applications: z.array(applicationSchema) }),
  'request-obtain': z.object({ file: z.string(), application: z.string(), certificate: certificateSchema }),
  'request-papers': z.object({ papers: z.array(authorityPaperSchema.extend({ file: z.string() })) }),
  /** Samples; `file`: `null` where a request or a certificate is wanted for it. */
  'request-forms': z.object({
    authority: certificationAuthorityIdSchema,
    papers: z.array(z.object({ kind: paperKindSchema, file: z.string().nullable() })),
  }),
  'subdivisions-list': z.object({
    total: z.number().int(),
    subdivisions: z.array(subdivisionSchema),
  }),
  /** By files the first command ends with the request; the one that brings its certificate ends with the proof. */
  'access-key-issue': z.union([
    accessKeyProofSchema,
    z.object({ requested: z.literal(true), request: accessKeyRequestSchema, file: z.string().nullable() }),
  ]),
  'access-key-verify': accessKeyProofSchema,
  'request-create': z.object({
    request: qualifiedRequestSchema,
    file: z.string(),
    /** Whether `request list` will know of it; the key on the token waits all the same. */
    remembered: z.boolean(),
  }),
  /** Keys that wait for a certificate, and requests whose key is not seen. `unreadable`: files of remembered requests. */
  'request-list': z.object({
    requests: z.array(
      z.object({
        state: z.enum(['waiting', 'token-absent', 'key-gone']),
        token: z.string(),
        keyId: z.string(),
        request: qualifiedRequestSchema.nullable(),
      }),
    ),
    unreadable: z.array(z.string()),
    /** Whether a request was forgotten by this command. */
    forgotten: z.boolean(),
  }),
  /** Only what was proven: anything else is a problem. */
  'request-install': z.object({
    token: z.string(),
    keyId: z.string(),
    certificate: certificateSchema,
    findings: z.array(z.object({ code: z.string(), severity: z.enum(['fault', 'warning', 'note']), ...worded })),
    checks: z.array(z.object({ id: z.string(), status: z.enum(['passed', 'failed', 'unknown']) })),
  }),
  'utm-status': utmStateSchema.extend({ verdict: utmStateSchema.shape.verdict.extend(worded) }),
  /** A UTM that came up, whether it works or is ill; one that did not is a problem. */
  'utm-wait': utmStateSchema.extend({
    verdict: utmStateSchema.shape.verdict.extend(worded),
    waitedSeconds: z.number(),
  }),
  'utm-list': installedUtmsSchema,
  /** What the shop gave to the UTM and the UTM has not sent yet; a list that is not clear is a problem, never empty. */
  'utm-documents': unsentDocumentsSchema,
  'utm-renew-database': renewedDatabaseSchema,
  'utm-prove': utmProofSchema,
  /** What accounting software is told, until when it holds, and the files that were written. No PIN is among it. */
  'utm-handover': z.object({
    verdict: utmVerdictIdSchema,
    url: z.string(),
    fsrarId: z.string().nullable(),
    /** Of the token that carries this key; `null` where it is not in the computer. */
    serial: z.string().nullable(),
    place: z.object({ name: z.string(), inn: z.string(), kpp: z.string().nullable(), address: z.string() }).nullable(),
    accessKeyUntil: z.string().nullable(),
    qualifiedUntil: z.string().nullable(),
    /** The earlier of the two. */
    nextChange: z.string().nullable(),
    files: z.array(z.string()),
  }),
  /** Keys that changed, never their values. `backup`: `null` where a file was so already. */
  'utm-configure': z.object({
    files: z.array(z.object({ file: z.string(), changed: z.array(z.string()), backup: z.string().nullable() })),
    /** Settings are read when the UTM starts. */
    restartNeeded: z.boolean(),
  }),
  'utm-download': utmInstaller,
  'utm-unpack': utmInstaller,
  /** What was run, what it met, and what is there now. */
  'utm-install': z.object({
    installer: utmInstallerSchema,
    before: beforeInstallSchema.extend({ remains: findingSchema.extend(worded).nullable() }),
    build: buildComparisonSchema,
    restartNeeded: z.boolean(),
  }),
  'key-change-plan': keyChangePlanSchema,
  'key-change-begin': keyChangePlanSchema,
  'key-change-save': z.object({ serial: z.string(), files: z.array(z.string()) }),
  'key-change-forget': z.object({ serial: z.string(), forgotten: z.boolean() }),
  /** `daysLeft`: whole days, less than 0 once it is over. */
  'tokens-known': z.object({
    remind: z.boolean(),
    tokens: z.array(
      knownTokenSchema.extend({
        daysLeft: z.object({ qualified: z.number().int().nullable(), accessKey: z.number().int().nullable() }),
      }),
    ),
    forgotten: z.boolean(),
  }),
  'reminders-on': remindersSchema,
  'reminders-off': remindersSchema,
  'reminders-status': remindersSchema,
  'reminders-due': z.object({ remind: z.boolean(), due: z.array(dueReminderSchema) }),
  'mchd-check': mchdReportSchema.extend({
    findings: z.array(mchdReportSchema.shape.findings.element.omit({ values: true }).extend(worded)),
  }),
  'diagnostics-save': z.object({
    file: z.string(),
    files: z.array(z.object({ name: z.string(), size: z.number().int() })),
    /** Of the zip. */
    sha256: z.string(),
  }),
  /** The nearest first; empty where nothing is near enough. `score` is from 0 to 1; `doubt` stands where it is not sure. */
  'help-find': z.object({
    entries: z.array(
      z.object({
        id: z.string(),
        ...worded,
        steps: z.array(z.string()),
        doubt: z.string().nullable(),
        score: z.number(),
      }),
    ),
  }),
  'practice-start': z.object({
    scenario: scenarioIdSchema,
    folder: z.string(),
    utmUrl: z.string(),
    library: z.string(),
  }),
} as const;

export type CommandName = keyof typeof commandResults;
export type CommandResult<C extends CommandName> = z.input<(typeof commandResults)[C]>;
