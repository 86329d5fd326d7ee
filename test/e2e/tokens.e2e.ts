import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { openSoftHsm } from '../oracle/softhsm.ts';
import { brokenLibrary } from '../support/broken-library.ts';
import { wrongTries } from './tries-on-disk.ts';
import { walker } from './walk.ts';
import { forget, launchWizard } from './wizard-app.ts';

test('a locked PIN: said before anything is typed, and nothing can be typed', async () => {
  const wizard = await launchWizard({ args: ['--practice', 'pin-locked'] });
  const { page } = wizard;
  const { passMachine, heading } = walker(page);
  await passMachine();
  await heading('PIN-код заблокирован');
  await expect(page.getByText('Кто может разблокировать')).toBeVisible();
  await expect(page.getByText('Не форматируйте и не инициализируйте токен', { exact: false })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'PIN-код ГОСТ' })).toHaveCount(0);
  expect(wrongTries(wizard.profile, 'pin-locked')).toEqual([3, 0]);
  expect(wizard.faults).toEqual([]);
  await wizard.close();
  forget(wizard.profile);
});

test('the last try asks twice, and Cancel is the default', async () => {
  const wizard = await launchWizard({ args: ['--practice', 'last-try'] });
  const { page } = wizard;
  const { passMachine, heading, press } = walker(page);
  await passMachine();
  await heading('Осторожно с PIN-кодом');
  await page.getByRole('textbox', { name: 'PIN-код ГОСТ' }).fill('0987654321');
  await press('Войти в ГОСТ');
  const dialog = page.getByRole('alertdialog');
  await expect(dialog.getByRole('button', { name: 'Отмена' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  expect(wrongTries(wizard.profile, 'last-try')).toEqual([2, 0]);
  await page.getByRole('textbox', { name: 'PIN-код ГОСТ' }).fill('0987654321');
  await press('Войти в ГОСТ');
  await dialog.getByRole('button').first().click();
  await expect(page.getByRole('button', { name: 'Войти в PKI' })).toBeVisible();
  expect(wrongTries(wizard.profile, 'last-try')).toEqual([0, 0]);
  expect(wizard.faults).toEqual([]);
  await wizard.close();
  forget(wizard.profile);
});

test('PINs mixed up: one try, and the hint that the other part has another PIN', async () => {
  const wizard = await launchWizard({ args: ['--practice'] });
  const { page } = wizard;
  const { passMachine, press } = walker(page);
  await passMachine();
  await page.getByRole('textbox', { name: 'PIN-код ГОСТ' }).fill('11111111');
  await press('Войти в ГОСТ');
  await expect(page.getByText('Здесь нужен PIN-код ГОСТ: у PKI он другой.')).toBeVisible();
  expect(wrongTries(wizard.profile, 'new-shop')).toEqual([1, 0]);
  await wizard.close();
  forget(wizard.profile);
});

test('a blank token is prepared from nothing in the window', async () => {
  const wizard = await launchWizard({ args: ['--practice', 'blank-token'] });
  const { page } = wizard;
  const { passMachine, heading, press } = walker(page);
  await passMachine();
  await heading('С этим токеном пока нельзя продолжить');
  await press('Подготовить токен');
  await heading('Подготовка токена');
  await page.getByLabel('PIN-код администратора', { exact: true }).fill('87654321');
  await page.getByLabel('Новый PIN-код', { exact: true }).fill('20406080');
  await page.getByLabel('Новый PIN-код ещё раз', { exact: true }).fill('20406080');
  const serial = await page.evaluate(() => document.body.textContent.match(/№ (\d{10})/)?.[1] ?? '');
  await page.getByLabel(/Последние четыре знака/).fill(serial.slice(-4));
  await press('Подготовить токен');
  await heading('Токен подготовлен');
  expect(wizard.faults).toEqual([]);
  await wizard.close();
  forget(wizard.profile);
});

test('a used part is prepared anew with its certificates saved first', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'saved-'));
  const wizard = await launchWizard({ args: ['--practice', 'renewal'] });
  const { page } = wizard;
  const { passMachine, heading, press } = walker(page);
  // The system's own dialog is not ours to drive: the person chose this folder in it.
  await wizard.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, folder);
  await passMachine();
  await page.getByRole('button', { name: 'Что на токене' }).click();
  await heading('Сертификаты и ключи на токене');
  await page.getByRole('button', { name: 'Подготовить заново' }).last().click();
  await heading('Подготовить токен заново');
  await expect(page.getByText('Сотрётся навсегда')).toBeVisible();
  await expect(page.getByText('FSRAR ID 030000000001').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Стереть и подготовить' })).toBeDisabled();
  await press('Сохранить сертификаты');
  await expect(page.getByText(`Сохранён 1 сертификат: ${folder}`)).toBeVisible();
  expect(readdirSync(folder)).toHaveLength(1);
  await page.getByLabel('PIN-код администратора', { exact: true }).fill('00000000');
  await page.getByLabel('Новый PIN-код', { exact: true }).fill('22223333');
  await page.getByLabel('Новый PIN-код ещё раз', { exact: true }).fill('22223333');
  const serial = await page.evaluate(() => document.body.textContent.match(/№ ([0-9A-F]{16})/)?.[1] ?? '');
  await page.getByLabel(/Последние четыре знака/).fill(serial.slice(-4));
  await press('Стереть и подготовить');
  await heading('Токен подготовлен');
  expect(wizard.faults).toEqual([]);
  await wizard.close();
  rmSync(folder, { recursive: true });
  forget(wizard.profile);
});

test('a token pulled out while the key is made: the window says so and knows what is on it when it is back', async () => {
  const wizard = await launchWizard({ args: ['--practice'] });
  const { page } = wizard;
  const { passMachine, signInJaCarta, choosePlace, createKey, heading } = walker(page);
  await passMachine();
  await signInJaCarta();
  await choosePlace('990101001');
  await createKey();
  await expect(page.getByText('Запомнили, что было на токене')).toBeVisible();
  await page.getByRole('button', { name: 'Вынуть токен', exact: true }).click();
  await expect(page.getByText(/Токен (извлечён|не вставлен)/).first()).toBeVisible();
  await page.getByRole('button', { name: 'Вставить токен', exact: true }).click();
  await heading('Введите PIN-коды токена');
  await expect(page.getByText('ООО «Ромашка»').first()).toBeVisible();
  expect(wizard.faults).toEqual([]);
  await wizard.close();
  forget(wizard.profile);
});

test('a token appears and vanishes in the window without a click', async () => {
  const wizard = await launchWizard({ args: ['--practice'] });
  const { page } = wizard;
  const { passMachine, heading } = walker(page);
  await passMachine();
  await heading('Введите PIN-коды токена');
  await page.getByRole('button', { name: 'Вынуть токен', exact: true }).click();
  await heading('Вставьте токен');
  await page.getByRole('button', { name: 'Вставить токен', exact: true }).click();
  await heading('Введите PIN-коды токена');
  expect(wizard.faults).toEqual([]);
  await wizard.close();
  forget(wizard.profile);
});

test('two tokens: the person says which', async () => {
  const wizard = await launchWizard({ args: ['--practice', 'two-tokens'] });
  const { page } = wizard;
  const { passMachine, heading, press } = walker(page);
  await passMachine();
  await heading('С каким токеном работать?');
  await page.getByRole('main').getByText('Рутокен ЭЦП 3.0').first().click();
  await press('Работать с этим токеном');
  await heading('Введите PIN-код токена');
  expect(wizard.faults).toEqual([]);
  await wizard.close();
  forget(wizard.profile);
});

test.describe('drivers that cannot be used', () => {
  let folder: string;
  test.beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'libraries-'));
  });
  test.afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  test('of the wrong bitness: the check says so in words', async () => {
    const elf32 = Buffer.alloc(64);
    elf32.set([0x7f, 0x45, 0x4c, 0x46, 1, 1, 1, 0]);
    elf32.writeUInt16LE(3, 16);
    elf32.writeUInt16LE(3, 18);
    const library = path.join(folder, 'libjcPKCS11-2.so');
    writeFileSync(library, elf32);
    const wizard = await launchWizard({ args: ['--library', library, '--utm-url', 'http://127.0.0.1:9'] });
    await expect(wizard.page.getByText(/разрядн/).first()).toBeVisible();
    expect(wizard.faults).toEqual([]);
    await wizard.close();
    forget(wizard.profile);
  });

  test('that crash: the window stays, names the library, and shows the tokens of the others', async () => {
    const library = brokenLibrary(folder, 'crashes');
    const softHsm = openSoftHsm();
    softHsm.addToken({ label: 'Магазин', pin: '73915264', soPin: '40628173' });
    const wizard = await launchWizard({
      args: ['--library', library, '--library', softHsm.library, '--utm-url', 'http://127.0.0.1:9'],
    });
    await expect(wizard.page.getByText(/^Токен вставлен/).first()).toBeVisible();
    await expect(wizard.page.getByText(/libcrashes\.so/).first()).toBeVisible();
    expect(wizard.faults).toEqual([]);
    await wizard.close();
    softHsm.close();
    forget(wizard.profile);
  });
});
