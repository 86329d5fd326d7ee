import { spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { processEntries } from '../../src/main/process-starters.ts';
import { isRunning } from '../../src/practice/utm/service-order.ts';
import { UtmFolder } from '../../src/practice/utm/utm-folder.ts';
import { type BundledEntry, bundleEntry } from '../support/bundled-entry.ts';

let profile: string;
let cli: BundledEntry;
const bundles: BundledEntry[] = [];

/** Of the helpers of practice the UTM alone stands beside the command line. */
beforeAll(async () => {
  profile = mkdtempSync(path.join(tmpdir(), 'practice-helpers-'));
  cli = await bundleEntry('src/main/cli.ts');
  const utm = await bundleEntry('src/practice/utm/process.ts');
  bundles.push(cli, utm);
  copyFileSync(utm.path, path.join(path.dirname(cli.path), processEntries.practiceUtm));
  writeFileSync(path.join(path.dirname(cli.path), 'package.json'), '{"type":"module"}');
}, 120_000);
afterAll(() => {
  for (const bundle of bundles) bundle.remove();
  rmSync(profile, { recursive: true, force: true });
});

test('when a helper cannot start, those that did are stopped, and the command ends with its reason', async () => {
  const words = ['utm', 'status', '--practice', 'renewal', '--profile-dir', profile, '--json'];
  const child = spawn(process.execPath, [cli.path, ...words], { stdio: ['ignore', 'pipe', 'ignore'] });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  expect(JSON.parse(Buffer.concat(chunks).toString('utf8'))).toMatchObject({
    ok: false,
    problem: { code: 'SETUP_UNEXPECTED' },
  });
  expect(code).not.toBe(0);
  expect(isRunning(new UtmFolder(path.join(profile, 'practice/renewal/utm')))).toBe(false);
}, 30_000);
