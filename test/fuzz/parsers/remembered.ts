import { z } from 'zod';
import { parseSubjectFile, subjectFileSchema } from '../../../src/main/cli/subject-file.ts';
import { folderRequests } from '../../../src/main/folder-requests.ts';
import { rememberedFile } from '../../../src/main/remembered-file.ts';
import { keyChangesSchema } from '../../../src/setup/key-change/remembered-changes.ts';
import { qualifiedRequestForm } from '../../../src/setup/papers/qualified-request-form.ts';
import { bytesOf, openRequests } from '../../../src/setup/qualified-certificate/qualified-requests.ts';
import type { KeyChange } from '../../../src/shared/domain/key-change.ts';
import { type KnownTokens, knownTokensSchema } from '../../../src/shared/domain/known-token.ts';
import { type QualifiedRequest, qualifiedRequestSchema } from '../../../src/shared/domain/qualified-request.ts';
import { problemSchema } from '../../../src/shared/problems/problem.ts';
import type { Result } from '../../../src/shared/result.ts';
import { subjects } from '../../support/qualified-subjects.ts';
import { corpusFile, jsonTexts } from '../corpus.ts';
import { inProfile, profile } from '../in-profile.ts';
import { type Parser, parser } from '../parser.ts';

const refusal = z.object({ ok: z.literal(false), problem: problemSchema });
const resultOf = (value: z.ZodType) => z.discriminatedUnion('ok', [z.object({ ok: z.literal(true), value }), refusal]);

const publicKeySha256 = 'ab'.repeat(32);
const storedRequests = ['request-openssl-gost256.der', 'request-practice-organization.der'].map(
  (name): QualifiedRequest => ({
    id: publicKeySha256,
    token: '0123456789',
    keyId: '01ab',
    ...subjects.organization,
    parameterSet: 'CryptoPro-A',
    madeAt: '2026-11-27T09:00:00.000Z',
    der: Buffer.from(corpusFile(name)).toString('base64'),
    publicKeySha256,
  }),
);

const orders = [
  { values: subjects.person.values },
  { values: subjects.organization.values, policies: ['KC1', 'KC2'], subjectSignTool: 'СКЗИ «Проба» 1.0' },
  { values: {}, keyUsage: ['digitalSignature'], extendedKeyUsage: ['1.3.6.1.5.5.7.3.2'], identificationKind: 0 },
];

const moment = '2026-11-27T09:00:00.000Z';
const change: KeyChange = {
  serial: '4E41000100AB6035',
  printedSerial: '0B12345678',
  name: 'JaCarta-2 SE',
  begunAt: moment,
  choices: { reason: 'planned', lostPins: ['pki'], blankParts: [], revoked: false },
  baseline: {
    certificates: [{ fingerprint: publicKeySha256, part: 'gost', purpose: 'qualified', notAfter: moment }],
    keys: [{ keyId: '01ab', part: 'gost' }],
  },
};

const known: KnownTokens = {
  remind: true,
  tokens: [
    {
      serial: '4E41000100AB6035',
      printedSerial: '0B12345678',
      name: 'JaCarta-2 SE',
      holder: 'ООО «Ромашка»',
      fsrarId: '030000000001',
      qualifiedUntil: moment,
      accessKeyUntil: null,
      lastSeenAt: moment,
      shown: [{ key: 'qualified', until: moment, days: 30 }],
    },
  ],
};

/** Reads the requests of the profile, and goes as far with each as the pages do by themselves. */
async function storedRequestsRead() {
  const { requests, unreadable } = await folderRequests(profile).all();
  const forms = requests.map(({ der, token, madeAt }) =>
    qualifiedRequestForm({ request: bytesOf(der), token, requestedAt: new Date(madeAt) }),
  );
  return { requests, unreadable, open: openRequests([], requests).length, forms: forms.length };
}

/** What lies in the profile and beside a command: a person may have changed it, and a disk may have. */
export const rememberedParsers: readonly Parser[] = [
  parser<Awaited<ReturnType<typeof storedRequestsRead>>>({
    name: 'stored-request',
    shape: 'json',
    corpus: () => jsonTexts(...storedRequests),
    share: 15,
    run: inProfile('qualified-requests/it.json', storedRequestsRead),
    answer: z
      .object({
        requests: z.array(qualifiedRequestSchema),
        unreadable: z.array(z.literal('it.json')),
        open: z.number(),
        forms: z.number(),
      })
      .refine(({ requests, unreadable }) => requests.length + unreadable.length === 1),
    understood: ({ requests }) => requests.length === 1,
  }),
  parser({
    name: 'subject-file',
    shape: 'json',
    corpus: () => jsonTexts(...orders),
    share: 15,
    run: parseSubjectFile,
    answer: resultOf(subjectFileSchema),
    understood: ({ ok }) => ok,
  }),
  parser<Result<readonly KeyChange[]>>({
    name: 'key-changes',
    shape: 'json',
    corpus: () => jsonTexts([change], []),
    share: 15,
    run: inProfile('key-changes.json', () =>
      rememberedFile<readonly KeyChange[]>(profile, 'key-changes.json', {
        schema: keyChangesSchema,
        blank: [],
        whenBroken: 'stands',
      }).read(),
    ),
    answer: resultOf(keyChangesSchema),
    understood: ({ ok }) => ok,
  }),
  parser<Result<KnownTokens>>({
    name: 'known-tokens',
    shape: 'json',
    corpus: () => jsonTexts(known, { remind: false, tokens: [] }),
    share: 15,
    run: inProfile('known-tokens.json', () =>
      rememberedFile(profile, 'known-tokens.json', {
        schema: knownTokensSchema,
        blank: { remind: false, tokens: [] },
        whenBroken: 'stands',
      }).read(),
    ),
    answer: resultOf(knownTokensSchema),
    understood: ({ ok }) => ok,
  }),
];
