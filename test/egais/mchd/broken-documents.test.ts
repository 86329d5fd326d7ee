import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CommandContext } from '../../../src/main/cli/command.ts';
import { mchdCheck } from '../../../src/main/cli/mchd.ts';
import { pinsFromStdin } from '../../../src/main/cli/pin-source.ts';
import { parseCommandLine } from '../../../src/main/command-line.ts';
import { checkMchd } from '../../../src/setup/check-mchd.ts';
import { describeProblem } from '../../../src/shared/problems/described.ts';
import { commandResults } from '../../../src/shared/results.ts';
import { mchdFindingTexts } from '../../../src/shared/texts/mchd-findings.ts';
import { falselyUtf8, type Given, unreadableFiles, wrongDocuments } from './broken-documents.ts';
import { file003, fileId003, granted, inForce } from './documents.ts';

const check = ({ file, powerCodes = [] }: Given) =>
  checkMchd({ document: file, signature: null, certificate: null, trusted: [], powerCodes, at: inForce });

const codesOf = (broken: Given): readonly string[] => {
  const answer = check(broken);
  return answer.ok ? answer.value.findings.map(({ code }) => code) : [answer.problem.code];
};

const usual = new Set(codesOf({ file: file003(granted()) }));

describe('every broken document has a code of its own', () => {
  test('more than forty, no two alike', () => {
    const codes = [...wrongDocuments, ...unreadableFiles].map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.length).toBeGreaterThan(40);
  });

  test.each(wrongDocuments.map((broken) => [broken.code, broken] as const))('%s', (code, broken) => {
    const answer = check(broken);
    if (!answer.ok) throw new Error(answer.problem.code);
    expect(usual).not.toContain(code);
    const found = answer.value.findings.filter((finding) => finding.code === code);
    expect(found).not.toEqual([]);
    expect(found.every(({ severity }) => severity === mchdFindingTexts[code].severity)).toBe(true);
    if (mchdFindingTexts[code].severity === 'fault') expect(answer.value.valid).toBe(false);
  });

  test.each(unreadableFiles.map((broken) => [broken.code, broken] as const))('%s', (code, broken) => {
    expect(codesOf(broken)).toEqual([code]);
  });

  test('windows-1251 that calls itself UTF-8', () => {
    const answer = check({ file: { name: `${fileId003}.xml`, bytes: falselyUtf8 } });
    expect(!answer.ok && answer.problem.code).toBe('MCHD_ENCODING_FALSE');
  });
});

describe('the command says the same, in words', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'mchd-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function run({ file, powerCodes = [] }: Given, language: 'ru' | 'en') {
    const place = path.join(folder, file.name);
    writeFileSync(place, file.bytes);
    const line = parseCommandLine(
      ['mchd', 'check', place, ...powerCodes.flatMap((code) => ['--power-code', code])],
      true,
    );
    if (!line.ok) throw new Error(line.problem.code);
    const nothing = () => {
      throw new Error('a check of files needs neither a token nor a PIN');
    };
    const context: CommandContext = {
      language,
      global: line.value.global,
      options: line.value.command,
      files: [place],
      pins: pinsFromStdin(Readable.from([])),
      profileDir: folder,
      workplace: nothing,
      conceal: () => undefined,
      progress: () => undefined,
    };
    return mchdCheck.run(context);
  }

  test.each(wrongDocuments.map((broken) => [broken.code, broken] as const))('%s', async (code, broken) => {
    for (const language of ['ru', 'en'] as const) {
      const answer = await run(broken, language);
      if (!answer.ok) throw new Error(answer.problem.code);
      const result = commandResults['mchd-check'].parse(answer.value);
      const found = result.findings.find((finding) => finding.code === code);
      expect(found?.title).toMatch(/^\p{Lu}/u);
      expect(`${found?.title} ${found?.reason}`).not.toMatch(/\{\{|undefined|ошибка/i);
      expect(mchdCheck.print(answer.value, language).join('\n')).toContain(found?.title);
    }
  });

  test.each(unreadableFiles.map((broken) => [broken.code, broken] as const))('%s', async (code, broken) => {
    const answer = await run(broken, 'ru');
    if (answer.ok) throw new Error('it was read');
    expect(answer.problem.code).toBe(code);
    const { title, reason } = describeProblem(answer.problem, 'ru');
    expect(`${title} ${reason}`).not.toMatch(/\{\{|undefined|—\./);
  });
});
