import { z } from 'zod';
import { accountRefusals } from '../../../src/egais/account/account-refusals.ts';
import {
  accessKeyOrderSchema,
  accessKeySchema,
  challengeSchema,
  contractorPageSchema,
  contractorSchema,
  refusalStatuses,
  signInSchema,
  subdivisionPageSchema,
} from '../../../src/egais/account/wire.ts';
import { boundedJson } from '../../../src/egais/service/bounded-json.ts';
import { understandAnswer } from '../../../src/egais/service/service-answer.ts';
import { problemDocumentSchema, sessionSchema } from '../../../src/egais/service/service-wire.ts';
import { jsonTexts } from '../corpus.ts';
import { type Parser, parser } from '../parser.ts';
import { answerParser, receivedParser, result, rules, url } from './service.ts';

const place = {
  fsrarId: '030000000001',
  rowId: '4711',
  fullName: 'Общество с ограниченной ответственностью «Ромашка»',
  shortName: 'ООО «Ромашка»',
  inn: '9900000017',
  kpp: '990101001',
  regionCode: '77',
  address: '125009, г. Москва, ул. Тверская, д. 12, стр. 1',
  legalAddress: '',
};

const contractor = {
  id: 'c-1',
  inn: '9900000017',
  kpp: null,
  name: 'Магазин «Ромашка»',
  address: 'г. Москва, ул. Тверская, д. 12',
  standing: 'waiting',
  status: 'Направлено в ФНС',
  licensee: false,
  register: null,
  submittedAt: '2026-11-20T09:00:00Z',
};

const licensee = {
  ...contractor,
  standing: 'confirmed',
  status: 'Подтверждена ФНС',
  licensee: true,
  register: { licence: '77РПА0000001', name: contractor.name, kpp: '990101001', address: contractor.address },
  submittedAt: null,
};

/** Every answer of the contract, and what the client makes of it. */
const answers = {
  challenge: [challengeSchema, [{ id: 'q-1', nonce: `${'A'.repeat(43)}=`, expiresInSeconds: 120 }]],
  session: [sessionSchema, [{ token: 'abcdefghijklmnopqrstuvwxyz012345', expiresInSeconds: 900 }]],
  subdivisions: [
    subdivisionPageSchema,
    [
      { rows: [place, { ...place, kpp: null }], nextCursor: 'b2' },
      { rows: [], nextCursor: null },
    ],
  ],
  contractors: [contractorPageSchema, [{ rows: [contractor, licensee], nextCursor: null }]],
  contractor: [contractorSchema, [contractor, licensee]],
  'access-key': [
    accessKeySchema,
    [
      { status: 'pending', id: 'k-1', retryAfterSeconds: 5 },
      { status: 'issued', id: 'k-1', certificate: 'MAA=', chain: ['MAA=', 'MAAA'] },
      { status: 'refused', id: 'k-1', detail: 'Отказано' },
    ],
  ],
} as const satisfies Record<string, readonly [z.ZodType, readonly unknown[]]>;

const refusals = (['SESSION_EXPIRED', 'KPP_UNSUITABLE', 'INTERNAL'] as const).map((code) => ({
  type: 'about:blank',
  title: 'Refused',
  status: refusalStatuses[code],
  code,
  detail: 'Отказано',
  detailEn: 'Refused',
}));

const statusSchema = z.object({ status: z.number().int() });

const file = { name: 'ON_EMCHD.xml', content: 'PGEvPg==' };

export const accountParsers: readonly Parser[] = [
  ...Object.entries(answers).map(([name, [schema, corpus]]) =>
    answerParser(`account-${name}`, schema, corpus, accountRefusals),
  ),
  parser({
    name: 'account-refusal',
    shape: 'json',
    corpus: () => jsonTexts(...refusals),
    share: 20,
    run: (input) => {
      const body = Buffer.from(input).toString('utf8');
      const status = statusSchema.safeParse(boundedJson(body)).data?.status ?? 400;
      const contentType = 'application/problem+json; charset=utf-8';
      return understandAnswer(
        url,
        { kind: 'answered', status, contentType, body },
        rules(problemDocumentSchema, accountRefusals),
      );
    },
    answer: result(problemDocumentSchema),
    understood: (answer) => !answer.ok && answer.problem.code !== 'ACCOUNT_ANSWER_UNREADABLE',
  }),
  receivedParser('account-sign-in', signInSchema, [{ challengeId: 'q-1', signature: 'MAA=' }]),
  receivedParser('account-order', accessKeyOrderSchema, [
    { fsrarId: '030000000001', role: 'organization', termsAccepted: true, request: 'MAA=', mchd: null },
    {
      fsrarId: '030000000001',
      role: 'person-with-mchd',
      termsAccepted: true,
      request: 'MAA=',
      mchd: { document: file, signature: { ...file, name: 'ON_EMCHD.sig' } },
    },
  ]),
];
