import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { walker } from './walk.ts';
import { forget, launchWizard } from './wizard-app.ts';

const folder = path.resolve(import.meta.dirname, '../../screenshots');

test('the whole way of a new shop, in pictures', async () => {
  mkdirSync(folder, { recursive: true });
  let number = 0;
  const wizard = await launchWizard({ args: ['--practice'] });
  const { page } = wizard;
  const walk = walker(page);
  const shot = async (name: string) => {
    number += 1;
    await page.screenshot({
      path: path.join(folder, `${String(number).padStart(2, '0')}-${name}.png`),
      animations: 'disabled',
    });
  };
  const press = (name: string | RegExp) => page.getByRole('button', { name }).click();
  const heading = (name: string | RegExp) => expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  const typePin = (part: string, pin: string) => page.getByRole('textbox', { name: `PIN-код ${part}` }).fill(pin);

  await heading(/Всё готово|Можно продолжать/);
  await shot('machine');
  await press('Продолжить');
  await heading('Введите PIN-коды токена');
  await shot('token');
  await typePin('ГОСТ', '0987654321');
  await press('Войти в ГОСТ');
  await expect(page.getByRole('button', { name: 'Войти в PKI' })).toBeVisible();
  await shot('token-first-part');
  await typePin('PKI', '11111111');
  await press('Войти в PKI');
  await heading('Токен готов');
  await shot('token-ready');
  await press('Продолжить');
  await heading('Для какой точки ключ?');
  await page.getByRole('searchbox').fill('тверск 12');
  await shot('subdivision-search');
  await page.getByText('990101001').click();
  await shot('subdivision-chosen');
  await press('Выбрать эту точку');
  await heading('Проверьте перед записью ключа');
  await shot('commit');
  await walk.chooseWay('УТМ на этом компьютере');
  await walk.consent();
  await press('Создать ключ');
  await heading('Создаём ключ на токене');
  await shot('progress');
  await heading('Ключ доступа готов');
  await shot('access-key-done');
  await press('Продолжить');
  await heading(/УТМ/);
  await shot('utm');
  expect(wizard.faults).toEqual([]);
  await wizard.close();
  forget(wizard.profile);
});
