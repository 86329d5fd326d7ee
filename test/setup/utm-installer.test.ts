import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { System } from '../../src/machine/system.ts';
import type { RunRecord } from '../../src/setup/run-record.ts';
import { unpackUtmInstaller } from '../../src/setup/utm-installer.ts';
import { installerBytes, installerName, zip } from '../egais/utm-installer/zips.ts';
import { printed, recordedSystem } from '../machine/recorded-system.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'utm-signature-'));
  writeFileSync(path.join(folder, 'utm.zip'), zip([{ name: installerName, content: installerBytes(1_000) }]));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const windowsSaying = (stdout: string): System =>
  recordedSystem({ commands: { 'powershell signatures': printed(stdout) } });

const unpacked = async (system: System) => {
  const entries: Parameters<RunRecord['write']>[0][] = [];
  const record: RunRecord = { write: (entry) => entries.push(entry) };
  const place = { system, record };
  const outcome = await unpackUtmInstaller(place, path.join(folder, 'utm.zip'), folder);
  return { signature: outcome.ok ? outcome.value.installer.signature : undefined, facts: entries[0]?.facts };
};

const answer = (status: string, signer: string | null) =>
  JSON.stringify([{ Path: path.join(folder, installerName), Version: '', Status: status, Signer: signer }]);

test.each([
  ['Valid', 'АО «ЦентрИнформ»'],
  ['NotSigned', null],
  ['HashMismatch', 'Somebody else'],
])('who signed the installer is said and recorded as Windows has it, and not judged: %s', async (status, signer) => {
  const { signature, facts } = await unpacked(windowsSaying(answer(status, signer)));
  expect(signature).toEqual({ status, signer });
  expect(facts).toMatchObject({ signature: status, signer, build: '4.2.0-b2689' });
});

test.each(['', 'Access is denied.', '{}'])('a Windows that does not tell leaves it open: %j', async (said) => {
  expect(await unpacked(windowsSaying(said))).toMatchObject({ signature: null, facts: { signature: null } });
});
