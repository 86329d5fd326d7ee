import { expect, type Page } from '@playwright/test';

/** What a person does in the window, in the words the person sees. */
export const walker = (page: Page) => {
  const press = (name: string | RegExp) => page.getByRole('button', { name }).click();
  const heading = (name: string | RegExp) => expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  const consent = () => page.getByText('Я принимаю условия выдачи ключей доступа к ЕГАИС', { exact: true }).click();
  const chooseWay = async (name: string) => {
    await press('Другой способ');
    const dialog = page.getByRole('dialog', { name: 'Как получить ключ' });
    await dialog.getByText(name, { exact: true }).click();
    await dialog.getByRole('button', { name: 'Выбрать этот способ' }).click();
    await expect(dialog).toHaveCount(0);
  };
  return {
    press,
    heading,
    consent,
    chooseWay,
    typePin: (part: string, pin: string) => page.getByLabel(`PIN-код ${part}`, { exact: true }).fill(pin),
    async passMachine() {
      await heading(/Всё готово|Можно продолжать/);
      await press('Продолжить');
    },
    async signInJaCarta(gost = '0987654321', pki = '11111111') {
      await heading('Введите PIN-коды токена');
      await page.getByRole('textbox', { name: 'PIN-код ГОСТ' }).fill(gost);
      await press('Войти в ГОСТ');
      await expect(page.getByRole('button', { name: 'Войти в PKI' })).toBeVisible();
      await page.getByRole('textbox', { name: 'PIN-код PKI' }).fill(pki);
      await press('Войти в PKI');
      await heading('Токен готов');
      await press('Продолжить');
    },
    async choosePlace(kppOrAddress: string) {
      await heading('Для какой точки ключ?');
      await page.getByText(kppOrAddress).first().click();
      await press('Выбрать эту точку');
    },
    /** The direct request to the UTM, which the wizard takes by itself only for a renewal. */
    async createKey() {
      await heading('Проверьте перед записью ключа');
      const direct = page.getByRole('button', { name: 'Создать ключ' });
      if (!(await direct.isVisible())) await chooseWay('УТМ на этом компьютере');
      await consent();
      await direct.click();
    },
    /** What a person reads on the case, here in the summary. */
    async readTail(): Promise<string> {
      const summary = await page.getByRole('main').textContent();
      return (/№ (\w{8,})/.exec(summary ?? '')?.[1] ?? '').slice(-4);
    },
    typeTail: (tail: string) => page.getByLabel('Последние четыре знака номера токена').fill(tail),
  };
};
