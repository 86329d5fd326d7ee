import { expect, type Page, test } from '@playwright/test';
import { walker } from './walk.ts';
import { forget, launchWizard } from './wizard-app.ts';

/** Nothing sticks out sideways, and the verb of the page is in sight without scrolling. */
async function fits(page: Page): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
  await expect(page.locator('footer').getByRole('button').last()).toBeInViewport({ ratio: 0.99 });
}

/** The way of a new shop, looking at every page. */
async function walkLooking(page: Page): Promise<void> {
  const { press, heading, signInJaCarta, choosePlace, createKey } = walker(page);
  await heading('Всё готово');
  await fits(page);
  await press('Продолжить');
  await heading('Введите PIN-коды токена');
  await fits(page);
  await signInJaCarta();
  await heading('Для какой точки ключ?');
  await fits(page);
  await choosePlace('990101001');
  await heading('Проверьте перед записью ключа');
  await fits(page);
  await createKey();
  await heading('Ключ доступа готов');
  await fits(page);
  await press('Продолжить');
  await heading('УТМ работает');
  await fits(page);
}

for (const [name, size, zoom, colorScheme] of [
  ['a small screen', { width: 1024, height: 600 }, 1, 'light'],
  ['at 200 %, in the dark', { width: 1280, height: 800 }, 2, 'dark'],
] as const) {
  test(`the way fits ${name}`, async () => {
    const wizard = await launchWizard({ args: ['--practice'], size, colorScheme });
    await wizard.app.evaluate(
      ({ BrowserWindow }, factor) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(factor),
      zoom,
    );
    await walkLooking(wizard.page);
    expect(wizard.faults).toEqual([]);
    await wizard.close();
    forget(wizard.profile);
  });
}

test('the keyboard alone leads through the PIN page, and English is one press away', async () => {
  const wizard = await launchWizard({ args: ['--practice'] });
  const { page } = wizard;
  const { heading } = walker(page);
  await heading('Всё готово');
  await page.getByText('English').click();
  await heading('Everything is ready');
  await page.getByRole('button', { name: 'Continue' }).focus();
  await page.keyboard.press('Enter');
  // The heading has the focus, so that a screen reader says where we are; the first field is next.
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('textbox', { name: 'GOST PIN' })).toBeFocused();
  await page.keyboard.type('0987654321');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'PKI PIN' })).toBeFocused();
  await page.keyboard.type('11111111');
  await page.keyboard.press('Enter');
  await heading('The token is ready');
  expect(wizard.faults).toEqual([]);
  await wizard.close();
  forget(wizard.profile);
});
