import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { walker } from './walk.ts';
import { forget, launchWizard, type WizardApp } from './wizard-app.ts';

const pictures = path.resolve(import.meta.dirname, '../../screenshots');

let folder: string;
test.beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'egais-wizard-files-'));
});
test.afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function accessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}

/** The system's own dialog is not ours to drive: the person saves this file in it. */
const savesTo = ({ app }: WizardApp, file: string) =>
  app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
  }, file);

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

const picture = (page: Page, name: string) =>
  page.screenshot({ path: path.join(pictures, `${name}.png`), animations: 'disabled' });

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
