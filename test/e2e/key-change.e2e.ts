import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { certifyRequest, practiceAuthoritySchema } from '../../src/practice/certification-authority.ts';
import { accessible, picture } from './page-looks.ts';
import { picks, savesTo } from './system-dialogs.ts';
import { walker } from './walk.ts';
import { filesHolding, forget, launchWizard, type WizardApp } from './wizard-app.ts';

const pins = { gost: '0987654321', pki: '11111111' };
const scenario = 'keys-end';

/** The page is looked at: a picture, axe, and nothing to be scrolled sideways on a small screen. */
async function look({ app, page }: WizardApp, name: string): Promise<void> {
  const resize = async (width: number, height: number) => {
    await app.evaluate(
      ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
      { width, height },
    );
    await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(width);
  };
  await picture(page, `key-change-${name}`);
  await accessible(page);
  await resize(1024, 600);
  const fits = await page.evaluate(() =>
    [...document.querySelectorAll('main, html')].every((box) => box.scrollWidth <= box.clientWidth),
  );
  expect(fits).toBe(true);
  await picture(page, `key-change-${name}-1024x600`);
  await resize(1280, 800);
}

/** The authority of practice answers a request. */
function certify(profile: string, request: string, certificate: string): void {
  const world = path.join(profile, 'practice', scenario);
  const authority = practiceAuthoritySchema.parse(
    JSON.parse(readFileSync(path.join(world, 'qualified-authority.json'), 'utf8')),
  );
  const [notBefore, notAfter] = [new Date(Date.now() - 20 * 60_000), new Date(Date.now() + 455 * 86_400_000)];
  writeFileSync(certificate, certifyRequest(authority, readFileSync(request), { notBefore, notAfter }));
}

test('all keys in their time: begun one day, gone on with another, and everything fits at the end', async () => {
  test.setTimeout(420_000);
  let wizard = await launchWizard({ args: ['--practice', scenario] });
  let { page } = wizard;
  let walk = walker(page);
  const { profile } = wizard;
  const [request, certificate] = [path.join(profile, 'request.p10'), path.join(profile, 'issued.cer')];
  await walk.passMachine();
  await walk.heading('Введите PIN-коды токена');
  await walk.press('Смена ключей');
  await walk.heading('Почему меняем ключи?');
  await look(wizard, 'reason');
  await walk.press('Начать смену ключей');
  await walk.heading('Смена ключей идёт');
  await look(wizard, 'save');
  await walk.press('Сохранить сертификаты');
  await expect(page.getByRole('button', { name: 'К новой подписи' })).toBeVisible();
  await look(wizard, 'signature');
  await walk.press('К новой подписи');
  await walk.heading('Кто выпустит подпись?');
  await page.getByRole('radio', { name: 'Другой удостоверяющий центр' }).check({ force: true });
  await walk.press('Продолжить');
  await walk.heading('Для кого подпись?');
  await walk.press('Проверить и продолжить');
  await walk.heading('Проверьте перед созданием ключа');
  await walk.press('Войти в ГОСТ');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'PIN-код ГОСТ' }).fill(pins.gost);
  await dialog.getByRole('button', { name: 'Войти в ГОСТ' }).click();
  await expect(dialog).toHaveCount(0);
  await walk.press('Создать запрос');
  await walk.heading('Запрос готов');
  await savesTo(wizard, request);
  await walk.press('Файл .p10');
  await expect(page.getByText(request).first()).toBeVisible();
  expect(wizard.faults).toEqual([]);
  await wizard.close();
  certify(profile, request, certificate);

  // The next day. Nobody has signed in, and the request is out all the same.
  wizard = await launchWizard({ args: ['--practice', scenario], profile });
  ({ page } = wizard);
  walk = walker(page);
  await walk.heading(/Всё готово|Можно продолжать/);
  await expect(page.getByText('Смена ключей начата', { exact: false })).toBeVisible();
  await look(wizard, 'resumed');
  await walk.press('Продолжить смену');
  await walk.heading('Смена ключей идёт');
  await look(wizard, 'requested');
  await walk.press('К новой подписи');
  await walk.heading('Кто выпустит подпись?');
  await page.getByRole('radio', { name: 'Другой удостоверяющий центр' }).check({ force: true });
  await walk.press('Продолжить');
  await walk.heading('Запрос готов');
  await picks(wizard, certificate);
  await walk.press('Установить сертификат из файла');
  await walk.heading(/^Сертификат подходит/);
  await walk.press('Войти в ГОСТ');
  await page.getByRole('dialog').getByRole('textbox', { name: 'PIN-код ГОСТ' }).fill(pins.gost);
  await page.getByRole('dialog').getByRole('button', { name: 'Войти в ГОСТ' }).click();
  await walk.press('Записать на токен');
  await walk.heading('Подпись готова');
  expect(wizard.faults).toEqual([]);
  await wizard.close();

  // And another day: what is left is the access key.
  wizard = await launchWizard({ args: ['--practice', scenario], profile });
  ({ page } = wizard);
  walk = walker(page);
  await walk.heading(/Всё готово|Можно продолжать/);
  await walk.press('Продолжить смену');
  await walk.heading('Смена ключей идёт');
  await look(wizard, 'access-key');
  await walk.press('К ключу доступа');
  await walk.signInJaCarta(pins.gost, pins.pki);
  await walk.choosePlace('990101001');
  await walk.createKey();
  await walk.heading('Ключ доступа готов');
  await walk.press('Продолжить');
  await walk.heading('УТМ работает');
  await walk.press(/Токен и сертификаты/);
  await walk.heading('Токен готов');
  await walk.press('Смена ключей');
  await walk.heading('Ключи сменены');
  await look(wizard, 'finished');
  expect(filesHolding(profile, Object.values(pins))).toEqual([]);
  expect(wizard.faults).toEqual([]);
  await wizard.close();
  forget(profile);
});
