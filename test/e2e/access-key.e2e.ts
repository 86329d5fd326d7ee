import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { openEgaisAuthority } from '../oracle/egais-authority.ts';
import { type GostOracle, openGostOracle } from '../oracle/openssl-gost.ts';
import { runCli } from './cli.ts';
import { accessible, picture } from './page-looks.ts';
import { picks, savesTo } from './system-dialogs.ts';
import { walker } from './walk.ts';
import { forget, launchWizard, type WizardApp } from './wizard-app.ts';

let openssl: GostOracle;
let folder: string;
test.beforeAll(() => {
  openssl = openGostOracle();
  folder = mkdtempSync(path.join(tmpdir(), 'egais-wizard-files-'));
});
test.afterAll(() => {
  openssl.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The UTM's own page, which opens beside the wizard's guidance. */
async function utmPage({ app, page }: WizardApp): Promise<Page> {
  const other = (candidate: Page) => candidate !== page;
  const shown = app.windows().find(other) ?? (await app.waitForEvent('window', other));
  await shown.getByRole('link', { name: 'Генерация ключа доступа к ЕГАИС' }).click();
  return shown;
}

async function generate(page: Page): Promise<void> {
  await page.getByLabel('Я принимаю условия выдачи ключей доступа к ЕГАИС').check();
  await page.getByRole('button', { name: 'Сгенерировать сертификат' }).click();
}

async function begun(scenario: string) {
  const wizard = await launchWizard({ args: ['--practice', scenario] });
  const walk = walker(wizard.page);
  await walk.passMachine();
  await walk.signInJaCarta();
  return { wizard, page: wizard.page, profile: wizard.profile, ...walk };
}

async function ended({ wizard, profile }: { wizard: WizardApp; profile: string }): Promise<void> {
  expect(wizard.faults).toEqual([]);
  await wizard.close();
  forget(profile);
}

test('an organisation renews the key of its own place by the direct request', async () => {
  const walk = await begun('renewal');
  const { page, press, heading, consent } = walk;
  await heading('Для какой точки ключ?');
  await expect(page.getByText('Сейчас на токене').first()).toBeVisible();
  await press('Выбрать эту точку');
  await heading('Проверьте перед записью ключа');
  await press('Создать ключ');
  await expect(page.getByText('Чтобы продолжить, отметьте согласие с условиями')).toBeVisible();
  await press('Заявка и условия');
  const application = page.getByRole('dialog', { name: 'Заявка на получение ключа доступа' });
  await expect(application.getByText('9900000017').first()).toBeVisible();
  await accessible(page);
  await picture(page, 'access-key-application');
  await savesTo(walk.wizard, path.join(folder, 'заявка.pdf'));
  await application.getByRole('button', { name: 'Сохранить PDF' }).click();
  await expect.poll(() => readdirSync(folder)).toContain('заявка.pdf');
  await application.getByRole('button', { name: 'Закрыть' }).click();
  await consent();
  await press('Создать ключ');
  await heading('Ключ доступа готов');
  await expect(page.getByText('Это новый ключ, а не прежний')).toBeVisible();
  await accessible(page);
  await picture(page, 'access-key-renewed');
  await ended(walk);
});

test('an ИП gets a first key on the UTM’s own page, and the wizard sees it by itself', async () => {
  const walk = await begun('sole-proprietor');
  const { page, press, heading, consent } = walk;
  await heading('Для какой точки ключ?');
  await page.getByRole('option').first().click();
  await press('Выбрать эту точку');
  await heading('Проверьте перед записью ключа');
  await accessible(page);
  await consent();
  await press('Открыть страницу УТМ');
  await heading('Создайте ключ на странице УТМ');
  const utm = await utmPage(walk.wizard);
  await utm.getByLabel('Руководитель ИП').check();
  await utm.getByRole('button', { name: 'Продолжить' }).click();
  await picture(page, 'access-key-handoff');
  const beside = await walk.wizard.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]
      ?.contentView.children.map((view) => view.getBounds())
      .at(-1),
  );
  expect(beside?.width).toBeGreaterThan(560);
  expect(beside?.height).toBeGreaterThan(600);
  await accessible(page);
  await utm.locator('#places button').first().click();
  await generate(utm);
  await heading('Ключ доступа готов');
  await expect(page.getByText('УТМ видит этот же ключ')).toBeVisible();
  expect(walk.wizard.app.windows()).toHaveLength(1);
  await ended(walk);
});

test('a person with a МЧД: two checked files, the UTM’s page, the organisation’s key', async () => {
  const walk = await begun('person-with-mchd');
  const { page, press, heading, consent, profile } = walk;
  await heading('Кто получает ключ?');
  await accessible(page);
  await picture(page, 'role');
  await page.getByText('Физическое лицо с машиночитаемой доверенностью').first().click();
  await press('Продолжить');
  await heading('Выберите файлы доверенности');
  await accessible(page);
  const mchd = path.join(profile, 'practice/person-with-mchd/mchd');
  const file = (ending: RegExp) => path.join(mchd, readdirSync(mchd).find((name) => ending.test(name)) ?? '');
  await picks(walk.wizard, file(/\.xml$/));
  await press('Файл доверенности: выбрать файл');
  await heading('Нужен второй файл');
  await picks(walk.wizard, file(/\.(sig|p7s)$/));
  await press('Файл подписи: выбрать файл');
  await heading(/Замечаний к доверенности нет|Продолжить можно, но взгляните сами/);
  await accessible(page);
  await picture(page, 'mchd');
  await press('Продолжить');
  // The account of practice mode does not know the principal's places before it has seen the document.
  await press('Выбрать точку на странице УТМ');
  await heading('Проверьте перед записью ключа');
  await consent();
  await press('Открыть страницу УТМ');
  await heading('Создайте ключ на странице УТМ');
  const utm = await utmPage(walk.wizard);
  await utm.getByLabel('Физическое лицо с машиночитаемой доверенностью').check();
  await utm.locator('input[name=document]').setInputFiles(file(/\.xml$/));
  await utm.locator('input[name=signature]').setInputFiles(file(/\.(sig|p7s)$/));
  await utm.getByRole('button', { name: 'Продолжить' }).click();
  await utm.locator('#places button').first().click();
  await generate(utm);
  await heading('Ключ доступа готов');
  await expect(page.getByText('Ключ выпущен тому, кто его просил')).toBeVisible();
  await picture(page, 'access-key-by-mchd');
  await ended(walk);
});

test('by files: the request goes out, wrong certificates are refused, the right one is written and proven', async () => {
  const walk = await begun('new-shop');
  const { page, press, heading, consent, chooseWay, choosePlace, profile } = walk;
  await choosePlace('990101001');
  await heading('Проверьте перед записью ключа');
  await chooseWay('Запрос и сертификат файлами');
  await consent();
  await press('Создать запрос');
  await heading('Запрос готов, ждём сертификат');
  await accessible(page);
  await picture(page, 'access-key-request');
  const request = path.join(folder, 'запрос.p10');
  await savesTo(walk.wizard, request);
  await press('Файл .p10');
  await expect.poll(() => readdirSync(folder)).toContain('запрос.p10');
  const der = new Uint8Array(readFileSync(request));
  openssl.write('ours.csr', der);
  openssl.run(['req', '-in', 'ours.csr', '-inform', 'DER', '-noout', '-verify']);

  const egais = openEgaisAuthority(openssl);
  openssl.run(
    ['req', '-new', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'other.key'].concat([
      '-subj',
      '/CN=030000000001',
      '-outform',
      'DER',
      '-out',
      'other.csr',
    ]),
  );
  const wrong = path.join(folder, 'чужой.cer');
  writeFileSync(wrong, egais.certify(openssl.read('other.csr')));
  await picks(walk.wizard, wrong);
  await press('Выбрать файл с сертификатом');
  await expect(page.getByText('Сертификат не от этого ключа')).toBeVisible();
  await heading('Запрос готов, ждём сертификат');
  await picture(page, 'access-key-wrong-certificate');

  const right = path.join(folder, 'ответ.p7b');
  writeFileSync(right, egais.bundle([egais.certificate, egais.certify(der)]));
  await picks(walk.wizard, right);
  await press('Выбрать файл с сертификатом');
  await heading('Ключ доступа готов');
  await walk.wizard.close();
  const verified = await runCli(
    ['access-key', 'verify', '--practice', '--profile-dir', profile, '--expect', '030000000001', '--pin-stdin'],
    'pki:11111111\n',
  );
  expect(verified.document).toMatchObject({ ok: true, result: { proven: true, fsrarId: '030000000001' } });
  forget(profile);
});

test('the account gives the list and the key, and the former key goes only after its tail was typed', async () => {
  const walk = await begun('renewal');
  const { page, press, heading, consent, chooseWay, typeTail, readTail } = walk;
  await heading('Для какой точки ключ?');
  await page.getByText('личного кабинета', { exact: true }).click();
  await heading('Для какой точки ключ?');
  await press('Выбрать эту точку');
  await heading('Проверьте перед записью ключа');
  await chooseWay('Служба выдачи ключей');
  await expect(page.getByText('Нынешний ключ будет удалён')).toBeVisible();
  await accessible(page);
  await consent();
  await press('Получить ключ');
  await expect(page.getByText('Введите последние четыре знака номера с корпуса токена')).toBeVisible();
  await picture(page, 'access-key-account');
  await typeTail(await readTail());
  await press('Получить ключ');
  await heading('Ключ доступа готов');
  await expect(page.getByText('Ключ доступа на токене один')).toBeVisible();
  await ended(walk);
});

test('the UTM refuses: its words as they are, and nothing is asked again', async () => {
  const walk = await begun('utm-refuses');
  const { page, heading, choosePlace, createKey } = walk;
  await choosePlace('990101001');
  await createKey();
  await heading('УТМ отказался выпустить ключ');
  await expect(page.getByText('сервис выдачи ключей доступа временно недоступен').first()).toBeVisible();
  await accessible(page);
  await picture(page, 'access-key-refused');
  await expect(page.getByRole('button', { name: 'Создать ключ' })).toHaveCount(0);
  await ended(walk);
});

test('the UTM dies in mid-generation: the token is looked at, and the truth is told', async () => {
  const walk = await begun('new-shop');
  const { page, heading, choosePlace, createKey } = walk;
  await choosePlace('990101001');
  await createKey();
  await heading('Создаём ключ на токене');
  await expect(page.getByText('Запомнили, что было на токене')).toBeVisible();
  const pid = await walk.wizard.app.evaluate(
    ({ app }) => app.getAppMetrics().find(({ name }) => name === 'egais-wizard-practice-utm')?.pid,
  );
  expect(pid).toBeGreaterThan(0);
  process.kill(pid ?? 0, 'SIGKILL');
  // Whether the key was written before the blow is the token's to tell, and either way no second one is asked for.
  await heading(/Связь с УТМ прервалась|УТМ не отвечает|Ключ доступа готов|Ключ есть, но сошлось не всё/);
  await accessible(page);
  await picture(page, 'access-key-utm-died');
  await ended(walk);
});

test('a good key of another shop is named, and goes only with the serial typed', async () => {
  const walk = await begun('renewal');
  const { page, press, heading, consent, typeTail, readTail } = walk;
  await heading('Для какой точки ключ?');
  await page.getByRole('searchbox').fill('990145008');
  await page.getByText('990145008').first().click();
  await press('Выбрать эту точку');
  await heading('Проверьте перед записью ключа');
  await expect(page.getByText('На токене действующий ключ другой точки')).toBeVisible();
  await accessible(page);
  await picture(page, 'access-key-of-another-shop');
  await consent();
  await press('Открыть страницу УТМ');
  await expect(page.getByText('Введите последние четыре знака номера с корпуса токена')).toBeVisible();
  await typeTail(await readTail());
  await press('Открыть страницу УТМ');
  await heading('Создайте ключ на странице УТМ');
  await press('Прекратить');
  await heading('Создание ключа на странице УТМ прекращено');
  await ended(walk);
});
