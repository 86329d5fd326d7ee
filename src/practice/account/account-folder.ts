import { join } from 'node:path';
import { z } from 'zod';
import { readJsonFile, writeJsonFile } from '../json-file.ts';

/** Operations of the contract, named as in docs/account-openapi.yaml. */
const operationIdSchema = z.enum([
  'createChallenge',
  'createSession',
  'listSubdivisions',
  'listContractors',
  'enterContractor',
  'readContractor',
  'requestAccessKey',
  'readAccessKey',
]);
export type OperationId = z.infer<typeof operationIdSchema>;

/**
 * Ways in which an operation goes wrong on purpose. `server-error`: nothing is done; `slow`: it is done after a pause;
 * `cut`: it is done, and the connection goes in the middle of the answer; `html`: a page of somebody else; `endless`: a
 * body without end; `foreign-key`, `foreign-place`: an access key's certificate that is not the one asked for.
 */
const failureSchema = z.enum(['server-error', 'slow', 'cut', 'html', 'endless', 'foreign-key', 'foreign-place']);
export type Failure = z.infer<typeof failureSchema>;

/** How this account behaves. Read anew at every request, so that one that runs can be changed. */
const accountOptionsSchema = z.object({
  failures: z.partialRecord(operationIdSchema, failureSchema).default({}),
  /** Length of the pause of `slow`. */
  slowMs: z.number().nonnegative().default(60_000),
  sessionSeconds: z.number().int().positive().default(900),
  challengeSeconds: z.number().int().positive().default(120),
  contractors: z
    .object({
      /** How long the tax service of practice mode looks at an entered place. */
      decidedAfterMs: z.number().nonnegative().default(45_000),
      decision: z.enum(['confirmed', 'refused']).default('confirmed'),
    })
    .prefault({}),
  keys: z
    .object({
      /** Answered instead of issuing: at once, or after the time that a certificate takes. */
      refusal: z.string().nullable().default(null),
      /** How long a certificate is being made; 0: it is in the answer. */
      readyAfterMs: z.number().nonnegative().default(0),
    })
    .prefault({}),
  /** Persons whose power of attorney the agency knows from before: they see the places of their principals. */
  representatives: z.array(z.object({ person: z.string(), principal: z.string() })).default([]),
  /** Addresses that the licence register has for a place (by FSRAR ID) instead of the one EGAIS has. */
  registerAddresses: z.record(z.string(), z.string()).default({}),
});
export type AccountOptions = z.input<typeof accountOptionsSchema>;

/** A place that somebody entered by hand. */
const enteredPlaceSchema = z.object({
  id: z.string(),
  inn: z.string(),
  kpp: z.string().nullable(),
  name: z.string(),
  address: z.string(),
  submittedAt: z.iso.datetime(),
  decidedAt: z.iso.datetime(),
  decision: z.enum(['confirmed', 'refused']),
  /** FSRAR ID of the place it has become. */
  fsrarId: z.string().nullable(),
});
export type EnteredPlace = z.infer<typeof enteredPlaceSchema>;

/** A request for an access key and what came of it. */
const keptKeySchema = z.object({
  id: z.string(),
  /** Fingerprint of the qualified certificate that signed the request. */
  holder: z.string(),
  idempotencyKey: z.string(),
  /** SHA-256 of the body, hex. */
  bodySha256: z.string(),
  readyAt: z.iso.datetime(),
  outcome: z.discriminatedUnion('status', [
    /** DER, base64. */
    z.object({ status: z.literal('issued'), certificate: z.string(), chain: z.array(z.string()) }),
    z.object({ status: z.literal('refused'), detail: z.string() }),
  ]),
});
export type KeptKey = z.infer<typeof keptKeySchema>;

const pathsOf = (folder: string) => ({
  options: join(folder, 'practice.json'),
  entered: join(folder, 'entered-places.json'),
  keys: join(folder, 'access-keys.json'),
});

/** The folder of one stand-in account: all that it keeps. */
export class AccountFolder {
  readonly #paths: ReturnType<typeof pathsOf>;

  constructor(folder: string) {
    this.#paths = pathsOf(folder);
  }

  options(): z.output<typeof accountOptionsSchema> {
    return readJsonFile(this.#paths.options, accountOptionsSchema) ?? accountOptionsSchema.parse({});
  }

  writeOptions(options: AccountOptions): void {
    writeJsonFile(this.#paths.options, options);
  }

  /** `null` when nobody has ever entered one. */
  entered(): readonly EnteredPlace[] | null {
    return readJsonFile(this.#paths.entered, z.array(enteredPlaceSchema));
  }

  writeEntered(places: readonly EnteredPlace[]): void {
    writeJsonFile(this.#paths.entered, places);
  }

  keys(): readonly KeptKey[] {
    return readJsonFile(this.#paths.keys, z.array(keptKeySchema)) ?? [];
  }

  writeKeys(keys: readonly KeptKey[]): void {
    writeJsonFile(this.#paths.keys, keys);
  }
}
