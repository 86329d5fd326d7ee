import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron as electron, expect, type Page, test } from '@playwright/test';
import { type KnownTokens, knownTokensSchema } from '../../src/shared/domain/known-token.ts';
import { argvOfExec } from '../support/exec-line.ts';
import { type NoticeAnswer, notificationServer } from '../support/notification-server.ts';
import { accessible } from './page-looks.ts';
import { walker } from './walk.ts';
import { windowPicture } from './window-picture.ts';
import { forget, launchWizard, newProfile } from './wizard-app.ts';

const root = path.resolve(import.meta.dirname, '../..');

let profile: string;
let folder: string;
let server: ReturnType<typeof notificationServer>;

test.beforeEach(() => {
  profile = newProfile();
  folder = mkdtempSync(path.join(tmpdir(), 'egais-wizard-notices-'));
  server = notificationServer(folder);
});
test.afterEach(() => {
  forget(profile);
  rmSync(folder, { recursive: true, force: true });
});

const practice = () => path.join(profile, 'practice', 'renewal');
const autostartFile = () => path.join(practice(), 'autostart', 'egais-wizard-reminders.desktop');

const memory = (): KnownTokens =>
  knownTokensSchema.parse(JSON.parse(readFileSync(path.join(practice(), 'known-tokens.json'), 'utf8')));
const given = () => memory().tokens.flatMap(({ shown }) => shown);

const tickBox = (page: Page) => page.getByRole('checkbox', { name: /^Напоминать за 90, 30 и 7 дней/ });

/** A shop whose access key ends in some days asks to be reminded, and closes the wizard. */
async function askForReminders(): Promise<void> {
  const wizard = await launchWizard({ args: ['--practice', 'renewal'], profile });
  await walker(wizard.page).heading('Всё готово');
  await expect(tickBox(wizard.page)).not.toBeChecked();
  await wizard.page.getByText('Напоминать за 90, 30 и 7 дней').click();
  await expect(tickBox(wizard.page)).toBeChecked();
  await expect.poll(() => existsSync(autostartFile())).toBe(true);
  expect(wizard.faults).toEqual([]);
  await wizard.close();
}

/** The words that the desktop starts the program with. */
const wordsOfSession = (): readonly string[] => {
  const [, exec = ''] = /^Exec=(.*)$/m.exec(readFileSync(autostartFile(), 'utf8')) ?? [];
  return argvOfExec(exec);
};

/** Told inside the program, before any of it runs: every window and every process that it opens. */
const watch = `
const { app, utilityProcess } = require('electron');
const children = require('node:child_process');
const { appendFileSync } = require('node:fs');
const note = (what) => appendFileSync(process.env.OPENED, what + '\\n');
app.on('browser-window-created', () => note('window'));
for (const [owner, name] of [[utilityProcess, 'fork'], [children, 'spawn'], [children, 'fork']]) {
  const own = owner[name];
  owner[name] = (...args) => (note(name), own.apply(owner, args));
}
`;

const environment = (answer: NoticeAnswer): Record<string, string> => {
  const all = { ...process.env, ...server.environment(answer), OPENED: path.join(folder, 'opened.txt') };
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
};

/** The words of a session, watched. */
function watched(words: readonly string[]): string[] {
  const watching = path.join(folder, 'watch.cjs');
  writeFileSync(watching, watch);
  return ['-r', watching, ...words];
}

function opened(): readonly string[] {
  const file = path.join(folder, 'opened.txt');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
}

/** Starts the program as the session does, to its end; answers its exit code and what it opened. */
async function session([program = '', ...words]: readonly string[], answer: NoticeAnswer) {
  const child = spawn(program, watched(words), { cwd: root, stdio: 'ignore', env: environment(answer) });
  const [code] = await once(child, 'exit');
  return { code, opened: opened() };
}

const nothingOpened = { code: 0, opened: [] };

test('with nothing remembered the session goes on at once: no notice, no window, no other process', async () => {
  await askForReminders();
  const words = wordsOfSession();
  rmSync(practice(), { recursive: true });
  expect(await session(words, 'pressed')).toEqual(nothingOpened);
  expect(server.notices()).toEqual([]);
  // Nothing of practice was opened for it either.
  expect(existsSync(practice())).toBe(false);
});

test('the line that the tick box wrote shows one notice, which is given once for the window too', async () => {
  await askForReminders();
  const words = wordsOfSession();
  expect(words).toContain('--remind');
  expect(given()).toEqual([]);

  expect(await session(words, 'closed')).toEqual(nothingOpened);
  expect(server.notices()).toEqual([
    { title: 'Пора сменить ключ доступа', body: expect.stringMatching(/^Ключ доступа на токене JaCarta-2 SE …/) },
  ]);
  expect(given()).toMatchObject([{ key: 'access-key', days: 30 }]);

  expect(await session(words, 'pressed')).toEqual(nothingOpened);
  expect(server.notices()).toHaveLength(1);

  const wizard = await launchWizard({ args: ['--practice', 'renewal'], profile });
  await walker(wizard.page).heading('Всё готово');
  await expect(tickBox(wizard.page)).toBeChecked();
  await expect(wizard.page.getByText('Пора сменить ключ доступа')).toHaveCount(0);
  await wizard.page.getByText('Напоминать за 90, 30 и 7 дней').click();
  await expect.poll(() => existsSync(autostartFile())).toBe(false);
  await wizard.close();
});

test('pressing the notice opens the window on the token it speaks of', async () => {
  await askForReminders();
  const [executablePath = '', ...args] = wordsOfSession();
  const app = await electron.launch({ executablePath, args: watched(args), cwd: root, env: environment('pressed') });
  const ended = once(app.process(), 'exit');
  const page = await app.firstWindow();
  await walker(page).heading('Всё готово');
  await expect(page.getByRole('list', { name: /^Известные токены/ })).toContainText('JaCarta-2 SE');
  expect(given()).toHaveLength(1);
  // Only now there is a window, and what it needs of tokens and services.
  expect(opened()).toEqual(expect.arrayContaining(['window', 'fork']));
  await app.close();
  expect(await ended).toEqual([0, null]);
});

for (const answer of ['refused', 'no-server'] as const) {
  test(`where the notice cannot be shown (${answer}), the program ends all the same and the notice stays due`, async () => {
    await askForReminders();
    expect(await session(wordsOfSession(), answer)).toEqual(nothingOpened);
    expect(given()).toEqual([]);
  });
}

test('what the system refuses is said beside the box, which stays without its tick', async () => {
  const wizard = await launchWizard({ args: ['--practice', 'renewal'], profile, size: { width: 1024, height: 600 } });
  await walker(wizard.page).heading('Всё готово');
  // A file where the folder should be: nobody can write into it.
  writeFileSync(path.dirname(autostartFile()), '');
  await wizard.page.getByText('Напоминать за 90, 30 и 7 дней').click();
  const said = wizard.page.getByRole('status').filter({ hasText: 'Запуск при входе в систему не изменён' });
  await expect(said).toContainText('egais-wizard-reminders.desktop');
  await expect(tickBox(wizard.page)).not.toBeChecked();
  await accessible(wizard.page);
  await windowPicture(wizard, 'reminders-refused');
  rmSync(path.dirname(autostartFile()));
  await wizard.page.getByText('Напоминать за 90, 30 и 7 дней').click();
  await expect(tickBox(wizard.page)).toBeChecked();
  await expect(said).toHaveCount(0);
  expect(wizard.faults).toEqual([]);
  await wizard.close();
});

for (const [name, size, zoom] of [
  ['a small screen', { width: 1024, height: 600 }, 1],
  ['200 %', { width: 1280, height: 800 }, 2],
] as const) {
  test(`the tick box tells what it does on ${name}`, async () => {
    const wizard = await launchWizard({ args: ['--practice', 'renewal'], profile, size });
    await wizard.app.evaluate(
      ({ BrowserWindow }, factor) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(factor),
      zoom,
    );
    await walker(wizard.page).heading('Всё готово');
    await expect(tickBox(wizard.page)).toHaveAccessibleDescription(/При входе в систему мастер запустится без окна/);
    await tickBox(wizard.page).focus();
    await wizard.page.keyboard.press('Space');
    await expect(tickBox(wizard.page)).toBeChecked();
    await wizard.page.getByText('При входе в систему мастер запустится').scrollIntoViewIfNeeded();
    // A name is broken between words, not between letters.
    const holder = await wizard.page.getByText('ООО «Ромашка»', { exact: true }).boundingBox();
    expect(holder?.width).toBeGreaterThan(holder?.height ?? 0);
    const overflow = await wizard.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
    await accessible(wizard.page);
    await windowPicture(wizard, `reminders-${zoom}`);
    await wizard.close();
  });
}
