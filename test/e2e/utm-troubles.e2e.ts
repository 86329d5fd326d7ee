import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { DocumentStore } from '../../src/practice/utm/document-store.ts';
import { look, openAt, shopIn } from './at-the-utm.ts';
import { filesHolding } from './wizard-app.ts';

const pins = { gost: '0987654321', pki: '11111111' };

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
