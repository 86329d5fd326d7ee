import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { accessible, picture } from './page-looks.ts';
import { picks, savesTo } from './system-dialogs.ts';
import { walker } from './walk.ts';
import type { WizardApp } from './wizard-app.ts';

export const gostPin = '0987654321';

/** What stands in the papers of an invented organisation, by the labels of the form. */
export const papers: Readonly<Record<string, string>> = {
  'Название организации': 'ООО «Ромашка»',
  'ИНН организации': '9900000017',
  ОГРН: '1299900000025',
  Фамилия: 'Иванова',
  'Имя и отчество': 'Мария Петровна',
  Должность: 'Генеральный директор',
  'ИНН человека': '500100732259',
  СНИЛС: '112-233-445 95',
  Регион: '77 г. Москва',
  'Населённый пункт': 'г. Москва',
  'Улица, дом, помещение': 'ул. Тверская, д. 12, стр. 1',
};

/** The page is looked at: a picture, axe, and nothing to be scrolled sideways on a small screen. */
export async function look({ app, page }: WizardApp, name: string): Promise<void> {
  const resize = (width: number, height: number) =>
    app.evaluate(
      ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size[0] ?? 0, size[1] ?? 0),
      [width, height],
    );
  await picture(page, `qualified-${name}`);
  await accessible(page);
  await resize(1024, 600);
  await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(1024);
  expect(
    await page.evaluate(() =>
      [...document.querySelectorAll('main, html')].every((box) => box.scrollWidth <= box.clientWidth),
    ),
  ).toBe(true);
  await picture(page, `qualified-${name}-1024x600`);
  await resize(1280, 800);
  await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(1280);
}

/** The way to a signature as a person goes it. */
export const way = (page: Page) => {
  const { press, heading, passMachine } = walker(page);
  return {
    async open(authority: string) {
      await passMachine();
      await heading('С этим токеном пока нельзя продолжить');
      await page.getByRole('main').getByRole('button', { name: 'Получить подпись' }).first().click();
      await heading('Кто выпустит подпись?');
      await page.getByRole('radio', { name: authority }).check({ force: true });
      await press('Продолжить');
    },
    async fill(values = papers) {
      for (const [label, value] of Object.entries(values)) {
        await page.getByLabel(label, { exact: true }).fill(value);
      }
    },
    async signInGost() {
      await press('Войти в ГОСТ');
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox', { name: 'PIN-код ГОСТ' }).fill(gostPin);
      await dialog.getByRole('button', { name: 'Войти в ГОСТ' }).click();
      await expect(dialog).toHaveCount(0);
    },
    async makeRequest(values = papers) {
      await heading('Для кого подпись?');
      await this.fill(values);
      await press('Проверить и продолжить');
      await heading('Проверьте перед созданием ключа');
      await this.signInGost();
      await press('Создать запрос');
    },
  };
};

/** The request as the person saves it, DER. */
export async function saveRequest(wizard: WizardApp, folder: string): Promise<Uint8Array> {
  const file = path.join(folder, 'запрос.p10');
  await savesTo(wizard, file);
  await wizard.page.getByRole('button', { name: 'Файл .p10' }).click();
  await expect(wizard.page.getByText(file).first()).toBeVisible();
  return new Uint8Array(readFileSync(file));
}

/** The person picks this file as what the authority gave. */
export async function pick(
  wizard: WizardApp,
  folder: string,
  name: string,
  bytes: Uint8Array,
  button: string | RegExp,
) {
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  await picks(wizard, file);
  await wizard.page.getByRole('main').or(wizard.page.locator('footer')).getByRole('button', { name: button }).click();
}
