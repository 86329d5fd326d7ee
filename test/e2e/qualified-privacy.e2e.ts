import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { bundle, certify, makeAuthority } from '../oracle/gost-authority.ts';
import { type GostOracle, openGostOracle } from '../oracle/openssl-gost.ts';
import { makeKey, makeRequest } from '../pki/openssl-authority.ts';
import { runCli } from './cli.ts';
import { papers, pick, way } from './qualified-way.ts';
import { savesTo } from './system-dialogs.ts';
import { walker } from './walk.ts';
import { filesHolding, forget, launchWizard, newProfile } from './wizard-app.ts';

/** A subject with words that stand nowhere else, by the labels of the form. */
const marked: Readonly<Record<string, string>> = {
  ...papers,
  'Название организации': 'ООО «Кракозябра»',
  Подразделение: 'Лавка Перламутр',
  Фамилия: 'Заморочкина',
  'Имя и отчество': 'Капитолина Африкановна',
  'Населённый пункт': 'пгт. Верхние Хвощи',
  'Улица, дом, помещение': 'ул. Кривоколенная, д. 77',
  'Общее имя': 'Салон на углу Загогулиной',
  'Электронная почта': 'zamor@kraken.example',
};

/** What of it tells of somebody: words by themselves, because logs hold them by themselves, and numbers. */
const telling = [
  ...['Кракозябра', 'Лавка Перламутр', 'Заморочкина', 'Капитолина', 'Африкановна', 'пгт. Верхние Хвощи'],
  ...['ул. Кривоколенная, д. 77', 'Салон на углу Загогулиной', 'zamor@kraken.example'],
  ...['9900000017', '1299900000025', '500100732259', '11223344595', '112-233-445 95'],
];

/** Of a certificate that came from somebody else. */
const strangersName = ['C = RU', 'O = ООО «Тарабарщина»', 'CN = ООО «Тарабарщина»', 'SN = Закорючкин', 'GN = Пафнутий'];
const telling2 = ['Тарабарщина', 'Закорючкин', 'Пафнутий'];

let oracle: GostOracle;
let folder: string;
test.beforeAll(() => {
  oracle = openGostOracle();
  makeAuthority(oracle);
});
test.afterAll(() => oracle.close());
test.beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'qualified-privacy-'));
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

function unzipped(file: string): string {
  const into = `${file}-unzipped`;
  execFileSync('unzip', ['-q', file, '-d', into]);
  expect(readdirSync(into)).toContain('app.log');
  return into;
}

/** The page falls over a text, as a fault of ours would have it. */
const fallOver = (page: Page, text: string) =>
  page.evaluate((message) => {
    setTimeout(() => {
      throw new Error(message);
    });
  }, text);

test('in the window: whose request is made, and whose certificate came, is in no log and no diagnostics', async () => {
  const wizard = await launchWizard({ args: ['--practice', 'no-certificate'] });
  const { page, profile } = wizard;
  const { press, heading } = walker(page);
  const logs = path.join(profile, 'logs');
  const logged = (mark: string) => expect.poll(() => filesHolding(logs, [mark]), { timeout: 20_000 }).not.toEqual([]);
  const steps = way(page);
  await steps.open('Другой удостоверяющий центр');
  await steps.makeRequest(marked);
  await heading('Запрос готов');
  await fallOver(page, `first fall: ${telling.join('; ')}; ${telling.join('; ').toUpperCase()}`);
  await logged('first fall');

  const key = { kind: 'gost', set: 'A', bits: 256 } as const;
  makeKey(oracle, 'other', key);
  certify(oracle, makeRequest(oracle, 'other', key, strangersName));
  await pick(
    wizard,
    folder,
    'Заморочкина Капитолина.p7b',
    bundle(oracle, 'wizard', 'authority'),
    'Установить сертификат из файла',
  );
  await heading('Этот сертификат установить нельзя');
  await fallOver(page, `second fall: ${[...telling, ...telling2].join('; ')}`);
  await logged('second fall');
  expect(filesHolding(logs, [...telling, ...telling2, 'ЗАМОРОЧКИНА'])).toEqual([]);

  await page.keyboard.press('F1');
  await press('Диагностика для поддержки');
  const file = path.join(folder, 'диагностика.zip');
  await savesTo(wizard, file);
  await press('Сохранить…');
  await expect(page.locator('footer')).toContainText(`Сохранено: ${file}`);
  expect(filesHolding(unzipped(file), [...telling, ...telling2])).toEqual([]);
  await press('Скопировать коротко');
  await expect(page.locator('footer')).toContainText('Скопировано');
  const short = await wizard.app.evaluate(({ clipboard }) => clipboard.readText());
  for (const told of [...telling, ...telling2]) expect(short).not.toContain(told);
  await wizard.close();
  forget(profile);
});

test('by command: a request of an earlier day is known to the log and to diagnostics, and left out', async () => {
  const profile = newProfile();
  const run = (stdin: string, ...words: readonly string[]) =>
    runCli([...words, '--practice', 'no-certificate', '--profile-dir', profile, '--pin-stdin'], stdin);
  const subject = path.join(folder, 'subject.json');
  const values = {
    organization: marked['Название организации'],
    organizationUnit: marked.Подразделение,
    commonName: marked['Общее имя'],
    surname: marked.Фамилия,
    givenName: marked['Имя и отчество'],
    title: 'Генеральный директор',
    inn: '500100732259',
    snils: '11223344595',
    innLegalEntity: '9900000017',
    ogrn: '1299900000025',
    region: '77 г. Москва',
    locality: marked['Населённый пункт'],
    street: marked['Улица, дом, помещение'],
    email: marked['Электронная почта'],
  };
  writeFileSync(subject, JSON.stringify({ values }));
  const asked = ['request', 'create', '--kind', 'organization', '--subject', subject] as const;
  const nowhere = await run('gost:0987654321\n', ...asked, '--out', path.join(folder, 'нигде', 'it.p10'));
  expect(nowhere.document.problem?.code).toBe('SETUP_FILE_NOT_WRITTEN');
  const made = await run('gost:0987654321\n', ...asked, '--out', path.join(folder, 'it.p10'));
  expect(made.document.ok).toBe(true);
  expect(filesHolding(path.join(profile, 'logs'), telling)).toEqual([]);
  expect(`${nowhere.stderr}${made.stderr}`).not.toMatch(new RegExp(telling.join('|')));

  // What another version, or another program, wrote into our log.
  mkdirSync(path.join(profile, 'logs'), { recursive: true });
  const said = JSON.stringify({ text: telling.join('; ') });
  appendFileSync(path.join(profile, 'logs/wizard.log'), `[2026-11-26 20:40:37.120] [error]  somebody ${said}\n`);
  const file = path.join(folder, 'plain.zip');
  const saved = await run('', 'diagnostics', 'save', file);
  expect(saved.document).toMatchObject({ ok: true });
  const plain = unzipped(file);
  expect(filesHolding(plain, ['somebody'])).not.toEqual([]);
  expect(filesHolding(plain, telling)).toEqual([]);
  forget(profile);
});
