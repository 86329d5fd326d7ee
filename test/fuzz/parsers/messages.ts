import { z } from 'zod';
import { jsonOf } from '../../../src/egais/utm/json.ts';
import { parseCommandLine } from '../../../src/main/command-line.ts';
import { answer, type RequestHandlers } from '../../../src/main/ipc-gate.ts';
import type { Log } from '../../../src/main/log.ts';
import { type Settings, settingsOf } from '../../../src/main/settings.ts';
import type { Sender } from '../../../src/main/trusted-sender.ts';
import { rememberedLanguage } from '../../../src/main/window-choices.ts';
import { type RequestChannel, requestChannels } from '../../../src/shared/ipc/contract.ts';
import { languageSchema } from '../../../src/shared/language.ts';
import { problemSchema } from '../../../src/shared/problems/problem.ts';
import { succeed } from '../../../src/shared/result.ts';
import { tokenRequestSchema, tokenResponseSchema } from '../../../src/token/token-protocol.ts';
import { jsonTexts } from '../corpus.ts';
import { inProfile, profile } from '../in-profile.ts';
import { type Parser, parser } from '../parser.ts';

const target = { library: '/usr/lib/librtpkcs11ecp.so', kind: 'gost', model: 'Rutoken ECP', serial: '0123456789' };

const tokenRequests = [
  { kind: 'scan', library: target.library },
  { kind: 'sign-in', target, pin: '12345678', lastTryConfirmed: false },
  { kind: 'sign', target, keyId: '01ab', scheme: 'gost-2012-256', data: 'AAECAw==' },
  { kind: 'write-certificate', target, keyId: '01ab', der: 'MAA=', label: '030000000001' },
  { kind: 'unblock-pin', target, soPin: '87654321', newPin: null, lastTryConfirmed: true },
  { kind: 'delete-key', target, keyId: '01ab', as: 'orphan-key' },
].map((command, id) => ({ id, command }));

const tokenResponses = [
  { ok: true, value: { present: ['Rutoken'] } },
  { ok: true, value: null },
  { ok: false, problem: { code: 'TOKEN_KEY_NOT_FOUND', values: { count: 1 }, details: { rv: null, call: 'C_Sign' } } },
].map((outcome, id) => ({ id, outcome, memory: 50_000_000, signedIn: false }));

/** What the window may send: a channel and its payload. */
const windowMessages: readonly { readonly channel: RequestChannel; readonly payload: unknown }[] = [
  { channel: 'wizard:state', payload: null },
  { channel: 'wizard:go', payload: { step: 'token' } },
  { channel: 'wizard:set-language', payload: { language: 'ru' } },
  { channel: 'tokens:sign-in', payload: { applet: 'gost', pin: '12345678', lastTryConfirmed: false } },
  {
    channel: 'tokens:unblock-pin',
    payload: { applet: 'pki', soPin: '87654321', newPin: null, lastTryConfirmed: true },
  },
  { channel: 'subdivisions:choose', payload: { fsrarId: '030000000001', rowId: '4711' } },
  { channel: 'contractors:add', payload: { name: 'Магазин', kpp: '990101001', address: 'г. Москва, ул. Тверская, 1' } },
  { channel: 'handoff:place', payload: { x: 0, y: 10.5, width: 800, height: 600 } },
];

const channelNames = Object.keys(requestChannels) as RequestChannel[];
const channelSchema = z.enum(channelNames);

const messageSchema = z.object({ channel: channelSchema, payload: z.unknown() });

const window: Sender = { contentsId: 1, isMainFrame: true, url: 'app://wizard/' };
const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Every handler answers what reached it. */
const handlers = Object.fromEntries(
  channelNames.map((channel) => [channel, (input: unknown) => succeed({ channel, input })]),
) as unknown as RequestHandlers;

async function throughGate(input: Uint8Array): Promise<unknown> {
  const message = messageSchema.safeParse(jsonOf(Buffer.from(input).toString('utf8')));
  if (!message.success) return null;
  return answer(message.data.channel, window, message.data.payload, new Set([1]), handlers, silent);
}

/** What reaches a handler has passed the schema of its channel, and passes it again. */
const reached = z
  .object({ channel: channelSchema, input: z.unknown() })
  .refine(({ channel, input }) => requestChannels[channel].input.safeParse(input).success);

/** What stands where the file of the administrator cannot be read. */
const noSettings = JSON.stringify({ accountUrl: null, powerCodes: [] });
const commandLine = parseCommandLine([], true);

function settings(): Settings {
  if (!commandLine.ok) throw new Error('An empty command line is a good one');
  return settingsOf(commandLine.value, profile, silent);
}

const parsed = (schema: z.ZodType) => (input: Uint8Array) =>
  schema.safeParse(jsonOf(Buffer.from(input).toString('utf8'))).data ?? null;

export const messageParsers: readonly Parser[] = [
  parser({
    name: 'token-request',
    shape: 'json',
    corpus: () => jsonTexts(...tokenRequests),
    share: 30,
    run: parsed(tokenRequestSchema),
    answer: tokenRequestSchema.nullable(),
    understood: (request) => request !== null,
  }),
  parser({
    name: 'token-response',
    shape: 'json',
    corpus: () => jsonTexts(...tokenResponses),
    share: 30,
    run: parsed(tokenResponseSchema),
    answer: tokenResponseSchema.nullable(),
    understood: (response) => response !== null,
  }),
  parser({
    name: 'window-message',
    shape: 'json',
    corpus: () => jsonTexts(...windowMessages),
    share: 40,
    run: throughGate,
    answer: z
      .discriminatedUnion('ok', [
        z.object({ ok: z.literal(true), value: reached }),
        z.object({ ok: z.literal(false), problem: problemSchema.extend({ code: z.literal('SETUP_MESSAGE_REFUSED') }) }),
      ])
      .nullable(),
    understood: (reply) => z.object({ ok: z.literal(true) }).safeParse(reply).success,
  }),
  parser({
    name: 'window-choices',
    shape: 'json',
    corpus: () => jsonTexts({ version: 1, language: 'ru' }, { version: 1, language: 'en' }),
    share: 15,
    run: inProfile('choices.json', () => rememberedLanguage(profile)),
    answer: languageSchema.nullable(),
    understood: (language) => language !== null,
  }),
  parser({
    name: 'settings',
    shape: 'json',
    corpus: () =>
      jsonTexts({ accountUrl: 'https://account.example/v1', powerCodes: ['CODE_1'] }, { powerCodes: ['A', 'B'] }),
    share: 15,
    run: inProfile('settings.json', settings),
    answer: z.object({
      accountUrl: z.url({ protocol: /^https?$/ }).nullable(),
      powerCodes: z.array(z.string().min(1)).max(100),
    }),
    understood: (read) => JSON.stringify(read) !== noSettings,
  }),
];
