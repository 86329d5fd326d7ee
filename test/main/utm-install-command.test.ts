import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { installerBytes, installerName } from '../egais/utm-installer/zips.ts';
import { runBuiltCli } from '../support/built-cli.ts';
import { type BundledEntry, bundleEntry } from '../support/bundled-entry.ts';

let entry: BundledEntry;
let ground: string;
let file: string;
beforeAll(async () => {
  entry = await bundleEntry('src/main/cli.ts');
});
afterAll(() => entry?.remove());
beforeEach(() => {
  ground = mkdtempSync(path.join(tmpdir(), 'utm-install-'));
  file = path.join(ground, installerName);
});
afterEach(() => rmSync(ground, { recursive: true, force: true }));

const install = (...words: readonly string[]) =>
  runBuiltCli(entry.path, ['utm', 'install', ...words, '--profile-dir', path.join(ground, 'profile')]);

const program = Buffer.concat([Buffer.from('MZ'), installerBytes(5_000)]);
const sha256 = createHash('sha256').update(program).digest('hex');

describe('utm install', () => {
  test('runs a named file only together with the digest that was looked at, and never both ways at once', async () => {
    writeFileSync(file, program);
    for (const words of [[], [file], [file, '--download', ground], [file, '--sha256', sha256, '--download', ground]]) {
      const { code, document } = await install(...words);
      expect([code, document.problem.code]).toEqual([2, 'SETUP_USAGE']);
    }
  });

  test('does not run a file that is another one now', async () => {
    writeFileSync(file, program);
    const { document, said } = await install(
      file,
      '--sha256',
      sha256.replace(/^./, (sign) => (sign === '0' ? '1' : '0')),
    );
    expect(document.problem.code).toBe('MACHINE_INSTALLER_CHANGED');
    expect(said).not.toContain('SHA-256');
  });

  test('does not run what is no program', async () => {
    writeFileSync(file, 'PK an archive');
    const { document } = await install(file, '--sha256', sha256);
    expect(document.problem.code).toBe('MACHINE_INSTALLER_UNKNOWN');
  });

  test.runIf(process.platform === 'linux')('says whose the file is before it asks for rights', async () => {
    writeFileSync(file, program);
    const { document, said } = await install(file, '--sha256', sha256.toUpperCase(), '--documents-unknown');
    expect(said).toContain(`SHA-256 ${sha256}`);
    expect(said).toContain('4.2.0-b2689');
    // A program of Windows is nothing that Linux is asked to run.
    expect(document.problem.code).toBe('MACHINE_MEND_UNAVAILABLE');
  });
});
