import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { CertificationFolder } from '../../src/practice/certification-account/certification-folder.ts';
import { bundle, certify, makeAuthority } from '../oracle/gost-authority.ts';
import { type GostOracle, openGostOracle } from '../oracle/openssl-gost.ts';
import { makeKey, makeRequest } from '../pki/openssl-authority.ts';
import { gostPin, look, papers, pick, saveRequest, way } from './qualified-way.ts';
import { walker } from './walk.ts';
import { filesHolding, forget, launchWizard, type WizardApp } from './wizard-app.ts';

// Every page is looked at in two sizes, which takes its time.
test.setTimeout(400_000);

/** What the stand-in of the authority keeps, for the test to play the authority and the calendar. */
const authorityOf = ({ profile }: WizardApp) =>
  new CertificationFolder(path.join(profile, 'practice/no-certificate/certification'));

/** Everything that was ordered was ordered a day earlier. */
function dayPasses(folder: CertificationFolder): void {
  const earlier = (iso: string) => new Date(Date.parse(iso) - 86_400_000).toISOString();
  folder.writeApplications(
    folder.applications().map(({ order, ...rest }) => ({
      ...rest,
      order: order && {
        ...order,
        orderedAt: earlier(order.orderedAt),
        issuingAt: earlier(order.issuingAt),
        readyAt: earlier(order.readyAt),
      },
    })),
  );
}

const quick = { orderedAfterMs: 500, readyAfterMs: 1_500 };

test.describe('by the account', () => {
  const phone = '8 (900) 123-45-67';
  const account = (wizard: WizardApp) => {
    const { page } = wizard;
    const { press, heading } = walker(page);
    const codeField = page.getByLabel('Код подтверждения', { exact: true });
    return {
      codeField,
      async getCode() {
        await heading('Войдите в кабинет');
        await page.getByLabel('Номер мобильного телефона', { exact: true }).fill(phone);
        await press('Получить код');
        await expect(codeField).toBeFocused();
      },
      /** The code as the practice phone shows it. */
      async readCode(): Promise<string> {
        const sent = authorityOf(wizard).messages(new Date()).at(-1)?.text ?? '';
        const code = /\d{6}/.exec(sent)?.[0] ?? 'no code was sent';
        await expect(page.getByRole('region', { name: 'Учебный телефон' })).toContainText(code);
        return code;
      },
      async type(code: string) {
        await codeField.fill(code);
        await press('Войти в кабинет');
      },
      async signIn() {
        await this.getCode();
        await this.type(await this.readCode());
        await heading('Ваши заявки');
      },
    };
  };

  test('a wrong code and an expired one, a refusal with its reason, and a certificate that comes the next day', async () => {
    let wizard = await launchWizard({ args: ['--practice', 'no-certificate'] });
    let { page } = wizard;
    let { press, heading } = walker(page);
    let steps = way(page);
    await steps.open('УЦ Форус');
    await steps.makeRequest();
    let office = account(wizard);
    const authority = authorityOf(wizard);
    authority.writeOptions({ code: { seconds: 1, resendAfterSeconds: 1 }, issue: quick });
    await heading('Войдите в кабинет');
    await press('Получить код');
    await expect(page.getByText('Введите номер мобильного телефона: +7 и десять цифр')).toBeVisible();
    await office.getCode();
    await expect(page.getByText('больше не действует. Получите новый', { exact: false })).toBeVisible();
    await office.type(await office.readCode());
    await expect(page.getByRole('heading', { name: 'Код больше не действует' })).toBeVisible();

    authority.writeOptions({ code: { resendAfterSeconds: 1 }, issue: { ...quick, refusal: 'СНИЛС не найден' } });
    await office.getCode();
    await look(wizard, 'sign-in-code');
    const code = await office.readCode();
    await office.type(code === '000000' ? '000001' : '000000');
    await expect(page.getByRole('heading', { name: 'Код не подошёл' })).toBeVisible();
    await expect(page.getByText('осталось 2 попытки').first()).toBeVisible();
    await office.type(code);
    await heading('Ваши заявки');
    await look(wizard, 'applications');
    // The keyboard alone opens it.
    await page.getByRole('button', { name: /^Открыть заявку/ }).focus();
    await page.keyboard.press('Enter');
    await heading(/можно запросить сертификат/);
    await look(wizard, 'application');
    await press('Запросить сертификат');
    await heading('В выпуске отказано');
    await expect(page.getByText('СНИЛС не найден', { exact: false }).first()).toBeVisible();
    await look(wizard, 'refused');

    // The authority takes another one, and works on it until tomorrow.
    authority.writeApplications(authority.applications().map((row) => ({ ...row, order: null })));
    authority.writeOptions({ issue: { orderedAfterMs: 500, readyAfterMs: 60_000_000 } });
    await press('Назад');
    await heading('Ваши заявки');
    await press('Обновить список');
    await page.getByRole('button', { name: /^Открыть заявку/ }).click();
    await press('Запросить сертификат');
    await heading('Ждём сертификат');
    await expect(page.getByText('закройте мастер и вернитесь хоть завтра', { exact: false })).toBeVisible();
    await look(wizard, 'waiting');
    await wizard.close();
    dayPasses(authority);

    wizard = await launchWizard({ args: ['--practice', 'no-certificate'], profile: wizard.profile });
    ({ page } = wizard);
    ({ press, heading } = walker(page));
    steps = way(page);
    office = account(wizard);
    await steps.open('УЦ Форус');
    await office.signIn();
    await page.getByRole('button', { name: /^Открыть заявку/ }).click();
    await heading('Сертификат выпущен');
    await look(wizard, 'ready');
    await press('Установить сертификат');
    await heading(/^Сертификат подходит/);
    await steps.signInGost();
    await press('Записать на токен');
    await heading('Подпись готова');
    expect(filesHolding(wizard.profile, [gostPin])).toEqual([]);
    expect(wizard.faults).toEqual([]);
    await wizard.close();
    forget(wizard.profile);
  });
});

test.describe('by file', () => {
  let oracle: GostOracle;
  let folder: string;
  test.beforeAll(() => {
    oracle = openGostOracle();
    makeAuthority(oracle);
  });
  test.afterAll(() => oracle.close());
  test.beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'qualified-'));
  });
  test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('the first signature: faults told in words, the token pulled out, a restart, and a certificate of OpenSSL', async () => {
    let wizard = await launchWizard({ args: ['--practice', 'no-certificate'] });
    let { page } = wizard;
    let { press, heading } = walker(page);
    let steps = way(page);
    await steps.open('Другой удостоверяющий центр');
    await heading('Для кого подпись?');
    await look(wizard, 'form-empty');
    await press('Проверить и продолжить');
    await expect(page.getByLabel('Название организации', { exact: true })).toBeFocused();
    await expect(page.getByText('Исправьте 11 полей').last()).toBeVisible();
    await steps.fill({ ...papers, 'ИНН организации': '9900000018' });
    await expect(page.getByText('Контрольные цифры не сходятся. Сверьте с документами')).toBeVisible();
    await press('Проверить и продолжить');
    await expect(page.getByLabel('ИНН организации', { exact: true })).toBeFocused();
    await look(wizard, 'form-fault');
    await page.getByLabel('ИНН организации', { exact: true }).fill('9900000017');
    await expect(page.getByLabel('Общее имя', { exact: true })).toHaveValue('ООО «Ромашка»');

    await press('Вынуть токен');
    await heading('Вставьте токен');
    await look(wizard, 'absent');
    await page.getByRole('button', { name: 'Вставить токен', exact: true }).click();
    await expect(page.getByLabel('Фамилия', { exact: true })).toHaveValue('Иванова');

    await page.getByRole('button', { name: 'Параметры ключа и сертификата', exact: false }).click();
    await look(wizard, 'form-advanced');
    await press('Проверить и продолжить');
    await heading('Проверьте перед созданием ключа');
    await look(wizard, 'summary');
    await steps.signInGost();
    await press('Создать запрос');
    await heading('Токен создаёт ключ');
    await heading('Запрос готов');
    await look(wizard, 'request');
    const request = await saveRequest(wizard, folder);
    certify(oracle, request);

    // The next day: the key waits on the token, the request is remembered.
    await wizard.close();
    wizard = await launchWizard({ args: ['--practice', 'no-certificate'], profile: wizard.profile });
    ({ page } = wizard);
    ({ press, heading } = walker(page));
    steps = way(page);
    await steps.open('Другой удостоверяющий центр');
    await heading('Запрос готов');
    await pick(
      wizard,
      folder,
      'сертификат.p7b',
      bundle(oracle, 'wizard', 'authority', 'root'),
      'Установить сертификат из файла',
    );
    await heading(/^Сертификат подходит/);
    await expect(
      page.getByText('Цепочка проверена: Тестовый удостоверяющий центр ← Тестовый головной центр'),
    ).toBeVisible();
    await look(wizard, 'certificate');
    await steps.signInGost();
    await press('Записать на токен');
    await heading('Подпись готова');
    await look(wizard, 'done');
    expect(readdirSync(path.join(wizard.profile, 'practice/no-certificate/qualified-requests'))).toEqual([]);
    await press('Войти на токен и получить ключ доступа');
    await expect(page.getByRole('textbox', { name: 'PIN-код PKI' })).toBeVisible();
    expect(filesHolding(wizard.profile, [gostPin])).toEqual([]);
    expect(wizard.faults).toEqual([]);
    await wizard.close();
    forget(wizard.profile);
  });

  test('a certificate of another key, an expired one and a broken chain are told apart, and the key goes on waiting', async () => {
    const wizard = await launchWizard({ args: ['--practice', 'no-certificate'] });
    const { page } = wizard;
    const { press, heading } = walker(page);
    const steps = way(page);
    await steps.open('Другой удостоверяющий центр');
    await steps.makeRequest();
    await heading('Запрос готов');
    const request = await saveRequest(wizard, folder);

    makeKey(oracle, 'other', { kind: 'gost', set: 'A', bits: 256 });
    certify(oracle, makeRequest(oracle, 'other', { kind: 'gost', set: 'A', bits: 256 }));
    await pick(wizard, folder, 'чужой.p7b', bundle(oracle, 'wizard', 'authority'), 'Установить сертификат из файла');
    await heading('Этот сертификат установить нельзя');
    await expect(page.getByRole('button', { name: 'Записать на токен' })).toHaveCount(0);
    await look(wizard, 'certificate-other-key');

    certify(oracle, request, { from: '20240101000000Z', to: '20250101000000Z' });
    await pick(wizard, folder, 'старый.p7b', bundle(oracle, 'wizard', 'authority', 'root'), 'Выбрать другой файл');
    await expect(page.getByText('старый.p7b')).toBeVisible();
    await heading('Этот сертификат установить нельзя');
    await look(wizard, 'certificate-expired');

    certify(oracle, request);
    await pick(wizard, folder, 'цепочка.p7b', bundle(oracle, 'wizard', 'authority', 'stranger'), 'Выбрать другой файл');
    await expect(page.getByText('цепочка.p7b')).toBeVisible();
    await look(wizard, 'certificate-broken-chain');

    await press('Назад');
    await heading('Запрос готов');
    expect(wizard.faults).toEqual([]);
    await wizard.close();
    forget(wizard.profile);
  });
});
