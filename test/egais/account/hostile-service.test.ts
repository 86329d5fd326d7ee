import { createServer as createTlsServer, type Server } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type AccountClientOptions, createAccountClient } from '../../../src/egais/account/account-client.ts';
import { accountRefusals } from '../../../src/egais/account/account-refusals.ts';
import { accessKeySchema, challengeSchema, contractorPageSchema } from '../../../src/egais/account/wire.ts';
import { boundedJson } from '../../../src/egais/service/bounded-json.ts';
import { type AnswerRules, understandAnswer } from '../../../src/egais/service/service-answer.ts';
import type { ServiceOutcome } from '../../../src/egais/service/service-exchange.ts';
import { readAllPages } from '../../../src/egais/service/service-pages.ts';
import { createQualifiedAuthority } from '../../../src/practice/certification-authority.ts';
import { romashka } from '../../../src/practice/holders.ts';
import { type Result, succeed } from '../../../src/shared/result.ts';
import { type GostOracle, openGostOracle } from '../../oracle/openssl-gost.ts';
import { deadAddress, httpAnswer, type RawServer, rawServer } from '../raw-server.ts';
import { softwareHolder } from './software-holder.ts';

const asker = softwareHolder(createQualifiedAuthority(new Date()), romashka.certificate);

const servers: RawServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

const serve = async (answer: (socket: Socket, line: string) => void): Promise<RawServer> => {
  const server = await rawServer(answer);
  servers.push(server);
  return server;
};

const ask = async (address: string, options: AccountClientOptions = {}) => {
  const limits = { question: 5_000, ...options.limits };
  const answer = await createAccountClient(address, { ...options, limits }).signIn(asker);
  return answer.ok ? 'ok' : answer.problem;
};

const json = ['Content-Type: application/json'];

describe('what a first answer may be instead of a challenge', () => {
  const challenge = { id: 'a', nonce: `${'A'.repeat(43)}=`, expiresInSeconds: 60 };
  test.each<readonly [string, Buffer | string, code: string]>([
    ['nothing', '', 'ACCOUNT_CONNECTION_BROKEN'],
    ['noise', '\u0000\u0001\u0002\r\n\r\n', 'ACCOUNT_ANSWER_UNREADABLE'],
    ['an empty body', httpAnswer('201 Created', '', json), 'ACCOUNT_ANSWER_UNREADABLE'],
    ['half of a body', 'HTTP/1.1 201 Created\r\nContent-Length: 99\r\n\r\n{"id":', 'ACCOUNT_CONNECTION_BROKEN'],
    ['another status', httpAnswer('200 OK', JSON.stringify(challenge), json), 'ACCOUNT_ANSWER_UNREADABLE'],
    ['no JSON by its type', httpAnswer('201 Created', JSON.stringify(challenge)), 'ACCOUNT_ANSWER_UNREADABLE'],
    [
      'a short random number',
      httpAnswer('201 Created', JSON.stringify({ ...challenge, nonce: 'AAAA' }), json),
      'ACCOUNT_ANSWER_UNREADABLE',
    ],
    [
      'a document for a random number',
      httpAnswer('201 Created', JSON.stringify({ ...challenge, nonce: 'Договор дарения' }), json),
      'ACCOUNT_ANSWER_UNREADABLE',
    ],
    [
      'lines for an id',
      httpAnswer('201 Created', JSON.stringify({ ...challenge, id: 'a\nСлужба: https://other' }), json),
      'ACCOUNT_ANSWER_UNREADABLE',
    ],
    ['brackets without end', httpAnswer('201 Created', '['.repeat(500_000), json), 'ACCOUNT_ANSWER_UNREADABLE'],
    ['a page of a network', httpAnswer('200 OK', '<html>', ['Content-Type: text/html']), 'ACCOUNT_ANSWER_UNREADABLE'],
    [
      'a problem document of another status',
      httpAnswer(
        '403 Forbidden',
        JSON.stringify({ type: 'x', title: 'x', status: 404, code: 'X', detail: 'x', detailEn: 'x' }),
        ['Content-Type: application/problem+json'],
      ),
      'ACCOUNT_ANSWER_UNREADABLE',
    ],
    [
      'a refusal with an unknown code',
      httpAnswer(
        '403 Forbidden',
        JSON.stringify({ type: 'x', title: 'x', status: 403, code: 'TEAPOT', detail: 'Чайник', detailEn: 'A teapot' }),
        ['Content-Type: application/problem+json'],
      ),
      'ACCOUNT_SIGN_IN_REFUSED',
    ],
    [
      'a code that is a name every object has',
      httpAnswer(
        '403 Forbidden',
        JSON.stringify({ type: 'x', title: 'x', status: 403, code: 'CONSTRUCTOR', detail: 'x', detailEn: 'x' }),
        ['Content-Type: application/problem+json'],
      ),
      'ACCOUNT_SIGN_IN_REFUSED',
    ],
    ['two megabytes', httpAnswer('201 Created', ' '.repeat(2_000_000), json), 'ACCOUNT_ANSWER_TOO_LARGE'],
  ])('%s', async (_, answer, code) => {
    const before = asker.signatures();
    const server = await serve((socket) => socket.end(answer));
    expect(await ask(server.url)).toMatchObject({ code });
    expect(asker.signatures()).toBe(before);
    expect(server.requestLines).toEqual(['POST /v1/challenges HTTP/1.1']);
  });
});

describe('nothing is sent elsewhere, nothing twice, nothing for ever', () => {
  test('a redirect is not followed', async () => {
    const other = await serve((socket) => socket.end(httpAnswer('201 Created', '{}', json)));
    const server = await serve((socket) =>
      socket.end(httpAnswer('307 Temporary Redirect', '', [`Location: ${other.url}/v1/challenges`])),
    );
    expect(await ask(server.url)).toMatchObject({ code: 'ACCOUNT_ANSWER_UNREADABLE', details: { status: 307 } });
    expect(other.requestLines).toEqual([]);
  });

  test('an answer that drips is waited for no longer than the limit', async () => {
    const server = await serve((socket) => {
      socket.write('HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n');
      const drip = setInterval(() => socket.write(' '), 20);
      socket.on('close', () => clearInterval(drip));
    });
    const began = performance.now();
    expect(await ask(server.url, { limits: { question: 400 } })).toMatchObject({ code: 'ACCOUNT_CONNECTION_BROKEN' });
    expect(performance.now() - began).toBeLessThan(3_000);
  });

  test('nobody there', async () => {
    expect(await ask(await deadAddress())).toMatchObject({ code: 'ACCOUNT_UNREACHABLE' });
  });

  test('a token of a session is in no details, even when the rest of its answer is wrong', async () => {
    const token = 'SECRET-SECRET-SECRET-SECRET';
    const server = await serve((socket, line) => {
      const body = line.includes('challenges')
        ? { id: 'a', nonce: `${'A'.repeat(43)}=`, expiresInSeconds: 60 }
        : { token, expiresInSeconds: 'soon' };
      socket.end(httpAnswer('201 Created', JSON.stringify(body), json));
    });
    const answer = await ask(server.url);
    expect(answer).toMatchObject({ code: 'ACCOUNT_ANSWER_UNREADABLE' });
    expect(JSON.stringify(answer)).not.toContain(token);
  });

  test('a list that does not get on, and one without an end', async () => {
    const rows = Array.from({ length: 2_000 }, (_, index) => index);
    let page = 0;
    const another = () => {
      page += 1;
      return String(page);
    };
    const stuck = await readAllPages('url', 60_000, async () => succeed({ rows, nextCursor: 'same' }));
    const empty = await readAllPages('url', 60_000, async () => succeed({ rows: [], nextCursor: another() }));
    const endless = await readAllPages('url', 60_000, async () => succeed({ rows, nextCursor: another() }));
    const slow = await readAllPages('url', -1, async () => succeed({ rows, nextCursor: another() }));
    const codes = [stuck, empty, endless, slow].map((result) => (result.ok ? 'ok' : result.problem.code));
    expect(codes).toEqual([
      'ACCOUNT_ANSWER_UNREADABLE',
      'ACCOUNT_ANSWER_UNREADABLE',
      'ACCOUNT_ANSWER_TOO_LARGE',
      'ACCOUNT_ANSWER_TOO_LARGE',
    ]);
    expect(page).toBeLessThan(110);
  });
});

describe('HTTPS', () => {
  let oracle: GostOracle;
  let server: Server;
  let url: string;
  let heard = 0;
  beforeAll(async () => {
    oracle = openGostOracle();
    oracle.run(
      ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=127.0.0.1'].concat([
        '-addext',
        'subjectAltName=IP:127.0.0.1',
        '-keyout',
        'server.key',
        '-out',
        'server.crt',
      ]),
    );
    server = createTlsServer(
      { key: Buffer.from(oracle.read('server.key')), cert: Buffer.from(oracle.read('server.crt')) },
      (_, response) => {
        heard += 1;
        response.writeHead(503).end();
      },
    );
    await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
    url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    await new Promise((resolve) => server.close(resolve));
    oracle.close();
  });

  test('a server whose certificate nobody vouches for hears nothing', async () => {
    expect(await ask(url)).toMatchObject({ code: 'ACCOUNT_CONNECTION_NOT_TRUSTED' });
    expect(heard).toBe(0);
  });

  test('a certificate of another name is no proof either', async () => {
    const trusted = [Buffer.from(oracle.read('server.crt')).toString('utf8')];
    expect(await ask(url.replace('127.0.0.1', '127.0.0.2'), { trusted })).toMatchObject({
      code: 'ACCOUNT_CONNECTION_NOT_TRUSTED',
      details: { cause: 'ERR_TLS_CERT_ALTNAME_INVALID' },
    });
    expect(heard).toBe(0);
  });

  test('one whose authority was named is asked', async () => {
    const trusted = [Buffer.from(oracle.read('server.crt')).toString('utf8')];
    expect(await ask(url, { trusted })).toMatchObject({ code: 'ACCOUNT_ANSWER_UNREADABLE', details: { status: 503 } });
    expect(heard).toBe(1);
  });

  test('a server that speaks plain HTTP where HTTPS is owed', async () => {
    const plain = await serve((socket) => socket.end(httpAnswer('201 Created', '{}', json)));
    expect(await ask(plain.url.replace('http:', 'https:'))).toMatchObject({ code: 'ACCOUNT_CONNECTION_NOT_TRUSTED' });
  });
});

describe('laws of understanding an answer', () => {
  const reads: AnswerRules<unknown> = {
    statuses: [200],
    refusals: accountRefusals,
    schema: contractorPageSchema,
    refusal: 'ACCOUNT_REFUSED',
    unknownOutcome: null,
  };
  const orders: AnswerRules<unknown> = {
    statuses: [201, 202],
    refusals: accountRefusals,
    schema: accessKeySchema,
    refusal: 'ACCOUNT_KEY_REFUSED',
    unknownOutcome: 'ACCOUNT_KEY_OUTCOME_UNKNOWN',
  };
  const problemDocument = fc.record({
    type: fc.string(),
    title: fc.string(),
    status: fc.integer({ min: 100, max: 700 }),
    code: fc.constantFrom('PLACE_NOT_FOUND', 'INTERNAL', 'MCHD_REFUSED', '__proto__', 'OTHER'),
    detail: fc.string(),
    detailEn: fc.string(),
  });
  const body = fc.oneof(
    fc.string(),
    fc.json(),
    problemDocument.map((document) => JSON.stringify(document)),
    fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes).toString('latin1')),
  );
  const answered = fc.record({
    kind: fc.constant('answered' as const),
    status: fc.oneof(fc.constantFrom(200, 201, 202, 401, 403, 404, 422, 500, 502), fc.integer({ min: 0, max: 999 })),
    contentType: fc.constantFrom(
      'application/json',
      'application/problem+json',
      'application/json; charset=utf-8',
      'text/html',
      '',
    ),
    body,
  });
  const notWhole = fc.record({
    kind: fc.constantFrom(
      'unreachable' as const,
      'not-trusted' as const,
      'broken' as const,
      'not-http' as const,
      'too-large' as const,
    ),
    cause: fc.string(),
  });
  const outcome: fc.Arbitrary<ServiceOutcome> = fc.oneof(answered, notWhole);
  const understood = (given: ServiceOutcome, rules: AnswerRules<unknown>): Result<unknown> =>
    understandAnswer('url', given, rules);

  test('anything is understood as something, and details stay short', () => {
    fc.assert(
      fc.property(outcome, fc.constantFrom(reads, orders), (given, rules) => {
        const result = understood(given, rules);
        if (!result.ok) expect(JSON.stringify(result.problem.details).length).toBeLessThan(16_000);
      }),
      { numRuns: 3_000 },
    );
  });

  test('of an order that was sent, only a problem document of a status 4xx says that nothing was done', () => {
    fc.assert(
      fc.property(outcome, (given) => {
        const result = understood(given, orders);
        if (result.ok || result.problem.code === 'ACCOUNT_KEY_OUTCOME_UNKNOWN') return;
        if (given.kind !== 'answered') {
          expect(['unreachable', 'not-trusted']).toContain(given.kind);
          return;
        }
        expect(given.status).toBeGreaterThanOrEqual(400);
        expect(given.status).toBeLessThan(500);
        expect(given.contentType).toBe('application/problem+json');
      }),
      { numRuns: 3_000 },
    );
  });

  test('a sound challenge with any one byte changed is a sound challenge or none', () => {
    const sound = JSON.stringify({ id: 'a', nonce: `${'A'.repeat(43)}=`, expiresInSeconds: 60 });
    const rules: AnswerRules<unknown> = { ...reads, statuses: [201], schema: challengeSchema };
    fc.assert(
      fc.property(fc.nat(sound.length - 1), fc.string({ minLength: 1, maxLength: 1 }), (at, sign) => {
        const changed = sound.slice(0, at) + sign + sound.slice(at + 1);
        const result = understood(
          { kind: 'answered', status: 201, contentType: 'application/json', body: changed },
          rules,
        );
        if (result.ok) expect(challengeSchema.safeParse(JSON.parse(changed)).success).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  test('JSON within the bounds is read as Node reads it; what is nested deeper is not read at all', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 8 }), (text) => {
        expect(boundedJson(text)).toEqual(JSON.parse(text));
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 17, max: 200_000 }), fc.constantFrom('[', '{"a":'), (depth, open) => {
        const close = open === '[' ? ']' : '}';
        expect(boundedJson(open.repeat(depth) + 0 + close.repeat(depth))).toBeUndefined();
      }),
      { numRuns: 30 },
    );
    // Brackets inside a string are no nesting.
    expect(boundedJson(JSON.stringify({ text: `"\\${'['.repeat(1_000)}` }))).toEqual({
      text: `"\\${'['.repeat(1_000)}`,
    });
  });
});
