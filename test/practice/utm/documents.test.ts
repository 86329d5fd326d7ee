import { rmSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { orderStart } from '../../../src/practice/utm/service-order.ts';
import { practiceUtms, type RunningWorld } from './running-utm.ts';

const { start } = practiceUtms();

const patience = { timeout: 30_000, interval: 50 };

async function ask({ utm }: RunningWorld, path: string, method = 'GET'): Promise<{ status: number; body: string }> {
  const answer = await fetch(`${utm.url}${path}`, { method });
  return { status: answer.status, body: await answer.text() };
}

async function send({ utm }: RunningWorld, type: string): Promise<string> {
  const form = new FormData();
  form.append('xml_file', new Blob([`<Documents><${type}/></Documents>`], { type: 'text/xml' }), 'document.xml');
  const answer = await fetch(`${utm.url}/opt/in/${type}`, { method: 'POST', body: form });
  const [, uuid = ''] =
    /<A><url>([0-9a-f-]{36})<\/url><sign>[0-9a-f]{128}<\/sign><ver>2<\/ver><\/A>/.exec(await answer.text()) ?? [];
  expect([answer.status, uuid]).toEqual([200, expect.stringMatching(/./)]);
  return uuid;
}

const urls = (body: string): readonly string[] => body.match(/<url[^>]*>[^<]*/g) ?? [];

test('a query waits for an exchange, is sent with it, and its answer can be fetched and removed', async () => {
  const shop = await start('renewal', { exchangeEveryMs: 600_000 });
  const uuid = await send(shop, 'QueryClients_v2');
  expect(urls((await ask(shop, '/opt/in')).body)).toHaveLength(1);
  expect(urls((await ask(shop, '/opt/out')).body)).toEqual([]);

  shop.folder.write(shop.folder.paths.options, { exchangeEveryMs: 100 });
  orderStart(shop.folder);
  await vi.waitFor(async () => expect(urls((await ask(shop, '/opt/in')).body)).toEqual([]), patience);
  await vi.waitFor(
    async () => expect(urls((await ask(shop, `/opt/out?replyId=${uuid}`)).body)).toHaveLength(1),
    patience,
  );
  expect((await ask(shop, '/opt/out/total')).body).toContain('<total>1</total>');
  expect(urls((await ask(shop, '/opt/out/Ticket')).body)).toEqual([]);
  const [found = ''] = urls((await ask(shop, '/opt/out/ReplyClient_v2')).body);
  expect(found).toBe(`<url replyId="${uuid}">${shop.utm.url}/opt/out/ReplyClient_v2/1`);

  const path = '/opt/out/ReplyClient_v2/1';
  expect((await ask(shop, path)).body).toContain(uuid);
  expect(await ask(shop, '/opt/out/Ticket/1')).toMatchObject({ status: 404 });
  expect(await ask(shop, path, 'DELETE')).toMatchObject({ status: 200 });
  expect(await ask(shop, path)).toMatchObject({ status: 404 });
});

test('documents outlive a restart, are listed in pages, and go with the database', async () => {
  const shop = await start('unsent-documents');
  expect(urls((await ask(shop, '/opt/in')).body)).toEqual([
    `<url>${shop.utm.url}/opt/in/WayBillAct_v4/1`,
    `<url>${shop.utm.url}/opt/in/QueryRests_v2/2`,
  ]);
  await send(shop, 'QueryRests_v2');
  await shop.utm.stop();
  orderStart(shop.folder);
  const again = { ...shop, utm: await shop.launchAgain() };
  expect(JSON.parse((await ask(again, '/api/db/in/list?offset=1&limit=1')).body)).toMatchObject({
    total: 3,
    rows: [{ id: 2, docType: 'QueryRests_v2', uuid: expect.any(String) }],
  });
  expect((await ask(again, '/api/db/in/1')).body).toContain('<WayBillAct_v4/>');
  expect(JSON.parse((await ask(again, '/api/db/out/list')).body)).toEqual({ rows: [], total: 0 });
  rmSync(shop.folder.paths.transportDb, { recursive: true });
  expect(urls((await ask(again, '/opt/in')).body)).toEqual([]);
});

test('a cheque is taken where tills send it', async () => {
  const shop = await start('renewal');
  const form = new FormData();
  form.append('xml_file', new Blob(['<Cheque/>']), 'cheque.xml');
  const answer = await fetch(`${shop.utm.url}/xml?type=ChequeV4`, { method: 'POST', body: form });
  expect(await answer.text()).toContain('<sign>');
  expect(urls((await ask(shop, '/opt/in')).body)[0]).toContain('/opt/in/ChequeV4/');
});
