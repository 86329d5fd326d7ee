import { expect, test } from '@playwright/test';
import { runCli } from './cli.ts';
import { accessible, picture as keepPicture } from './page-looks.ts';
import { walker } from './walk.ts';
import { forget, launchWizard } from './wizard-app.ts';

/** The way to the last step with the key that is on the token. */
async function keepingTheKey(scenario: string) {
  const wizard = await launchWizard({ args: ['--practice', scenario] });
  const walk = walker(wizard.page);
  await walk.passMachine();
  await walk.signInJaCarta();
  await walk.choosePlace('990101001');
  await walk.heading('Проверьте перед записью ключа');
  await walk.press('Оставить нынешний ключ');
  await walk.heading('Оставили нынешний ключ');
  await walk.press('Продолжить');
  const picture = async (name: string) => {
    // While the UTM is asked the button is dimmed, and it brightens slowly.
    await expect(wizard.page.getByRole('button', { name: 'Проверить снова' })).toBeEnabled();
    await wizard.page.evaluate(() =>
      Promise.all(document.getAnimations().map(({ finished }) => finished)).then(() => 0),
    );
    await accessible(wizard.page);
    await keepPicture(wizard.page, name);
  };
  const end = async () => {
    expect(wizard.faults).toEqual([]);
    await wizard.close();
  };
  return { ...walk, page: wizard.page, profile: wizard.profile, picture, end };
}

test('the signature was renewed: a UTM that shows all as valid is not called working, and a new key mends it', async () => {
  const { page, profile, heading, press, createKey, picture, end } = await keepingTheKey('utm-signature-renewed');
  await heading('Подпись обновили, а ключ доступа остался от прежней');
  await expect(page.getByText('УТМ видит ключ доступа')).toBeVisible();
  await expect(page.getByText('УТМ не подписывает документы', { exact: true })).toBeVisible();
  await expect(page.getByText('УТМ работает')).toHaveCount(0);
  await picture('utm-signature-renewed');

  await press(/Ключ доступа/);
  await press('Всё же создать новый ключ');
  await createKey();
  await heading('Ключ доступа готов');
  await press('Продолжить');
  await heading('УТМ работает');
  await end();
  const { document } = await runCli(['utm', 'status', '--practice', 'utm-signature-renewed', '--profile-dir', profile]);
  expect(document).toMatchObject({ ok: true, result: { verdict: { id: 'working' } } });
  forget(profile);
});

test('a UTM that tries a wrong PIN: stop it, and what its log says is there to be copied', async () => {
  const { page, profile, heading, press, picture, end } = await keepingTheKey('utm-pin-refused');
  await heading('УТМ пробует неверный PIN-код');
  await expect(page.getByText('Сразу остановите УТМ', { exact: false })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Запустить УТМ' })).toHaveCount(0);
  await press('Журнал УТМ, последние строки');
  await expect(page.getByText('CKR_PIN_INCORRECT')).toBeVisible();
  await expect(page.getByText('0987654321')).toHaveCount(0);
  await expect(page.getByText('УТМ не может войти на токен')).toBeVisible();
  await picture('utm-pin-refused');
  await end();
  forget(profile);
});
