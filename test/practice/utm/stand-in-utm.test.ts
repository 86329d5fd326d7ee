import { execFileSync } from 'node:child_process';
import { createVerify, X509Certificate } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { createUtmClient } from '../../../src/egais/utm/utm-client.ts';
import { readUtmState } from '../../../src/egais/utm/utm-state.ts';
import { practiceAuthoritySchema } from '../../../src/practice/certification-authority.ts';
import { orderStart } from '../../../src/practice/utm/service-order.ts';
import { readTransportPins } from '../../../src/practice/utm/transport-properties.ts';
import { openVirtualCryptoki } from '../../../src/practice/virtual-token/virtual-cryptoki.ts';
import type { Subdivision } from '../../../src/shared/domain/subdivision.ts';
import { practiceUtms, type RunningWorld } from './running-utm.ts';
import { seenOnToken } from './seen-on-token.ts';

const { start, launch } = practiceUtms();

const state = ({ client }: Pick<RunningWorld, 'client'>, expectedFsrarId: string | null = null) =>
  readUtmState(client, { expectedFsrarId });

async function place({ client }: RunningWorld, index = 0): Promise<Subdivision> {
  const list = await client.subdivisions();
  const row = list.ok ? list.value[index] : undefined;
  if (row === undefined) throw new Error('no such place');
  return row;
}

function look({ tokenFolder }: RunningWorld, pin = '11111111') {
  const cryptoki = openVirtualCryptoki(tokenFolder);
  cryptoki.C_Initialize();
  return seenOnToken(cryptoki, pin);
}

const pemOf = (der: Uint8Array): string => new X509Certificate(der).toString();

describe('a new shop', () => {
  test('the UTM waits for a key, lists the places, and forgets the PINs it was given', async () => {
    const shop = await start('new-shop');
    expect(await state(shop)).toMatchObject({
      reachability: 'answering',
      build: '4.2.0b002698',
      info: { ownerId: null, database: { ownerId: null }, gost: { validity: 'valid' } },
      verdict: { id: 'needs-access-key' },
    });
    expect(await shop.client.subdivisions()).toMatchObject({ value: [{ kpp: '990101001' }, {}, {}] });
    expect(readTransportPins(shop.folder.paths.properties)).toEqual({ gost: '', pki: '' });
    expect(readFileSync(shop.folder.paths.vault, 'utf8')).not.toContain('11111111');
    expect(await shop.client.diagnosis()).toEqual({ kind: 'answer', value: null });
    expect(await shop.client.rsaOrginfo()).toEqual({ kind: 'answer', value: null });
    expect(await shop.client.gostOrginfo()).toMatchObject({ value: { inn: '9900000017' } });
  });

  test('a key is made on the token, certified by the agency, and the UTM works with it', async () => {
    const shop = await start('new-shop');
    const chosen = await place(shop, 1);
    expect(await shop.client.keygen(chosen)).toEqual({ ok: true, value: null });

    expect(await state(shop, chosen.fsrarId)).toMatchObject({
      info: { ownerId: chosen.fsrarId, database: { ownerId: chosen.fsrarId }, rsa: { issuer: 'pki.fsrar.ru' } },
      verdict: { id: 'working' },
    });
    expect(await shop.client.diagnosis()).toEqual({ kind: 'answer', value: chosen.fsrarId });
    expect(await shop.client.rsaOrginfo()).toMatchObject({
      value: { cn: chosen.fsrarId, organization: chosen.fullName, inn: chosen.inn, kpp: chosen.kpp },
    });

    const token = look(shop);
    const [written] = token.certificates;
    if (written === undefined) throw new Error('no certificate on the token');
    expect(token).toMatchObject({ privateKeys: [written.id], publicKeys: [written.id] });

    const ca = join(shop.tokenFolder, 'ca.pem');
    const own = join(shop.tokenFolder, 'own.pem');
    const agency = shop.folder.read(shop.folder.paths.authority, practiceAuthoritySchema);
    writeFileSync(ca, pemOf(Buffer.from(agency?.certificate ?? '', 'base64')));
    writeFileSync(own, pemOf(written.der));
    expect(execFileSync('openssl', ['verify', '-CAfile', ca, own], { encoding: 'utf8' })).toContain(': OK');
    const text = execFileSync(
      'openssl',
      ['x509', '-in', own, '-noout', '-text', '-nameopt', 'utf8,sep_comma_plus_space'],
      {
        encoding: 'utf8',
      },
    );
    expect(text).toContain(`CN=${chosen.fsrarId}`);
    expect(text).toContain(`OU=${chosen.inn}`);
    expect(text).toContain('Public-Key: (2048 bit)');

    const data = Buffer.from('proof');
    const verifier = createVerify('sha256').update(data);
    expect(verifier.verify(new X509Certificate(written.der).publicKey, token.sign(written.id, data))).toBe(true);
    token.close();
  });

  test('asking for two keys at once gives one', async () => {
    const shop = await start('new-shop', { keygen: { pauseMs: 300 } });
    const chosen = await place(shop);
    const outcomes = await Promise.all([shop.client.keygen(chosen), shop.client.keygen(chosen)]);
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(look(shop).certificates).toHaveLength(1);
  });

  test.each([
    ['another ИНН', { inn: '9900000024' }],
    ['another КПП', { kpp: null }],
    ['another FSRAR ID', { fsrarId: '030000000099' }],
    ['a place that is not there', { rowId: '1' }],
  ])('%s is refused, and nothing is written', async (_, change) => {
    const shop = await start('new-shop');
    const answer = await shop.client.keygen({ ...(await place(shop)), ...change });
    expect(answer).toMatchObject({ ok: false, problem: { code: 'EGAIS_UTM_REFUSED' } });
    expect(look(shop)).toMatchObject({ certificates: [], privateKeys: [], publicKeys: [] });
  });
});

describe('renewal', () => {
  test('the new key takes the place of the old one', async () => {
    const shop = await start('renewal');
    const before = look(shop);
    const [old] = before.certificates;
    before.close();
    const chosen = await place(shop);
    expect((await state(shop, chosen.fsrarId)).verdict.id).toBe('working');
    expect(await shop.client.subdivisions()).toMatchObject({ value: { length: 42 } });

    expect((await shop.client.keygen(chosen)).ok).toBe(true);
    const after = look(shop);
    expect(after.certificates).toHaveLength(1);
    expect(after.certificates[0]?.id).not.toBe(old?.id);
    expect(after.privateKeys).toEqual([after.certificates[0]?.id]);
    expect(after.publicKeys).toEqual([after.certificates[0]?.id]);
  });

  test('killed in the middle it leaves the old key whole', async () => {
    const shop = await start('renewal', { keygen: { pauseMs: 600_000 } });
    const before = look(shop);
    const asked = shop.client.keygen(await place(shop));
    await vi.waitFor(() => expect(look(shop).privateKeys).toHaveLength(2), { timeout: 30_000, interval: 100 });
    await shop.utm.stop();
    expect(await asked).toMatchObject({ problem: { code: 'EGAIS_UTM_OUTCOME_UNKNOWN' } });
    const after = look(shop);
    expect(after.certificates).toEqual(before.certificates);
    expect(after.privateKeys).toEqual(expect.arrayContaining([...before.privateKeys]));
  });

  test.each([
    ['before-write', { certificates: 1, privateKeys: 2 }],
    ['after-write', { certificates: 2, privateKeys: 2 }],
  ] as const)('a UTM that dies %s leaves the old key, and no answer', async (dies, left) => {
    const shop = await start('renewal', { keygen: { dies } });
    const before = look(shop);
    before.close();
    expect(await shop.client.keygen(await place(shop))).toMatchObject({
      problem: { code: 'EGAIS_UTM_OUTCOME_UNKNOWN' },
    });
    const after = look(shop);
    expect(after.certificates).toHaveLength(left.certificates);
    expect(after.privateKeys).toHaveLength(left.privateKeys);
    expect(after.certificates).toEqual(expect.arrayContaining([...before.certificates]));
    expect((await state(shop)).verdict.id).toBe('silent');
  });

  test('a UTM started again remembers its database and its PINs', async () => {
    const shop = await start('renewal');
    await shop.utm.stop();
    const again = await launch(shop.world.utmFolder, shop.world.libraryPath);
    await again.listening;
    const client = createUtmClient(again.url, { keygen: 60_000 });
    const renewed = { ...shop, utm: again, client };
    expect((await state(renewed)).verdict.id).toBe('working');
    expect((await client.keygen(await place(renewed))).ok).toBe(true);
  });
});

test('a Рутокен has one PIN for both keys', async () => {
  const shop = await start('rutoken');
  const chosen = await place(shop);
  expect((await shop.client.keygen(chosen)).ok).toBe(true);
  expect((await state(shop, chosen.fsrarId)).verdict.id).toBe('working');
  expect(look(shop, '12345678').privateKeys).toHaveLength(2);
});

test('the places of an ИП have no КПП, and a key is issued all the same', async () => {
  const shop = await start('sole-proprietor');
  const chosen = await place(shop);
  expect(chosen).toMatchObject({ kpp: null, inn: '500100732259' });
  expect((await shop.client.keygen(chosen)).ok).toBe(true);
  expect((await state(shop, chosen.fsrarId)).verdict.id).toBe('working');
});

test('the UTM takes the first of two tokens, and the other only when it starts anew without the first', async () => {
  const shop = await start('two-tokens');
  expect((await place(shop)).inn).toBe('9900000017');
  await shop.world.plugByHand(false);
  expect((await state(shop)).verdict.id).toBe('token-unreadable');
  expect(await shop.client.subdivisions()).toEqual({ ok: true, value: [] });
  orderStart(shop.folder);
  await vi.waitFor(async () => expect((await place(shop)).inn).toBe('9900000024'), { timeout: 30_000, interval: 100 });
});

test('no token: the UTM says so, and sees the one that is plugged in later', async () => {
  const shop = await start('no-token');
  expect((await state(shop)).verdict.id).toBe('token-unreadable');
  expect(await shop.client.subdivisions()).toEqual({ ok: true, value: [] });
  await shop.world.plug(true);
  expect((await state(shop)).verdict.id).toBe('needs-access-key');
  expect((await shop.client.keygen(await place(shop))).ok).toBe(true);
});

test('a token pulled during the generation: a refusal, and no key', async () => {
  const shop = await start('new-shop', { keygen: { pauseMs: 500 } });
  const asked = shop.client.keygen(await place(shop));
  await vi.waitFor(() => expect(look(shop).privateKeys).toHaveLength(1), { timeout: 30_000, interval: 50 });
  await shop.world.plug(false);
  expect(await asked).toMatchObject({ problem: { code: 'EGAIS_UTM_REFUSED' } });
});

describe('PINs', () => {
  const gostTries = (shop: RunningWorld): number => {
    const cryptoki = openVirtualCryptoki(shop.tokenFolder);
    cryptoki.C_Initialize();
    const [slot] = cryptoki.C_GetSlotList(true);
    return slot === undefined ? 0 : cryptoki.C_GetTokenInfo(slot).flags & 0x70000;
  };

  test('the last try is not spent by starting the UTM', async () => {
    const shop = await start('last-try');
    const flags = gostTries(shop);
    await state(shop);
    expect(gostTries(shop)).toBe(flags);
    expect(flags).not.toBe(0);
    expect(readTransportPins(shop.folder.paths.properties).gost).not.toBe('');
  });

  test('a locked PIN refuses the key in the token’s words', async () => {
    const shop = await start('pin-locked');
    expect(await shop.client.keygen(await place(shop))).toMatchObject({
      problem: { code: 'EGAIS_UTM_REFUSED', values: { answer: 'CKR_PIN_LOCKED' } },
    });
  });

  test('without PINs anywhere the key is refused and the missing setting named', async () => {
    const shop = await start('new-shop');
    await shop.utm.stop();
    rmSync(join(shop.world.utmFolder, 'transportDB'), { recursive: true });
    const again = await launch(shop.world.utmFolder, shop.world.libraryPath);
    await again.listening;
    const client = createUtmClient(again.url);
    const answer = await client.keygen(await place({ ...shop, client }));
    expect(answer).toMatchObject({ problem: { code: 'EGAIS_UTM_REFUSED' } });
    expect(JSON.stringify(answer)).toContain('crypto.lib.pki.keystorePassword');
  });
});

describe('UTMs in trouble', () => {
  test('a slow start: refused connections first, then a UTM', async () => {
    const shop = await start('new-shop', {});
    await shop.utm.stop();
    shop.folder.write(shop.folder.paths.options, { listensAfterMs: 700 });
    const slow = await launch(shop.world.utmFolder, shop.world.libraryPath);
    const client = createUtmClient(slow.url);
    expect((await state({ client })).verdict.id).toBe('silent');
    await slow.listening;
    expect((await state({ client })).verdict.id).toBe('needs-access-key');
  });

  test('a mute UTM is silence', async () => {
    const shop = await start('new-shop', { mute: true });
    const client = createUtmClient(shop.utm.url, { state: 300 });
    expect((await state({ client })).verdict.id).toBe('silent');
  });

  test('a service that never comes up', async () => {
    const shop = await start('new-shop', {});
    await shop.utm.stop();
    shop.folder.write(shop.folder.paths.options, { listensAfterMs: null });
    const never = await launch(shop.world.utmFolder, shop.world.libraryPath);
    expect((await state({ client: createUtmClient(never.url) })).verdict.id).toBe('silent');
    await never.stop();
    await expect(never.listening).rejects.toThrow('ended');
  });

  test('a foreign database is told, and a new one cures it', async () => {
    const shop = await start('utm-foreign-database');
    expect(await state(shop)).toMatchObject({
      verdict: { id: 'foreign-database', values: { databaseFsrarId: '030000000777', fsrarId: '030000000001' } },
    });
    rmSync(shop.folder.paths.database);
    expect((await state(shop)).verdict.id).toBe('working');
  });

  test('a refusal in the agency’s words', async () => {
    const shop = await start('utm-refuses');
    const answer = await shop.client.keygen(await place(shop));
    expect(answer).toMatchObject({ problem: { code: 'EGAIS_UTM_REFUSED' } });
    expect(JSON.stringify(answer)).toContain('временно недоступен');
    expect(look(shop).privateKeys).toEqual([]);
  });

  test('an error of its own choosing', async () => {
    const shop = await start('renewal', { rsaError: 'Ошибка работы RSA' });
    expect(await state(shop)).toMatchObject({
      info: { rsaError: 'Ошибка работы RSA' },
      verdict: { id: 'needs-access-key' },
    });
  });
});

test('the pages that scripts read', async () => {
  const shop = await start('renewal');
  const text = async (path: string): Promise<string> => (await fetch(`${shop.utm.url}${path}`)).text();
  expect(await text('/')).toContain('FSRAR ID: 030000000001');
  expect(await text('/api/certificate/RSA')).toMatch(/To: \w{3} \w{3} \d\d \d\d:\d\d:\d\d UTC \d{4}\]/);
  expect(await text('/opt/in')).not.toContain('<url');
  expect((await fetch(`${shop.utm.url}/nothing`)).status).toBe(404);
});
