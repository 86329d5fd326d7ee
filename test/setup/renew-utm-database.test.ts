import { afterEach, describe, expect, test } from 'vitest';
import { bothPinsGiven } from '../../src/egais/utm/settings/given-pins.ts';
import { createUtmClient } from '../../src/egais/utm/utm-client.ts';
import { mendOrder } from '../../src/setup/mend-order.ts';
import { readUtm } from '../../src/setup/read-utm.ts';
import { renewUtmDatabase } from '../../src/setup/renew-utm-database.ts';
import type { MendOrder, MendOutcome } from '../../src/shared/domain/mending.ts';
import { httpAnswer, type RawServer, rawServer } from '../egais/raw-server.ts';
import { documentLists, infoListAnswers } from '../egais/utm-answers.ts';
import * as windows from '../machine/recorded/outputs/windows.ts';
import { printed, recordedSystem } from '../machine/recorded-system.ts';

const open: RawServer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

const pins = ['gost', 'pki'].flatMap((part) => [
  `crypto.lib.${part}.keystorePassword=12345678`,
  `crypto.lib.${part}.keyPassword=12345678`,
]);
const given = `${pins.join('\n')}\n`;
const erased = given.replaceAll('12345678', '');

const optionsKey = 'HKLM\\SOFTWARE\\WOW6432Node\\Apache Software Foundation\\Procrun 2.0\\Transport\\Parameters\\Java';

const foreign = {
  ...infoListAnswers.healthy,
  ownerId: '030000000002',
  db: { createDate: '2026-09-08 15:33:15.047', ownerId: '030000000001' },
};

const mismatch =
  'FSRAR_ID (CN RSA сертификата) на используемом ключе не соответствует FSRAR_ID первичной инициализации УТМ.';

interface Shop {
  readonly info?: object;
  readonly unsent?: string;
  readonly settings?: string;
  readonly outcome?: MendOutcome;
  readonly typed?: string;
  readonly expected?: string | null;
}

const movedTo = 'C:\\UTM\\transporter\\transportDB-2026-09-08-153315';

async function renew(shop: Shop) {
  const { info = foreign, unsent = documentLists.none, settings = erased } = shop;
  const pages: Readonly<Record<string, string>> = {
    '/info/version': '4.2.0b002698',
    '/api/info/list': JSON.stringify(info),
    '/opt/in': unsent,
  };
  const server = await rawServer((socket, line) => {
    const page = pages[line.split(' ')[1] ?? ''];
    socket.end(page === undefined ? httpAnswer('404 Not Found', '') : httpAnswer('200 OK', page));
  });
  open.push(server);
  const system = recordedSystem({
    commands: {
      'sc.exe query Transport': printed(windows.scRunning),
      'sc.exe qc Transport': printed(windows.qc('2   AUTO_START')),
      [`reg.exe query ${optionsKey} /v Options`]: printed(
        '\r\nHKEY_X\r\n    Options    REG_MULTI_SZ    -Dbasedir=C:\\UTM\\transporter\\0-Da=b\r\n',
      ),
    },
    files: { 'C:\\UTM\\transporter\\conf\\transport.properties': settings },
  });
  const client = createUtmClient(server.url);
  const orders: MendOrder[] = [];
  const recorded: string[] = [];
  const outcome = await renewUtmDatabase(
    {
      utmUrl: server.url,
      system,
      readUtm: (expected) => readUtm({ client, system, folder: null }, expected),
      elevation: {
        perform: async (order) => {
          orders.push(order);
          return shop.outcome ?? { kind: 'done', restartNeeded: false, movedTo };
        },
      },
      record: { write: ({ event }) => recorded.push(event) },
    },
    { expectedFsrarId: shop.expected ?? null, typed: shop.typed ?? '0001' },
  );
  return { outcome, orders, recorded };
}

describe('a foreign database is put aside', () => {
  test('once its tail was typed and everything was sent', async () => {
    const { outcome, orders, recorded } = await renew({});
    expect(outcome).toEqual({
      ok: true,
      value: {
        databaseFsrarId: '030000000001',
        fsrarId: '030000000002',
        createdAt: '2026-09-08 15:33:15.047',
        service: 'Transport',
        movedTo,
        started: false,
        pinsNeeded: true,
      },
    });
    expect(orders).toEqual([{ operation: 'renew-utm-database', service: 'Transport', start: false }]);
    expect(recorded).toEqual(['utm-database-renewal', 'mend-asked', 'mend-ended', 'utm-database-renewed']);
  });

  test('and the UTM is started at once where both its PINs are given', async () => {
    const { outcome, orders } = await renew({ settings: given });
    expect(orders).toMatchObject([{ start: true }]);
    expect(outcome).toMatchObject({ value: { started: true, pinsNeeded: false } });
  });

  test.each<[string, Shop, string]>([
    ['the UTM works', { info: infoListAnswers.healthy }, 'EGAIS_UTM_DATABASE_NOT_FOREIGN'],
    ['it is the token that is foreign', { expected: '030000000001' }, 'EGAIS_UTM_DATABASE_NOT_FOREIGN'],
    [
      'nobody knows whose it is',
      {
        info: {
          ...foreign,
          db: { createDate: null, ownerId: null },
          rsaError: mismatch,
        },
      },
      'EGAIS_UTM_DATABASE_NOT_FOREIGN',
    ],
    [
      'the UTM speaks of another one, and the database is the chosen place’s own',
      { info: { ...foreign, ownerId: null, rsaError: mismatch }, expected: '030000000001' },
      'EGAIS_UTM_DATABASE_NOT_FOREIGN',
    ],
    [
      'it speaks of another one, and both numbers are one',
      { info: { ...foreign, ownerId: '030000000001', rsaError: mismatch } },
      'EGAIS_UTM_DATABASE_NOT_FOREIGN',
    ],
    [
      'it speaks of another one, and no key was read',
      { info: { ...foreign, ownerId: null, rsaError: mismatch } },
      'EGAIS_UTM_DATABASE_NOT_FOREIGN',
    ],
    ['the key is of a third place', { expected: '030000000003' }, 'EGAIS_UTM_DATABASE_NOT_FOREIGN'],
    ['documents were not sent', { unsent: documentLists.two }, 'EGAIS_UTM_DATABASE_UNSENT'],
    ['cheques were not sent', { info: { ...foreign, checkInfo: '2026-09-01 10:00:00' } }, 'EGAIS_UTM_DATABASE_UNSENT'],
    ['the list of documents is not clear', { unsent: '<html></html>' }, 'EGAIS_UNSENT_UNREADABLE'],
    ['the tail is that of the new key', { typed: '0002' }, 'EGAIS_UTM_DATABASE_UNCONFIRMED'],
    ['nothing was typed', { typed: '' }, 'EGAIS_UTM_DATABASE_UNCONFIRMED'],
  ])('never where %s', async (_, shop, code) => {
    const { outcome, orders } = await renew(shop);
    expect(outcome).toMatchObject({ ok: false, problem: { code } });
    expect(orders).toEqual([]);
  });

  test('a UTM that does not start afterwards: the person is told where the database is', async () => {
    const { outcome } = await renew({
      settings: given,
      outcome: { kind: 'failed', step: 'sc.exe start Transport', exitCode: 1069, output: '', movedTo },
    });
    expect(outcome).toMatchObject({ problem: { code: 'EGAIS_UTM_DATABASE_MOVED', values: { folder: movedTo } } });
  });

  test('a permission that is refused is a normal end', async () => {
    const { outcome } = await renew({ outcome: { kind: 'refused' } });
    expect(outcome).toMatchObject({ problem: { code: 'MACHINE_MEND_REFUSED' } });
  });
});

test('the ordinary way to an order is no way around the questions', async () => {
  const facts = {
    utmUrl: 'http://127.0.0.1:8080',
    system: recordedSystem({}),
    clock: () => undefined,
    installer: () => null,
  };
  expect(await mendOrder('renew-utm-database', facts)).toMatchObject({ problem: { code: 'MACHINE_MEND_UNAVAILABLE' } });
  expect(await mendOrder('restart-utm-service', facts)).toMatchObject({
    problem: { code: 'MACHINE_MEND_UNAVAILABLE' },
  });
  expect(await mendOrder('start-utm-service', facts)).toEqual({ ok: true, value: { operation: 'start-utm-service' } });
});

test.each([
  ['both', given, true],
  ['erased', erased, false],
  ['one of them', given.replace('pki.keyPassword=12345678', 'pki.keyPassword='), false],
  ['set twice, erased at last', `${given}crypto.lib.pki.keyPassword=\n`, false],
  ['none', '', false],
])('PINs in the settings: %s', (_, text, both) => {
  expect(bothPinsGiven(new TextEncoder().encode(text))).toBe(both);
});
