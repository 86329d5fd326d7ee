import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { createUtmClient } from '../../src/egais/utm/utm-client.ts';
import { createNodeSystem } from '../../src/machine/node-system.ts';
import { proveUtm } from '../../src/setup/prove-utm.ts';
import { readUtm } from '../../src/setup/read-utm.ts';
import type { UtmProof, UtmProofStage } from '../../src/shared/domain/utm-proof.ts';
import { utmProofSchema } from '../../src/shared/domain/utm-proof.ts';
import { deadAddress, httpAnswer, type RawServer, rawServer } from '../egais/raw-server.ts';
import { infoListAnswers } from '../egais/utm-answers.ts';

const open: RawServer[] = [];
const folders: string[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const stampOf = (at: Date): string => {
  const local = new Date(at.getTime() - at.getTimezoneOffset() * 60_000);
  return local.toISOString().replace('T', ' ').replace('Z', '').replace('.', ',');
};
const exchangeLine = (): string =>
  `${stampOf(new Date())} INFO  ru.centerinform.Exchange - Завершение задачи обмена документами с сервером ЕГАИС по расписанию\n`;
const refusedLine = (): string =>
  `${stampOf(new Date())} ERROR ru.centerinform.Exchange - Задача обмена документами отменена. Ошибка работы RSA\n`;

const receipt =
  '<?xml version="1.0"?><A><url>8f3c1a52-0b1d-4c58-9e0a-3f6d2c7b9a10</url><sign>00FF</sign><ver>2</ver></A>';

interface Stage {
  readonly info?: object;
  /** The answer to a query; `null`: the line goes dead. */
  readonly answer?: Buffer | null;
  /** What the log says once the query has come; `undefined`: there is no log. */
  readonly log?: () => string;
  readonly expected?: string | null;
  readonly timeoutMs?: number;
}

async function stageOf({ info = infoListAnswers.healthy, answer = httpAnswer('200 OK', receipt), log }: Stage) {
  const folder = mkdtempSync(join(tmpdir(), 'УТМ-'));
  folders.push(folder);
  mkdirSync(join(folder, 'l'));
  const file = join(folder, 'l', 'transport_info.log');
  if (log) writeFileSync(file, `${stampOf(new Date(Date.now() - 60_000))} INFO  x - ничего\n`);
  const pages: Readonly<Record<string, string>> = {
    '/info/version': '4.2.0b002698',
    '/api/info/list': JSON.stringify(info),
    '/api/rsa/orginfo': '{"cn":"030000000001"}',
    '/api/gost/orginfo': '{"cn":"Иванова"}',
  };
  let asked = false;
  const server = await rawServer((socket, line) => {
    const [method, path = ''] = line.split(' ');
    // The exchange ends while the UTM is looked at, which is after the query was answered.
    if (log && asked && path === '/api/info/list') appendFileSync(file, log());
    if (method === 'GET') return void socket.end(httpAnswer('200 OK', pages[path] ?? ''));
    asked = true;
    if (answer === null) return void socket.destroy();
    socket.end(answer);
  });
  open.push(server);
  return { server, folder, url: server.url };
}

async function prove(stage: Stage) {
  const { server, folder, url } = await stageOf(stage);
  const system = createNodeSystem();
  const client = createUtmClient(url);
  const recorded: string[] = [];
  const seen: (readonly UtmProofStage[])[] = [];
  const outcome = await proveUtm(
    {
      utmUrl: url,
      system,
      readUtm: (expected) => readUtm({ client, system, folder }, expected),
      record: { write: ({ event }) => recorded.push(event) },
      now: () => new Date(),
    },
    stage.expected ?? null,
    (stages) => seen.push(stages),
    { pace: { timeoutMs: stage.timeoutMs ?? 20_000, restMs: 20 } },
  );
  if (!outcome.ok) throw new Error(outcome.problem.code);
  const posts = server.requestLines.filter((line) => line.startsWith('POST'));
  return { proof: utmProofSchema.parse(outcome.value), posts, recorded, seen };
}

const statuses = ({ stages }: UtmProof): Readonly<Record<string, string>> =>
  Object.fromEntries(stages.map(({ id, status }) => [id, status]));

const read = {
  'access-key-read': 'passed',
  'place-matches': 'passed',
  'access-key-valid': 'passed',
  'qualified-certificate-valid': 'passed',
  'contour-matches': 'passed',
};

describe('a proof of a UTM', () => {
  test('one query, and the exchange that ends after it', async () => {
    const { proof, posts, recorded, seen } = await prove({ log: exchangeLine, expected: '030000000001' });
    expect(statuses(proof)).toEqual({ ...read, 'query-accepted': 'passed', 'exchange-finished': 'passed' });
    expect(proof).toMatchObject({ proven: true, replyId: '8f3c1a52-0b1d-4c58-9e0a-3f6d2c7b9a10' });
    expect(posts).toEqual(['POST /opt/in/QueryPartner HTTP/1.1']);
    expect(recorded).toEqual(['utm-query', 'utm-query-ended']);
    const running = seen.flatMap((stages) => stages.filter(({ status }) => status === 'running').map(({ id }) => id));
    expect(running).toEqual(['query-accepted', 'exchange-finished']);
  });

  test.each([
    [362, 'signature-renewed'],
    [89, 'signing-broken'],
    [1_200, 'signing-fails'],
  ])('a query that is not signed, told in %i bytes: %s', async (size, verdict) => {
    const answer = httpAnswer('500 Internal Server Error', 'x'.repeat(size));
    const { proof, posts } = await prove({ answer, log: exchangeLine });
    expect(statuses(proof)).toEqual({ ...read, 'query-accepted': 'failed', 'exchange-finished': 'skipped' });
    expect(proof.stages.find(({ id }) => id === 'query-accepted')?.values).toMatchObject({
      status: 500,
      size,
      verdict,
    });
    expect(posts).toHaveLength(1);
  });

  test.each([
    ['no receipt', httpAnswer('200 OK', '<html></html>')],
    ['no word at all', null],
  ])('a query that is answered with %s is unknown, and is not sent again', async (_, answer) => {
    const { proof, posts } = await prove({ answer, log: exchangeLine, timeoutMs: 100 });
    expect(statuses(proof)['query-accepted']).toBe('unknown');
    expect(proof).toMatchObject({ proven: false, replyId: null });
    expect(posts).toHaveLength(1);
  });

  test('without a log the exchange is unknown', async () => {
    const { proof } = await prove({});
    expect(statuses(proof)).toMatchObject({ 'query-accepted': 'passed', 'exchange-finished': 'unknown' });
    expect(proof.proven).toBe(false);
  });

  test.each([
    ['one that is given up', refusedLine],
    ['one that does not come', () => ''],
  ])('an exchange: %s', async (_, log) => {
    const { proof } = await prove({ log, timeoutMs: 600 });
    expect(statuses(proof)['exchange-finished']).toBe('failed');
  });

  test.each<[string, object, string | null, Readonly<Record<string, string>>]>([
    ['the key of another place', infoListAnswers.healthy, '030000000009', { 'place-matches': 'failed' }],
    [
      'a key for the other contour',
      { ...infoListAnswers.healthy, contour: 'test' },
      null,
      { 'contour-matches': 'failed' },
    ],
    [
      'a signature that ended',
      { ...infoListAnswers.healthy, gost: { ...infoListAnswers.healthy.gost, isValid: 'invalid' } },
      null,
      { 'qualified-certificate-valid': 'failed' },
    ],
    [
      'a FSRAR ID that is none',
      { ...infoListAnswers.healthy, ownerId: '<b>', db: { createDate: null, ownerId: '<b>' } },
      null,
      { 'access-key-read': 'failed' },
    ],
    [
      'no key at all',
      { ...infoListAnswers.healthy, ownerId: null, rsaError: 'нет' },
      null,
      { 'access-key-read': 'failed', 'place-matches': 'failed' },
    ],
  ])('%s: nothing is sent', async (_, info, expected, failed) => {
    const { proof, posts } = await prove({ info, expected, log: exchangeLine });
    const skipped = { 'query-accepted': 'skipped', 'exchange-finished': 'skipped' };
    expect(statuses(proof)).toEqual({ ...read, ...failed, ...skipped });
    expect(posts).toEqual([]);
  });

  test('a contour that is not told proves nothing and hinders nothing', async () => {
    const { proof } = await prove({ info: { ...infoListAnswers.healthy, contour: null }, log: exchangeLine });
    expect(statuses(proof)).toMatchObject({ 'contour-matches': 'unknown', 'exchange-finished': 'passed' });
    expect(proof.proven).toBe(false);
  });

  test('a silent UTM is no proof but a failure', async () => {
    const url = await deadAddress();
    const system = createNodeSystem();
    const client = createUtmClient(url);
    const outcome = await proveUtm(
      {
        utmUrl: url,
        system,
        readUtm: (expected) => readUtm({ client, system, folder: null }, expected),
        record: { write: () => undefined },
        now: () => new Date(),
      },
      null,
      () => undefined,
    );
    expect(outcome).toMatchObject({ ok: false, problem: { code: 'EGAIS_UTM_SILENT' } });
  });
});
