import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { UtmFolder } from '../../src/practice/utm/utm-folder.ts';
import { runCli } from './cli.ts';
import { accessible, picture } from './page-looks.ts';
import { processesHolding } from './secrets.ts';
import { savesTo } from './system-dialogs.ts';
import { wrongTries } from './tries-on-disk.ts';
import { walker } from './walk.ts';
import { filesHolding, forget, launchWizard } from './wizard-app.ts';

test('a new shop: no access key before, a proven one after, and the UTM shows it', async () => {
  const wizard = await launchWizard({ args: ['--practice'] });
  const { page } = wizard;
  const { press, heading, passMachine, signInJaCarta, choosePlace, createKey } = walker(page);

  await heading('Всё готово');
  await accessible(page);
  await passMachine();
  await heading('Введите PIN-коды токена');
  await accessible(page);
  await expect(page.getByText('Ключа доступа пока нет')).toBeVisible();
  await signInJaCarta();
  await heading('Для какой точки ключ?');
  await accessible(page);
  expect(await page.getByRole('listbox', { name: 'Места деятельности' }).getByRole('option').count()).toBe(3);
  await choosePlace('990145002');
  await heading('Проверьте перед записью ключа');
  await accessible(page);
  await createKey();
  await heading('Создаём ключ на токене');
  await accessible(page);
  expect(processesHolding('0987654321')).toEqual([]);
  await heading('Ключ доступа готов');
  await accessible(page);
  await press('Продолжить');
  await heading('УТМ работает');
  await accessible(page);
  await expect(page.getByText('030000000002').first()).toBeVisible();
  const sheet = path.join(wizard.profile, 'настройки-утм.pdf');
  await savesTo(wizard, sheet);
  await press('Сохранить PDF');
  await expect(page.getByRole('main').getByText(`Сохранено: ${sheet}`)).toBeVisible();
  const words = execFileSync('pdftotext', ['-layout', sheet, '-'], { encoding: 'utf8' });
  expect(words).toContain('УТМ ЕГАИС: настройки для учётной программы');
  expect(words).toMatch(/FSRAR ID\s+030000000002/);
  const calendar = path.join(wizard.profile, 'смена-ключей.ics');
  await savesTo(wizard, calendar);
  await press('Напоминания в календарь');
  await expect(page.getByRole('main').getByText(`Сохранено: ${calendar}`)).toBeVisible();
  expect(readFileSync(calendar, 'utf8')).toMatch(/^BEGIN:VCALENDAR\r\n/);
  await picture(page, 'utm-handed-over');
  await accessible(page);
  expect(wizard.faults).toEqual([]);
  await wizard.close();

  const verified = await runCli(
    ['access-key', 'verify', '--practice', '--profile-dir', wizard.profile, '--expect', '030000000002', '--pin-stdin'],
    'pki:11111111\n',
  );
  expect(verified.code).toBe(0);
  expect(verified.document).toMatchObject({ ok: true, result: { proven: true, fsrarId: '030000000002' } });
  expect(filesHolding(wizard.profile, ['0987654321', '11111111'])).toEqual([]);
  expect(wizard.output() + verified.stderr + verified.stdout).not.toMatch(/0987654321|11111111/);
  forget(wizard.profile);
});

test('a wrong PIN costs one try, says so, and is not tried again', async () => {
  const wizard = await launchWizard({ args: ['--practice', 'rutoken'] });
  const { page } = wizard;
  const { passMachine, press, heading } = walker(page);
  await passMachine();
  await heading('Введите PIN-код токена');
  await page.getByRole('textbox', { name: /PIN-код/ }).fill('55555555');
  await press(/^Войти/);
  await expect(page.getByText('PIN-код не подошёл')).toBeVisible();
  // The field takes the focus back, empty: a PIN is never kept for another try.
  await expect(page.getByRole('textbox', { name: /PIN-код/ })).toBeFocused();
  expect(wrongTries(wizard.profile, 'rutoken')).toEqual([1]);
  await press('Войти');
  expect(wrongTries(wizard.profile, 'rutoken')).toEqual([1]);
  await wizard.close();
  forget(wizard.profile);
});

test('the token process killed in mid-generation leaves a window that tells the truth', async () => {
  const wizard = await launchWizard({ args: ['--practice'] });
  const { page } = wizard;
  const { heading, passMachine, signInJaCarta, choosePlace, createKey, press } = walker(page);
  await passMachine();
  await signInJaCarta();
  await choosePlace('990101001');
  const pid = await wizard.app.evaluate(
    ({ app }) => app.getAppMetrics().find(({ name }) => name === 'egais-wizard-token')?.pid,
  );
  expect(pid).toBeGreaterThan(0);
  // The UTM takes its time, so that the end of the process falls into its work on a slow machine too.
  const utm = new UtmFolder(path.join(wizard.profile, 'practice/new-shop/utm'));
  utm.write(utm.paths.options, { ...utm.options(), keygen: { pauseMs: 3_000 } });
  await createKey();
  await heading('Создаём ключ на токене');
  await expect(page.getByText('Запомнили, что было на токене')).toBeVisible();
  process.kill(pid ?? 0, 'SIGKILL');

  // The UTM finished its work; our sign-in is gone with the process. The window says so and asks for the PIN again.
  await heading('Введите PIN-коды токена');
  await expect(page.getByText('Осталось проверить ключ')).toBeVisible();
  await expect(page.getByText('FSRAR ID 030000000001').first()).toBeVisible();
  await page.getByRole('textbox', { name: 'PIN-код ГОСТ' }).fill('0987654321');
  await press('Войти в ГОСТ');
  await page.getByRole('textbox', { name: 'PIN-код PKI' }).fill('11111111');
  await press('Войти в PKI');
  await heading('Токен готов');
  await press('Продолжить');
  await press('Выбрать эту точку');
  await heading(/Ключ доступа готов|Оставили нынешний ключ/);
  expect(wizard.faults).toEqual([]);
  await wizard.close();
  forget(wizard.profile);
});
