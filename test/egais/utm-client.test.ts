import type { Socket } from 'node:net';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import type { IssueCourse } from '../../src/egais/access-key-issuer.ts';
import { createUtmClient } from '../../src/egais/utm/utm-client.ts';
import { readUtmState } from '../../src/egais/utm/utm-state.ts';
import { createUtmIssuer, createUtmSubdivisionSource } from '../../src/egais/utm-issuer.ts';
import type { Certificate } from '../../src/shared/domain/certificate.ts';
import type { Subdivision } from '../../src/shared/domain/subdivision.ts';
import { problem } from '../../src/shared/problems/problem.ts';
import { fail } from '../../src/shared/result.ts';
import { deadAddress, httpAnswer, type RawServer, rawServer } from './raw-server.ts';
import { infoListAnswers, subdivisionRows } from './utm-answers.ts';

const limits = { state: 400, subdivisions: 400, keygen: 400 };
const open: RawServer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

async function peer(answer: (socket: Socket, line: string) => void) {
  const server = await rawServer(answer);
  open.push(server);
  return { server, client: createUtmClient(server.url, limits) };
}

const pathOf = (line: string): string => line.split(' ')[1] ?? '';

/** A UTM by its wire form alone: what it answers by path. */
const utmPages: Readonly<Record<string, string>> = {
  '/info/version': '4.2.0b002644',
  '/api/info/list': JSON.stringify(infoListAnswers.healthy),
  '/api/rsa': JSON.stringify(subdivisionRows),
  '/diagnosis': '<?xml version="1.0"?><CERTIFICATE><CN>030000000001</CN><OU>9900000017</OU></CERTIFICATE>',
  '/api/rsa/orginfo': '{"cn":"030000000001","o":"ООО «Ромашка»","ou":"9900000017","c":"990101001"}',
  '/api/gost/orginfo': '{"success":false}',
};
const asUtm = (keygen: Buffer | ((socket: Socket) => void)) => (socket: Socket, line: string) => {
  const page = utmPages[pathOf(line)];
  if (page !== undefined) socket.end(httpAnswer('200 OK', page));
  else if (typeof keygen === 'function') keygen(socket);
  else socket.end(keygen);
};
const keygenCount = (server: RawServer): number =>
  server.requestLines.filter((line) => line.includes('/api/rsa/keygen')).length;

const shop: Subdivision = {
  fsrarId: '030000000001',
  rowId: '4711',
  fullName: 'ООО «Ромашка»',
  shortName: 'ООО «Ромашка»',
  inn: '9900000017',
  kpp: '990101001',
  regionCode: '77',
  address: '125009, г. Москва, ул. Тверская, д. 1, пом. 2 & 3',
  legalAddress: '',
};

test('a UTM is understood', async () => {
  const { client } = await peer(asUtm(Buffer.alloc(0)));
  expect(await client.version()).toEqual({ kind: 'answer', value: '4.2.0b002644' });
  expect(await client.diagnosis()).toEqual({ kind: 'answer', value: '030000000001' });
  expect(await client.rsaOrginfo()).toMatchObject({ value: { cn: '030000000001', kpp: '990101001' } });
  expect(await client.gostOrginfo()).toEqual({ kind: 'answer', value: null });
  expect(await client.subdivisions()).toMatchObject({ ok: true, value: [{ rowId: '4711' }, { kpp: null }] });
  expect(await readUtmState(client, { expectedFsrarId: '030000000001' })).toMatchObject({
    reachability: 'answering',
    verdict: { id: 'token-unreadable', healthy: false },
  });
});

test('an address that is no http address is refused at once', () => {
  expect(() => createUtmClient('file:///etc/hosts')).toThrow(TypeError);
  expect(() => createUtmClient('8080')).toThrow(TypeError);
});

describe('strangers at the address', () => {
  const html = '<html><body>It works!</body></html>';
  const strangers: Readonly<Record<string, (socket: Socket) => void>> = {
    'a web page': (socket) => socket.end(httpAnswer('200 OK', html, ['Content-Type: text/html'])),
    'an error 500': (socket) => socket.end(httpAnswer('500 Internal Server Error', 'no')),
    'a redirect': (socket) => socket.end(httpAnswer('302 Found', '', ['Location: /api/info/list'])),
    'JSON of something else': (socket) => socket.end(httpAnswer('200 OK', '{"status":"ok"}')),
    'broken JSON': (socket) => socket.end(httpAnswer('200 OK', '{"db":{"ownerId":"03')),
    'a huge body': (socket) => socket.end(httpAnswer('200 OK', Buffer.alloc(3_000_000, 0x7b))),
    'another protocol': (socket) => socket.end('220 mail ready\r\n'),
    'bytes that are no UTF-8': (socket) => socket.end(httpAnswer('200 OK', Buffer.from([0xff, 0xfe, 0x00, 0x98]))),
  };

  test.each(Object.entries(strangers))('%s is another program', async (_, answer) => {
    const { client } = await peer(answer);
    const state = await readUtmState(client, { expectedFsrarId: null });
    expect(state).toMatchObject({ reachability: 'other-program', verdict: { id: 'other-program', healthy: false } });
    expect((await client.subdivisions()).ok).toBe(false);
  });

  test('a closed port, a mute one, a slow drip and a cut answer are silence', async () => {
    const drips: NodeJS.Timeout[] = [];
    const drip = (socket: Socket): void => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n');
      const timer = setInterval(() => socket.write('x'), 20);
      socket.on('close', () => clearInterval(timer));
      drips.push(timer);
    };
    const mute = await peer(() => undefined);
    const slow = await peer(drip);
    const cut = await peer((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n4.2', () => socket.destroy());
    });
    const clients = [createUtmClient(await deadAddress(), limits), mute.client, slow.client, cut.client];
    for (const state of await Promise.all(clients.map((client) => readUtmState(client, { expectedFsrarId: null })))) {
      expect(state.verdict.id).toBe('silent');
    }
    expect(await mute.client.subdivisions()).toMatchObject({ problem: { code: 'EGAIS_UTM_SILENT' } });
  });

  test('any bytes at all: an answer, never a throw', async () => {
    let bytes: Uint8Array = new Uint8Array();
    const { client } = await peer((socket) => socket.end(bytes));
    const heads = fc.constantFrom(
      '',
      'HTTP/1.1 200 OK\r\n\r\n',
      'HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=x\r\n\r\n',
    );
    await fc.assert(
      fc.asyncProperty(heads, fc.uint8Array({ maxLength: 60 }), async (head, tail) => {
        bytes = Buffer.concat([Buffer.from(head), tail]);
        await readUtmState(client, { expectedFsrarId: null });
        await client.subdivisions();
      }),
      { numRuns: 40 },
    );
  });
});

test('an old UTM is outdated, one that has nothing to tell yet is starting', async () => {
  const answers = (build: string) => (socket: Socket, line: string) =>
    socket.end(pathOf(line) === '/info/version' ? httpAnswer('200 OK', build) : httpAnswer('404 Not Found', ''));
  const old = await peer(answers('3.0.8'));
  const young = await peer(answers('4.2.0b002644'));
  expect((await readUtmState(old.client, { expectedFsrarId: null })).verdict.id).toBe('outdated');
  expect((await readUtmState(young.client, { expectedFsrarId: null })).verdict.id).toBe('starting');
});

describe('asking for a key', () => {
  test('the request carries the row, each value intact, and is sent once', async () => {
    const { client, server } = await peer(asUtm(httpAnswer('200 OK', '')));
    expect(await client.keygen(shop)).toEqual({ ok: true, value: null });
    expect(keygenCount(server)).toBe(1);
    const query = new URL(pathOf(server.requestLines[0] ?? ''), 'http://utm').searchParams;
    expect(Object.fromEntries(query)).toEqual({
      INN: '9900000017',
      KPP: '990101001',
      factAddress: shop.address,
      fsrarid: '030000000001',
      fullName: 'ООО «Ромашка»',
      id: '4711',
    });
  });

  test('a refusal is told word for word, also in the old Windows encoding', async () => {
    const text = 'Ошибка: место не найдено';
    const cp1251 = Buffer.from(
      [...text].map((c) => (/[а-я]/i.test(c) ? (c.codePointAt(0) ?? 0) - 0x350 : c.charCodeAt(0))),
    );
    for (const body of [Buffer.from(text), cp1251]) {
      const { client, server } = await peer(asUtm(httpAnswer('500 Internal Server Error', body)));
      expect(await client.keygen(shop)).toMatchObject({
        ok: false,
        problem: { code: 'EGAIS_UTM_REFUSED', values: { answer: text }, details: { status: 500, body: text } },
      });
      expect(keygenCount(server)).toBe(1);
    }
  });

  test('a refusal without words, and a redirect, are refusals', async () => {
    for (const status of ['500 No', '302 Found']) {
      const { client, server } = await peer(asUtm(httpAnswer(status, '', ['Location: /api/rsa/keygen?again'])));
      expect(await client.keygen(shop)).toMatchObject({ problem: { code: 'EGAIS_UTM_REFUSED' } });
      expect(keygenCount(server)).toBe(1);
    }
  });

  test.each<[string, (socket: Socket) => void]>([
    ['cut before a word', (socket) => socket.destroy()],
    ['reset', (socket) => socket.resetAndDestroy()],
    [
      'cut in the middle',
      (socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nok', () => socket.destroy()),
    ],
    ['never answered', () => undefined],
    ['answered in another protocol', (socket) => socket.end('???\r\n')],
  ])('%s: the outcome is unknown, and nobody asks again', async (_, answer) => {
    const { client, server } = await peer(asUtm(answer));
    expect(await client.keygen(shop)).toMatchObject({ problem: { code: 'EGAIS_UTM_OUTCOME_UNKNOWN' } });
    expect(keygenCount(server)).toBe(1);
  });

  test('nobody there: nothing was sent', async () => {
    const client = createUtmClient(await deadAddress(), limits);
    expect(await client.keygen(shop)).toMatchObject({ problem: { code: 'EGAIS_UTM_SILENT' } });
  });
});

describe('the UTM as issuer', () => {
  const qualified = { certificate: {} as Certificate, der: new Uint8Array() };
  const request = { subdivision: shop, role: 'organization', mchd: null, qualified, termsAccepted: true } as const;
  const refused = async () => fail(problem('TOKEN_BUSY'));
  /** The UTM works on the token by itself: nothing here may be called. */
  const course: IssueCourse = {
    token: {
      makePair: refused,
      signWithPair: refused,
      writeCertificate: refused,
      signQualified: refused,
      hasNewAccessKey: refused,
    },
    signal: new AbortController().signal,
    rest: async () => 'rested',
    showPage: () => undefined,
    onStage: () => undefined,
  };

  test('without consent not a byte is sent', async () => {
    const { client, server } = await peer(asUtm(httpAnswer('200 OK', '')));
    expect(await createUtmIssuer(client).issue({ ...request, termsAccepted: false }, course)).toMatchObject({
      problem: { code: 'SETUP_TERMS_NOT_ACCEPTED' },
    });
    expect(server.requestLines).toEqual([]);
  });

  test('asks once, and only a UTM', async () => {
    const utm = await peer(asUtm(httpAnswer('200 OK', '')));
    expect(await createUtmIssuer(utm.client).issue(request, course)).toEqual({
      ok: true,
      value: { kind: 'written' },
    });
    expect(keygenCount(utm.server)).toBe(1);

    const stranger = await peer((socket) => socket.end(httpAnswer('200 OK', 'hello')));
    expect(await createUtmIssuer(stranger.client).issue(request, course)).toMatchObject({
      problem: { code: 'EGAIS_UTM_OTHER_PROGRAM' },
    });
    expect(keygenCount(stranger.server)).toBe(0);

    const nobody = createUtmIssuer(createUtmClient(await deadAddress(), limits));
    expect(await nobody.issue(request, course)).toMatchObject({ problem: { code: 'EGAIS_UTM_SILENT' } });
  });

  test('an empty list of places is told as what it is', async () => {
    const { client } = await peer((socket) => socket.end(httpAnswer('200 OK', '{"rows":[]}')));
    expect(await createUtmSubdivisionSource(client).subdivisions(null)).toMatchObject({
      problem: { code: 'EGAIS_NO_SUBDIVISIONS' },
    });
  });

  test.each([
    ['organization', '7700000001', 'EGAIS_SUBDIVISIONS_FOREIGN'],
    ['sole-proprietor', '770000000001', 'EGAIS_SUBDIVISIONS_FOREIGN'],
    ['organization', shop.inn, null],
    // By power of attorney a person asks for the places of others.
    ['person', '500100732259', null],
    ['organization', null, null],
  ] as const)('the list of another holder is no list: %s, ИНН %s', async (kind, inn, code) => {
    const { client } = await peer((socket) => socket.end(httpAnswer('200 OK', JSON.stringify(subdivisionRows))));
    const certificate = { holder: { kind, inn, name: 'ООО «Лютик»' } } as Certificate;
    const asker = { qualified: { certificate, der: new Uint8Array() }, token: course.token };
    const list = await createUtmSubdivisionSource(client).subdivisions(asker);
    expect(list.ok ? null : list.problem.code).toBe(code);
  });

  test('a list that the UTM refuses is told in its words', async () => {
    const { client } = await peer((socket) => socket.end(httpAnswer('500 No', 'Нет связи с сервером')));
    expect(await createUtmSubdivisionSource(client).subdivisions(null)).toMatchObject({
      problem: { code: 'EGAIS_SUBDIVISIONS_UNREADABLE', values: { answer: 'Нет связи с сервером' } },
    });
  });
});
