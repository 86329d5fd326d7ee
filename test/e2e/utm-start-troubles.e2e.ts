import { createServer as createHttpServer } from 'node:http';
import { createServer } from 'node:net';
import { expect, test } from '@playwright/test';
import { look, openAt, shopIn } from './at-the-utm.ts';

test.describe.configure({ timeout: 240_000 });

test('the list of places is of another shop: the UTM took its token; with that one out and a restart it is the right one', async () => {
  const shop = shopIn('utm-wrong-token');
  const { page, heading, press, passMachine, signInJaCarta, end } = await openAt(shop);
  await passMachine();
  await heading('С каким токеном работать?');
  await page.getByRole('main').getByText('ООО «Ромашка»').first().click();
  await press('Работать с этим токеном');
  await signInJaCarta();
  await expect(page.getByRole('heading', { name: 'УТМ показывает места другого владельца' })).toBeVisible();
  await expect(page.getByText(/ООО «Василёк», ИНН \d{10}/)).toBeVisible();
  await look(page, 'places-of-another');

  await press('Вынуть токен');
  await press('Перезапустить УТМ');
  await heading('УТМ работает');
  await press('Вернуться к шагам');
  await press('Проверить снова');
  await heading('Для какой точки ключ?');
  await expect(page.getByText('990101001').first()).toBeVisible();
  await end();
});

test('a second token before the UTM starts: it took that one and says so; with it out and a restart it works', async () => {
  const shop = shopIn('utm-wrong-token');
  const { page, heading, press, keepKey, end } = await openAt(shop, () => shop.plugFirst(false));
  await keepKey(async () => {
    shop.plugFirst(true);
    await shop.startUtmAnew();
  });
  // Met while it is still starting, an ill verdict has to stand for half a minute.
  await expect(page.getByRole('heading', { level: 1, name: 'УТМ работает с другим токеном' })).toBeVisible({
    timeout: 60_000,
  });
  await expect(page.getByText(/читает ключ для FSRAR ID 030000000201, а выбрано место 030000000001/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Завести новую базу…' })).toHaveCount(0);
  await look(page, 'utm-wrong-token');

  await press('Вынуть токен');
  await heading('УТМ не читает токен');
  await press('Перезапустить УТМ');
  await heading('УТМ работает');
  expect(shop.utm.database()).toMatchObject({ ownerId: '030000000001' });
  await end();
});

test('the port is taken: the UTM’s own log says so, the program is named; without it a start helps', async () => {
  const shop = shopIn('renewal');
  const { page, heading, press, keepKey, end } = await openAt(shop);
  // It takes connections and lets them fall: nothing that speaks HTTP.
  const intruder = createServer((socket) => socket.destroy());
  await keepKey(async () => {
    await shop.takePort(intruder, 'TradeServer.exe');
    await shop.startUtmInVain(/already in use/);
  });
  await heading('УТМ не запустился: его порт был занят');
  await expect(page.getByText('TradeServer.exe').first()).toBeVisible();
  await look(page, 'utm-port-taken');

  await shop.leavePort(intruder);
  shop.answerPrompt('refused');
  await press('Перезапустить УТМ');
  await expect(page.getByText('Разрешение не дано', { exact: false }).first()).toBeVisible();
  // Trying again asks the system again.
  shop.answerPrompt('granted');
  await press('Попробовать снова');
  await heading('УТМ работает');
  await end();
});

test('something that is no UTM answers 200 to everything: it is not taken for one, and is named', async () => {
  const shop = shopIn('renewal');
  const { page, heading, press, keepKey, end } = await openAt(shop);
  const intruder = createHttpServer((_, response) => response.end('<html><title>Router</title>OK</html>'));
  await keepKey(() => shop.takePort(intruder, 'RouterUi.exe'));
  await heading('Порт УТМ занят другой программой');
  await expect(page.getByText('RouterUi.exe').first()).toBeVisible();
  await look(page, 'utm-stranger');

  await shop.leavePort(intruder);
  await shop.startUtmAnew();
  await press('Проверить снова');
  await heading('УТМ работает');
  await end();
});

test('a start without an end: seen coming up, then named at once; a restart helps when its cause is gone', async () => {
  const shop = shopIn('renewal');
  const { page, heading, press, keepKey, end } = await openAt(shop);
  shop.changeUtm({ listensAfterMs: null });
  await keepKey(() => shop.startUtmInVain(/EntityManagerFactory/));
  await heading('УТМ запускается');
  await expect(page.getByText('База УТМ открыта')).toBeVisible();
  // Who has waited enough is not made to wait on.
  await press('Больше не ждать');
  await expect(page.getByRole('button', { name: 'Больше не ждать' })).toHaveCount(0);
  await press('Проверить снова');
  await expect(page.getByText('База УТМ открыта')).toBeVisible();

  shop.ageJournal(6);
  await expect(page.getByText('Запуск УТМ не заканчивается')).toBeVisible();
  await look(page, 'utm-start-endless');
  await press('Больше не ждать');
  await heading('Запуск УТМ не заканчивается');
  await look(page, 'utm-start-stuck');

  shop.changeUtm({ listensAfterMs: 0 });
  await press('Перезапустить УТМ');
  await heading('УТМ работает');
  await end();
});
