import { randomUUID, X509Certificate } from 'node:crypto';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, test, vi } from 'vitest';
import type { AccountOptions } from '../../../src/practice/account/account-folder.ts';
import { createQualifiedAuthority } from '../../../src/practice/certification-authority.ts';
import { ivanova, romashka, sokolov, vasilyok } from '../../../src/practice/holders.ts';
import { fsrarIdOf, placesOf } from '../../../src/practice/places.ts';
import type { PlaceRow } from '../../../src/practice/utm/utm-folder.ts';
import {
  answerFaults,
  answerName,
  contractFile,
  documentedAnswers,
  exampleFaults,
  examples,
  operations,
  requestFaults,
} from '../../egais/account/contract.ts';
import { type LocalAccount, localAccounts } from '../../egais/account/local-account.ts';
import { softwareHolder } from '../../egais/account/software-holder.ts';
import { ContractCaller, order, orderFor, signed, spki } from './contract-caller.ts';

const openAccount = localAccounts();

/** A wait lasts a second unless it is told otherwise: as long as the shortest session. */
const patience = { timeout: 15_000 };

/** `operationId status` of everything that was answered in this file. */
const exercised = new Set<string>();

const places: readonly PlaceRow[] = [
  ...placesOf(romashka, 3),
  ...placesOf(ivanova, 2, 101),
  ...placesOf(vasilyok, 2, 201).map((row) => ({ ...row, isLicense: 'false' })),
];

const place = (number: number): PlaceRow => {
  const row = places.find(({ Owner_ID }) => Owner_ID === fsrarIdOf(number));
  if (row === undefined) throw new Error('no such place');
  return row;
};

const opened = async (options: AccountOptions = {}, who = romashka) => {
  const account = await openAccount(places, options);
  const caller = new ContractCaller(account);
  const holder = softwareHolder(account.authority, who.certificate);
  expect((await caller.signIn(holder)).status).toBe(201);
  return { account, caller, holder };
};

/** Whatever a test did, every answer was one of the document's. */
const everyAnswerIsDocumented = ({ exchanges }: LocalAccount): void => {
  expect(exchanges.flatMap(answerFaults)).toEqual([]);
  for (const exchange of exchanges) exercised.add(answerName(exchange));
};

test('the document is a valid OpenAPI 3.1, and its examples fit its schemas', async () => {
  expect(await new Validator().validate(contractFile)).toMatchObject({ valid: true });
  expect(examples.length).toBeGreaterThan(40);
  expect(examples.flatMap(exampleFaults)).toEqual([]);
});

describe('signing in', () => {
  test('a challenge, a signature, a session; a challenge is good for one try', async () => {
    const { account, caller, holder } = await opened();
    const challenge = await caller.call('POST', '/v1/challenges', {});
    const signature = await signed(holder, Buffer.from('something else'));
    const body = { challengeId: challenge.body.id, signature };
    caller.token = null;
    expect((await caller.call('POST', '/v1/sessions', body)).body.code).toBe('SIGNATURE_INVALID');
    expect((await caller.call('POST', '/v1/sessions', body)).body.code).toBe('CHALLENGE_UNKNOWN');
    everyAnswerIsDocumented(account);
    expect(account.exchanges.filter(({ path }) => path !== '/v1/challenges').flatMap(requestFaults)).toEqual([]);
  });

  test('a signature for another service is no signature here', async () => {
    const { account, caller, holder } = await opened();
    expect((await caller.signIn(holder, 'https://account.example')).body.code).toBe('SIGNATURE_INVALID');
    everyAnswerIsDocumented(account);
  });

  test('a certificate of another authority, and one whose time is over', async () => {
    const { account, caller } = await opened();
    const stranger = softwareHolder(createQualifiedAuthority(new Date()), romashka.certificate);
    expect((await caller.signIn(stranger)).body.code).toBe('CERTIFICATE_NOT_TRUSTED');
    const late = softwareHolder(account.authority, romashka.certificate, -1);
    expect((await caller.signIn(late)).body.code).toBe('CERTIFICATE_NOT_IN_FORCE');
    everyAnswerIsDocumented(account);
  });

  test('what is not as documented, and what is too long', async () => {
    const { account, caller } = await opened();
    for (const path of ['/v1/challenges', '/v1/sessions']) {
      expect((await caller.call('POST', path, '{')).status).toBe(400);
      expect((await caller.call('POST', path, { unknown: true })).status).toBe(400);
      expect((await caller.call('POST', path, JSON.stringify('x'.repeat(300_000)))).status).toBe(413);
    }
    everyAnswerIsDocumented(account);
  });

  test('without a session, with an invented one, after its end', async () => {
    const { account, caller } = await opened({ sessionSeconds: 1 });
    const { token } = caller;
    const asked = [
      () => caller.call('GET', '/v1/subdivisions'),
      () => caller.call('GET', '/v1/contractors'),
      () => caller.call('POST', '/v1/contractors', {}),
      () => caller.call('GET', '/v1/contractors/any'),
      () => order(caller, {}),
      () => caller.call('GET', '/v1/access-keys/any'),
    ];
    for (const invented of [null, 'x'.repeat(40)]) {
      caller.token = invented;
      for (const ask of asked) expect((await ask()).body.code).toBe('NOT_AUTHENTICATED');
    }
    caller.token = token;
    await vi.waitFor(
      async () => expect((await caller.call('GET', '/v1/subdivisions')).body.code).toBe('SESSION_EXPIRED'),
      patience,
    );
    everyAnswerIsDocumented(account);
  });
});

describe('places', () => {
  test('only the holder’s own, page by page, none twice and none left out', async () => {
    const { account, caller } = await opened();
    const seen: unknown[] = [];
    let cursor: unknown = null;
    do {
      const page = await caller.call('GET', `/v1/subdivisions?limit=2${cursor === null ? '' : `&cursor=${cursor}`}`);
      seen.push(...(page.body.rows as { fsrarId: string }[]).map(({ fsrarId }) => fsrarId));
      cursor = page.body.nextCursor;
    } while (cursor !== null);
    expect(seen).toEqual([1, 2, 3].map(fsrarIdOf));
    everyAnswerIsDocumented(account);
  });

  test.each(['/v1/subdivisions', '/v1/contractors'])('%s with a page that cannot be', async (path) => {
    const { account, caller } = await opened();
    for (const query of ['limit=0', 'limit=2001', 'limit=all', 'cursor=elsewhere'])
      expect((await caller.call('GET', `${path}?${query}`)).status).toBe(400);
    everyAnswerIsDocumented(account);
  });

  test('a person whose power of attorney is known sees the places of the principal', async () => {
    const person = sokolov;
    const options = { representatives: [{ person: sokolov.inn, principal: romashka.inn }] };
    const { caller } = await opened(options, person);
    const { body } = await caller.call('GET', '/v1/subdivisions');
    expect((body.rows as { inn: string }[]).map(({ inn }) => inn)).toContain(romashka.inn);
  });
});

describe('contractors', () => {
  const shop = { name: 'ООО «Василёк»', kpp: '990145009', address: '191186, г. Санкт-Петербург, ул. Садовая, д. 1' };

  test('a licensee sees the register’s data beside EGAIS’s, and enters nothing', async () => {
    const registerAddresses = { [fsrarIdOf(2)]: '143900, Московская область, г. Балашиха, ул. Советская, д. 6' };
    const { account, caller } = await opened({ registerAddresses });
    const { body } = await caller.call('GET', '/v1/contractors');
    const rows = body.rows as { licensee: boolean; address: string; register: { address: string } }[];
    expect(rows).toHaveLength(3);
    expect(rows.map(({ licensee }) => licensee)).toEqual([true, true, true]);
    expect(rows.map(({ address, register }) => address === register.address)).toEqual([true, false, true]);
    expect((await caller.call('POST', '/v1/contractors', shop)).body.code).toBe('LICENSEE_DATA_READ_ONLY');
    everyAnswerIsDocumented(account);
  });

  test('an entered place waits, is confirmed, and is then among the places', async () => {
    const { account, caller } = await opened({ contractors: { decidedAfterMs: 300 } }, vasilyok);
    const entered = await caller.call('POST', '/v1/contractors', shop);
    expect(entered).toMatchObject({ status: 201, body: { standing: 'waiting', licensee: false } });
    const own = String(entered.headers.get('location'));
    const before = await caller.call('GET', '/v1/subdivisions');
    expect(before.body.rows).toHaveLength(2);
    expect((await caller.call('POST', '/v1/contractors', shop)).body.code).toBe('CONTRACTOR_ALREADY_ENTERED');
    await vi.waitFor(
      async () =>
        expect((await caller.call('GET', own)).body).toMatchObject({
          standing: 'confirmed',
          status: 'Подтверждена ФНС',
        }),
      patience,
    );
    const after = await caller.call('GET', '/v1/subdivisions');
    expect(after.body.rows).toHaveLength(3);
    expect(after.body.rows).toContainEqual(expect.objectContaining({ address: shop.address, kpp: shop.kpp }));
    const list = await caller.call('GET', '/v1/contractors');
    expect(list.body.rows).toHaveLength(3);
    everyAnswerIsDocumented(account);
  });

  test('one that the tax service refused may be entered again', async () => {
    const options = { contractors: { decidedAfterMs: 0, decision: 'refused' as const } };
    const { account, caller } = await opened(options, ivanova);
    const mine = { ...shop, kpp: null };
    expect((await caller.call('POST', '/v1/contractors', mine)).body.standing).toBe('refused');
    expect((await caller.call('POST', '/v1/contractors', mine)).status).toBe(201);
    everyAnswerIsDocumented(account);
  });

  test('a sole proprietor enters one place, without КПП', async () => {
    const { account, caller } = await opened({}, ivanova);
    expect((await caller.call('POST', '/v1/contractors', shop)).body.code).toBe('KPP_UNSUITABLE');
    expect((await caller.call('POST', '/v1/contractors', { ...shop, kpp: null })).status).toBe(201);
    const other = { ...shop, kpp: null, address: 'г. Балашиха, ул. Другая, д. 2' };
    expect((await caller.call('POST', '/v1/contractors', other)).body.code).toBe('CONTRACTOR_ALREADY_ENTERED');
    everyAnswerIsDocumented(account);
  });

  test('a row that is not there, or is somebody else’s; a body that is not as documented', async () => {
    const { account, caller } = await opened();
    const [foreign] = placesOf(ivanova, 1, 101);
    expect((await caller.call('GET', '/v1/contractors/nothing')).status).toBe(404);
    expect((await caller.call('GET', `/v1/contractors/place-${foreign?.ID}`)).status).toBe(404);
    expect((await caller.call('POST', '/v1/contractors', { ...shop, more: 1 })).status).toBe(400);
    const long = JSON.stringify('x'.repeat(300_000));
    expect((await caller.call('POST', '/v1/contractors', long)).status).toBe(413);
    everyAnswerIsDocumented(account);
  });

  test('a place entered before the service stopped is there after it', async () => {
    const { account, caller } = await opened({}, vasilyok);
    await caller.call('POST', '/v1/contractors', shop);
    expect(account.folder.entered()).toMatchObject([{ address: shop.address, fsrarId: null }]);
  });
});

describe('access keys', () => {
  test('a certificate of the agency for the key that was asked for', async () => {
    const { account, caller, holder } = await opened();
    const answer = await order(caller, await orderFor(holder, place(1)));
    expect(answer.status).toBe(201);
    const der = Buffer.from(String(answer.body.certificate), 'base64');
    const [issuer] = answer.body.chain as string[];
    const certificate = new X509Certificate(der);
    expect(certificate.publicKey.export({ format: 'der', type: 'spki' })).toEqual(Buffer.from(spki));
    expect(certificate.subject).toContain(`CN=${fsrarIdOf(1)}`);
    expect(certificate.issuer).toContain('CN=pki.fsrar.ru');
    expect(certificate.verify(new X509Certificate(Buffer.from(issuer ?? '', 'base64')).publicKey)).toBe(true);
    expect((await caller.call('GET', String(answer.headers.get('location')))).body).toEqual(answer.body);
    everyAnswerIsDocumented(account);
    expect(account.exchanges.flatMap(requestFaults)).toEqual([]);
  });

  test('the same request under the same key is answered again, and nothing is issued twice', async () => {
    const { account, caller, holder } = await opened();
    const body = await orderFor(holder, place(1));
    const key = randomUUID();
    const [one, two] = await Promise.all([order(caller, body, key), order(caller, body, key)]);
    const three = await order(caller, body, key);
    expect(two.body).toEqual(one.body);
    expect(three.body).toEqual(one.body);
    expect(account.folder.keys()).toHaveLength(1);
    const other = await orderFor(holder, place(2));
    expect((await order(caller, other, key)).body.code).toBe('IDEMPOTENCY_KEY_REUSED');
    everyAnswerIsDocumented(account);
  });

  test('a certificate that takes its time, and a request that is refused after some', async () => {
    const { account, caller, holder } = await opened({ keys: { readyAfterMs: 400 } });
    const body = await orderFor(holder, place(1));
    const pending = await order(caller, body);
    expect(pending).toMatchObject({ status: 202, body: { status: 'pending', retryAfterSeconds: 1 } });
    const own = String(pending.headers.get('location'));
    await vi.waitFor(async () => expect((await caller.call('GET', own)).body.status).toBe('issued'), patience);
    account.folder.writeOptions({ keys: { readyAfterMs: 400, refusal: 'Сведения проверяются' } });
    const later = await order(caller, body);
    expect(later.status).toBe(202);
    const there = String(later.headers.get('location'));
    await vi.waitFor(
      async () =>
        expect((await caller.call('GET', there)).body).toMatchObject({
          status: 'refused',
          detail: 'Сведения проверяются',
        }),
      patience,
    );
    everyAnswerIsDocumented(account);
  });

  test('every refusal by its code, and nothing is issued', async () => {
    const { account, caller, holder } = await opened();
    const good = await orderFor(holder, place(1));
    const person = softwareHolder(account.authority, ivanova.certificate);
    const refused = async (body: unknown) => (await order(caller, body)).body.code;
    expect(await refused({ ...good, termsAccepted: false })).toBe('TERMS_NOT_ACCEPTED');
    expect(await refused({ ...good, role: 'sole-proprietor' })).toBe('ROLE_NOT_ALLOWED');
    expect(await refused({ ...good, fsrarId: fsrarIdOf(101) })).toBe('PLACE_NOT_FOUND');
    // The request inside names another place of the same holder.
    expect(await refused({ ...good, fsrarId: fsrarIdOf(2) })).toBe('REQUEST_UNSOUND');
    expect(await refused(await orderFor(person, place(1)))).toBe('SIGNATURE_INVALID');
    expect(await refused({ ...good, request: 'AAAA' })).toBe('SIGNATURE_INVALID');
    expect(await refused({ ...good, request: await signed(holder, Buffer.from('no request')) })).toBe(
      'REQUEST_UNSOUND',
    );
    expect(await refused({ ...good, more: true })).toBe('MALFORMED_REQUEST');
    expect((await caller.call('POST', '/v1/access-keys', good)).body.code).toBe('MALFORMED_REQUEST');
    account.folder.writeOptions({ keys: { refusal: 'Выдача приостановлена' } });
    expect((await order(caller, good)).body).toMatchObject({ code: 'KEY_REFUSED', detail: 'Выдача приостановлена' });
    expect(account.folder.keys().map(({ outcome }) => outcome.status)).not.toContain('issued');
    everyAnswerIsDocumented(account);
  });

  test('a body longer than two files is not read to its end', async () => {
    const { account, caller } = await opened();
    const answer = await order(caller, JSON.stringify('x'.repeat(43 * 1024 * 1024)));
    expect(answer.status).toBe(413);
    everyAnswerIsDocumented(account);
  });

  test('what is somebody else’s is not shown', async () => {
    const { account, caller, holder } = await opened();
    const { headers } = await order(caller, await orderFor(holder, place(1)));
    await caller.signIn(softwareHolder(account.authority, ivanova.certificate));
    expect((await caller.call('GET', String(headers.get('location')))).status).toBe(404);
    everyAnswerIsDocumented(account);
  });
});

describe('a power of attorney', () => {
  const document = Buffer.from(
    `<?xml version="1.0" encoding="utf-8"?><Доверенность><СвРосОрг НаимОрг="ООО" ИННЮЛ="${romashka.inn}"/><Пред ИННФЛ="${ivanova.inn}"/></Доверенность>`,
  );
  const file = (name: string, bytes: Uint8Array | string) => ({
    name,
    content: typeof bytes === 'string' ? bytes : Buffer.from(bytes).toString('base64'),
  });

  test('opens the principal’s places to the person it names, and to nobody else', async () => {
    const person = { ...ivanova, certificate: { ...ivanova.certificate, kind: 'person' as const } };
    const { account, caller, holder } = await opened({}, person);
    const head = softwareHolder(account.authority, romashka.certificate);
    const mchd = {
      document: file('ON_EMCHD.xml', document),
      signature: file('ON_EMCHD.xml.sig', await signed(head, document)),
    };
    const body = await orderFor(holder, place(1), { role: 'person-with-mchd', mchd });
    expect((await order(caller, body)).status).toBe(201);
    expect((await order(caller, { ...body, mchd: null })).body.code).toBe('MCHD_REQUIRED');
    const changed = { ...mchd, document: file('ON_EMCHD.xml', Buffer.concat([document, Buffer.from(' ')])) };
    expect((await order(caller, { ...body, mchd: changed })).body.code).toBe('MCHD_REFUSED');
    const foreign = await orderFor(holder, place(201), { role: 'person-with-mchd', mchd });
    expect((await order(caller, foreign)).body.code).toBe('MCHD_REFUSED');
    everyAnswerIsDocumented(account);
  });
});

test('paths and methods that are not documented are refused in the documented form', async () => {
  const { account, caller } = await opened();
  expect((await caller.call('GET', '/v1/anything')).body.code).toBe('NOT_FOUND');
  expect((await caller.call('GET', '/')).body.code).toBe('NOT_FOUND');
  const wrong = await caller.call('POST', '/v1/subdivisions', {});
  expect(wrong).toMatchObject({ status: 405, body: { code: 'METHOD_NOT_ALLOWED' } });
  expect(wrong.headers.get('allow')).toBe('GET');
  expect(account.exchanges.flatMap(answerFaults)).toEqual([]);
});

test.each(operations.map(({ id, method, template }) => [id, method, template] as const))(
  '%s can fail on the server’s side',
  async (id, method, template) => {
    const { account, caller } = await opened();
    account.folder.writeOptions({ failures: { [id]: 'server-error' } });
    const path = template.replace('{id}', 'any');
    const body = method === 'POST' ? {} : undefined;
    const answer = await caller.call(method === 'POST' ? 'POST' : 'GET', path, body, {
      'idempotency-key': randomUUID(),
    });
    expect(answer).toMatchObject({ status: 500, body: { code: 'INTERNAL' } });
    everyAnswerIsDocumented(account);
  },
);

test('everything the document promises was answered here, and nothing else', () => {
  expect([...exercised].sort()).toEqual([...documentedAnswers].sort());
});
