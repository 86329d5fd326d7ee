import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commandResults } from '../../src/shared/results.ts';
import { type Given, unreadableFiles, wrongDocuments } from '../egais/mchd/broken-documents.ts';
import { file002, file003, form002, granted, head, representative, utf8 } from '../egais/mchd/documents.ts';
import { type GostOracle, openGostOracle } from '../oracle/openssl-gost.ts';
import { issue, type KeyRecipe, makeKey, makeRequest, makeSelfSigned } from '../pki/openssl-authority.ts';
import { type BundledEntry, bundleEntry } from '../support/bundled-entry.ts';

const gost: KeyRecipe = { kind: 'gost', set: 'A', bits: 256 };
const lasting = (document: string): string => document.replace('2027-08-31', '2099-08-31');
const good = lasting(granted());

let folder: string;
let oracle: GostOracle;
let entry: BundledEntry;
const inFolder = (name: string) => path.join(folder, name);

const nameOf = ({ surname, name, patronymic, inn, snils }: typeof head) =>
  ['C = RU', `CN = ${surname} ${name}`, `SN = ${surname}`, `GN = ${name} ${patronymic}`, `INN = ${inn}`].concat(
    `SNILS = ${snils.replace(/\D/g, '')}`,
  );

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'mchd-command-'));
  oracle = openGostOracle();
  makeKey(oracle, 'root', gost);
  writeFileSync(inFolder('root.cer'), makeSelfSigned(oracle, 'root', gost));
  for (const [name, who] of [
    ['head', head],
    ['representative', representative],
  ] as const) {
    makeKey(oracle, name, gost);
    makeRequest(oracle, name, gost, nameOf(who));
    writeFileSync(inFolder(`${name}.cer`), issue(oracle, name, 'root', gost));
  }
  const signing = ['cms', '-sign', '-binary', '-signer', 'head.crt', '-inkey', 'head.key', '-md', 'md_gost12_256'];
  const der = oracle.run([...signing, '-outform', 'DER'], utf8(good));
  writeFileSync(inFolder('der.sig'), der);
  writeFileSync(inFolder('pem.sig'), oracle.run([...signing, '-outform', 'PEM'], utf8(good)));
  writeFileSync(inFolder('base64.p7s'), der.toString('base64'));
  entry = await bundleEntry('src/main/cli.ts');
});
afterAll(() => {
  oracle?.close();
  entry?.remove();
  rmSync(folder, { recursive: true, force: true });
});

interface Outcome {
  readonly code: number | null;
  readonly document: { readonly ok: boolean; readonly result?: unknown; readonly problem?: { readonly code: string } };
}

/** Runs the built command line as a person would, with `--json`. */
async function command(file: Given['file'], ...options: readonly string[]): Promise<Outcome> {
  writeFileSync(inFolder(file.name), file.bytes);
  const words = ['mchd', 'check', inFolder(file.name), ...options, '--json', '--profile-dir', inFolder('profile')];
  const child = spawn(process.execPath, [entry.path, ...words], { stdio: ['ignore', 'pipe', 'ignore'] });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, document: JSON.parse(Buffer.concat(chunks).toString('utf8')) };
}

async function report(file: Given['file'], ...options: readonly string[]) {
  const { code, document } = await command(file, ...options);
  expect([code, document.ok]).toEqual([0, true]);
  return commandResults['mchd-check'].parse(document.result);
}

const codes = ({ findings }: Awaited<ReturnType<typeof report>>, ...severities: readonly string[]) =>
  findings.filter(({ severity }) => severities.includes(severity)).map(({ code }) => code);

describe('a good document, in a process of its own', () => {
  test.each(['der.sig', 'pem.sig', 'base64.p7s'])('form 003 with %s', async (signature) => {
    const settled = ['--certificate', inFolder('representative.cer'), '--trust', inFolder('root.cer')];
    const answer = await report(file003(good), '--signature', inFolder(signature), ...settled);
    expect(codes(answer, 'fault', 'warning')).toEqual([]);
    expect(answer.valid).toBe(true);
  });

  test('form 002', async () => {
    const answer = await report(file002(lasting(form002())));
    expect([answer.valid, answer.version, codes(answer, 'fault')]).toEqual([true, '002', []]);
  });

  test('one changed byte is not what was signed', async () => {
    const changed = good.replace('г. Москва', 'г. Масква');
    const answer = await report(file003(changed), '--signature', inFolder('der.sig'), '--trust', inFolder('root.cer'));
    expect([answer.valid, codes(answer, 'fault')]).toEqual([false, ['signature-of-other-content']]);
  });

  test('an unknown issuer is a warning', async () => {
    const answer = await report(file003(good), '--signature', inFolder('der.sig'));
    expect([answer.valid, codes(answer, 'warning')]).toEqual([true, ['signer-issuer-unknown']]);
  });

  test('the token of somebody else', async () => {
    const answer = await report(file003(good), '--certificate', inFolder('head.cer'));
    expect(codes(answer, 'fault')).toContain('representative-snils');
  });
});

const everyNth = <T>(rows: readonly T[], step: number): readonly T[] => rows.filter((_, index) => index % step === 0);

describe('a broken one has its code there too', () => {
  test.each(everyNth(wrongDocuments, 6).map((broken) => [broken.code, broken] as const))('%s', async (code, broken) => {
    const answer = await report(broken.file, ...(broken.powerCodes ?? []).flatMap((power) => ['--power-code', power]));
    expect(answer.findings.map((finding) => finding.code)).toContain(code);
  });

  test.each(everyNth(unreadableFiles, 4).map((broken) => [broken.code, broken] as const))(
    '%s',
    async (code, broken) => {
      const { code: exitCode, document } = await command(broken.file);
      expect([exitCode, document.ok, document.problem?.code]).toEqual([9, false, code]);
    },
  );
});

describe('what is not there is said', () => {
  test.each([
    ['the document', ['mchd', 'check', 'nowhere.xml'], 'SETUP_FILE_UNREADABLE'],
    ['no document at all', ['mchd', 'check'], 'SETUP_USAGE'],
  ])('%s', async (_, words, code) => {
    const child = spawn(process.execPath, [entry.path, ...words, '--json', '--profile-dir', inFolder('profile')]);
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    await new Promise((resolve) => child.on('close', resolve));
    expect(JSON.parse(Buffer.concat(chunks).toString('utf8')).problem.code).toBe(code);
  });

  test('a certificate that is none', async () => {
    const { document } = await command(file003(good), '--certificate', inFolder('der.sig'));
    // A signature is a bundle too: the certificate inside it counts.
    expect(document.ok).toBe(true);
    writeFileSync(inFolder('text.cer'), 'text');
    const refused = await command(file003(good), '--trust', inFolder('text.cer'));
    expect(refused.document.problem?.code).toBe('SETUP_FILE_NOT_CERTIFICATE');
  });
});
