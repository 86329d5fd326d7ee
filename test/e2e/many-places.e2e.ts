import { expect, test } from '@playwright/test';
import { launchAtPlaces, placeList } from './many-places.ts';
import { accessible } from './page-looks.ts';
import { walker } from './walk.ts';
import { forget } from './wizard-app.ts';

test('a hundred thousand places: typing finds, the keyboard chooses, and the document stays small', async () => {
  test.setTimeout(300_000);
  const wizard = await launchAtPlaces(100_000);
  const { page } = wizard;
  const search = page.getByRole('searchbox');
  const list = placeList(page);
  const chosen = page.getByRole('option', { selected: true });
  const fewRows = async () => expect(await page.getByRole('option').count()).toBeLessThan(40);

  // The place on the token is the first of all, and chosen.
  await expect(chosen).toContainText('Сейчас на токене');
  await expect(chosen).toHaveAttribute('aria-setsize', '100000');
  await fewRows();
  await accessible(page);

  // From one end to the other by keys alone, and back by one button.
  await list.focus();
  await page.keyboard.press('End');
  await expect(chosen).toHaveAttribute('aria-posinset', '100000');
  await expect(chosen).toBeInViewport({ ratio: 0.9 });
  await fewRows();
  await page.keyboard.press('PageUp');
  await expect(chosen).not.toHaveAttribute('aria-posinset', '100000');
  await expect(chosen).toBeInViewport({ ratio: 0.9 });
  await expect(list).toHaveAttribute('aria-activedescendant', (await chosen.getAttribute('id')) ?? '');
  await page.getByRole('button', { name: 'К месту, которое сейчас на токене' }).click();
  await expect(chosen).toContainText('Сейчас на токене');
  await expect(list).toBeFocused();

  // A letter on the list goes to the search; a keyboard left in Latin is understood, and that is said.
  await page.keyboard.type('rjhjktd');
  await expect(search).toHaveValue('rjhjktd');
  await expect(page.getByText('Показано по запросу «королев»')).toBeVisible();
  await expect(page.getByRole('option').first()).toContainText('Королёв');
  await accessible(page);
  await search.fill('гагарина новосибирск');
  await expect(page.getByRole('option').first()).toContainText('Новосибирск, ул. Гагарина');
  await fewRows();

  // Down into what was found, one further, and on.
  await page.keyboard.press('ArrowDown');
  await expect(list).toBeFocused();
  await expect(chosen).toHaveAttribute('aria-posinset', '1');
  await page.keyboard.press('ArrowDown');
  await expect(chosen).toHaveAttribute('aria-posinset', '2');
  const fsrarId = /FSRAR ID (\d{12})/.exec((await chosen.textContent()) ?? '')?.[1] ?? '';
  await page.keyboard.press('Enter');
  await walker(page).heading('Проверьте перед записью ключа');
  await expect(page.getByText(fsrarId).first()).toBeVisible();

  // And it is still the chosen one, in sight, on the way back.
  await page.getByRole('button', { name: 'Назад' }).click();
  await expect(chosen).toContainText(fsrarId, { timeout: 60_000 });
  await expect(chosen).toBeInViewport({ ratio: 0.9 });

  await search.fill('такой улицы нет');
  await expect(page.getByText('По запросу «такой улицы нет» ничего нет')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Выбрать эту точку' })).toBeDisabled();
  expect(wizard.faults).toEqual([]);
  await wizard.close();
  forget(wizard.profile);
});

for (const [name, size, zoom] of [
  ['on a small screen', { width: 1024, height: 600 }, 1],
  ['at 200 %', { width: 1280, height: 800 }, 2],
] as const) {
  test(`a long list ${name}: nothing sticks out, the footer stays, the keys lead through`, async () => {
    const wizard = await launchAtPlaces(1_000, { size });
    const { page } = wizard;
    await wizard.app.evaluate(
      ({ BrowserWindow }, factor) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(factor),
      zoom,
    );
    await placeList(page).focus();
    await page.keyboard.press('End');
    const chosen = page.getByRole('option', { selected: true });
    await expect(chosen).toHaveAttribute('aria-posinset', '1000');
    await expect(chosen).toBeInViewport({ ratio: 0.9 });
    await expect(page.locator('footer').getByRole('button').last()).toBeInViewport({ ratio: 0.99 });
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBeLessThanOrEqual(0);
    expect(wizard.faults).toEqual([]);
    await wizard.close();
    forget(wizard.profile);
  });
}
