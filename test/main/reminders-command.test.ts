import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commandResults } from '../../src/shared/results.ts';
import { runBuiltCli } from '../support/built-cli.ts';
import { type BundledEntry, bundleEntry } from '../support/bundled-entry.ts';

let folder: string;
let entry: BundledEntry;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'reminders-command-'));
  entry = await bundleEntry('src/main/cli.ts');
});
afterAll(() => {
  entry?.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** A session of nobody's: what the command would write lands here. */
const reminders = (word: string) =>
  runBuiltCli(
    entry.path,
    ['reminders', word, '--profile-dir', path.join(folder, 'profile')],
    ['env', `XDG_CONFIG_HOME=${folder}`],
  );

test('from source there is no program for the session to start: nothing is turned on by half', async () => {
  const status = await reminders('status');
  expect(status.code).toBe(0);
  expect(commandResults['reminders-status'].parse(status.document.result)).toEqual({
    remind: false,
    startsWithSystem: false,
  });
  const on = await reminders('on');
  expect(on).toMatchObject({ code: 8, document: { problem: { code: 'SETUP_START_WITH_SYSTEM_UNSUPPORTED' } } });
  expect((await reminders('status')).document.result.remind).toBe(false);
  expect(await reminders('off')).toMatchObject({ code: 0, document: { result: { remind: false } } });
  expect(existsSync(path.join(folder, 'autostart'))).toBe(false);
});
