import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createNodeSystem } from '../../src/machine/node-system.ts';
import { utmLogEnd } from '../../src/setup/diagnostics/utm-log-end.ts';
import type { UtmState } from '../../src/shared/domain/utm.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'egais-wizard-utm-log-'));
  mkdirSync(join(folder, 'l'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const utm = (): UtmState => ({
  url: 'http://127.0.0.1:8080',
  reachability: 'silent',
  build: null,
  info: null,
  subjects: { rsa: 'unknown', gost: 'unknown' },
  computer: { installed: true, service: null, folder, log: null, lastPost: null },
  verdict: { id: 'silent', healthy: false, values: {}, actions: [] },
});

const end = () => utmLogEnd(createNodeSystem(), utm());
const write = (name: string, text: string) => writeFileSync(join(folder, 'l', name), text);

test('is the end of a long log, from the beginning of a line', async () => {
  const line = '2026-11-26 10:00:00,000 INFO  Exchange - Завершение задачи обмена документами';
  write('transport_info.log', `${line}\n`.repeat(20_000));
  const text = await end();
  expect(text?.length).toBeLessThan(100_001);
  expect(new Set(text?.trimEnd().split('\n'))).toEqual(new Set([line]));
});

test('holds nothing that may be a PIN, though the UTM wrote it', async () => {
  write('transport_info.log', 'INFO Settings - crypto.lib.gost.keystorePassword=0987654321\nlogin with 11111111\n');
  write('daemon-error.log', 'PIN: 12345678 was refused\n');
  expect(await end()).not.toMatch(/0987654321|11111111|12345678/);
  expect(await end()).toContain('was refused');
});

test('is nothing where there is no log, no folder, or no UTM on this computer', async () => {
  expect(await end()).toBeNull();
  rmSync(folder, { recursive: true });
  expect(await end()).toBeNull();
  expect(await utmLogEnd(createNodeSystem(), { ...utm(), computer: null })).toBeNull();
  expect(await utmLogEnd(createNodeSystem(), null)).toBeNull();
});
