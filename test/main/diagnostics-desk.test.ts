import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Desktop } from '../../src/main/desktop.ts';
import { DiagnosticsDesk } from '../../src/main/diagnostics-desk.ts';
import { createFileLog } from '../../src/main/file-log.ts';
import { SecretRegister } from '../../src/main/secret-register.ts';
import { practiceJourneys } from '../setup/practice-journey.ts';

const begin = practiceJourneys();

let profileDir: string;
beforeEach(() => {
  profileDir = mkdtempSync(path.join(tmpdir(), 'egais-wizard-desk-'));
});
afterEach(() => rmSync(profileDir, { recursive: true, force: true }));

it('saves what was shown last and nothing else, and nothing where nobody chose a file', async () => {
  const { journey, open } = await begin('no-token');
  const secrets = new SecretRegister([]);
  const log = createFileLog({ profileDir, alsoToStderr: false, secrets });
  const desk = new DiagnosticsDesk({ profileDir, secrets, displayScale: () => 1.25 });
  const walks = { journey: async () => journey, system: async () => open.workplace.system };
  const savesTo = (file: string | null) => ({ chooseFile: async () => file }) as Partial<Desktop> as Desktop;
  const file = path.join(profileDir, 'saved.zip');

  log.info('first');
  const first = await desk.collect(walks, []);
  log.info('second');
  const second = await desk.collect(walks, ['names']);
  expect(second.id).not.toBe(first.id);
  expect(second.files.find(({ name }) => name === 'app.log')?.text).toContain('second');

  const refused = await desk.save(first.id, savesTo(file));
  expect(refused).toMatchObject({ ok: false, problem: { code: 'SETUP_MESSAGE_REFUSED' } });
  expect(await desk.save(second.id, savesTo(null))).toEqual({ ok: true, value: null });
  expect(readdirSync(profileDir)).not.toContain('saved.zip');
  expect(await desk.save(second.id, savesTo(file))).toEqual({ ok: true, value: { file } });
  const nowhere = await desk.save(second.id, savesTo(path.join(profileDir, 'nowhere/saved.zip')));
  expect(nowhere).toMatchObject({ ok: false, problem: { code: 'SETUP_FILE_NOT_WRITTEN' } });
});
