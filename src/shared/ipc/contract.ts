import { z } from 'zod';
import { accessKeyIssuerIdSchema } from '../domain/access-key.ts';
import { accessRoleSchema } from '../domain/access-role.ts';
import { certificationAuthorityIdSchema } from '../domain/certification-authority.ts';
import { contractorDraftSchema } from '../domain/contractor.ts';
import { diagnosticsPreviewSchema, identifierKindSchema } from '../domain/diagnostics.ts';
import { checkIdSchema } from '../domain/finding.ts';
import { keyChangeChoicesSchema } from '../domain/key-change.ts';
import { mendOperationSchema } from '../domain/mending.ts';
import { qualifiedOrderSchema } from '../domain/qualified-request.ts';
import { outsideEventSchema, scenarioIdSchema } from '../domain/scenario.ts';
import { stepIdSchema } from '../domain/steps.ts';
import { subdivisionSchema } from '../domain/subdivision.ts';
import { appletKindSchema } from '../domain/token.ts';
import { languageSchema } from '../language.ts';
import { pageIdSchema } from '../pages.ts';
import { printedDocumentIdSchema } from '../printed-documents.ts';
import type { Problem } from '../problems/problem.ts';
import { subdivisionSourceIdSchema, wizardStateSchema } from './wizard-state.ts';

const nothing = z.null();
const pin = z.string().min(1).max(255);
/** The last four characters of the serial, typed by the person; empty where nothing has to be confirmed. */
const confirmation = z.string().max(20);
/** The path of a file that was saved; `null` when the person chose none. */
const savedFile = z.object({ file: z.string() }).nullable();
const pixels = z.number().min(0).max(20_000);
const channel = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({ input, output });

/**
 * Every request the window may make of the main process: channel → schema of its one argument and of its answer.
 * Inputs are strict: an unknown field is refused. Answers come in an envelope (`Reply`).
 */
export const requestChannels = {
  'wizard:state': channel(nothing, wizardStateSchema),
  'wizard:go': channel(z.strictObject({ step: stepIdSchema }), nothing),
  'wizard:set-language': channel(z.strictObject({ language: languageSchema }), nothing),
  'wizard:dismiss-notice': channel(nothing, nothing),
  'wizard:start-over': channel(nothing, nothing),
  'wizard:open-page': channel(z.strictObject({ page: pageIdSchema }), nothing),
  'wizard:copy-text': channel(z.strictObject({ text: z.string().max(20_000) }), nothing),
  'machine:check': channel(z.strictObject({ only: checkIdSchema.nullable() }), nothing),
  /** Changes the computer with rights the person is asked for; what exactly, the main process knows by itself. */
  'machine:mend': channel(z.strictObject({ operation: mendOperationSchema }), nothing),
  'machine:dismiss-mending': channel(nothing, nothing),
  /** Asks for an installer and shows whose it is; `machine:mend` runs it. */
  'machine:pick-installer': channel(nothing, nothing),
  'machine:forget-installer': channel(nothing, nothing),
  'tokens:refresh': channel(nothing, nothing),
  'tokens:choose': channel(z.strictObject({ device: z.string().max(400) }), nothing),
  'tokens:sign-in': channel(z.strictObject({ applet: appletKindSchema, pin, lastTryConfirmed: z.boolean() }), nothing),
  'tokens:change-pin': channel(
    z.strictObject({ applet: appletKindSchema, oldPin: pin, newPin: pin, lastTryConfirmed: z.boolean() }),
    nothing,
  ),
  'tokens:unblock-pin': channel(
    z.strictObject({ applet: appletKindSchema, soPin: pin, newPin: pin.nullable(), lastTryConfirmed: z.boolean() }),
    nothing,
  ),
  /** Asks for a folder and saves every certificate of the applet there; answers `null` when the person chose none. */
  'tokens:save-certificates': channel(
    z.strictObject({ applet: appletKindSchema }),
    z.object({ folder: z.string(), count: z.number().int() }).nullable(),
  ),
  'tokens:initialise': channel(
    z.strictObject({
      applet: appletKindSchema,
      /** `null` for a part that has no administrator's PIN. */
      soPin: pin.nullable(),
      newPin: pin,
      label: z.string().max(64),
      confirmation,
      lastTryConfirmed: z.boolean(),
    }),
    nothing,
  ),
  'tokens:delete-key': channel(
    z.strictObject({
      applet: appletKindSchema,
      keyId: z.string().max(512),
      as: z.enum(['orphan-key', 'orphan-certificate', 'expired-access-key', 'replaced-access-key']),
      confirmation,
    }),
    nothing,
  ),
  /** Asks for a file and saves one certificate; answers its path, `null` when the person chose none. */
  'tokens:export-certificate': channel(
    z.strictObject({ fingerprint: z.string().max(64), format: z.enum(['der', 'pem']) }),
    z.object({ file: z.string() }).nullable(),
  ),
  'role:choose': channel(z.strictObject({ role: accessRoleSchema }), nothing),
  /** Asks for a file and reads it; the check runs once both are there. */
  'mchd:pick': channel(z.strictObject({ part: z.enum(['document', 'signature']) }), nothing),
  'mchd:forget': channel(nothing, nothing),
  /** `null` asks the source that is chosen. */
  'subdivisions:load': channel(z.strictObject({ source: subdivisionSourceIdSchema.nullable() }), nothing),
  /** A part of the rows, from one of them on: a hundred thousand would hold up both sides if they came at once. */
  'subdivisions:list': channel(
    z.strictObject({ from: z.number().int().min(0) }),
    z.object({ revision: z.number().int(), total: z.number().int(), rows: z.array(subdivisionSchema) }),
  ),
  'subdivisions:choose': channel(z.strictObject({ fsrarId: z.string().max(40), rowId: z.string().max(80) }), nothing),
  /** The place is chosen on the issuer's own page: how it is for a person with a МЧД, whom no list knows before. */
  'subdivisions:choose-later': channel(nothing, nothing),
  'contractors:load': channel(nothing, nothing),
  'contractors:add': channel(contractorDraftSchema, nothing),
  /** Asks for a file and saves a calendar entry for the day the check of the tax service should be over. */
  'contractors:remind': channel(z.strictObject({ id: z.string().max(80) }), z.object({ file: z.string() }).nullable()),
  'access-key:choose-issuer': channel(z.strictObject({ issuer: accessKeyIssuerIdSchema }), nothing),
  'access-key:issue': channel(z.strictObject({ acceptTerms: z.boolean(), confirmation }), nothing),
  /** The person gives up on the issuer's own page; the token is read once more. */
  'access-key:stop': channel(nothing, nothing),
  /** The person says it is done on the issuer's own page: look at the token now. */
  'access-key:look': channel(nothing, nothing),
  'access-key:save-request': channel(
    z.strictObject({ format: z.enum(['p10', 'csr', 'pem']) }),
    z.object({ file: z.string() }).nullable(),
  ),
  /** Asks for the file with the certificate, writes it beside its key and proves it. */
  'access-key:install': channel(z.strictObject({ confirmation }), nothing),
  /** Back from a request that is out to the choice of a way; its key stays on the token. */
  'access-key:forget-request': channel(nothing, nothing),
  /** Where in the window the issuer's own page is shown, in CSS pixels; `null` hides it. */
  'handoff:place': channel(z.strictObject({ x: pixels, y: pixels, width: pixels, height: pixels }).nullable(), nothing),
  /** Asks for a file and saves a document as PDF; answers its path, `null` when the person chose none. */
  'documents:save': channel(
    z.strictObject({ document: printedDocumentIdSchema }),
    z.object({ file: z.string() }).nullable(),
  ),
  'documents:print': channel(z.strictObject({ document: printedDocumentIdSchema }), nothing),
  'access-key:keep': channel(nothing, nothing),
  'access-key:verify': channel(nothing, nothing),
  /** `null`: back to the choice. */
  'qualified:choose-authority': channel(
    z.strictObject({ authority: certificationAuthorityIdSchema.nullable() }),
    nothing,
  ),
  /** Which of several requests on the token the pages are about, by the id of its key. */
  'qualified:choose-request': channel(z.strictObject({ keyId: z.string().max(512) }), nothing),
  /** Makes a key on the token and a request for it. */
  'qualified:make-request': channel(z.strictObject(qualifiedOrderSchema.shape), nothing),
  'qualified:save-request': channel(z.strictObject({ format: z.enum(['p10', 'req', 'pem']) }), savedFile),
  'qualified:request-code': channel(z.strictObject({ phone: z.string().min(1).max(40) }), nothing),
  /** The code of an SMS: it goes to the account and is kept nowhere. */
  'qualified:sign-in': channel(z.strictObject({ code: z.string().min(1).max(20) }), nothing),
  'qualified:sign-out': channel(nothing, nothing),
  'qualified:load-applications': channel(nothing, nothing),
  /** `null`: back to the list. */
  'qualified:open-application': channel(z.strictObject({ id: z.string().max(200).nullable() }), nothing),
  /** Sends the request to the opened application, once. */
  'qualified:submit': channel(nothing, nothing),
  'qualified:look': channel(nothing, nothing),
  'qualified:stop-waiting': channel(nothing, nothing),
  /** Takes the certificate out of the account and looks at it; nothing is written. */
  'qualified:take-certificate': channel(nothing, nothing),
  /** Asks for a file and looks at the certificate in it; nothing is written. */
  'qualified:pick-certificate': channel(nothing, nothing),
  'qualified:drop-certificate': channel(nothing, nothing),
  /** Asks for a file with the certificate of an authority, for the person to compare; it is not believed yet. */
  'qualified:pick-authority': channel(nothing, nothing),
  /** The person compared the certificate of this fingerprint (SHA-256) and believes it for this installation. */
  'qualified:trust-authority': channel(z.strictObject({ fingerprint: z.string().regex(/^[0-9a-f]{64}$/) }), nothing),
  'qualified:drop-authority': channel(nothing, nothing),
  /** Writes the certificate that was looked at beside its key, and proves it. */
  'qualified:install': channel(nothing, nothing),
  /** Asks for a file and saves what the authority issued. */
  'qualified:save-certificate': channel(nothing, savedFile),
  /** Asks for a file and saves a paper of the authority. */
  'qualified:save-paper': channel(z.strictObject({ paper: z.string().max(200) }), savedFile),
  'qualified:finish': channel(nothing, nothing),
  'utm:refresh': channel(nothing, nothing),
  /** Brings the UTM's archive from the agency's site and takes the installer out; nothing of it is run. */
  'utm:download': channel(nothing, nothing),
  /** Ends a download or a wait for the UTM. */
  'utm:stop': channel(nothing, nothing),
  /** Asks for the UTM's installer, or for the archive it comes in, and shows whose it is. */
  'utm:pick-installer': channel(nothing, nothing),
  'utm:forget-installer': channel(nothing, nothing),
  /** Looks again at what the installation would meet. */
  'utm:look-before': channel(nothing, nothing),
  /** Runs the installer that was shown; the person knows that documents could not be counted, where they could not. */
  'utm:install': channel(z.strictObject({ documentsUnknown: z.boolean() }), nothing),
  'utm:plan-settings': channel(nothing, nothing),
  /** Writes the UTM's settings. A token of one part has one PIN: `pki` is `null` then. */
  'utm:configure': channel(
    z.strictObject({ gost: pin, pki: pin.nullable(), libraries: z.boolean(), proxy: z.boolean() }),
    nothing,
  ),
  /** Starts the UTM with rights the person is asked for, and watches it come up. */
  'utm:start': channel(nothing, nothing),
  /** Watches a UTM that is starting come up. */
  'utm:watch': channel(nothing, nothing),
  /** Looks whose database the UTM has, and whether it may be put aside. */
  'utm:look-at-database': channel(nothing, nothing),
  /** Puts the UTM's foreign database aside; `confirmation` are the last characters of the FSRAR ID it belongs to. */
  'utm:renew-database': channel(z.strictObject({ confirmation }), nothing),
  /** Proves that the UTM works by one query that changes nothing, and the exchange after it. */
  'utm:prove': channel(nothing, nothing),
  /** Asks for a file and saves calendar entries for the next change of keys. */
  'utm:save-calendar': channel(nothing, z.object({ file: z.string() }).nullable()),
  /** Begins a change of the chosen token's keys, or says anew what it is about. */
  'key-change:begin': channel(keyChangeChoicesSchema, nothing),
  /** Every certificate of the token into files of the profile. */
  'key-change:save-certificates': channel(nothing, nothing),
  'key-change:forget': channel(z.strictObject({ serial: z.string().max(400) }), nothing),
  'known-tokens:forget': channel(z.strictObject({ serial: z.string().max(400) }), nothing),
  /** Whether the person is reminded of ends. */
  'known-tokens:remind': channel(z.strictObject({ remind: z.boolean() }), nothing),
  /** Asks for a file and saves calendar entries for the ends of a token's keys. */
  'known-tokens:save-calendar': channel(
    z.strictObject({ serial: z.string().max(400) }),
    z.object({ file: z.string() }).nullable(),
  ),
  /** Collects what support asks for, out of what is known by now; `shown` names the identifiers a person agreed to show. */
  'diagnostics:collect': channel(
    z.strictObject({ shown: z.array(identifierKindSchema).max(3) }),
    diagnosticsPreviewSchema,
  ),
  /** Asks for a file and saves the preview of that id as it was shown; answers its path, `null` when none was chosen. */
  'diagnostics:save': channel(z.strictObject({ id: z.string().max(64) }), z.object({ file: z.string() }).nullable()),
  /** Puts a dozen lines without any identifier on the clipboard. */
  'diagnostics:copy-short': channel(nothing, nothing),
  'practice:choose': channel(z.strictObject({ scenario: scenarioIdSchema }), nothing),
  'practice:happen': channel(z.strictObject({ event: outsideEventSchema }), nothing),
  /** What the practice phone has received, the latest last. */
  'practice:messages': channel(nothing, z.array(z.object({ at: z.string(), text: z.string() }))),
  'practice:plug': channel(z.strictObject({ plugged: z.boolean() }), nothing),
} as const;

export type RequestChannel = keyof typeof requestChannels;
export type RequestInput<C extends RequestChannel> = z.input<(typeof requestChannels)[C]['input']>;
export type RequestOutput<C extends RequestChannel> = z.output<(typeof requestChannels)[C]['output']>;

/** Messages the main process sends to the window by itself. */
export const eventChannels = {
  'wizard:state-changed': wizardStateSchema,
} as const;

export type EventChannel = keyof typeof eventChannels;
export type EventPayload<C extends EventChannel> = z.output<(typeof eventChannels)[C]>;

/** Errors cross as data, never as exceptions. */
export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

/** The one object the preload script puts on `window`. */
export interface WizardBridge {
  request<C extends RequestChannel>(channel: C, input: RequestInput<C>): Promise<Reply<RequestOutput<C>>>;
  /** Calls `listener` for every event; the answer ends that. (An AbortSignal does not cross the context bridge.) */
  subscribe<C extends EventChannel>(channel: C, listener: (payload: EventPayload<C>) => void): () => void;
}
