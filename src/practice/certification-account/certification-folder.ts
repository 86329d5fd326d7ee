import { join } from 'node:path';
import { z } from 'zod';
import { readJsonFile, writeJsonFile } from '../json-file.ts';

/** Operations of the contract, named as in docs/certification-account-openapi.yaml. */
const operationIdSchema = z.enum([
  'sendCode',
  'createSession',
  'listApplications',
  'readApplication',
  'requestCertificate',
  'readCertificate',
  'listPapers',
  'readPaper',
]);

/** What every service may do wrong (`StandIn`), and `foreign-key`: the certificate of another key than was asked for. */
const failureSchema = z.enum(['server-error', 'slow', 'cut', 'html', 'endless', 'foreign-key']);

/** How this account behaves. Read anew at every request, so that one that runs can be changed. */
const certificationOptionsSchema = z.object({
  failures: z.partialRecord(operationIdSchema, failureSchema).default({}),
  /** Length of the pause of `slow`. */
  slowMs: z.number().nonnegative().default(60_000),
  sessionSeconds: z.number().int().positive().default(900),
  code: z
    .object({
      seconds: z.number().int().positive().default(300),
      resendAfterSeconds: z.number().int().positive().default(10),
      tries: z.number().int().positive().default(3),
    })
    .prefault({}),
  phones: z
    .object({
      /** Numbers (`+7…`) that were told to the authority; `null`: every number. */
      known: z.array(z.string()).nullable().default(null),
      locked: z.array(z.string()).default([]),
    })
    .prefault({}),
  issue: z
    .object({
      /** The minutes of a real authority are seconds here; a day is 86 400 000. */
      orderedAfterMs: z.number().nonnegative().default(4_000),
      readyAfterMs: z.number().nonnegative().default(20_000),
      /** Answered in the end instead of a certificate. */
      refusal: z.string().nullable().default(null),
      /** «Статус заявки» and the state of the issue, in words that nobody foresaw. */
      unforeseen: z.string().min(1).nullable().default(null),
    })
    .prefault({}),
});
export type CertificationOptions = z.input<typeof certificationOptionsSchema>;

const orderSchema = z.object({
  idempotencyKey: z.string(),
  /** SHA-256 of the PKCS#10, hex. */
  requestSha256: z.string(),
  orderedAt: z.iso.datetime(),
  issuingAt: z.iso.datetime(),
  readyAt: z.iso.datetime(),
  outcome: z.discriminatedUnion('kind', [
    /** DER, base64; handed out from `readyAt` on. */
    z.object({ kind: z.literal('issued'), certificate: z.string() }),
    z.object({ kind: z.literal('refused'), reason: z.string() }),
  ]),
});
export type KeptOrder = z.infer<typeof orderSchema>;

const keptApplicationSchema = z.object({
  id: z.string(),
  date: z.iso.datetime(),
  inn: z.string(),
  kpp: z.string().nullable(),
  name: z.string(),
  owner: z.string(),
  order: orderSchema.nullable(),
});
export type KeptApplication = z.infer<typeof keptApplicationSchema>;

/** An SMS. One whose time has not come is not there yet. */
const messageSchema = z.object({ phone: z.string(), at: z.iso.datetime(), text: z.string() });
export type SmsMessage = z.infer<typeof messageSchema>;

/** The folder of one stand-in: all that it keeps over a restart. Sessions and codes are not among it. */
export class CertificationFolder {
  readonly #paths: { readonly options: string; readonly applications: string; readonly messages: string };

  constructor(folder: string) {
    this.#paths = {
      options: join(folder, 'practice.json'),
      applications: join(folder, 'applications.json'),
      messages: join(folder, 'messages.json'),
    };
  }

  options(): z.output<typeof certificationOptionsSchema> {
    return readJsonFile(this.#paths.options, certificationOptionsSchema) ?? certificationOptionsSchema.parse({});
  }

  writeOptions(options: CertificationOptions): void {
    writeJsonFile(this.#paths.options, options);
  }

  applications(): readonly KeptApplication[] {
    return readJsonFile(this.#paths.applications, z.array(keptApplicationSchema)) ?? [];
  }

  writeApplications(applications: readonly KeptApplication[]): void {
    writeJsonFile(this.#paths.applications, applications);
  }

  /** What the practice phone has received by now, the latest last. */
  messages(now: Date): readonly SmsMessage[] {
    const moment = now.toISOString();
    return this.#allMessages()
      .filter(({ at }) => at <= moment)
      .sort((a, b) => a.at.localeCompare(b.at));
  }

  /** The phone keeps the latest hundred. */
  send(messages: readonly SmsMessage[]): void {
    writeJsonFile(this.#paths.messages, [...this.#allMessages(), ...messages].slice(-100));
  }

  #allMessages(): readonly SmsMessage[] {
    return readJsonFile(this.#paths.messages, z.array(messageSchema)) ?? [];
  }
}
