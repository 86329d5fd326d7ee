import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { processEntries } from '../../src/main/process-starters.ts';
import { UtmFolder, type UtmOptions } from '../../src/practice/utm/utm-folder.ts';
import type { ScenarioId } from '../../src/shared/domain/scenario.ts';
import { commandResults } from '../../src/shared/results.ts';
import { deadAddress } from '../egais/raw-server.ts';
import { failures, start, stopLine } from '../egais/utm-log-lines.ts';
import { type BundledEntry, bundleEntry } from '../support/bundled-entry.ts';

let profile: string;
const bundles: BundledEntry[] = [];
let cli: string;

/** The helpers of practice stand beside the command line, as in the built program. */
beforeAll(async () => {
  profile = mkdtempSync(path.join(tmpdir(), 'utm-command-'));
  const sources = {
    'src/main/cli.ts': 'cli.js',
    'src/practice/utm/process.ts': processEntries.practiceUtm,
    'src/practice/account/process.ts': processEntries.practiceAccount,
    'src/practice/download-site/process.ts': processEntries.practiceDownloadSite,
    'src/practice/certification-account/process.ts': processEntries.practiceCertification,
  };
  for (const [source, name] of Object.entries(sources)) {
    const entry = await bundleEntry(source);
    bundles.push(entry);
    cli ??= path.join(path.dirname(entry.path), 'cli.js');
    copyFileSync(entry.path, path.join(path.dirname(cli), name));
  }
  writeFileSync(path.join(path.dirname(cli), 'package.json'), '{"type":"module"}');
}, 120_000);
afterAll(() => {
  for (const bundle of bundles) bundle.remove();
  rmSync(profile, { recursive: true, force: true });
});

async function runUtm(...words: readonly string[]): Promise<{ readonly code: number | null; readonly out: string }> {
  const child = spawn(process.execPath, [cli, 'utm', ...words, '--profile-dir', profile], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, out: Buffer.concat(chunks).toString('utf8') };
}

const run = (...words: readonly string[]) => runUtm('status', ...words);

async function status(...words: readonly string[]) {
  const { code, out } = await run(...words, '--json');
  const document = JSON.parse(out);
  expect([code, document.ok]).toEqual([0, true]);
  return commandResults['utm-status'].parse(document.result);
}

const behave = (scenario: ScenarioId, options: UtmOptions): void => {
  const folder = new UtmFolder(path.join(profile, 'practice', scenario, 'utm'));
  folder.write(folder.paths.options, options);
};

describe('utm status', () => {
  test('a UTM that works: its build, contour, service, last exchange', async () => {
    expect(await status('--practice', 'renewal')).toMatchObject({
      verdict: { id: 'working', healthy: true, title: 'УТМ работает' },
      build: '4.2.0b002698',
      info: { contour: 'prod' },
      subjects: { rsa: 'read', gost: 'read' },
      computer: {
        installed: true,
        service: { state: 'running' },
        folder: 'C:\\UTM\\transporter',
        log: { mark: 'exchange', version: '4.2.0b002698', exchangedAt: expect.any(String), failure: null, errors: [] },
        lastPost: null,
      },
    });
  }, 60_000);

  test('one that has lost the token since, though it shows all as valid', async () => {
    await status('--practice', 'renewal');
    behave('renewal', { documents: 'signing-broken' });
    const broken = await status('--practice', 'renewal');
    expect(broken).toMatchObject({
      verdict: { id: 'signing-broken', healthy: false },
      info: { rsaError: null, rsa: { validity: 'valid' }, gost: { validity: 'valid' } },
      computer: { lastPost: { status: 500, size: 89 } },
    });
    expect(broken.verdict.reason).toContain('Выньте токен и вставьте снова');
  }, 60_000);

  test('one whose signature was renewed', async () => {
    const renewed = await status('--practice', 'utm-signature-renewed');
    expect(renewed).toMatchObject({
      verdict: { id: 'signature-renewed', title: 'Подпись обновили, а ключ доступа остался от прежней' },
      info: { rsaError: null, rsa: { validity: 'valid' }, gost: { validity: 'valid' } },
      computer: { lastPost: { document: 'QueryClients_v2', status: 500, size: 362 } },
    });
    expect(renewed.verdict.reason).toContain('Выпустите ключ доступа заново');
    const { out } = await run('--practice', 'utm-signature-renewed', '--lang', 'en');
    expect(out).toContain('The signature was renewed');
    expect(out).toContain('Last document: QueryClients_v2: 500, 362');
  }, 60_000);

  test('one that tries a wrong PIN, which stands nowhere in the answer', async () => {
    const { code, out } = await run('--practice', 'utm-pin-refused', '--json');
    const { result } = JSON.parse(out);
    expect(code).toBe(0);
    expect(result).toMatchObject({ verdict: { id: 'pin-refused' }, computer: { log: { failure: 'pin-refused' } } });
    expect(result.verdict.reason).toMatch(/^Сразу остановите УТМ: каждый его запуск тратит попытку/);
    expect(result.verdict.actions).not.toContain('start-utm-service');
    expect(out).not.toMatch(/0987654321|11111111/);
  }, 60_000);

  describe('of a folder named by hand', () => {
    const folderWith = (name: string, lines: readonly string[]): string => {
      const folder = path.join(profile, name);
      mkdirSync(path.join(folder, 'l'), { recursive: true });
      writeFileSync(path.join(folder, 'l', 'transport_info.log'), `${lines.join('\n')}\n`);
      return folder;
    };
    test('stopped', async () => {
      const folder = folderWith('УТМ остановлен', [...start('10:00'), stopLine]);
      expect(await status('--utm-dir', folder, '--utm-url', await deadAddress())).toMatchObject({
        verdict: { id: 'stopped', title: 'УТМ остановлен', actions: ['start-utm-service', 'check-again'] },
        computer: { folder, log: { ended: true } },
      });
    });

    test('stopped by a PIN that was refused', async () => {
      const lines = [...start('10:00').slice(0, 1), ...failures['pin-refused'], stopLine];
      const folder = folderWith('refused', lines);
      expect(await status('--utm-dir', folder, '--utm-url', await deadAddress())).toMatchObject({
        verdict: { id: 'pin-refused' },
      });
    });

    test('that is not there', async () => {
      const { code, out } = await run('--utm-dir', path.join(profile, 'нет'), '--json');
      expect([code, JSON.parse(out).problem.code]).toEqual([2, 'SETUP_USAGE']);
    });
  });
});

describe('utm handover', () => {
  test('what a program is told, a sheet that a browser prints, and days for a calendar', async () => {
    const [sheet, calendar] = [path.join(profile, 'лист.html'), path.join(profile, 'дни.ics')];
    const words = ['handover', '--practice', 'keys-end', '--sheet', sheet, '--calendar', calendar];
    const { code, out } = await runUtm(...words, '--json');
    const { result } = JSON.parse(out);
    expect(code).toBe(0);
    expect(commandResults['utm-handover'].parse(result)).toMatchObject({
      verdict: 'working',
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      fsrarId: '030000000001',
      place: { name: 'Общество с ограниченной ответственностью «Ромашка»', inn: '9900000017', kpp: '990101001' },
      files: [sheet, calendar],
    });
    expect(result.nextChange).toBe(result.accessKeyUntil);
    const page = readFileSync(sheet, 'utf8');
    for (const said of [result.url, '030000000001', '9900000017', '990101001']) expect(page).toContain(said);
    // Twelve and twenty days are left: ninety and thirty are over.
    // Lines are folded (RFC 5545, 3.1).
    const entries = readFileSync(calendar, 'utf8').replaceAll('\r\n ', '');
    expect(entries.match(/^SUMMARY:ЕГАИС: заканчивается ключ доступа/gm)).toHaveLength(2);
    expect(entries.match(/^SUMMARY:ЕГАИС: заканчивается электронная подпись/gm)).toHaveLength(2);

    const again = await runUtm(...words, '--json');
    expect(JSON.parse(again.out).problem.code).toBe('SETUP_FILE_NOT_WRITTEN');
    const spoken = await runUtm('handover', '--practice', 'keys-end', '--lang', 'en');
    expect(spoken.out).toContain('Address of the UTM: http://127.0.0.1:');
  }, 60_000);

  test('of one that is ill says so, of nobody there is none', async () => {
    const ill = await runUtm('handover', '--practice', 'utm-foreign-database', '--json');
    expect(JSON.parse(ill.out).result).toMatchObject({ verdict: 'foreign-database' });
    const nobody = await runUtm('handover', '--utm-url', await deadAddress(), '--json');
    expect(JSON.parse(nobody.out).problem.code).toBe('EGAIS_UTM_SILENT');
  }, 60_000);
});
