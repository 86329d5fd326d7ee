import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readJsonFile, writeJsonFile, writeWhole } from '../json-file.ts';
import { UtmJournal } from './journal.ts';
import { agentProperties, type TransportPins, transportProperties } from './transport-properties.ts';

/** A build that knows the role «Физическое лицо с машиночитаемой доверенностью» (docs/sources.md, UTM). */
const currentBuild = '4.2.0b002698';

/** What `GET /api/info/list` says of a certificate instead of what the token gives; `null`: what it gives. */
const toldCertificateSchema = z
  .object({
    isValid: z.enum(['valid', 'invalid', 'revoked']).nullable().default(null),
    /** In place of both dates: a UTM writes its errors there. */
    dates: z.string().nullable().default(null),
    /** Whether `orginfo` knows whose it is. */
    subject: z.boolean().default(true),
  })
  .prefault({});
export type ToldCertificate = z.output<typeof toldCertificateSchema>;

/** How this UTM behaves. Read anew at every request, so that a UTM that runs can be changed. */
const utmOptionsSchema = z.object({
  /** Milliseconds from each mark of a start to the next: a real start takes minutes. */
  markMs: z.number().nonnegative().default(0),
  /** A UTM exchanges documents every two minutes (docs/sources.md, UTM). */
  exchangeEveryMs: z
    .number()
    .positive()
    .default(2 * 60_000),
  /** Nobody listens for so many milliseconds after the database is open; `null`: the start never ends. */
  listensAfterMs: z.number().nonnegative().nullable().default(0),
  /** Takes connections and answers nothing. */
  mute: z.boolean().default(false),
  contour: z.string().default('prod'),
  /** As `GET /info/version` says it; its page knows powers of attorney from 2538 on. */
  build: z.string().default(currentBuild),
  /** Whether it has a page of its own for access keys; without one the address is not found. */
  keyPage: z.boolean().default(true),
  /** What a start comes to: nobody listens then, and the logs say why. */
  startFailure: z
    .enum(['database-locked', 'port-taken', 'registered-wrongly', 'files-missing'])
    .nullable()
    .default(null),
  /** Signs in at its start although the token warns that tries were spent, as a real one does. */
  insists: z.boolean().default(false),
  /** Whether exchanges with the agency come to an end. */
  exchanges: z.boolean().default(true),
  /**
   * Signed; or refused because the signature is younger than the access key, where it is; or refused because the token
   * is lost. Where they are not signed the shop's till sends some.
   */
  documents: z.enum(['signed', 'signature-renewed', 'signing-broken']).default('signed'),
  /** Said instead of what the token would give. */
  rsaError: z.string().nullable().default(null),
  /** What the token answers to every sign-in. */
  signInRefusal: z.string().nullable().default(null),
  told: z
    .object({
      rsa: toldCertificateSchema,
      gost: toldCertificateSchema,
      /** Since when cheques were not sent. */
      checkInfo: z.string().nullable().default(null),
    })
    .prefault({}),
  /** The body of every answer: something else has the port, and is content with every question. */
  stranger: z.string().nullable().default(null),
  /** The list of places is empty, whoever asks. */
  noPlaces: z.boolean().default(false),
  /** The first exchange of a run comes before the keys are ready, as it happens to a real one. */
  keyStoreRace: z.boolean().default(false),
  keygen: z
    .object({
      /** Answered instead of issuing. */
      refusal: z.string().nullable().default(null),
      /** Waited after the pair is made, and again before the old key goes. */
      pauseMs: z.number().nonnegative().default(0),
      /** Ends in mid-generation, after the pause: before the new certificate is written, or before the old key goes. */
      dies: z.enum(['before-write', 'after-write']).nullable().default(null),
    })
    .prefault({}),
  mchd: z
    .object({
      /** Answered to every power of attorney. */
      refusal: z.string().nullable().default(null),
    })
    .prefault({}),
});
export type UtmOptions = z.input<typeof utmOptionsSchema>;

/** A row of `GET /api/rsa`, names as on the wire. */
const placeRowSchema = z.object({
  ID: z.string(),
  Owner_ID: z.string(),
  Full_Name: z.string(),
  Short_Name: z.string(),
  INN: z.string(),
  /** Empty for an ИП. */
  KPP: z.string(),
  Country_Code: z.string(),
  Region_Code: z.string(),
  Dejure_Address: z.string(),
  Fact_Address: z.string(),
  isLicense: z.string(),
});
export type PlaceRow = z.infer<typeof placeRowSchema>;

const databaseSchema = z.object({
  /** `yyyy-MM-dd HH:mm:ss.SSS`. */
  createDate: z.string(),
  ownerId: z.string().nullable(),
});
export type UtmDatabase = z.infer<typeof databaseSchema>;

const acceptedMchdSchema = z.object({
  /** Fingerprint of the qualified certificate that was on the token when it was accepted. */
  certificate: z.string(),
  /** ИНН of the organisations for which its holder may ask for keys. */
  principals: z.array(z.string()),
});
export type AcceptedMchd = z.infer<typeof acceptedMchdSchema>;

const pathsOf = (folder: string) => ({
  options: join(folder, 'practice.json'),
  /** What lies at the agency and not in the shop: its certification authority and its register of places. */
  authority: join(folder, 'agency', 'authority.json'),
  places: join(folder, 'agency', 'places.json'),
  /** What the services of the computer want of it, and whether it does so. */
  order: join(folder, 'service', 'order.json'),
  running: join(folder, 'service', 'running.json'),
  properties: join(folder, 'conf', 'transport.properties'),
  /** It stands beside the folder of a real UTM, not in it. */
  agent: join(folder, 'beside', 'agent', 'conf', 'agent.properties'),
  transportDb: join(folder, 'transportDB'),
  database: join(folder, 'transportDB', 'database.json'),
  vault: join(folder, 'transportDB', 'vault.json'),
  mchd: join(folder, 'transportDB', 'mchd.json'),
});

/** The folder of one stand-in UTM: all that it knows and keeps. */
export class UtmFolder {
  readonly paths: ReturnType<typeof pathsOf>;
  readonly journal: UtmJournal;

  constructor(folder: string) {
    this.paths = pathsOf(folder);
    this.journal = new UtmJournal(join(folder, 'l'));
  }

  /** Whether its program is there: without one there are only the agency and whatever a removed one left behind. */
  isInstalled(): boolean {
    return existsSync(this.paths.properties);
  }

  options(): z.output<typeof utmOptionsSchema> {
    return readJsonFile(this.paths.options, utmOptionsSchema) ?? utmOptionsSchema.parse({});
  }

  places(): readonly PlaceRow[] {
    return readJsonFile(this.paths.places, z.array(placeRowSchema)) ?? [];
  }

  database(): UtmDatabase | null {
    return readJsonFile(this.paths.database, databaseSchema);
  }

  writeDatabase(database: UtmDatabase): void {
    writeJsonFile(this.paths.database, database);
  }

  /** The power of attorney that was accepted last. */
  acceptedMchd(): AcceptedMchd | null {
    return readJsonFile(this.paths.mchd, acceptedMchdSchema);
  }

  keepMchd(accepted: AcceptedMchd): void {
    writeJsonFile(this.paths.mchd, accepted);
  }

  read<T>(path: string, schema: z.ZodType<T>): T | null {
    return readJsonFile(path, schema);
  }

  write(path: string, value: unknown): void {
    writeJsonFile(path, value);
  }
}

/** A UTM as its installer leaves it, and what it was given since. */
export interface UtmInstallation {
  readonly pins: TransportPins;
  readonly database: UtmDatabase | null;
}

/** What a UTM finds around it: how it behaves, and the agency's register of places. */
export interface UtmSurroundings {
  readonly options: UtmOptions;
  readonly places: readonly PlaceRow[];
}

/** Where a UTM may be installed, over whatever was there of the same names. */
export function prepareUtm(folder: string, { options, places }: UtmSurroundings): UtmFolder {
  const utm = new UtmFolder(folder);
  utm.write(utm.paths.options, options);
  utm.write(utm.paths.places, places);
  return utm;
}

/** Writes the files of an installed UTM. */
export function writeUtmFiles(utm: UtmFolder, { pins, database }: UtmInstallation): void {
  writeWhole(utm.paths.properties, transportProperties(pins));
  writeWhole(utm.paths.agent, agentProperties());
  if (database !== null) utm.writeDatabase(database);
}

/** A UTM that is installed from the beginning. */
export function installUtm(folder: string, installation: UtmSurroundings & UtmInstallation): UtmFolder {
  const utm = prepareUtm(folder, installation);
  writeUtmFiles(utm, installation);
  return utm;
}
