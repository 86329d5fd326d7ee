import { z } from 'zod';
import { problemSchema } from '../problems/problem.ts';
import { findingSchema } from './finding.ts';
import { installedUtmSchema } from './installed-utm.ts';
import { pickedInstallerSchema } from './mending.ts';
import { foreignDatabaseSchema, renewedDatabaseSchema } from './utm-database.ts';
import { utmProofStageSchema } from './utm-proof.ts';

/** What can be going on with a UTM that is being brought up; one at a time. */
export const utmWorkKindSchema = z.enum([
  'download',
  'unpack',
  'install',
  'configure',
  'start',
  'come-up',
  'renew',
  'prove',
]);
export type UtmWorkKind = z.infer<typeof utmWorkKindSchema>;

/** An installer of a UTM that was looked at and not run. */
export const utmInstallerSchema = pickedInstallerSchema.omit({ kind: true }).extend({
  /** As its name has it, like `4.2.0-b2698`; `null` where the name tells none. */
  build: z.string().nullable(),
});
export type ReadyUtmInstaller = z.infer<typeof utmInstallerSchema>;

/** Documents and cheques that a UTM has taken from the shop and not sent yet. */
const documentsKeptSchema = z.discriminatedUnion('kind', [
  /** There is no UTM that could keep any. */
  z.object({ kind: z.literal('none-installed') }),
  z.object({ kind: z.literal('counted'), count: z.number().int().min(0) }),
  /** No document that is known of, but cheques; `since`: since when, in the UTM's own words. */
  z.object({ kind: z.literal('cheques'), since: z.string() }),
  /** A UTM is installed and does not say. */
  z.object({ kind: z.literal('unknown') }),
]);
export type DocumentsKept = z.infer<typeof documentsKeptSchema>;

/** What an installation meets on this computer. */
export const beforeInstallSchema = z.object({
  /** A UTM is installed and will be updated. */
  update: z.boolean(),
  documents: documentsKeptSchema,
  /** What an earlier UTM left behind, or several UTMs; `null`: nothing. */
  remains: findingSchema.nullable(),
});
export type BeforeInstall = z.infer<typeof beforeInstallSchema>;

/** What shows from outside that an installation gets on, in the order in which it appears. */
const installSignIdSchema = z.enum(['folder', 'service', 'service-stopped', 'service-runs', 'log']);
export type InstallSignId = z.infer<typeof installSignIdSchema>;

const installSignSchema = z.object({
  id: installSignIdSchema,
  /** ISO 8601; `null`: not seen yet. */
  seenAt: z.string().nullable(),
});
export type InstallSign = z.infer<typeof installSignSchema>;

/** The build that was to be installed, and the one that is there. */
export const buildComparisonSchema = z.object({
  expected: z.string().nullable(),
  /** As the UTM or its log says it; `null` while neither does. */
  found: z.string().nullable(),
  /** `null`: one of the two is not known. */
  same: z.boolean().nullable(),
});
export type BuildComparison = z.infer<typeof buildComparisonSchema>;

/** What the settings of a UTM will be, as far as this computer tells; PINs are not among them. */
const utmSettingsPlanSchema = z.object({
  port: z.number().int(),
  /** Libraries of the token's vendor that a UTM loads; `null`: the vendor is not known, or its library is not here. */
  libraries: z.object({ gost: z.string(), rsa: z.string().nullable() }).nullable(),
  /** `host:port` through which programs of this computer reach the internet; `null`: none is set. */
  proxy: z.string().nullable(),
});
export type UtmSettingsPlan = z.infer<typeof utmSettingsPlanSchema>;

/** The way of a UTM from its download to its first start, as far as it has come in this walk. */
export const utmSetupSchema = z.object({
  /** The agency's installer is one for Windows: elsewhere none is brought. */
  mayInstall: z.boolean(),
  /** Every UTM of a computer that has several; empty where there is one, and until they were looked for. */
  utms: z.array(installedUtmSchema),
  work: z
    .object({
      kind: utmWorkKindSchema,
      /** `stopped`: the person has waited enough. */
      phase: z.enum(['running', 'failed', 'stopped']),
      startedAt: z.string(),
      problem: problemSchema.nullable(),
    })
    .nullable(),
  /** Bytes of the archive that are on the disk, of how many; `null`: not known yet. */
  received: z.object({ bytes: z.number(), of: z.number() }).nullable(),
  installer: utmInstallerSchema.nullable(),
  before: beforeInstallSchema.nullable(),
  signs: z.array(installSignSchema),
  installed: z.object({ restartNeeded: z.boolean(), update: z.boolean(), build: buildComparisonSchema }).nullable(),
  /** `null` until it was looked at. */
  settings: utmSettingsPlanSchema.nullable(),
  /**
   * Whether settings with PINs were written in this walk, and nothing has made them void since: a UTM reads them when it
   * starts, so a start that was under way before does not count.
   */
  configured: z.enum(['no', 'start-due', 'started']),
  /** Whose database the UTM has and may be put aside, or why it may not; `null` until it was looked at. */
  database: z.object({ facts: foreignDatabaseSchema.nullable(), problem: problemSchema.nullable() }).nullable(),
  /** What became of a database that was put aside. */
  renewed: renewedDatabaseSchema.nullable(),
  /** The proof by one harmless query, stage by stage; empty until it was asked for. */
  proof: z.array(utmProofStageSchema),
});
export type UtmSetup = z.infer<typeof utmSetupSchema>;
