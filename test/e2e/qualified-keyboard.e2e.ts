import { expect, type Locator, type Page, test } from '@playwright/test';
import { accessible } from './page-looks.ts';
import { gostPin, papers, way } from './qualified-way.ts';
import { walker } from './walk.ts';
import { windowPicture } from './window-picture.ts';
import { forget, launchWizard, type WizardApp } from './wizard-app.ts';

test.setTimeout(240_000);

/** More than any page has. */
const mostStops = 80;

/** Goes on by Tab until it is there, as somebody without a mouse does. */
async function tabTo(page: Page, target: Locator, most = mostStops): Promise<void> {
  await expect(target).toBeVisible();
  for (let stop = 0; stop <= most; stop += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not come to ${target}`);
}

const pressBy = async (page: Page, name: string, scope: Page | Locator = page) => {
  await tabTo(page, scope.getByRole('button', { name }).first());
  await page.keyboard.press('Enter');
};

/** What has the focus is seen whole: neither beyond an edge nor under the bar at the foot of the page. */
const seenWhole = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const focused = document.activeElement;
    const box = focused?.getBoundingClientRect();
    if (!focused || !box) return false;
    const middle = box.left + box.width / 2;
    return [box.top + 2, box.bottom - 2].every((height) => document.elementFromPoint(middle, height) === focused);
  });

/** The words that a screen reader says of a field beside its name. */
const describedBy = (field: Locator): Promise<string> =>
  field.evaluate((element) =>
    (element.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' '),
  );

async function fits({ page }: WizardApp): Promise<void> {
  expect(
    await page.evaluate(() =>
      [...document.querySelectorAll('main, html')].every((box) => box.scrollWidth <= box.clientWidth),
    ),
  ).toBe(true);
  await expect(page.locator('footer').getByRole('button').last()).toBeInViewport({ ratio: 0.99 });
}

for (const [name, size, zoom, colorScheme] of [
  ['on a small screen', { width: 1024, height: 600 }, 1, 'light'],
  ['at 200 %, in the dark', { width: 1280, height: 800 }, 2, 'dark'],
] as const) {
  test(`a request is asked for by the keyboard alone, ${name}`, async () => {
    const wizard = await launchWizard({ args: ['--practice', 'no-certificate'], size, colorScheme });
    const { page } = wizard;
    const { heading } = walker(page);
    await way(page).open('Другой удостоверяющий центр');
    await wizard.app.evaluate(
      ({ BrowserWindow }, factor) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(factor),
      zoom,
    );
    const fieldOf = (label: string) => page.getByLabel(label, { exact: true });

    await heading('Для кого подпись?');
    await fits(wizard);
    await tabTo(page, fieldOf('Название организации'));
    await page.keyboard.press('Enter');
    await expect(fieldOf('Название организации')).toBeFocused();
    await expect(page.getByText('Исправьте 11 полей').first()).toBeVisible();
    await expect(page.locator('[aria-live], [role=status]').filter({ hasText: 'Исправьте 11 полей' })).not.toHaveCount(
      0,
    );
    expect(await seenWhole(page)).toBe(true);

    const wrong = { ...papers, 'ИНН человека': '500100732258' };
    for (const [label, value] of Object.entries(wrong)) {
      const field = fieldOf(label);
      // In the order of the papers; a field that may be left empty is one stop more.
      await tabTo(page, field, 2);
      await expect(field).toHaveAttribute('aria-invalid', 'true');
      expect(await describedBy(field), label).toMatch(/Заполните|Введите|Нужно|обязательн/i);
      expect(await seenWhole(page), label).toBe(true);
      await page.keyboard.type(value);
    }
    const inn = fieldOf('ИНН человека');
    await page.keyboard.press('Enter');
    await expect(inn).toBeFocused();
    expect(await seenWhole(page)).toBe(true);
    expect(await describedBy(inn)).toContain('Контрольные цифры не сходятся');
    await expect(page.getByRole('alert').filter({ hasText: 'Контрольные цифры не сходятся' })).toBeVisible();
    await accessible(page);
    await fits(wizard);
    await windowPicture(wizard, `qualified-keyboard-${zoom}`);

    await page.keyboard.press('Control+A');
    await page.keyboard.type(papers['ИНН человека'] ?? '');
    await expect(inn).toHaveAttribute('aria-invalid', 'false');
    await page.keyboard.press('Enter');
    await heading('Проверьте перед созданием ключа');
    await fits(wizard);
    await pressBy(page, 'Войти в ГОСТ');
    const dialog = page.getByRole('dialog');
    await tabTo(page, dialog.getByRole('textbox', { name: 'PIN-код ГОСТ' }));
    await page.keyboard.type(gostPin);
    await page.keyboard.press('Enter');
    await expect(dialog).toHaveCount(0);
    await pressBy(page, 'Создать запрос');
    await heading('Запрос готов');
    await fits(wizard);
    await accessible(page);
    expect(wizard.faults).toEqual([]);
    await wizard.close();
    forget(wizard.profile);
  });
}
