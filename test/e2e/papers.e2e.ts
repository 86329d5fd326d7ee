import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { certifyRequest, createQualifiedAuthority } from '../../src/practice/certification-authority.ts';
import { papersFor } from '../../src/setup/papers/papers.ts';
import { printedHtml } from '../../src/setup/printed/printed-html.ts';
import { offeredPapers } from '../../src/shared/certification-papers.ts';
import { bundle, certify, makeAuthority } from '../oracle/gost-authority.ts';
import { openGostOracle } from '../oracle/openssl-gost.ts';
import type { BundledEntry } from '../support/bundled-entry.ts';
import type { Harness } from '../support/handoff-harness.ts';
import { softwareRequest } from '../support/software-request.ts';
import { bundleHarness, type HandoffProgram, launchHandoffProgram } from './handoff-ground.ts';

import { look, pick, saveRequest, way } from './qualified-way.ts';
import { savesTo } from './system-dialogs.ts';
import { walker } from './walk.ts';
import { forget, launchWizard } from './wizard-app.ts';

/** Set by the program of `test/support/handoff-harness.ts`, where the functions given to `evaluate` run. */
declare const harness: Harness;

let entry: BundledEntry;
let program: HandoffProgram;
let folder: string;

test.beforeAll(async () => {
  entry = await bundleHarness();
  program = await launchHandoffProgram(entry);
  folder = mkdtempSync(path.join(tmpdir(), 'egais-wizard-papers-'));
});
test.afterAll(async () => {
  await program.close();
  entry.remove();
  rmSync(folder, { recursive: true, force: true });
});

const poppler = (tool: string, ...args: string[]) => execFileSync(tool, args, { encoding: 'utf8' });

/** A PDF as somebody else's program reads it. */
function readPdf(file: string): { readonly told: string; readonly pages: number; readonly text: string } {
  const told = poppler('pdfinfo', file);
  return {
    told,
    pages: Number(/Pages: +(\d+)/.exec(told)?.[1]),
    text: poppler('pdftotext', '-layout', file, '-').replace(/\s+/g, ' '),
  };
}
const a4 = /Page size: +59[45](\.\d+)? x 84[12](\.\d+)? pts \(A4\)/;

test('the papers of an authority are A4, one to three pages, with Russian text that can be selected', async () => {
  const { der: request } = await softwareRequest();
  const now = Date.now();
  const certificate = certifyRequest(createQualifiedAuthority(new Date(now)), request, {
    notBefore: new Date(now),
    notAfter: new Date(now + 455 * 86_400_000),
  });
  const facts = {
    request,
    requestedAt: new Date(now),
    certificate,
    token: 'JaCarta-2 SE, № 0B12345678',
    at: new Date(now),
  };
  for (const { kind } of offeredPapers.forus) {
    const paper = papersFor('forus', kind, facts);
    if (!paper.ok) throw new Error(`${kind}: ${paper.problem.code}`);
    const file = path.join(folder, `${kind}.pdf`);
    const html = printedHtml(paper.value);
    await program.app.evaluate((_electron, order) => harness.savePdf(...order), [html, file] as const);
    const { told, pages, text } = readPdf(file);
    expect(told).toMatch(a4);
    expect(pages).toBeLessThanOrEqual(3);
    expect(text).toContain('форма удостоверяющего центра главнее');
    expect(text).toContain('Иванова');
  }
});

/** By the name of a paper in the list, what it has to say beside the names of its holder. */
const onTheDonePage: Readonly<Record<string, readonly string[]>> = {
  'Заявление на изготовление сертификата': ['Прошу изготовить квалифицированный сертификат', 'JaCarta-2 SE, № '],
  'Расписка в получении сертификата': ['Сертификат получен', 'Тестовый удостоверяющий центр', 'JaCarta-2 SE, № '],
  'Правила обращения с электронной подписью': ['С правилами ознакомлен', 'Иванова Мария Петровна'],
  'Заявление на аннулирование сертификата': ['Прошу прекратить действие сертификата', 'СНИЛС 11223344595'],
  'Доверенность на получение сертификата': ['Доверитель поручает представителю'],
  'Печатная форма сертификата': ['9900000017', 'Серийный номер', 'КС1|KC1'],
};

test('the papers of a signature that is ready are saved from its page, one by one', async () => {
  test.setTimeout(240_000);
  const oracle = openGostOracle();
  makeAuthority(oracle);
  const wizard = await launchWizard({ args: ['--practice', 'no-certificate'] });
  const { page } = wizard;
  const { press, heading } = walker(page);
  const steps = way(page);
  const saved = async (name: string, button: ReturnType<typeof page.getByRole>) => {
    const file = path.join(folder, `${name}.pdf`);
    await savesTo(wizard, file);
    await button.click();
    await expect(page.getByRole('main').getByText(`Сохранено: ${file}`)).toBeVisible();
    const { told, pages, text } = readPdf(file);
    expect(told).toMatch(a4);
    expect(pages).toBeLessThanOrEqual(3);
    expect(text).toContain('форма удостоверяющего центра главнее');
    return text;
  };
  await steps.open('Другой удостоверяющий центр');
  await steps.makeRequest();
  await heading('Запрос готов');
  const form = await saved('Запрос', page.getByRole('button', { name: 'Сохранить PDF' }));
  for (const said of ['Запрос создан', 'JaCarta-2 SE, № ', 'BEGIN CERTIFICATE REQUEST', 'ООО «Ромашка»'])
    expect(form).toContain(said);
  certify(oracle, await saveRequest(wizard, folder));
  const issued = bundle(oracle, 'wizard', 'authority', 'root');
  await pick(wizard, folder, 'сертификат.p7b', issued, 'Установить сертификат из файла');
  await heading(/^Сертификат подходит/);
  await press('Записать на токен');
  await heading('Подпись готова');

  const list = page.getByRole('region', { name: 'Бумаги' });
  expect(await list.getByRole('listitem').count()).toBe(Object.keys(onTheDonePage).length);
  for (const [name, words] of Object.entries(onTheDonePage)) {
    const text = await saved(name, list.getByRole('button', { name: `Сохранить PDF: ${name}` }));
    for (const said of words) expect(text, name).toMatch(new RegExp(said));
    expect(text, name).toContain('Иванова');
  }
  await page.getByRole('heading', { name: 'Бумаги' }).scrollIntoViewIfNeeded();
  await look(wizard, 'done-papers');
  expect(wizard.faults).toEqual([]);
  await wizard.close();
  forget(wizard.profile);
  oracle.close();
});
