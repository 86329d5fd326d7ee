import { z } from 'zod';
import { runRecordOf } from '../../../src/setup/diagnostics/run-record-lines.ts';
import { createRedactor } from '../../../src/shared/redaction/redactor.ts';
import { texts } from '../corpus.ts';
import { type Parser, parser } from '../parser.ts';

const registered = [
  { kind: 'home', text: 'C:\\Users\\maria' },
  { kind: 'number', text: '030000000002' },
  { kind: 'name', text: 'Ромашка' },
] as const;
const redactor = createRedactor(registered);

const appLog = [
  '[2026-11-26 20:40:37.120] [info]  start {"version":"0.1.0","platform":"win32"}',
  '[2026-11-26 20:40:38.120] [info]  record/sign-in {"device":"4E41000100AB6035","outcome":"signed-in"}',
  '[2026-11-26 20:40:39.120] [error]  ipc-handler-fell {"error":"ENOENT: C:\\\\Users\\\\maria\\\\ключ.p10"}',
].join('\r\n');

const utmLog = [
  '2026-11-26 20:41:02,101 INFO  [main] rsa.keystore.password=11111111',
  '2026-11-26 20:41:03,102 ERROR [main] Subject: CN=030000000002, O="ООО ""Ромашка""", ИНН 9900000017',
  '-----BEGIN PRIVATE KEY-----\nMEgCAQAwHwYIKoUDBwEBAQEwEwYHKoUD\n-----END PRIVATE KEY-----',
].join('\n');

/** What comes into diagnostics from logs that anybody may have written into. */
export const diagnosticsParsers: readonly Parser[] = [
  parser({
    name: 'diagnostics-log',
    shape: 'text',
    corpus: () => texts(appLog, utmLog),
    share: 20,
    run: (input) => {
      const text = Buffer.from(input).toString('utf8');
      return { text: redactor.text(text), record: runRecordOf(text) };
    },
    answer: z.object({
      text: z.string().refine((text) => registered.every((secret) => !text.includes(secret.text))),
      record: z.array(z.object({ at: z.string(), event: z.string(), facts: z.unknown() })).nullable(),
    }),
    understood: ({ text, record }) => text.includes('‹') || record !== null,
  }),
];
