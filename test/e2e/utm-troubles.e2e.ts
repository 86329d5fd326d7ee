import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { DocumentStore } from '../../src/practice/utm/document-store.ts';
import { orderStart, orderStop } from '../../src/practice/utm/service-order.ts';
import { readTransportPort } from '../../src/practice/utm/transport-properties.ts';
import { plugDevice } from '../../src/practice/virtual-token/device.ts';
import { addDevice, changeDevice, readDevices } from '../../src/practice/virtual-token/device-folder.ts';
import { look, openAt, practiceShop, type Shop, shopIn } from './at-the-utm.ts';
import { runCli } from './cli.ts';
import { filesHolding, forget } from './wizard-app.ts';

const pins = { gost: '0987654321', pki: '11111111' };

/** A UTM of this shop that has worked for months. */
async function openWorkingShop(shop: Shop, arrange: () => void = () => undefined) {
  return openAt(shop, () => {
    shop.utm.writeDatabase({ createDate: '2026-01-12 10:00:00.000', ownerId: '030000000001' });
    arrange();
  });
}

test.describe.configure({ timeout: 240_000 });

test('an update is refused while documents are not sent, and goes on once they are', async () => {
  const shop = shopIn('unsent-documents');
  const { page, heading, press, keepKey, end } = await openAt(shop, () => shop.changeUtm({ exchangeEveryMs: 500 }));
  await keepKey();
  await heading('УТМ работает');
  await press('Обновить УТМ');
  await heading('Обновим УТМ');
  await press('Скачать УТМ');
  await heading('Обновлять УТМ пока нельзя');
  await expect(page.getByText('УТМ ещё не отправил документы')).toBeVisible();
  await expect(page.getByRole('button', { name: /Обновить УТМ|Всё равно установить/ })).toHaveCount(0);
  await look(page, 'utm-update-refused');
  expect(await shop.build()).toBe('4.2.0b002662');
  expect(new DocumentStore(shop.utm.paths.transportDb).unsent()).toHaveLength(2);

  shop.changeUtm({ exchanges: true });
  await expect.poll(() => new DocumentStore(shop.utm.paths.transportDb).unsent()).toEqual([]);
  await press('Проверить снова');
  await heading('УТМ готов к обновлению');
  await expect(page.getByText('Неотправленных документов нет')).toBeVisible();
  await press(/Обновить УТМ|Всё равно установить/);
  await heading('УТМ работает');
  await expect.poll(shop.build).toBe('4.2.0b002698');
  await end();
});

test('the database of another shop: explained, put aside for four typed characters, PINs given, and proven', async () => {
  const shop = shopIn('utm-foreign-database');
  const { page, heading, press, keepKey, end } = await openAt(shop, () => shop.changeUtm({ exchangeEveryMs: 1_000 }));
  await keepKey();
  await heading('База УТМ создана для другого места');
  await look(page, 'utm-foreign-database');
  await press('Завести новую базу…');
  await heading('Новая база УТМ для этой точки');
  await expect(page.getByText('База заведена для FSRAR ID 030000000777')).toBeVisible();
  await expect(page.getByText('Неотправленных документов нет')).toBeVisible();
  const tail = page.getByLabel('Последние четыре знака FSRAR ID старой базы');
  await tail.fill('0001');
  await press('Отложить старую базу');
  await expect(page.getByText('Нужны последние четыре знака номера 030000000777')).toBeVisible();
  await look(page, 'utm-database');
  const folder = path.dirname(shop.utm.paths.transportDb);
  expect(readdirSync(folder).filter((name) => name.startsWith('transportDB'))).toEqual(['transportDB']);

  await tail.fill('0777');
  await press('Отложить старую базу');
  await heading('Дайте УТМ PIN-коды токена');
  const aside = readdirSync(folder).filter((name) => /^transportDB.+/.test(name));
  expect(aside).toHaveLength(1);
  expect(JSON.parse(readFileSync(path.join(folder, aside[0] ?? '', 'database.json'), 'utf8'))).toMatchObject({
    ownerId: '030000000777',
  });
  await page.getByRole('textbox', { name: 'PIN-код ГОСТ' }).fill(pins.gost);
  await page.getByRole('textbox', { name: 'PIN-код PKI' }).fill(pins.pki);
  await page.keyboard.press('Enter');
  await heading('Настройки записаны, осталось запустить УТМ');
  await press('Запустить УТМ');
  await heading('УТМ работает');
  expect(shop.utm.database()).toMatchObject({ ownerId: '030000000001' });
  await look(page, 'utm-before-proof');

  shop.changeUtm({ exchanges: false });
  await press('Проверить обмен');
  await heading('Проверяем обмен с ЕГАИС');
  await expect(page.getByText('УТМ подписал запрос и принял его')).toBeVisible();
  await look(page, 'utm-proof');
  shop.changeUtm({ exchanges: true });
  await heading('УТМ работает');
  await expect(page.getByText('Первый обмен с ЕГАИС прошёл')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Проверить обмен' })).toHaveCount(0);
  await look(page, 'utm-proven');
  expect(shop.settings()).not.toMatch(/P(assword|ASSWORD)=\S/);
  expect(filesHolding(shop.profile, [pins.gost, pins.pki])).toEqual([]);
  await end();
});

test('a UTM that was never given its PINs: told so, given them, it works', async () => {
  const shop = shopIn('utm-pins-missing');
  const { page, heading, press, keepKey, end } = await openAt(shop, () => shop.changeUtm({ exchangeEveryMs: 1_000 }));
  await keepKey();
  await heading('В настройках УТМ нет PIN-кодов');
  await look(page, 'utm-pins-missing');
  await press('Дать УТМ PIN-коды');
  await heading('Дайте УТМ PIN-коды токена');
  await page.getByRole('textbox', { name: 'PIN-код ГОСТ' }).fill(pins.gost);
  await page.getByRole('textbox', { name: 'PIN-код PKI' }).fill(pins.pki);
  await press('Записать настройки');
  await heading('Настройки записаны, осталось запустить УТМ');
  await press('Запустить УТМ');
  await heading('УТМ работает');
  expect(shop.settings()).not.toMatch(/P(assword|ASSWORD)=\S/);
  expect(filesHolding(shop.profile, [pins.gost, pins.pki])).toEqual([]);
  await end();
});

test('something that is no UTM answers 200 in its place: never taken for one, and when it is gone the UTM starts', async () => {
  const shop = shopIn('utm-foreign-database');
  const { page, heading, press, keepKey, end } = await openWorkingShop(shop);
  await keepKey();
  await heading('УТМ работает');
  const port = readTransportPort(shop.utm.paths.properties);
  shop.changeComputer({ intruder: { pid: 3372, program: 'TradeServer.exe' } });
  orderStop(shop.utm);
  await expect.poll(shop.build).toBe(null);
  const stranger = createServer((_, answer) =>
    answer.writeHead(200, { 'content-type': 'text/html' }).end('<h1>OK</h1>'),
  );
  await new Promise<void>((resolve) => stranger.listen(port, '127.0.0.1', resolve));
  await press('Проверить снова');
  await heading('Порт УТМ занят другой программой');
  await expect(page.getByText('УТМ работает')).toHaveCount(0);
  await expect(page.getByText('TradeServer.exe').first()).toBeVisible();
  await look(page, 'utm-stranger');
  stranger.closeAllConnections();
  await new Promise((resolve) => stranger.close(resolve));
  await press('Закрыть программу');
  await expect.poll(shop.build).not.toBe(null);
  await press('Проверить снова');
  await heading('УТМ работает');
  await end();
});

test('the port is taken when the UTM starts: the program is named, and once it is gone the UTM works', async () => {
  const shop = shopIn('utm-foreign-database');
  const { page, heading, press, keepKey, end } = await openWorkingShop(shop);
  await keepKey();
  await heading('УТМ работает');
  shop.changeComputer({ intruder: { pid: 3372, program: 'TradeServer.exe' } });
  shop.changeUtm({ startFailure: 'port-taken' });
  orderStart(shop.utm);
  await expect.poll(() => readFileSync(shop.journal, 'utf8')).toContain('already in use');
  await press('Проверить снова');
  await heading('УТМ не запустился: его порт был занят');
  await expect(page.getByText('TradeServer.exe').first()).toBeVisible();
  await look(page, 'utm-port-taken');
  shop.changeUtm({ startFailure: null });
  await press('Закрыть программу');
  await expect.poll(shop.build).not.toBe(null);
  await press('Проверить снова');
  await heading('УТМ работает');
  await expect(page.getByText('TradeServer.exe')).toHaveCount(0);
  await end();
});

test('the token of the other shop is in the computer too, and the UTM has taken it: told, and mended by a start anew', async () => {
  const other = await practiceShop('new-shop');
  const [strangeToken] = readDevices(path.join(other.folder, 'tokens'));
  const issued = await runCli(
    [
      ...['access-key', 'issue', '--accept-terms', '--issuer', 'utm', '--subdivision', '030000000002', '--pin-stdin'],
      ...['--token', strangeToken?.serial ?? '', '--practice', 'new-shop', '--profile-dir', other.profile],
    ],
    `gost:${pins.gost}\npki:${pins.pki}\n`,
  );
  expect(issued.document).toMatchObject({ ok: true });

  const shop = shopIn('utm-foreign-database');
  const tokens = path.join(shop.folder, 'tokens');
  const [foreign] = readDevices(path.join(other.folder, 'tokens'));
  if (!foreign) throw new Error('The other shop has a token');
  forget(other.profile);
  const { page, heading, press, keepKey, end } = await openWorkingShop(shop, () => {
    const [own] = readDevices(tokens);
    if (!own) throw new Error('The shop has a token');
    changeDevice(tokens, own.serial, (device) => {
      device.order = foreign.order + 1;
    });
    addDevice(tokens, () => ({ ...foreign, plugged: false }));
  });
  await keepKey();
  await heading('УТМ работает');
  plugDevice(tokens, foreign.serial, true);
  orderStart(shop.utm);
  await expect.poll(shop.owner).toBe('030000000002');
  await press('Проверить снова');
  await heading('УТМ работает с другим токеном');
  await expect(page.getByText('030000000002').first()).toBeVisible();
  await look(page, 'utm-wrong-token');
  plugDevice(tokens, foreign.serial, false);
  await press('Перезапустить УТМ');
  await heading('УТМ работает');
  expect(await shop.owner()).toBe('030000000001');
  await end();
});

test('a start that never ends: said in time, without a frozen second, with its reason and its cure', async () => {
  const shop = shopIn('utm-foreign-database');
  const { page, wizard, heading, press, keepKey, end } = await openWorkingShop(shop);
  await keepKey();
  await heading('УТМ работает');
  shop.changeUtm({ listensAfterMs: null });
  shop.stopUtm();
  await expect.poll(shop.build).toBe(null);
  await press('Проверить снова');
  await heading('УТМ остановлен');
  // Five minutes of waiting pass in fifteen seconds.
  await wizard.app.evaluate(() => {
    const real = globalThis.setTimeout;
    const scaled = (run: () => void, ms = 0) => real(run, ms === 300_000 ? 15_000 : ms);
    Object.assign(globalThis, { setTimeout: Object.assign(scaled, real) });
  });
  await page.evaluate(() => {
    const longest = { ms: 0 };
    Object.assign(globalThis, { longest });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest.ms = Math.max(longest.ms, duration);
    }).observe({ entryTypes: ['longtask'] });
  });
  await press('Запустить УТМ');
  await heading('УТМ запускается');
  // The same start, six minutes earlier.
  const text = readFileSync(shop.journal, 'utf8');
  const earlier = (stamp: string) => {
    const at = new Date(new Date(stamp.replace(' ', 'T').replace(',', '.')).getTime() - 6 * 60_000);
    const local = new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString();
    return local.replace('T', ' ').replace('.', ',').replace('Z', '');
  };
  writeFileSync(shop.journal, text.replace(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3}/gm, earlier));
  await heading('Запуск УТМ не заканчивается');
  await look(page, 'utm-start-endless');
  expect(await page.evaluate(() => (globalThis as unknown as { longest: { ms: number } }).longest.ms)).toBeLessThan(
    1_000,
  );
  shop.changeUtm({ listensAfterMs: 0 });
  await press('Перезапустить УТМ');
  await heading('УТМ работает');
  await end();
});
