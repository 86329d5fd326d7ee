import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { look } from './at-the-utm.ts';
import { accessible, picture } from './page-looks.ts';
import { staysWhenAsked } from './system-dialogs.ts';
import { walker } from './walk.ts';
import { filesHolding, forget, launchWizard } from './wizard-app.ts';

const pins = { gost: '0987654321', pki: '11111111' };

test('no UTM: downloaded, looked at, installed, given its PINs, started; then the steps go on', async () => {
  test.setTimeout(240_000);
  const wizard = await launchWizard({ args: ['--practice', 'no-utm'], size: { width: 1024, height: 600 } });
  const { page, profile } = wizard;
  const { heading, press, passMachine } = walker(page);
  await expect(page.getByRole('main').getByText('УТМ ещё не установлен')).toBeVisible();
  await press('Установить УТМ');
  await heading('УТМ на этом компьютере ещё нет');
  await look(page, 'utm-get');

  await press('Скачать УТМ');
  await heading('Скачиваем УТМ');
  await expect(page.getByRole('progressbar')).toHaveAttribute('aria-valuenow', /[1-9]/);
  await picture(page, 'utm-getting');
  await press('Остановить загрузку');
  await heading('УТМ на этом компьютере ещё нет');
  await press('Продолжить загрузку');
  await accessible(page);
  await heading('УТМ готов к установке');
  await expect(page.getByText('Сборка 4.2.0-b2698')).toBeVisible();
  await look(page, 'utm-installer');

  // By the keyboard alone.
  const install = page.getByRole('button', { name: /Установить УТМ|Всё равно установить/ });
  await install.focus();
  await page.keyboard.press('Enter');
  await heading('Идёт установка УТМ');
  expect(await staysWhenAsked(wizard)).toBe('Компьютер ещё настраивается');
  await look(page, 'utm-installing');
  await heading('Дайте УТМ PIN-коды токена');
  await look(page, 'utm-settings');

  await press('Записать настройки');
  await expect(page.getByText('Введите PIN-код')).toBeVisible();
  await page.getByRole('textbox', { name: 'PIN-код ГОСТ' }).fill(pins.gost);
  await page.getByRole('textbox', { name: 'PIN-код PKI' }).fill(pins.pki);
  await page.keyboard.press('Enter');
  await heading('Настройки записаны, осталось запустить УТМ');
  await look(page, 'utm-start');
  await press('Запустить УТМ');
  await heading('УТМ запускается');
  await look(page, 'utm-coming-up');
  await heading(/УТМ работает|УТМ ждёт ключ/);
  await look(page, 'utm-set-up');
  await press('Вернуться к шагам');
  await passMachine();
  await heading('Введите PIN-коды токена');

  // The UTM has read the PINs and erased them; nobody else has kept them.
  const settings = readFileSync(path.join(profile, 'practice/no-utm/utm/conf/transport.properties'), 'utf8');
  expect(settings).not.toMatch(/P(assword|ASSWORD)=\S/);
  await wizard.close();
  expect(filesHolding(profile, [pins.gost, pins.pki])).toEqual([]);
  expect(wizard.faults).toEqual([]);
  forget(profile);
});
