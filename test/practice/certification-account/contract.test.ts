import { randomUUID } from 'node:crypto';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, test, vi } from 'vitest';
import type { CertificationOptions } from '../../../src/practice/certification-account/certification-folder.ts';
import { ivanova, vasilyok } from '../../../src/practice/holders.ts';
import { certificationContract } from '../../egais/certification-authority/contract.ts';
import {
  type LocalAuthority,
  localAuthorities,
  phone,
  romashkaApplication,
} from '../../egais/certification-authority/local-authority.ts';
import { softwareRequest } from '../../support/software-request.ts';

const { answerFaults, answerName, contractFile, documentedAnswers, exampleFaults, examples, operations } =
  certificationContract;

const openAuthority = localAuthorities();

/** `operationId status` of everything that was answered in this file. */
const exercised = new Set<string>();

interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** A program that knows the contract and nothing of our client. */
async function opened(options: CertificationOptions = {}) {
  const authority = await openAuthority(options);
  let token: string | null = null;
  const call = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const response = await fetch(`${authority.url}${path}`, {
      method,
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(token !== null && { authorization: `Bearer ${token}` }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const answer: Answer = { status: response.status, body: await response.json() };
    return answer;
  };
  const signIn = async () => {
    const sent = await call('POST', '/v1/codes', { phone });
    const session = await call('POST', '/v1/sessions', { codeId: sent.body.id, code: authority.code() });
    token = String(session.body.token);
    return session;
  };
  const order = (body: unknown, key: string = randomUUID(), id: string = romashkaApplication) =>
    call('POST', `/v1/applications/${id}/request`, body, { 'idempotency-key': key });
  const as = (other: string | null) => {
    token = other;
  };
  return { authority, call, signIn, order, as };
}

/** Whatever a test did, every answer was one of the document's. */
const everyAnswerIsDocumented = ({ exchanges }: LocalAuthority): void => {
  expect(exchanges.flatMap(answerFaults)).toEqual([]);
  for (const exchange of exchanges) exercised.add(answerName(exchange));
};

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const at = `/v1/applications/${romashkaApplication}`;

test('the document is a valid OpenAPI 3.1, and its examples fit its schemas', async () => {
  expect(await new Validator().validate(contractFile)).toMatchObject({ valid: true });
  expect(examples.length).toBeGreaterThan(40);
  expect(examples.flatMap(exampleFaults)).toEqual([]);
});

describe('signing in', () => {
  test('a code, a session; the code is spent', async () => {
    const { authority, call, signIn } = await opened();
    expect((await signIn()).status).toBe(201);
    const again = await call('POST', '/v1/sessions', { codeId: 'unknown', code: authority.code() });
    expect(again).toMatchObject({ status: 401, body: { code: 'CODE_UNKNOWN' } });
    everyAnswerIsDocumented(authority);
  });

  test('a second code too soon; a phone that nobody told; one that is locked', async () => {
    const { authority, call } = await opened({ code: { resendAfterSeconds: 60 } });
    await call('POST', '/v1/codes', { phone });
    const soon = await call('POST', '/v1/codes', { phone });
    expect(soon).toMatchObject({ status: 429, body: { code: 'CODE_TOO_SOON', retryAfterSeconds: expect.any(Number) } });
    authority.folder.writeOptions({ phones: { known: ['+79007654321'], locked: ['+79007654321'] } });
    expect((await call('POST', '/v1/codes', { phone })).body.code).toBe('PHONE_UNKNOWN');
    expect((await call('POST', '/v1/codes', { phone: '+79007654321' })).body.code).toBe('PHONE_LOCKED');
    everyAnswerIsDocumented(authority);
  });

  test('what is not as documented, and what is too long', async () => {
    const { authority, call } = await opened();
    for (const path of ['/v1/codes', '/v1/sessions']) {
      expect((await call('POST', path, '{')).status).toBe(400);
      expect((await call('POST', path, { unknown: true })).status).toBe(400);
      expect((await call('POST', path, JSON.stringify('x'.repeat(70_000)))).status).toBe(413);
    }
    everyAnswerIsDocumented(authority);
  });

  test('the last wrong code locks the phone', async () => {
    const { authority, call } = await opened({ code: { tries: 2 } });
    const { body } = await call('POST', '/v1/codes', { phone });
    const wrong = { codeId: body.id, code: authority.code() === '000000' ? '000001' : '000000' };
    expect((await call('POST', '/v1/sessions', wrong)).body).toMatchObject({ code: 'CODE_WRONG', triesLeft: 1 });
    expect(await call('POST', '/v1/sessions', wrong)).toMatchObject({ status: 403, body: { code: 'PHONE_LOCKED' } });
    const right = { codeId: body.id, code: authority.code() };
    expect((await call('POST', '/v1/sessions', right)).body.code).toBe('PHONE_LOCKED');
    everyAnswerIsDocumented(authority);
  });

  test('without a session, with an invented one, after its end', async () => {
    const { authority, call, signIn, as } = await opened({ sessionSeconds: 1 });
    const session = await signIn();
    const asked = operations
      .filter(({ node }) => !Array.isArray(node.security))
      .map(({ method, template }) => {
        const path = template.replace('{id}', romashkaApplication).replace('{paperId}', 'receipt');
        return () => call(method, path, method === 'POST' ? {} : undefined);
      });
    for (const invented of [null, 'x'.repeat(40)]) {
      as(invented);
      for (const ask of asked) expect((await ask()).body.code).toBe('NOT_AUTHENTICATED');
    }
    as(String(session.body.token));
    const expired = async () => expect((await call('GET', '/v1/applications')).body.code).toBe('SESSION_EXPIRED');
    await vi.waitFor(expired, { timeout: 15_000 });
    everyAnswerIsDocumented(authority);
  });
});

describe('applications', () => {
  test('page by page, and one by one', async () => {
    const { authority, call, signIn } = await opened();
    await signIn();
    const { body } = await call('GET', '/v1/applications?limit=1');
    expect(body.rows).toMatchObject([{ id: romashkaApplication, status: 'Принята Оператором' }]);
    expect((await call('GET', `/v1/applications?cursor=${body.nextCursor}`)).body.nextCursor).toBeNull();
    for (const query of ['limit=0', 'limit=2001', 'cursor=elsewhere'])
      expect((await call('GET', `/v1/applications?${query}`)).status).toBe(400);
    expect((await call('GET', at)).status).toBe(200);
    for (const rest of ['', '/certificate', '/papers', '/papers/receipt'])
      expect((await call('GET', `/v1/applications/1${rest}`)).body.code).toBe('APPLICATION_NOT_FOUND');
    everyAnswerIsDocumented(authority);
  });

  test('a request is taken once; what comes again under its key is answered again', async () => {
    const { authority, signIn, order } = await opened();
    await signIn();
    const request = base64((await softwareRequest()).der);
    const key = randomUUID();
    const first = await order({ request }, key);
    expect(first).toMatchObject({ status: 202, body: { issue: { state: 'ordered' } } });
    expect((await order({ request }, key)).status).toBe(202);
    expect((await order({ request: base64((await softwareRequest()).der) }, key)).body.code).toBe(
      'IDEMPOTENCY_KEY_REUSED',
    );
    expect((await order({ request })).body.code).toBe('REQUEST_NOT_EXPECTED');
    everyAnswerIsDocumented(authority);
  });

  test('a request that does not do is refused with the reason, and nothing is ordered', async () => {
    const { authority, call, signIn, order } = await opened();
    await signIn();
    const { der } = await softwareRequest();
    const damaged = Uint8Array.from(der);
    damaged[damaged.length - 1] = (damaged.at(-1) ?? 0) ^ 1;
    const unsound = [
      Buffer.from('no request'),
      damaged,
      (await softwareRequest(ivanova.certificate)).der,
      (await softwareRequest(vasilyok.certificate)).der,
      (await softwareRequest(undefined, [])).der,
    ];
    for (const bytes of unsound)
      expect(await order({ request: base64(bytes) })).toMatchObject({ status: 422, body: { code: 'REQUEST_UNSOUND' } });
    expect((await order({ request: base64(der), more: true })).status).toBe(400);
    expect((await order({ request: base64(der) }, 'short')).status).toBe(400);
    expect((await order({ request: base64(der) }, randomUUID(), '1')).body.code).toBe('APPLICATION_NOT_FOUND');
    expect((await order(JSON.stringify('x'.repeat(70_000)))).status).toBe(413);
    expect((await call('GET', at)).body).toMatchObject({ issue: { state: 'not-requested' } });
    everyAnswerIsDocumented(authority);
  });

  test('a certificate is given out when it is issued, and its papers with it', async () => {
    const { authority, call, signIn, order } = await opened({ issue: { orderedAfterMs: 0, readyAfterMs: 0 } });
    await signIn();
    expect((await call('GET', `${at}/certificate`)).body.code).toBe('NOT_ISSUED');
    expect((await call('GET', `${at}/papers/receipt`)).body.code).toBe('PAPER_NOT_FOUND');
    await order({ request: base64((await softwareRequest()).der) });
    expect((await call('GET', `${at}/certificate`)).status).toBe(200);
    expect((await call('GET', `${at}/papers`)).body.rows).toHaveLength(6);
    expect((await call('GET', `${at}/papers/receipt`)).status).toBe(200);
    everyAnswerIsDocumented(authority);
  });
});

test('paths and methods that are not documented are refused in the documented form', async () => {
  const { authority, call } = await opened();
  expect((await call('GET', '/v1/anything')).body.code).toBe('NOT_FOUND');
  expect(await call('POST', '/v1/applications', {})).toMatchObject({
    status: 405,
    body: { code: 'METHOD_NOT_ALLOWED' },
  });
  expect(authority.exchanges.flatMap(answerFaults)).toEqual([]);
});

test.each(operations.map(({ id, method, template }) => [id, method, template] as const))(
  '%s can fail on the server’s side',
  async (id, method, template) => {
    const { authority, call } = await opened({ failures: { [id]: 'server-error' } });
    const path = template.replace(/\{\w+\}/g, 'any');
    const answer = await call(method, path, method === 'POST' ? {} : undefined, { 'idempotency-key': randomUUID() });
    expect(answer).toMatchObject({ status: 500, body: { code: 'INTERNAL' } });
    everyAnswerIsDocumented(authority);
  },
);

test('everything the document promises was answered here, and nothing else', () => {
  expect([...exercised].sort()).toEqual([...documentedAnswers].sort());
});
