import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { createUtmClient } from '../../src/egais/utm/utm-client.ts';
import { createNodeSystem } from '../../src/machine/node-system.ts';
import { computers } from '../../src/practice/computers/records.ts';
import { createPracticeSystem } from '../../src/practice/practice-system.ts';
import { readUtm } from '../../src/setup/read-utm.ts';
import type { UtmState } from '../../src/shared/domain/utm.ts';
import { deadAddress } from '../egais/raw-server.ts';
import { failures, stampOf, start as startLines, stopLine } from '../egais/utm-log-lines.ts';
import { practiceUtms, type RunningWorld } from '../practice/utm/running-utm.ts';

const { start, launch, temporaryFolder } = practiceUtms();

/** A program that was started has yet to write its log. */
const patience = { timeout: 20_000 };

/** As practice reads it: a Windows whose registry names the folder, with the stand-in's files in it. */
const onPracticeComputer = (
  { world, client }: Pick<RunningWorld, 'world' | 'client'>,
  now = Date.now,
): Promise<UtmState> =>
  readUtm(
    {
      client,
      system: createPracticeSystem({ computer: () => computers.healthy, now, utmFolder: world.utmFolder }),
      folder: null,
    },
    null,
  );

/** This very computer, the folder named by hand. */
const inFolder = (folder: string, url: string): Promise<UtmState> =>
  readUtm({ client: createUtmClient(url), system: createNodeSystem(), folder }, null);

async function send({ utm }: RunningWorld, field = 'xml_file'): Promise<string> {
  const form = new FormData();
  form.append(field, new Blob(['<Documents/>'], { type: 'text/xml' }), 'client.xml');
  const answer = await fetch(`${utm.url}/opt/in/QueryClients_v2`, { method: 'POST', body: form });
  return `${answer.status} ${Buffer.byteLength(await answer.text())}`;
}

const minutesLater = (minutes: number) => () => Date.now() + minutes * 60_000;

describe('the stand-in UTM, by its answers and its files', () => {
  test('works, and exchanges; after six minutes without an exchange it is stale', async () => {
    const shop = await start('renewal');
    expect(await onPracticeComputer(shop)).toMatchObject({
      verdict: { id: 'working' },
      subjects: { rsa: 'read', gost: 'read' },
      computer: { service: { state: 'running' }, log: { mark: 'exchange', failure: null }, lastPost: null },
    });
    expect((await onPracticeComputer(shop, minutesLater(7))).verdict).toMatchObject({
      id: 'exchange-stale',
      values: { minutes: 7 },
    });
    expect(await inFolder(shop.world.utmFolder, shop.utm.url)).toMatchObject({ verdict: { id: 'working' } });
  });

  test('a signature that was renewed: seen in the answer to a document, mended by a new access key', async () => {
    const shop = await start('utm-signature-renewed');
    expect(await send(shop)).toBe('500 362');
    expect(await onPracticeComputer(shop)).toMatchObject({
      info: { rsaError: null, rsa: { validity: 'valid' }, gost: { validity: 'valid' } },
      verdict: { id: 'signature-renewed' },
      computer: { lastPost: { status: 500, size: 362 } },
    });
    const places = await shop.client.subdivisions();
    const [place] = places.ok ? places.value : [];
    if (place === undefined) throw new Error('no place');
    expect(await shop.client.keygen(place)).toMatchObject({ ok: true });
    expect((await onPracticeComputer(shop)).verdict.id).toBe('working');
    expect(await send(shop)).toMatch(/^200 /);
  });

  test('signing that is broken, and mended', async () => {
    const shop = await start('renewal', { documents: 'signing-broken' });
    expect(await send(shop)).toBe('500 89');
    expect((await onPracticeComputer(shop)).verdict.id).toBe('signing-broken');
    shop.folder.write(shop.folder.paths.options, {});
    expect(await send(shop)).toMatch(/^200 /);
    expect((await onPracticeComputer(shop)).verdict.id).toBe('working');
  });

  test('a document without its file is no document, and speaks against nobody', async () => {
    const shop = await start('renewal');
    expect(await send(shop, 'other')).toMatch(/^400 /);
    expect((await onPracticeComputer(shop)).verdict.id).toBe('working');
  });

  test('a PIN that was refused', async () => {
    const shop = await start('utm-pin-refused');
    const { verdict, computer } = await onPracticeComputer(shop);
    expect(verdict.id).toBe('pin-refused');
    expect(computer?.log?.errors.map(({ text }) => text).join()).toContain('CKR_PIN_INCORRECT');
  });

  test('tries that are spared are no refusal', async () => {
    const shop = await start('last-try');
    expect((await onPracticeComputer(shop)).verdict.id).toBe('needs-access-key');
  });

  test.each(['database-locked', 'port-taken', 'registered-wrongly', 'files-missing'] as const)(
    'a start that fails: %s',
    async (startFailure) => {
      const shop = await start('renewal');
      await shop.utm.stop();
      shop.folder.write(shop.folder.paths.options, { startFailure });
      const failing = await launch(shop.world.utmFolder, shop.world.libraryPath);
      const client = createUtmClient(failing.url);
      await vi.waitFor(
        async () => expect((await onPracticeComputer({ world: shop.world, client })).verdict.id).toBe(startFailure),
        patience,
      );
      failing.listening.catch(() => undefined);
    },
  );

  test('a slow start: how far it has come', async () => {
    const shop = await start('new-shop');
    await shop.utm.stop();
    shop.folder.write(shop.folder.paths.options, { listensAfterMs: 600_000 });
    const slow = await launch(shop.world.utmFolder, shop.world.libraryPath);
    const client = createUtmClient(slow.url);
    const asked = { world: shop.world, client };
    await vi.waitFor(
      async () =>
        expect((await onPracticeComputer(asked)).verdict).toMatchObject({
          id: 'coming-up',
          values: { step: 2, steps: 6 },
        }),
      patience,
    );
    expect((await onPracticeComputer(asked, minutesLater(6))).verdict.id).toBe('start-stuck');
    slow.listening.catch(() => undefined);
  });
});

test('a service that is stopped is to be started', async () => {
  const client = createUtmClient(await deadAddress());
  const stopped = { ...computers.healthy, utmServiceRunning: false };
  const system = createPracticeSystem({ computer: () => stopped, now: Date.now });
  const { verdict, computer } = await readUtm({ client, system, folder: null }, null);
  expect(verdict).toMatchObject({ id: 'stopped', actions: ['start-utm-service', 'check-again'] });
  expect(computer).toMatchObject({ service: { state: 'stopped', start: 'automatic' }, log: null });
});

describe('files that lie', () => {
  /** A UTM's folder with a log, last written when its last line says, and Java's error output of another moment. */
  function logsOf(lines: readonly string[], daemon: readonly string[], times: { info: string; daemon: string }) {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'l'));
    const write = (name: string, text: readonly string[], time: string) => {
      const file = join(folder, 'l', name);
      writeFileSync(file, `${text.join('\n')}\n`);
      const at = new Date(stampOf(time).replace(',', '.'));
      utimesSync(file, at, at);
    };
    write('transport_info.log', lines, times.info);
    write('daemon-error.log', daemon, times.daemon);
    return folder;
  }
  const failed = failures['files-missing'];
  const refused = failures['pin-refused'].slice(1);
  const oneMark = startLines('10:00').slice(0, 1);
  const exchanged = startLines('10:00');

  test.each([
    ['of a start that got as far as its first line', oneMark, '10:00:01', failed, '10:00:02', 'files-missing'],
    [
      'in the very moment of the start, by a file system with coarse stamps',
      oneMark,
      '10:00:01',
      failed,
      '09:59:59',
      'files-missing',
    ],
    ['long before what was written to the log last', oneMark, '10:30:00', failed, '10:00:02', null],
    ['of the start before, a minute ago', oneMark, '10:00:01', refused, '09:59:01', null],
    ['of a PIN that has been right since, for there was an exchange', exchanged, '10:00:06', refused, '10:00:03', null],
    ['that changed after an exchange', exchanged, '10:00:06', refused, '10:00:07', null],
    [
      'of a start after the end, without a line',
      [...exchanged, stopLine],
      '11:00:00',
      failed,
      '11:01:00',
      'files-missing',
    ],
    ['of a start after a run that was cut off', exchanged, '10:00:06', failed, '10:05:00', 'files-missing'],
    ['from before the end', [...exchanged, stopLine], '11:00:00', refused, '10:59:00', null],
  ] as const)('error output %s', async (_, lines, info, daemon, written, failure) => {
    const folder = logsOf(lines, daemon, { info, daemon: written });
    const { computer } = await inFolder(folder, await deadAddress());
    expect(computer?.log?.failure).toBe(failure);
  });

  test('a UTM on another computer is judged by its answers alone', async () => {
    const state = await readUtm(
      { client: createUtmClient('http://192.0.2.1:8080', { state: 50 }), system: createNodeSystem(), folder: '/' },
      null,
    );
    expect(state).toMatchObject({ computer: null, verdict: { id: 'silent' } });
  });

  test('a program that is no UTM, on a computer that has none', async () => {
    const server = createServer((_, response) => response.end('It works!'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const system = createPracticeSystem({ computer: () => computers['utm-remains'], now: Date.now });
    const client = createUtmClient(`http://127.0.0.1:${port}`);
    expect((await readUtm({ client, system, folder: null }, null)).verdict.id).toBe('not-installed');
    const healthy = createPracticeSystem({ computer: () => computers.healthy, now: Date.now });
    expect((await readUtm({ client, system: healthy, folder: null }, null)).verdict.id).toBe('other-program');
    await new Promise((resolve) => server.close(resolve));
  });
});
