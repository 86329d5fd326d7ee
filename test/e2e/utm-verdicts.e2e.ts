import { expect, test } from '@playwright/test';
import { runCli } from './cli.ts';
import { accessible, picture as keepPicture } from './page-looks.ts';
import { walker } from './walk.ts';
import { forget, launchWizard } from './wizard-app.ts';

/** The way to the place of the key that is on the token. */
async function atTheKey(scenario: string) {
  const wizard = await launchWizard({ args: ['--practice', scenario] });
  const walk = walker(wizard.page);
  await walk.passMachine();
  await walk.signInJaCarta();
  await walk.choosePlace('990101001');
  await walk.heading('Проверьте перед записью ключа');
  const keep = async () => {
    await walk.press('Оставить нынешний ключ');
    await walk.heading('Оставили нынешний ключ');
    await walk.press('Продолжить');
  };
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
  return { ...walk, page: wizard.page, profile: wizard.profile, keep, picture, end };
}

test('the signature was renewed: the key of the former one is not offered to be kept, and a new key mends the UTM', async () => {
  const { page, profile, heading, press, createKey, end } = await atTheKey('utm-signature-renewed');
  await expect(page.getByText('он связан с прежней подписью', { exact: false })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Оставить нынешний ключ' })).toHaveCount(0);
  await accessible(page);
  await keepPicture(page, 'access-key-of-former-signature');
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
  const { page, profile, heading, press, keep, picture, end } = await atTheKey('utm-pin-refused');
  await keep();
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
