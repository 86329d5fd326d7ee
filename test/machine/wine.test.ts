import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { type CheckId, checkIdSchema } from '../../src/shared/domain/finding.ts';
import { type BundledEntry, bundleEntry } from '../support/bundled-entry.ts';
import { peLibrary } from '../support/executable-headers.ts';
import { answersSchema } from '../support/windows-logic/answers.ts';

// Run where scripts/windows-logic.mjs has prepared it (vitest.config.ts). Wine is no Windows: what is tried is our own logic over Windows' paths, environment, registry and programs. It says
// nothing of smart card services, drivers or PowerShell.
const prepared = resolve(import.meta.dirname, '../../node_modules/.cache/windows-logic');

const environment = { ...process.env, WINEPREFIX: join(prepared, 'prefix'), WINEDEBUG: '-all' };
const windows = join(prepared, 'prefix/drive_c/windows');

const wine = (...args: string[]) => execFileSync('wine', args, { env: environment, stdio: 'ignore', timeout: 60_000 });

/** The path of a file of this computer as Wine's programs see it. */
const seenByWine = (path: string): string => `Z:${path.replaceAll('/', '\\')}`;

// Programs start slowly under Wine, the more so beside other tests.
describe('the logic for Windows in Windows’ own Node, under Wine', { timeout: 240_000 }, () => {
  let entry: BundledEntry;
  let work = '';
  const installed = [join(windows, 'system32/jcPKCS11-2.dll'), join(windows, 'syswow64/jcPKCS11-2.dll')];
  const key = 'HKCU\\Software\\egais-wizard test';

  /** What the checks find in Wine at the moment, run in a folder of a person with a Cyrillic name. */
  function ask(check?: CheckId): z.infer<typeof answersSchema> {
    const answers = join(work, 'ответ.json');
    const library = seenByWine(join(work, 'Драйвер токена.dll'));
    execFileSync(
      'wine',
      [
        seenByWine(join(prepared, 'node.exe')),
        seenByWine(entry.path),
        seenByWine(answers),
        library,
        key,
        ...(check ? [check] : []),
      ],
      { cwd: work, env: environment, stdio: 'ignore', timeout: 90_000 },
    );
    return answersSchema.parse(JSON.parse(readFileSync(answers, 'utf8')));
  }

  const findingOf = ({ findings }: z.infer<typeof answersSchema>, id: string) =>
    findings.find((finding) => finding.id === id);

  beforeAll(async () => {
    entry = await bundleEntry(fileURLToPath(new URL('../support/windows-logic/entry.ts', import.meta.url)));
    work = join(mkdtempSync(join(tmpdir(), 'wine-')), 'Анна Петровна');
    mkdirSync(work);
    mkdirSync(join(windows, 'syswow64'), { recursive: true });
    writeFileSync(join(work, 'Драйвер токена.dll'), peLibrary(0x8664));
    // A program of that name in the current folder must not be taken for Windows' own.
    writeFileSync(join(work, 'reg.exe'), 'not a program');
    wine('reg', 'add', key, '/v', 'Folder of UTM', '/d', 'D:\\Kassa 2', '/f');
    wine('reg', 'add', key, '/v', 'Port', '/t', 'REG_DWORD', '/d', '8080', '/f');
  });

  afterAll(() => {
    wine('reg', 'delete', key, '/f');
    for (const file of installed) rmSync(file, { force: true });
    rmSync(resolve(work, '..'), { recursive: true, force: true });
    entry.remove();
  });

  test('an ordinary Windows without a driver, in a folder with a Cyrillic name', () => {
    const answers = ask('vendor-libraries');
    expect(answers.platform).toBe('win32');
    expect(answers.release).toMatch(/^10\.0\./);
    expect(answers.memory).toBeGreaterThan(0);
    expect(answers.freeSpace).toBeGreaterThan(0);
    expect(answers.missing).toBe(true);
    // %SystemRoot% is set, so no path is left out and none keeps a percent sign.
    expect(answers.paths.map((path) => path.toLowerCase())).toContain('c:\\windows\\syswow64\\rtpkcs11ecp.dll');
    expect(answers.paths.join()).not.toContain('%');
    expect(answers.file).toEqual({
      exists: true,
      magic: 'MZ',
      beside: expect.arrayContaining(['Драйвер токена.dll', 'reg.exe']),
    });
    expect(answers.registry).toEqual({ 'Folder of UTM': 'D:\\Kassa 2', Port: '0x1f90' });
    expect(answers.byHand).toBe('by-hand');
    expect(findingOf(answers, 'vendor-libraries')?.variant).toBe('absent');
  });

  test('both copies of a driver are found where Windows keeps them, and a missing one is missed', () => {
    const [ours = '', utms = ''] = installed;
    writeFileSync(ours, peLibrary(0x8664));
    expect(findingOf(ask('vendor-libraries'), 'vendor-libraries')?.variant).toBe('utm-copy-missing');
    writeFileSync(utms, peLibrary(0x014c));
    expect(findingOf(ask('vendor-libraries'), 'vendor-libraries')?.variant).toBe('jacarta');
  });

  test('every check comes to an end, whatever Wine lacks', () => {
    const { findings } = ask();
    expect(findings.map(({ id }) => id)).toEqual(checkIdSchema.options);
    expect(findings.filter(({ id }) => id === 'operating-system')).toMatchObject([{ variant: 'suitable' }]);
    // What Wine does not have is not known, never bad.
    expect(findings.filter(({ id }) => id === 'readers' || id === 'clock').map(({ status }) => status)).not.toContain(
      'bad',
    );
  });
});
