import type { z } from 'zod';
import { certificationRefusals } from '../../../src/egais/certification-authority/account-client.ts';
import {
  applicationPageSchema,
  applicationSchema,
  codeRequestSchema,
  codeSentSchema,
  issuedSchema,
  orderSchema,
  paperListSchema,
  paperSchema,
  signInSchema,
} from '../../../src/egais/certification-authority/wire.ts';
import type { Parser } from '../parser.ts';
import { answerParser, receivedParser } from './service.ts';

const application = {
  id: '700101',
  date: '2026-11-20T09:00:00.000Z',
  status: 'Принята Оператором',
  inn: '9900000017',
  kpp: null,
  name: 'ООО «Ромашка»',
  kind: 'ЕГАИС',
  tariff: null,
  owner: 'Иванова Мария Петровна',
  reason: 'Новый пользователь',
  author: 'Оператор',
  issue: { state: 'not-requested', words: 'Запрос не отправлен', refusal: null, retryAfterSeconds: null },
};
const refused = {
  ...application,
  kpp: '990101001',
  issue: { state: 'refused', words: 'Отказано', refusal: 'Паспорт недействителен', retryAfterSeconds: 60 },
};

/** Every answer of the contract, and what the client makes of it. */
const answers = {
  code: [codeSentSchema, [{ id: 'c-1', expiresInSeconds: 300, resendAfterSeconds: 60, triesLeft: 3 }]],
  applications: [applicationPageSchema, [{ rows: [application, refused], nextCursor: 'from-2' }]],
  application: [applicationSchema, [application, refused]],
  certificate: [issuedSchema, [{ certificate: 'MAA=', chain: ['MAA=', 'MAAA'], bundle: 'MAA=' }]],
  papers: [paperListSchema, [{ rows: [{ id: 'receipt', name: 'Расписка', need: 'required' }] }]],
  paper: [paperSchema, [{ id: 'receipt', name: 'Расписка', content: 'JVBERi0xLjQK' }]],
} as const satisfies Record<string, readonly [z.ZodType, readonly unknown[]]>;

export const certificationAccountParsers: readonly Parser[] = [
  ...Object.entries(answers).map(([name, [schema, corpus]]) =>
    answerParser(`certification-${name}`, schema, corpus, certificationRefusals),
  ),
  receivedParser('certification-code-request', codeRequestSchema, [{ phone: '+79001234567' }]),
  receivedParser('certification-sign-in', signInSchema, [{ codeId: 'c-1', code: '012345' }]),
  receivedParser('certification-order', orderSchema, [{ request: 'MAA=' }]),
];
