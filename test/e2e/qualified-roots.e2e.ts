import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { bundle, certify, makeAuthority } from '../oracle/gost-authority.ts';
import { type GostOracle, openGostOracle } from '../oracle/openssl-gost.ts';
import { look, pick, saveRequest, way } from './qualified-way.ts';
import { walker } from './walk.ts';
import { forget, launchWizard } from './wizard-app.ts';

test.setTimeout(240_000);

let oracle: GostOracle;
let folder: string;
test.beforeAll(() => {
  oracle = openGostOracle();
  makeAuthority(oracle);
  folder = mkdtempSync(path.join(tmpdir(), 'qualified-roots-'));
});
test.afterAll(() => {
  oracle.close();
  rmSync(folder, { recursive: true, force: true });
});

const der = (name: string) => Uint8Array.from(oracle.run(['x509', '-in', `${name}.crt`, '-outform', 'DER']));

/** As OpenSSL prints it, without its colons. */
const fingerprint = (name: string, digest: '-sha1' | '-sha256') =>
  oracle
    .run(['x509', '-in', `${name}.crt`, '-noout', '-fingerprint', digest])
    .toString()
    .replace(/^.*=|[:\s]/g, '');

test('an authority that nobody knows is opened, compared and believed for one installation', async () => {
  const wizard = await launchWizard({ args: ['--practice', 'no-certificate'] });
  const { page } = wizard;
  const { press, heading } = walker(page);
  const steps = way(page);
  await steps.open('Другой удостоверяющий центр');
  await steps.makeRequest();
  await heading('Запрос готов');
  certify(oracle, await saveRequest(wizard, folder));

  const question = page.getByRole('region', { name: 'Проверить, кто выпустил' });
  const chain = () => pick(wizard, folder, 'цепочка центра.p7b', bundle(oracle, 'authority', 'root'), /^Открыть/);
  await pick(wizard, folder, 'сертификат.cer', der('wizard'), 'Установить сертификат из файла');
  await heading('Сертификат подходит, но есть замечания');
  await expect(question).toBeVisible();

  // Whoever took the root's name has another key.
  await pick(wizard, folder, 'не тот.cer', der('stranger'), 'Открыть сертификат центра');
  await expect(question.getByRole('alert')).toContainText('Цепочка к этому центру не ведёт');
  await look(wizard, 'authority-not-above');

  await chain();
  await expect(question.getByText('Тестовый головной центр')).toBeVisible();
  for (const digest of ['-sha1', '-sha256'] as const) {
    const shown = (await question.locator('dd').allTextContents()).map((text) => text.replaceAll(' ', ''));
    expect(shown).toContain(fingerprint('root', digest));
  }
  const trust = question.getByRole('button', { name: 'Доверять для этой установки' });
  await expect(trust).toBeDisabled();
  await heading('Сертификат подходит, но есть замечания');
  await look(wizard, 'authority-offered');
  // The keyboard alone says so, and is not lost when the button has gone.
  await question.getByRole('checkbox', { name: 'Я сверил отпечаток' }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await expect(trust).toBeFocused();
  await page.keyboard.press('Enter');
  await heading('Сертификат подходит');
  await expect(question.getByRole('heading')).toBeFocused();
  await expect(page.getByRole('status').filter({ hasText: 'Вы сверили отпечаток' })).not.toHaveCount(0);
  const proven = page.getByText('Цепочка проверена: Тестовый удостоверяющий центр ← Тестовый головной центр');
  await expect(proven).toBeVisible();
  await look(wizard, 'authority-trusted');

  // Believed for that one alone: the next file asks again, and so does a changed mind.
  await press('Не записывать');
  await pick(wizard, folder, 'сертификат.cer', der('wizard'), 'Установить сертификат из файла');
  await heading('Сертификат подходит, но есть замечания');
  // Without the token nothing is said for or against it; with the token the same as before.
  await press('Вынуть токен');
  await heading('Вставьте токен');
  await expect(page.getByText('Замечаний нет')).toHaveCount(0);
  await look(wizard, 'certificate-no-token');
  await page.getByRole('button', { name: 'Вставить токен', exact: true }).click();
  await heading('Сертификат подходит, но есть замечания');
  await expect(question).toBeVisible();
  await chain();
  await question.getByText('Я сверил отпечаток').click();
  await trust.click();
  await expect(proven).toBeVisible();
  await question.getByRole('button', { name: 'Не доверять' }).click();
  await heading('Сертификат подходит, но есть замечания');
  await chain();
  await question.getByText('Я сверил отпечаток').click();
  await trust.click();
  await heading('Сертификат подходит');
  await steps.signInGost();
  await press('Записать на токен');
  await heading('Подпись готова');
  expect(wizard.faults).toEqual([]);
  await wizard.close();
  forget(wizard.profile);
});
