import { describe, expect, test, vi } from 'vitest';
import { buildAccessKeyRequest } from '../../../src/egais/access-key-request.ts';
import { type AccountClient, createAccountClient, type KeyOrder } from '../../../src/egais/account/account-client.ts';
import { signedByAsker } from '../../../src/egais/account/account-session.ts';
import { createAccountSubdivisionSource } from '../../../src/egais/account/account-subdivision-source.ts';
import type { AccountOptions, Failure, OperationId } from '../../../src/practice/account/account-folder.ts';
import { createQualifiedAuthority } from '../../../src/practice/certification-authority.ts';
import { ivanova, type PracticeHolder, romashka, vasilyok } from '../../../src/practice/holders.ts';
import { fsrarIdOf, placesOf } from '../../../src/practice/places.ts';
import { problem } from '../../../src/shared/problems/problem.ts';
import type { Result } from '../../../src/shared/result.ts';
import { fail, succeed } from '../../../src/shared/result.ts';
import { answerFaults, answerName, operations, requestFaults } from './contract.ts';
import { type LocalAccount, localAccounts } from './local-account.ts';
import { softwareHolder } from './software-holder.ts';
import { softwarePair } from './software-pair.ts';

const openAccount = localAccounts();

const places = [
  ...placesOf(romashka, 3),
  ...placesOf(ivanova, 2, 101),
  ...placesOf(vasilyok, 2, 201).map((row) => ({ ...row, isLicense: 'false' })),
];

const opened = async (options: AccountOptions = {}, who: PracticeHolder = romashka) => {
  const account = await openAccount(places, options);
  return {
    account,
    asker: softwareHolder(account.authority, who.certificate),
    client: createAccountClient(account.url),
  };
};

type Opened = Awaited<ReturnType<typeof opened>>;

const codeOf = (result: Result<unknown>): string => (result.ok ? 'ok' : result.problem.code);

async function orderOf({ client, asker }: Pick<Opened, 'client' | 'asker'>, rest: Partial<KeyOrder> = {}) {
  const list = await client.subdivisions(asker);
  const [subdivision] = list.ok ? list.value : [];
  if (subdivision === undefined) throw new Error('no place');
  const { pair, sign } = softwarePair();
  const built = await buildAccessKeyRequest({ subdivision, pair, sign });
  const signed = built.ok ? await signedByAsker(asker, built.value.der, new Date()) : built;
  if (!signed.ok) throw new Error(signed.problem.code);
  const order: KeyOrder = {
    fsrarId: subdivision.fsrarId,
    role: 'organization',
    termsAccepted: true,
    signedRequest: signed.value,
    mchd: null,
    ...rest,
  };
  return order;
}

const draft = { name: 'ООО «Василёк»', kpp: '990145009', address: '191186, г. Санкт-Петербург, ул. Садовая, д. 1' };

const questions: Readonly<
  Record<Exclude<OperationId, 'createChallenge' | 'createSession'>, (all: Opened) => Promise<Result<unknown>>>
> = {
  listSubdivisions: ({ client, asker }) => client.subdivisions(asker),
  listContractors: ({ client, asker }) => client.contractors(asker),
  enterContractor: ({ client, asker }) => client.addContractor(asker, draft),
  readContractor: ({ client, asker }) => client.contractor(asker, 'place-700201'),
  requestAccessKey: async (all) => all.client.requestAccessKey(all.asker, await orderOf(all)),
  readAccessKey: async (all) => all.client.requestAccessKey(all.asker, await orderOf(all)),
};

describe('whatever the client sends is in the document', () => {
  test.each(Object.entries(questions))('%s', async (id, ask) => {
    const all = await opened({ keys: { readyAfterMs: id === 'readAccessKey' ? 300 : 0 } }, vasilyok);
    expect(codeOf(await ask(all))).toBe('ok');
    const { exchanges } = all.account;
    expect(exchanges.flatMap(requestFaults)).toEqual([]);
    expect(exchanges.flatMap(answerFaults)).toEqual([]);
    expect(exchanges.map(answerName).map((name) => name.split(' ')[0])).toContain(id);
  });

  test('a power of attorney', async () => {
    const all = await opened();
    const file = { name: 'ON_EMCHD.xml', bytes: Buffer.from('<Доверенность/>') };
    const mchd = { document: file, signature: { ...file, name: 'ON_EMCHD.xml.sig' } };
    const order = await orderOf(all, { role: 'person-with-mchd', mchd });
    // The holder is an organisation: the refusal is the service's, and the request is sound.
    expect(codeOf(await all.client.requestAccessKey(all.asker, order))).toBe('ACCOUNT_KEY_REFUSED');
    expect(all.account.exchanges.flatMap(requestFaults)).toEqual([]);
  });

  test('every operation of the document is one that the client uses', () => {
    const used = [...Object.keys(questions), 'createChallenge', 'createSession'].sort();
    expect(operations.map(({ id }) => id).sort()).toEqual(used);
  });
});

describe('sessions', () => {
  const signInsOf = ({ exchanges }: LocalAccount): number =>
    exchanges.filter(({ path }) => path === '/v1/sessions').length;

  test('one signature opens a session, and it serves every question after', async () => {
    const { account, client, asker } = await opened();
    expect(codeOf(await client.signIn(asker))).toBe('ok');
    await client.subdivisions(asker);
    await client.contractors(asker);
    expect(asker.signatures()).toBe(1);
    expect(signInsOf(account)).toBe(1);
  });

  test('two who ask at once share one sign-in; another certificate has a session of its own', async () => {
    const { account, client, asker } = await opened();
    await Promise.all([client.subdivisions(asker), client.contractors(asker)]);
    expect(asker.signatures()).toBe(1);
    const other = softwareHolder(account.authority, ivanova.certificate);
    expect(await client.subdivisions(other)).toMatchObject({ value: [{ kpp: null }, { kpp: null }] });
    expect(signInsOf(account)).toBe(2);
  });

  test('one that the service has forgotten is told, not opened anew behind the person’s back', async () => {
    const { account, client, asker } = await opened({ sessionSeconds: 12 });
    await client.subdivisions(asker);
    const [session] = account.exchanges.filter(({ path }) => path === '/v1/sessions');
    expect(session?.status).toBe(201);
    // The client takes it for good for two seconds more; the service's clock is moved instead of waiting.
    const now = Date.now();
    vi.useFakeTimers({ toFake: ['Date'], now: now + 13_000 });
    try {
      expect(codeOf(await client.subdivisions(asker))).toBe('ACCOUNT_SESSION_EXPIRED');
      expect(asker.signatures()).toBe(1);
      expect(codeOf(await client.subdivisions(asker))).toBe('ok');
      expect(asker.signatures()).toBe(2);
    } finally {
      vi.useRealTimers();
    }
  });

  test('one that ends by the client’s own reckoning is opened anew', async () => {
    const { client, asker } = await opened({ sessionSeconds: 5 });
    await client.subdivisions(asker);
    expect(codeOf(await client.subdivisions(asker))).toBe('ok');
    expect(asker.signatures()).toBe(2);
  });

  test('a certificate nobody trusts', async () => {
    const { client } = await opened();
    const stranger = softwareHolder(createQualifiedAuthority(new Date()), romashka.certificate);
    expect(await client.subdivisions(stranger)).toMatchObject({
      problem: {
        code: 'ACCOUNT_SIGN_IN_REFUSED',
        values: { answer: expect.stringContaining('не доверяет') },
        details: { status: 401, code: 'CERTIFICATE_NOT_TRUSTED', body: expect.stringContaining('"detailEn"') },
      },
    });
  });

  test('a token that refuses to sign is the problem, and nothing is asked again', async () => {
    const { account, client, asker } = await opened();
    const refusing = { ...asker, token: { signQualified: async () => fail(problem('TOKEN_REMOVED')) } };
    expect(codeOf(await client.subdivisions(refusing))).toBe('TOKEN_REMOVED');
    expect(account.exchanges.map(({ path }) => path)).toEqual(['/v1/challenges']);
  });

  test('a signature that does not verify never leaves', async () => {
    const { account, client, asker } = await opened();
    const unsound = { ...asker, token: { signQualified: async () => succeed(new Uint8Array(64)) } };
    expect(codeOf(await client.subdivisions(unsound))).toBe('TOKEN_SIGNATURE_UNSOUND');
    expect(account.exchanges.map(({ path }) => path)).toEqual(['/v1/challenges']);
  });
});

describe('lists', () => {
  test('a hundred thousand places, page by page', async () => {
    const account = await openAccount(placesOf(romashka, 100_000));
    const asker = softwareHolder(account.authority, romashka.certificate);
    const client = createAccountClient(account.url);
    const list = await client.subdivisions(asker);
    if (!list.ok) throw new Error(list.problem.code);
    expect(list.value).toHaveLength(100_000);
    expect(new Set(list.value.map(({ fsrarId }) => fsrarId)).size).toBe(100_000);
    expect(account.exchanges.filter(({ path }) => path.startsWith('/v1/subdivisions'))).toHaveLength(50);
    expect(asker.signatures()).toBe(1);
  }, 120_000);

  test('nobody to sign, nothing to list', async () => {
    const { account, client } = await opened();
    const source = createAccountSubdivisionSource(client);
    expect(codeOf(await source.subdivisions(null))).toBe('SETUP_SIGN_IN_FIRST');
    expect(account.exchanges).toEqual([]);
    const newcomer = { ...vasilyok.certificate, innLegalEntity: '7712345671' };
    const asker = softwareHolder(account.authority, {
      ...vasilyok.certificate,
      ...newcomer,
      kind: 'organization',
    } as never);
    expect(codeOf(await source.subdivisions(asker))).toBe('EGAIS_NO_SUBDIVISIONS');
  });

  test('contractors carry the last day of the check while they wait for it', async () => {
    const { client, asker } = await opened({}, vasilyok);
    const entered = await client.addContractor(asker, draft);
    expect(entered).toMatchObject({
      value: { standing: 'waiting', expectedBy: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) },
    });
    const list = await client.contractors(asker);
    const rows = list.ok ? list.value : [];
    expect(rows.filter(({ standing }) => standing === 'waiting')).toHaveLength(1);
    expect(rows.filter(({ expectedBy }) => expectedBy !== null)).toHaveLength(1);
  });

  test('a sole proprietor’s empty КПП goes out as none', async () => {
    const { client, asker } = await opened({}, ivanova);
    const entered = await client.addContractor(asker, { ...draft, kpp: '' });
    expect(entered).toMatchObject({ value: { kpp: null } });
    expect(codeOf(await client.addContractor(asker, { ...draft, kpp: '' }))).toBe('ACCOUNT_CONTRACTOR_REFUSED');
  });
});

describe('the order of a key', () => {
  test('refusals have their problems, and carry the service’s words', async () => {
    const all = await opened({ keys: { refusal: 'Выдача ключей приостановлена' } });
    const order = await orderOf(all);
    const asked = (rest: Partial<KeyOrder>) => all.client.requestAccessKey(all.asker, { ...order, ...rest });
    expect(await asked({})).toMatchObject({
      problem: { code: 'ACCOUNT_KEY_REFUSED', values: { answer: 'Выдача ключей приостановлена' } },
    });
    expect(codeOf(await asked({ fsrarId: fsrarIdOf(999) }))).toBe('ACCOUNT_PLACE_UNKNOWN');
    expect(codeOf(await asked({ termsAccepted: false }))).toBe('SETUP_TERMS_NOT_ACCEPTED');
    expect(codeOf(await asked({ signedRequest: Buffer.from('nothing') }))).toBe('ACCOUNT_SIGN_IN_REFUSED');
  });

  test('one that is refused after a while', async () => {
    const all = await opened({ keys: { refusal: 'Сведения не подтверждены', readyAfterMs: 200 } });
    expect(await questions.requestAccessKey(all)).toMatchObject({
      problem: { code: 'ACCOUNT_KEY_REFUSED', values: { answer: 'Сведения не подтверждены' } },
    });
  });

  test('one that takes longer than anybody waits', async () => {
    const all = await opened({ keys: { readyAfterMs: 600_000 } });
    const client = createAccountClient(all.account.url, { limits: { issue: 50 } });
    expect(codeOf(await questions.requestAccessKey({ ...all, client }))).toBe('ACCOUNT_KEY_OUTCOME_UNKNOWN');
  });
});

describe('each failure of the service, and what can be known after it', () => {
  const reading: readonly OperationId[] = ['listSubdivisions', 'listContractors', 'readContractor'];
  const signingIn: readonly OperationId[] = ['createChallenge', 'createSession'];
  const expected: readonly (readonly [Failure, reads: string, enters: string, orders: string])[] = [
    ['server-error', 'ACCOUNT_FAILED', 'ACCOUNT_CONTRACTOR_OUTCOME_UNKNOWN', 'ACCOUNT_KEY_OUTCOME_UNKNOWN'],
    ['slow', 'ACCOUNT_CONNECTION_BROKEN', 'ACCOUNT_CONTRACTOR_OUTCOME_UNKNOWN', 'ACCOUNT_KEY_OUTCOME_UNKNOWN'],
    ['cut', 'ACCOUNT_CONNECTION_BROKEN', 'ACCOUNT_CONTRACTOR_OUTCOME_UNKNOWN', 'ACCOUNT_KEY_OUTCOME_UNKNOWN'],
    ['html', 'ACCOUNT_ANSWER_UNREADABLE', 'ACCOUNT_CONTRACTOR_OUTCOME_UNKNOWN', 'ACCOUNT_KEY_OUTCOME_UNKNOWN'],
    ['endless', 'ACCOUNT_ANSWER_TOO_LARGE', 'ACCOUNT_CONTRACTOR_OUTCOME_UNKNOWN', 'ACCOUNT_KEY_OUTCOME_UNKNOWN'],
  ];
  const table = expected.flatMap(([failure, reads, enters, orders]) => [
    ...[...reading, ...signingIn].map((id) => [failure, id, reads] as const),
    [failure, 'enterContractor', enters] as const,
    [failure, 'requestAccessKey', orders] as const,
    [failure, 'readAccessKey', orders] as const,
  ]);

  test.each(table)('%s in %s: %s', async (failure, id, code) => {
    const options: AccountOptions = {
      failures: { [id]: failure },
      keys: { readyAfterMs: id === 'readAccessKey' ? 200 : 0 },
    };
    const all = await opened(options, vasilyok);
    const limits = { question: failure === 'slow' ? 1_500 : 20_000 };
    const client = createAccountClient(all.account.url, { limits });
    const ask = id === 'createChallenge' || id === 'createSession' ? questions.listSubdivisions : questions[id];
    expect(codeOf(await ask({ ...all, client }))).toBe(code);
    // Sent once, whatever came back.
    const sent = all.account.exchanges.filter((exchange) => answerName(exchange).startsWith(`${id} `));
    expect(sent.length).toBeLessThanOrEqual(1);
  });

  test('what was cut off was done all the same: the list shows it', async () => {
    const { account, client, asker } = await opened({ failures: { enterContractor: 'cut' } }, vasilyok);
    expect(codeOf(await client.addContractor(asker, draft))).toBe('ACCOUNT_CONTRACTOR_OUTCOME_UNKNOWN');
    account.folder.writeOptions({});
    expect(await client.contractors(asker)).toMatchObject({ value: [{ address: draft.address }, {}, {}] });
  });
});

test('the address: HTTPS, or plain HTTP on this computer, and nothing else', () => {
  const url = (address: string): string => {
    const client: AccountClient = createAccountClient(address);
    return client.url;
  };
  expect(url('https://account.example')).toBe('https://account.example');
  expect(url('https://account.example:8443/egais?x=1#y')).toBe('https://account.example:8443/egais');
  expect(url('http://localhost:8090')).toBe('http://127.0.0.1:8090');
  expect(url('http://127.0.0.1:8090/')).toBe('http://127.0.0.1:8090');
  for (const unsafe of [
    'http://account.example',
    'http://127.0.0.1.account.example',
    'http://192.168.0.1',
    'ftp://127.0.0.1',
    'https://user:secret@account.example',
    'file:///etc/passwd',
    'account.example',
    '',
  ])
    expect(() => url(unsafe), unsafe).toThrow(TypeError);
});
