import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import type { BundledEntry } from '../support/bundled-entry.ts';
import type { Harness } from '../support/handoff-harness.ts';
import { bundleHarness, type HandoffProgram, launchHandoffProgram, openSite } from './handoff-ground.ts';

/** Set by the program of `test/support/handoff-harness.ts`, where the functions given to `evaluate` run. */
declare const harness: Harness;

let entry: BundledEntry;
let program: HandoffProgram;
let folder: string;

test.beforeAll(async () => {
  entry = await bundleHarness();
  program = await launchHandoffProgram(entry);
  folder = mkdtempSync(path.join(tmpdir(), 'egais-wizard-printing-'));
});
test.afterAll(async () => {
  await program.close();
  entry.remove();
  rmSync(folder, { recursive: true, force: true });
});

const page = (body: string) =>
  `<!doctype html><html lang="ru"><meta charset="utf-8"><title>Заявка</title>${body}</html>`;
const savePdf = (html: string, file: string) =>
  program.app.evaluate((_electron, order) => harness.savePdf(...order), [html, file] as const);
const poppler = (tool: string, ...args: string[]) => execFileSync(tool, args, { encoding: 'utf8' });

test('a document becomes a PDF of A4 pages whose Russian text can be selected, whatever its length', async () => {
  const file = path.join(folder, 'Заявка.pdf');
  // Longer than any address may be.
  const filler = `<!--${'x'.repeat(3_000_000)}-->`;
  const paragraphs = Array.from({ length: 200 }, (_, number) => `<p>Щука, ёж и объект № ${number}</p>`);
  expect(await savePdf(page(`<h1>Заявка</h1>${filler}${paragraphs.join('')}`), file)).toMatchObject({ ok: true });
  const text = poppler('pdftotext', file, '-');
  expect(text).toContain('Заявка');
  expect(text).toContain('Щука, ёж и объект № 199');
  expect(poppler('pdfinfo', file)).toMatch(/Page size: +59[45](\.\d+)? x 84[12](\.\d+)? pts \(A4\)/);
});

test('a document runs nothing and reaches nothing', async () => {
  const site = await openSite((_request, response) => response.end());
  const file = path.join(folder, 'hostile.pdf');
  const hostile = [
    `<meta http-equiv="refresh" content="0;url=${site.origin}/refresh">`,
    `<link rel="stylesheet" href="${site.origin}/style"><img src="${site.origin}/picture"><img src="app://wizard/">`,
    `<iframe src="${site.origin}/frame"></iframe><iframe src="file:///etc/hostname"></iframe>`,
    '<p>written</p><script>document.body.textContent = "rewritten"</script>',
  ];
  expect(await savePdf(page(hostile.join('')), file)).toMatchObject({ ok: true });
  expect(poppler('pdftotext', file, '-').trim()).toBe('written');
  expect(site.asked).toEqual([]);
  await site.close();
});

test('a file that cannot be written is a problem, and no window is left', async () => {
  expect(await savePdf(page('x'), path.join(folder, 'nowhere', 'x.pdf'))).toMatchObject({
    ok: false,
    problem: { code: 'SETUP_FILE_NOT_WRITTEN' },
  });
  expect(await program.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('without a printer the outcome says so', async () => {
  expect(await program.app.evaluate((_electron, html) => harness.print(html), page('x'))).toMatchObject({
    kind: 'failed',
  });
});
