import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { certifyRequest, createQualifiedAuthority } from '../../src/practice/certification-authority.ts';
import { papersFor } from '../../src/setup/papers/papers.ts';
import { printedHtml } from '../../src/setup/printed/printed-html.ts';
import { offeredPapers } from '../../src/shared/certification-papers.ts';
import type { BundledEntry } from '../support/bundled-entry.ts';
import type { Harness } from '../support/handoff-harness.ts';
import { softwareRequest } from '../support/software-request.ts';
import { bundleHarness, type HandoffProgram, launchHandoffProgram } from './handoff-ground.ts';

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

test('the papers of an authority are A4, one to three pages, with Russian text that can be selected', async () => {
  const { der: request } = await softwareRequest();
  const now = Date.now();
  const certificate = certifyRequest(createQualifiedAuthority(new Date(now)), request, {
    notBefore: new Date(now),
    notAfter: new Date(now + 455 * 86_400_000),
  });
  const facts = { request, certificate, token: 'JaCarta-2 SE, № 0B12345678', at: new Date(now) };
  for (const { kind } of offeredPapers.forus) {
    const paper = papersFor('forus', kind, facts);
    if (!paper.ok) throw new Error(`${kind}: ${paper.problem.code}`);
    const file = path.join(folder, `${kind}.pdf`);
    const html = printedHtml(paper.value);
    await program.app.evaluate((_electron, order) => harness.savePdf(...order), [html, file] as const);
    const told = poppler('pdfinfo', file);
    expect(told).toMatch(/Page size: +59[45](\.\d+)? x 84[12](\.\d+)? pts \(A4\)/);
    expect(Number(/Pages: +(\d+)/.exec(told)?.[1])).toBeLessThanOrEqual(3);
    const text = poppler('pdftotext', '-layout', file, '-').replace(/\s+/g, ' ');
    expect(text).toContain('форма удостоверяющего центра главнее');
    expect(text).toContain('Иванова');
  }
});
