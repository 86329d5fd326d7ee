import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { runCli } from './cli.ts';
import { accessible, picture } from './page-looks.ts';
import { picks } from './system-dialogs.ts';
import { walker } from './walk.ts';
import { forget, launchWizard, type WizardApp } from './wizard-app.ts';

/** The practice computer of a scenario, as the helper changes it. */
const computerFile = (profile: string, scenario: string) => path.join(profile, 'practice', scenario, 'computer.json');

/** Whole or not at all: the wizard reads it every few seconds. */
function changeComputer(profile: string, scenario: string, part: object): void {
  const file = computerFile(profile, scenario);
  writeFileSync(`${file}.next`, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), ...part }));
  renameSync(`${file}.next`, file);
}

const row = (page: Page, name: string | RegExp) =>
  page.getByRole('list', { name: 'Что показала проверка' }).getByRole('listitem').filter({ hasText: name });

async function ended(wizard: WizardApp): Promise<void> {
  expect(wizard.faults).toEqual([]);
  await wizard.close();
  forget(wizard.profile);
}

test('the service is stopped: refused once, then allowed, it starts, and the token is there', async () => {
  const wizard = await launchWizard({ args: ['--practice', 'service-stopped'] });
  const { page, profile } = wizard;
  const { heading, press } = walker(page);
  await heading('Нужно исправить одно');
  await expect(row(page, 'Служба смарт-карт не запущена')).toBeVisible();
  await picture(page, 'mending-service');
  await accessible(page);

  changeComputer(profile, 'service-stopped', { prompt: 'refused' });
  await press('Запустить службу');
  await expect(page.getByText('Вы не разрешили изменение.')).toBeVisible();
  await expect(page.getByText('Ничего не изменилось.')).toBeVisible();
  await picture(page, 'mending-refused');
  await accessible(page);

  changeComputer(profile, 'service-stopped', { prompt: 'granted' });
  await press('Попробовать снова');
  await expect(page.getByText('Служба смарт-карт запущена и будет запускаться сама.')).toBeVisible();
  await heading('Можно продолжать');
  await press('Запустить УТМ');
  await expect(page.getByText('УТМ запущен.')).toBeVisible();
  await heading('Всё готово');
  await picture(page, 'mending-done');
  await press('Продолжить');
  await heading('Введите PIN-коды токена');
  await ended(wizard);
});

test('no driver: its page is offered; the driver appears, and the check turns green by itself', async () => {
  const wizard = await launchWizard({ args: ['--practice', 'driver-missing'] });
  const { page, app } = wizard;
  const { heading, press } = walker(page);
  await app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = async (url: string) => void opened.push(url);
  });
  await heading('Нужно исправить одно');
  await picture(page, 'mending-driver');
  await press('Страница «Единый Клиент JaCarta»');
  await expect
    .poll(() => app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened))
    .toEqual([expect.stringMatching(/^https:\/\/www\.aladdin-rd\.ru\//)]);
  await press('Установить драйвер');
  await heading('Всё готово');
  await ended(wizard);
});

test('a downloaded driver is installed from the wizard, with its signer shown first', async () => {
  const wizard = await launchWizard({ args: ['--practice', 'driver-missing'] });
  const { page, profile } = wizard;
  const { heading, press } = walker(page);
  const file = path.join(profile, 'Единый Клиент JaCarta.exe');
  await heading('Нужно исправить одно');

  writeFileSync(file, 'PK an archive');
  await picks(wizard, file);
  await press('Установить из файла…');
  await expect(page.getByText('Это не установщик')).toBeVisible();
  await picture(page, 'mending-no-installer');

  writeFileSync(file, 'MZ a driver');
  await press('Установить из файла…');
  const dialog = page.getByRole('alertdialog', { name: 'Запустить установку?' });
  await expect(dialog.getByText('Единый Клиент JaCarta.exe')).toBeVisible();
  await expect(dialog.getByText('Узнать, кем подписан файл, не удалось.')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Отмена' })).toBeFocused();
  await picture(page, 'mending-installer');
  await accessible(page);
  await dialog.getByRole('button', { name: 'Всё равно запустить' }).click();
  await expect(page.getByText('Установка закончена.')).toBeVisible();
  await heading('Всё готово');
  await ended(wizard);
});

test('the port is taken: the program is named; when it is gone, the check turns green by itself', async () => {
  const wizard = await launchWizard({ args: ['--practice', 'port-taken'] });
  const { page } = wizard;
  const { heading, press } = walker(page);
  await heading('Нужно исправить одно');
  await expect(row(page, 'TradeServer.exe')).toBeVisible();
  await picture(page, 'mending-port');
  await accessible(page);
  await press('Закрыть программу');
  await heading('Всё готово');
  await ended(wizard);
});

test('the clock is wrong by a day: the time to be is shown, then set', async () => {
  const wizard = await launchWizard({ args: ['--practice', 'clock-behind'] });
  const { page } = wizard;
  const { heading, press } = walker(page);
  await heading('Нужно исправить одно');
  await press('Выставить часы');
  const dialog = page.getByRole('dialog', { name: 'Выставить часы' });
  await expect(dialog.getByText('Сейчас на компьютере')).toBeVisible();
  await picture(page, 'mending-clock');
  await accessible(page);
  await dialog.getByRole('button', { name: 'Выставить часы' }).click();
  await expect(page.getByText('Часы выставлены.')).toBeVisible();
  await heading('Всё готово');
  await ended(wizard);
});

test('two tokens: the computer is in order, and the person says which', async () => {
  const wizard = await launchWizard({ args: ['--practice', 'two-tokens'] });
  const { page } = wizard;
  const { heading, passMachine, press } = walker(page);
  await heading('Можно продолжать');
  await expect(row(page, /Вставлено токенов: 2|Вставлено два токена|несколько токенов/)).toBeVisible();
  await passMachine();
  await heading('С каким токеном работать?');
  await page.getByRole('main').getByText('Рутокен ЭЦП 3.0').first().click();
  await press('Работать с этим токеном');
  await heading('Введите PIN-код токена');
  await ended(wizard);
});

test('the same by the command line', async () => {
  const wizard = await launchWizard({ args: ['--practice', 'service-stopped'] });
  const { profile } = wizard;
  await wizard.close();
  const cli = (...words: string[]) => runCli([...words, '--practice', 'service-stopped', '--profile-dir', profile]);

  changeComputer(profile, 'service-stopped', { prompt: 'refused' });
  const refused = await cli('machine', 'mend', 'start-smart-card-service');
  expect([refused.code, refused.document.problem?.code]).toEqual([9, 'MACHINE_MEND_REFUSED']);

  changeComputer(profile, 'service-stopped', { prompt: 'granted' });
  const done = await cli('machine', 'mend', 'start-smart-card-service');
  expect(done.document).toMatchObject({
    ok: true,
    result: {
      operation: 'start-smart-card-service',
      restartNeeded: false,
      findings: expect.arrayContaining([expect.objectContaining({ id: 'smart-card-service', status: 'ok' })]),
    },
  });

  const file = path.join(profile, 'driver.exe');
  writeFileSync(file, 'MZ a driver');
  const looked = await cli('machine', 'installer', file);
  expect(looked.document).toMatchObject({ result: { name: 'driver.exe', kind: 'program' } });
  const { sha256 } = looked.document.result as { sha256: string };
  writeFileSync(file, 'MZ another one');
  const changed = await cli('machine', 'mend', 'install-file', '--file', file, '--sha256', sha256);
  expect(changed.document.problem?.code).toBe('MACHINE_INSTALLER_CHANGED');
  const unnamed = await cli('machine', 'mend', 'install-file', '--file', file);
  expect(unnamed.code).toBe(2);
  forget(profile);
});
