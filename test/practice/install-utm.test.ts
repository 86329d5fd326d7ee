import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { ComputerFile } from '../../src/practice/computers/computer-file.ts';
import { orderStart } from '../../src/practice/utm/service-order.ts';
import { readTransportPins } from '../../src/practice/utm/transport-properties.ts';
import { UtmFolder } from '../../src/practice/utm/utm-folder.ts';
import { configureUtm } from '../../src/setup/configure-utm.ts';
import { installUtm } from '../../src/setup/install-utm.ts';
import { downloadUtmInstaller } from '../../src/setup/utm-installer.ts';
import { usualWaitPace, waitForUtm } from '../../src/setup/wait-for-utm.ts';
import type { ScenarioId } from '../../src/shared/domain/scenario.ts';
import type { UtmVerdictId } from '../../src/shared/domain/utm.ts';
import { practiceJourneys } from '../setup/practice-journey.ts';

const begin = practiceJourneys();

async function at(scenario: ScenarioId) {
  const { open, folder } = await begin(scenario);
  const { workplace } = open;
  const downloads = join(folder, 'downloads');
  mkdirSync(downloads);
  const utm = new UtmFolder(join(folder, 'world/utm'));
  const verdict = async (): Promise<UtmVerdictId> => (await workplace.readUtm(null)).verdict.id;
  const until = async (wanted: UtmVerdictId): Promise<void> => {
    for (const began = Date.now(); (await verdict()) !== wanted; ) {
      if (Date.now() - began > 60_000) throw new Error(`never ${wanted}, but ${await verdict()}`);
    }
  };
  const download = () =>
    downloadUtmInstaller(workplace, downloads, null, {
      onProgress: () => undefined,
      signal: new AbortController().signal,
    });
  const install = async (file: string) => {
    const sha256 = createHash('sha256').update(readFileSync(file)).digest('hex');
    return workplace.elevation.perform({ operation: 'install-file', file, sha256 });
  };
  return {
    workplace,
    utm,
    computer: new ComputerFile(join(folder, 'world/computer.json')),
    verdict,
    until,
    download,
    install,
  };
}

test('a computer without a UTM: brought from the site, installed, given its PINs, started, working', async () => {
  const shop = await at('no-utm');
  const { workplace, utm } = shop;
  expect(await shop.verdict()).toBe('not-installed');
  expect(await workplace.system.exists('C:\\UTM\\transporter')).toBe(false);
  await expect(fetch(workplace.utmUrl)).rejects.toThrow();

  const brought = await shop.download();
  expect(brought).toMatchObject({ ok: true, value: { installer: { build: '4.2.0-b2698', signature: null } } });
  if (!brought.ok) return;
  expect(await shop.install(brought.value.installer.file)).toEqual({ kind: 'done', restartNeeded: false });
  await shop.until('pin-missing');
  const seen = async () =>
    expect(await workplace.readUtm(null)).toMatchObject({
      build: '4.2.0b002698',
      computer: { installed: true, service: { state: 'running' }, folder: 'C:\\UTM\\transporter' },
      info: { database: { ownerId: null } },
    });
  await vi.waitFor(seen, { timeout: 60_000, interval: 200 });

  const settings = { port: new URL(workplace.utmUrl).port };
  const pins = { gost: '0987654321', pki: '11111111' };
  const written = await configureUtm(workplace, workplace.utmFiles, { folder: 'C:\\UTM', settings, pins });
  expect(written).toMatchObject({ ok: true, value: [{ changed: { length: 4 } }, { changed: ['utm.port'] }] });
  // It reads its settings when it starts, and not before.
  expect(await shop.verdict()).toBe('pin-missing');
  orderStart(utm);
  expect(await waitForUtm(workplace, null, () => undefined, { ...usualWaitPace, restMs: 200 })).toMatchObject({
    ok: true,
    value: { state: { verdict: { id: 'working' } } },
  });
  expect(readTransportPins(utm.paths.properties)).toEqual({ gost: '', pki: '' });
}, 180_000);

test('an update keeps the settings, the database and the documents, and changes the build', async () => {
  const shop = await at('unsent-documents');
  await shop.until('working');
  const before = await shop.workplace.readUtm(null);
  expect(before.build).toBe('4.2.0b002662');
  const brought = await shop.download();
  if (!brought.ok) throw new Error(brought.problem.code);
  expect(await shop.install(brought.value.installer.file)).toMatchObject({ kind: 'done' });
  await shop.until('working');
  const after = await shop.workplace.readUtm(null);
  expect(after.build).toBe('4.2.0b002698');
  expect(after.info?.database).toEqual(before.info?.database);
  const unsent = await (await fetch(`${shop.workplace.utmUrl}/opt/in`)).text();
  expect(unsent.match(/<url/g)).toHaveLength(2);
}, 180_000);

test('cheques that were not sent stand in the way of an update, whatever is said of documents', async () => {
  const shop = await at('renewal');
  await shop.until('working');
  shop.utm.write(shop.utm.paths.options, { ...shop.utm.options(), told: { checkInfo: '2026-09-01 10:00:00' } });
  const order = { file: 'unread.exe', sha256: '0'.repeat(64), build: null, documentsUnknown: true };
  const met = vi.fn();
  const outcome = await installUtm(shop.workplace, order, { onBefore: met, onSigns: () => undefined });
  expect(outcome).toMatchObject({
    ok: false,
    problem: { code: 'SETUP_UTM_UNSENT_CHEQUES', values: { since: '2026-09-01 10:00:00' } },
  });
  expect(met).toHaveBeenCalledWith({
    update: true,
    documents: { kind: 'cheques', since: '2026-09-01 10:00:00' },
    remains: null,
  });
}, 60_000);

test('the site gives its archive to browsers alone, and by parts', async () => {
  const { workplace } = await at('no-utm');
  const { url, userAgent } = workplace.utmDownload;
  expect((await fetch(url, { headers: { 'user-agent': 'curl/8.0' } })).status).toBe(403);
  const head = await fetch(url, { method: 'HEAD', headers: { 'user-agent': userAgent } });
  const length = Number(head.headers.get('content-length'));
  const etag = head.headers.get('etag') ?? '';
  expect([head.status, head.headers.get('last-modified')]).toEqual([200, 'Fri, 18 Sep 2026 10:00:00 GMT']);
  const part = (condition: string) =>
    fetch(url, {
      headers: { 'user-agent': userAgent, range: `bytes=${length - 100}-`, 'if-range': condition },
    });
  const rest = await part(etag);
  expect([rest.status, (await rest.arrayBuffer()).byteLength]).toEqual([206, 100]);
  const whole = await part('"another"');
  expect([whole.status, whole.headers.get('content-length')]).toEqual([200, String(length)]);
  await whole.body?.cancel();
});

test('what is left of a former UTM stops its installer, and both are named', async () => {
  const { workplace, computer, utm, download } = await at('no-utm');
  computer.write({ ...computer.read(), remains: true });
  const brought = await download();
  if (!brought.ok) throw new Error(JSON.stringify(brought.problem));
  const { file, sha256 } = brought.value.installer;
  const order = { file, sha256, build: '4.2.0-b2698', documentsUnknown: false };
  const watch = { onBefore: vi.fn(), onSigns: () => undefined };
  expect(await installUtm(workplace, order, watch)).toMatchObject({
    problem: { code: 'SETUP_UTM_REMAINS_STOP', values: { code: 1, folder: 'C:\\UTM' } },
  });
  expect(watch.onBefore).toHaveBeenCalledWith(expect.objectContaining({ update: false }));
  expect(utm.isInstalled()).toBe(false);

  // Somebody removed it.
  computer.write({ ...computer.read(), remains: false });
  expect(await installUtm(workplace, order, watch)).toMatchObject({ ok: true });
  expect(utm.isInstalled()).toBe(true);
});
