import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { runCli } from './cli.ts';
import { accessible } from './page-looks.ts';
import { savesTo } from './system-dialogs.ts';
import { walker } from './walk.ts';
import { windowPicture } from './window-picture.ts';
import { filesHolding, forget, launchWizard, newProfile } from './wizard-app.ts';

const pictures = path.resolve(import.meta.dirname, '../../screenshots');

/** What the practice world knows of its person: numbers, names, addresses. */
const numbers = ['9900000017', '500100732259', '030000000001', '030000000002', '11223344595', '1299900000025'];
const names = ['Ромашка', 'Иванова', 'Мария', 'Тверская'];
const factoryPins = ['0987654321', '11111111'];

let folder: string;
test.beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'egais-wizard-diagnostics-'));
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Tests the zip with a program that is not ours, unpacks it, and answers the folder. */
function unzipped(file: string): string {
  expect(execFileSync('unzip', ['-t', file], { encoding: 'utf8' })).toContain('No errors detected');
  const into = file.replace(/\.zip$/, '');
  execFileSync('unzip', ['-q', file, '-d', into]);
  return into;
}

async function fits(page: Page): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
  await expect(page.locator('footer').getByRole('button').last()).toBeInViewport({ ratio: 0.99 });
}

interface Listed {
  readonly devices: readonly { readonly serial: string }[];
}

interface Saved {
  readonly file: string;
  readonly files: readonly { readonly name: string; readonly size: number }[];
}

test('by command: after a key was issued and a PIN changed the zip holds none of it, unless it is asked for', async () => {
  const profile = newProfile();
  const [newPin, wrongPin] = ['73519264', '84620317'];
  const run = (stdin: string, ...words: readonly string[]) =>
    runCli([...words, '--practice', 'renewal', '--profile-dir', profile, '--pin-stdin'], stdin);
  const { devices } = (await run('', 'tokens', 'list')).document.result as Listed;
  const serial = devices[0]?.serial ?? '?';
  // The UTM of practice is started with every command and tries the PIN it was given: that spends tries meanwhile.
  const spent = '--accept-low-pin-count';
  const changed = await run(`pki:11111111\nnew-pki:${newPin}\n`, 'token', 'change-pin', '--applet', 'pki');
  expect(changed.document.ok).toBe(true);
  const back = ['token', 'change-pin', '--applet', 'pki', spent] as const;
  expect((await run(`pki:${newPin}\nnew-pki:11111111\n`, ...back)).document.ok).toBe(true);
  const refused = await run(`pki:${wrongPin}\n`, 'access-key', 'verify', spent);
  expect(refused.document.problem?.code).toBe('TOKEN_PIN_INCORRECT');
  const place = ['--token', serial, '--issuer', 'utm', '--subdivision', '030000000001'] as const;
  const pins = 'gost:0987654321\npki:11111111\n';
  const issued = await run(pins, 'access-key', 'issue', ...place, '--accept-terms', spent);
  expect(issued.document).toMatchObject({ ok: true, result: { proven: true } });

  const file = path.join(folder, 'plain.zip');
  const saved = await run('', 'diagnostics', 'save', file);
  expect(saved.document).toMatchObject({ ok: true, result: { file } });
  const { files } = saved.document.result as Saved;
  const plain = unzipped(file);
  expect(readdirSync(plain).sort()).toEqual(files.map(({ name }) => name).sort());
  expect(files.map(({ name }) => name)).toContain('run-record.json');
  for (const { name, size } of files) expect(readFileSync(path.join(plain, name)).byteLength).toBe(size);
  expect(filesHolding(plain, [...factoryPins, newPin, wrongPin, serial, ...numbers, ...names])).toEqual([]);
  expect(readFileSync(path.join(plain, 'tokens.json'), 'utf8')).toContain(`…${serial.slice(-3)}`);

  const all = path.join(folder, 'all.zip');
  await run('', 'diagnostics', 'save', all, '--include', 'ids', '--include', 'serials', '--include', 'names');
  const shown = unzipped(all);
  for (const known of [serial, '9900000017', '030000000001', 'Ромашка']) {
    expect(filesHolding(shown, [known]), known).not.toEqual([]);
  }
  expect(filesHolding(shown, [...factoryPins, newPin, wrongPin])).toEqual([]);

  const again = await run('', 'diagnostics', 'save', file);
  expect(again.document.problem?.code).toBe('SETUP_FILE_NOT_WRITTEN');
  expect((await run('', 'diagnostics', 'save', file, '--include', 'pins')).document.problem?.code).toBe('SETUP_USAGE');
  expect(filesHolding(path.join(profile, 'logs'), [...factoryPins, newPin, wrongPin, serial, ...numbers])).toEqual([]);
  forget(profile);
});

test('in the window: what is shown is what is saved, and the identifiers come back by their ticks', async () => {
  const wizard = await launchWizard({ args: ['--practice'] });
  const { page, profile } = wizard;
  const { press, heading, passMachine, signInJaCarta, choosePlace } = walker(page);
  await passMachine();
  await signInJaCarta();
  await choosePlace('990101001');
  await page.keyboard.press('F1');
  await press('Диагностика для поддержки');
  await heading('Диагностика для поддержки');
  const tokens = page.getByRole('button', { name: /Токены и драйверы/ });
  await tokens.click();
  const contents = page.getByRole('textbox', { name: 'Содержимое: tokens.json' });
  await expect(contents).toHaveValue(/"name": "JaCarta-2 SE"/);
  for (const hidden of [...factoryPins, ...numbers, ...names])
    expect(await contents.inputValue()).not.toContain(hidden);
  await accessible(page);
  await page.screenshot({ path: path.join(pictures, 'diagnostics.png'), animations: 'disabled' });

  // The text is reached and read by the keyboard alone.
  await tokens.focus();
  await page.keyboard.press('Tab');
  await expect(contents).toBeFocused();

  await page.getByText('Имена владельцев сертификатов').click();
  await expect(contents).toHaveValue(/Ромашка/);
  expect(await contents.inputValue()).not.toContain('9900000017');
  const file = path.join(folder, 'диагностика.zip');
  await savesTo(wizard, file);
  await press('Сохранить…');
  await expect(page.locator('footer')).toContainText(`Сохранено: ${file}`);
  const saved = unzipped(file);
  expect(readFileSync(path.join(saved, 'tokens.json'), 'utf8')).toBe(await contents.inputValue());
  expect(filesHolding(saved, [...factoryPins, ...numbers])).toEqual([]);
  expect(readdirSync(folder).sort()).toEqual(['диагностика', 'диагностика.zip']);

  await press('Скопировать коротко');
  await expect(page.locator('footer')).toContainText('Скопировано');
  const short = await wizard.app.evaluate(({ clipboard }) => clipboard.readText());
  expect(short).toContain('egais-wizard 0.1.0');
  for (const hidden of [...factoryPins, ...numbers, ...names]) expect(short).not.toContain(hidden);
  await press('Назад');
  await heading('Что написано на экране?');
  expect(wizard.faults).toEqual([]);
  await wizard.close();
  forget(profile);
});

for (const [name, size, zoom, colorScheme] of [
  ['a small screen', { width: 1024, height: 600 }, 1, 'light'],
  ['at 200 %, in the dark', { width: 1280, height: 800 }, 2, 'dark'],
] as const) {
  test(`the page fits ${name}`, async () => {
    const wizard = await launchWizard({ args: ['--practice'], size, colorScheme });
    const { page } = wizard;
    const { press, heading } = walker(page);
    await wizard.app.evaluate(
      ({ BrowserWindow }, factor) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(factor),
      zoom,
    );
    await heading(/Всё готово|Можно продолжать/);
    await page.keyboard.press('F1');
    await press('Диагностика для поддержки');
    await page.getByRole('button', { name: /Журнал мастера/ }).click();
    await fits(page);
    await accessible(page);
    await windowPicture(wizard, `diagnostics-${zoom}`);
    expect(wizard.faults).toEqual([]);
    await wizard.close();
    forget(wizard.profile);
  });
}

test('an error of the window comes into the log and the diagnostics, without what is nobody’s business', async () => {
  const wizard = await launchWizard({ args: ['--practice'] });
  const { page, profile } = wizard;
  const { press, heading } = walker(page);
  await heading(/Всё готово|Можно продолжать/);
  await page.evaluate(() => {
    setTimeout(() => {
      throw new Error('Упало: pin=12345678, ИНН 9900000017');
    });
  });
  await expect
    .poll(() => filesHolding(path.join(profile, 'logs'), ['window-console']), { timeout: 20_000 })
    .not.toEqual([]);
  await page.keyboard.press('F1');
  await press('Диагностика для поддержки');
  await page.getByRole('button', { name: /Журнал мастера/ }).click();
  await expect(page.getByRole('textbox', { name: 'Содержимое: app.log' })).toHaveValue(/Упало: pin=‹…›, ИНН ‹…017›/);
  expect(filesHolding(path.join(profile, 'logs'), ['12345678', '9900000017'])).toEqual([]);
  await wizard.close();
  forget(profile);
});
