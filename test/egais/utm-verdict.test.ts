import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseInfoList } from '../../src/egais/utm/info-list.ts';
import type { UtmFacts } from '../../src/egais/utm/utm-facts.ts';
import { utmVerdict } from '../../src/egais/utm/utm-verdict.ts';
import { utmStateSchema, utmVerdictIdSchema } from '../../src/shared/domain/utm.ts';
import { utmVerdictTexts } from '../../src/shared/texts/utm-verdicts.ts';
import { infoListAnswers } from './utm-answers.ts';

type Answer = keyof typeof infoListAnswers;

const facts = (answer: unknown, expectedFsrarId: string | null = null, rest: Partial<UtmFacts> = {}): UtmFacts => ({
  url: 'http://127.0.0.1:8080',
  reachability: 'answering',
  build: '4.2.0b002644',
  info: parseInfoList(JSON.stringify(answer)),
  subjects: { rsa: 'unknown', gost: 'unknown' },
  computer: null,
  now: Date.parse('2026-10-01T10:00:00Z'),
  expectedFsrarId,
  ...rest,
});
const verdictOf = (answer: unknown, expected: string | null = null) => utmVerdict(facts(answer, expected)).id;

test.each<[Answer, string | null, string]>([
  ['healthy', null, 'working'],
  ['healthy', '030000000001', 'working'],
  ['healthy', '030000000007', 'wrong-token'],
  ['older', null, 'working'],
  ['unknownContour', null, 'working'],
  ['foreignDatabase', null, 'foreign-database'],
  ['foreignDatabase', '030000000002', 'foreign-database'],
  ['foreignDatabase', '030000000001', 'wrong-token'],
  // The token of a third place: a new database for it would be as foreign.
  ['foreignDatabase', '030000000003', 'wrong-token'],
  ['noAccessKey', '030000000001', 'needs-access-key'],
  ['unreadableToken', '030000000001', 'token-unreadable'],
  ['revoked', null, 'access-key-revoked'],
])('%s, expecting %s: %s', (answer, expected, verdict) => {
  expect(verdictOf(infoListAnswers[answer], expected)).toBe(verdict);
});

const { healthy, foreignDatabase } = infoListAnswers;

test.each([
  ['the keys differ without a word in rsaError', { ...foreignDatabase, rsaError: null }, 'foreign-database'],
  ['the exact text, with nothing read from the key', { ...foreignDatabase, ownerId: null }, 'token-unreadable'],
  [
    'the exact text, and one number for key and database',
    { ...foreignDatabase, ownerId: '030000000001' },
    'token-unreadable',
  ],
  ['an empty token', { ...healthy, ownerId: null, rsa: {} }, 'needs-access-key'],
  [
    'the test key in a production UTM',
    { ...healthy, rsa: { ...healthy.rsa, issuer: 'test.pki.fsrar.ru' } },
    'wrong-contour',
  ],
  ['an expired access key', { ...healthy, rsa: { ...healthy.rsa, isValid: 'invalid' } }, 'access-key-invalid'],
  [
    'an expired signature',
    { ...healthy, gost: { ...healthy.gost, isValid: 'invalid' } },
    'qualified-certificate-invalid',
  ],
  [
    'a revoked signature',
    { ...healthy, gost: { ...healthy.gost, isValid: 'revoked' } },
    'qualified-certificate-invalid',
  ],
  ['a database not bound yet', { ...healthy, db: { createDate: null, ownerId: null } }, 'starting'],
])('%s', (_, answer, verdict) => expect(verdictOf(answer)).toBe(verdict));

test('a UTM that does not answer, another program, an old build, a build that has nothing to tell yet', () => {
  expect(utmVerdict(facts(null, null, { reachability: 'silent', build: null })).id).toBe('silent');
  expect(utmVerdict(facts(null, null, { reachability: 'other-program', build: null })).id).toBe('other-program');
  expect(utmVerdict(facts(null, null, { build: '3.0.8' })).id).toBe('outdated');
  expect(utmVerdict(facts(null)).id).toBe('starting');
});

describe('laws', () => {
  const text = fc.constantFrom(null, '030000000001', '030000000002', 'RSA ERROR');
  const part = fc.record({
    isValid: fc.constantFrom('valid', 'invalid', 'revoked', 'other', null),
    startDate: fc.constantFrom('2026-06-19 05:01:45 +0000', 'RSA ERROR', null),
    expireDate: fc.constantFrom('2027-06-19 05:01:45 +0000', 'GOST error', null),
    issuer: fc.constantFrom('pki.fsrar.ru', 'test.pki.fsrar.ru', null),
  });
  const answers = fc.record({
    contour: fc.constantFrom('prod', 'test', 'sand', null),
    rsaError: fc.constantFrom(null, 'Не найден ключ', foreignDatabase.rsaError),
    ownerId: text,
    db: fc.record({ createDate: text, ownerId: text }),
    rsa: part,
    gost: part,
    license: fc.constantFrom(true, false, null),
  });

  test('healthy only when key, signature, database and place agree', () => {
    fc.assert(
      fc.property(answers, text, (answer, expected) => {
        const given = facts(answer, expected);
        const verdict = utmVerdict(given);
        if (!verdict.healthy) return;
        expect(given.info).toMatchObject({ rsaError: null, rsa: { validity: 'valid' }, gost: { validity: 'valid' } });
        expect(answer.ownerId).toBe(answer.db.ownerId);
        expect([null, answer.ownerId]).toContain(expected);
      }),
    );
  });

  test('the licence flag changes nothing', () => {
    fc.assert(
      fc.property(answers, text, (answer, expected) => {
        expect(verdictOf({ ...answer, license: false }, expected)).toBe(
          verdictOf({ ...answer, license: true }, expected),
        );
      }),
    );
  });

  test('every verdict fits the contract, and its words find their values', () => {
    fc.assert(
      fc.property(answers, text, (answer, expected) => {
        const { expectedFsrarId, now, ...state } = facts(answer, expected);
        const verdict = utmVerdict({ ...state, expectedFsrarId, now });
        utmStateSchema.parse({ ...state, verdict });
        for (const words of Object.values(utmVerdictTexts[verdict.id])) {
          for (const [, name] of `${words.title} ${words.reason}`.matchAll(/\{\{(\w+)\}\}/g)) {
            expect(Object.keys(verdict.values)).toContain(name);
          }
        }
      }),
    );
    expect(Object.keys(utmVerdictTexts)).toEqual(utmVerdictIdSchema.options);
  });
});
