import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createNodeSystem } from '../../src/machine/node-system.ts';
import { readBaseFolder } from '../../src/machine/outputs/procrun.ts';
import { readWebPort } from '../../src/machine/outputs/web-port.ts';
import { readUtmLogs } from '../../src/machine/questions/utm-logs.ts';
import { findUtmPlace } from '../../src/machine/questions/utm-place.ts';
import * as windows from './recorded/outputs/windows.ts';
import { printed, type Recording, recordedSystem } from './recorded-system.ts';

const here = 'http://127.0.0.1:8080';
const optionsKey = 'HKLM\\SOFTWARE\\WOW6432Node\\Apache Software Foundation\\Procrun 2.0\\Transport\\Parameters\\Java';
const registered = (options: string) => ({
  [`reg.exe query ${optionsKey} /v Options`]: printed(
    `\r\n${optionsKey.replace('HKLM', 'HKEY_LOCAL_MACHINE')}\r\n    Options    REG_MULTI_SZ    ${options}\r\n\r\n`,
  ),
});
const service = (state: string, start = '2   AUTO_START') => ({
  'sc.exe query Transport': printed(state),
  'sc.exe qc Transport': printed(windows.qc(start)),
});
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('the folder in the options of a service', () => {
  test.each([
    ['-Dbasedir=C:\\UTM\\transporter\\0-Dspring.profiles.active=prod', 'C:\\UTM\\transporter'],
    ['-Xmx512m\\0-Dbasedir=D:\\УТМ касса 2\\transporter\\\\0-Dfile.encoding=UTF-8', 'D:\\УТМ касса 2\\transporter'],
    ['-Dbasedir=C:\\UTM\\0ld\\transporter', 'C:\\UTM\\0ld\\transporter'],
    ['-Dbasedir=C:\\UTM\\transporter\\0\\0', 'C:\\UTM\\transporter'],
    ['-Dbasedir=\\\\server\\UTM\\0-D', null],
    ['-Dbasedir=..\\0-D', null],
    [`-Dbasedir=C:\\${'a'.repeat(100_000)}`, null],
    ['', null],
  ])('%s', (options, folder) => expect(readBaseFolder(options)).toBe(folder));
});

describe('the port in the settings', () => {
  test.each([
    ['# УТМ\nweb.server.port=18080\r\nproxy.host=', 18080],
    ['web.server.port : 8082', 8082],
    ['my.web.server.port=1\nweb.server.port=2', 2],
    ['web.server.port=', null],
    ['', null],
  ])('%j', (text, port) => expect(readWebPort(bytesOf(text))).toBe(port));
});

describe('where the UTM is', () => {
  const find = (recording: Recording, utmUrl = here, named: string | null = null) =>
    findUtmPlace(recordedSystem(recording), { utmUrl, named });
  const usual = { 'C:\\UTM\\transporter': '' };
  const onD = registered('-Dbasedir=D:\\UTM\\transporter\\0-Da=b');
  const ofPort = (port: number) => ({
    'C:\\UTM\\transporter\\conf\\transport.properties': `web.server.port=${port}\n`,
  });

  test.each<[string, Recording, unknown]>([
    [
      'registered elsewhere',
      { commands: { ...service(windows.scRunning), ...onD }, files: usual },
      { installed: true, service: { state: 'running', start: 'automatic' }, folder: 'D:\\UTM\\transporter' },
    ],
    [
      'the usual folder where the registry is silent',
      { commands: service(windows.scStopped, '4   DISABLED'), files: usual },
      { installed: true, service: { state: 'stopped', start: 'disabled' }, folder: 'C:\\UTM\\transporter' },
    ],
    [
      'no folder at all',
      { commands: service(windows.scRunning) },
      { installed: true, service: { state: 'running' }, folder: null },
    ],
    [
      'not installed: a folder left behind is nobody’s',
      { commands: { 'sc.exe query Transport': printed(windows.scAbsent, 1060) }, files: usual },
      { installed: false, folder: null },
    ],
    ['services that cannot be asked', { files: usual }, { installed: null, service: null, folder: null }],
    [
      'on Linux, its supervisor asked',
      {
        platform: 'linux',
        files: { '/opt/utm/transport': '' },
        commands: { 'supervisorctl status': printed('utm   STOPPED   Not started\n', 3) },
      },
      { installed: true, service: { name: 'utm', state: 'stopped', start: 'unknown' }, folder: '/opt/utm/transport' },
    ],
    [
      'on Linux, nobody to ask',
      { platform: 'linux', files: { '/opt/utm/transport': '' } },
      { installed: true, service: null, folder: '/opt/utm/transport' },
    ],
    ['not on this Linux', { platform: 'linux' }, { installed: false, service: null, folder: null }],
  ])('%s', async (_, recording, place) => expect(await find(recording)).toMatchObject(place as object));

  test('a UTM on another computer has no place here', async () => {
    expect(await find({ commands: service(windows.scRunning) }, 'http://192.168.0.20:8080')).toBeNull();
  });

  test('the service of a UTM on another port is not the one that is asked', async () => {
    const commands = service(windows.scStopped);
    expect(await find({ commands, files: { ...usual, ...ofPort(18080) } })).toEqual({
      installed: null,
      service: null,
      folder: null,
    });
    expect(await find({ commands, files: { ...usual, ...ofPort(8080) } })).toMatchObject({
      service: { state: 'stopped' },
    });
  });

  test('a folder named by hand is believed, and has the service only where that is its own', async () => {
    const recording: Recording = {
      commands: { ...service(windows.scRunning), ...onD },
      files: { 'E:\\UTM2\\transporter': '', 'D:\\UTM\\transporter\\': '' },
    };
    expect(await find(recording, here, 'E:\\UTM2\\transporter')).toEqual({
      installed: true,
      service: null,
      folder: 'E:\\UTM2\\transporter',
    });
    expect(await find(recording, here, 'D:\\UTM\\transporter\\')).toMatchObject({ service: { state: 'running' } });
    expect(await find(recording, here, 'E:\\нет такой')).toMatchObject({ folder: 'D:\\UTM\\transporter' });
  });
});

describe('the logs', () => {
  const folders: string[] = [];
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true });
  });
  const utmFolder = (): { readonly root: string; readonly logs: string } => {
    const root = mkdtempSync(join(tmpdir(), 'УТМ-'));
    folders.push(root);
    mkdirSync(join(root, 'l'));
    return { root, logs: join(root, 'l') };
  };
  const system = createNodeSystem();
  const ansi = (text: string): Buffer =>
    Buffer.from([...text].map((c) => (/[а-я]/i.test(c) ? (c.codePointAt(0) ?? 0) - 0x350 : c.charCodeAt(0))));

  test('UTF-8 and windows-1251 in one file, line by line', async () => {
    const { root, logs } = utmFolder();
    const parts = [Buffer.from('Счетчик: ёж\n'), ansi('Завершение задачи\n'), Buffer.from('конец — «да»\n')];
    writeFileSync(join(logs, 'transport_info.log'), Buffer.concat(parts));
    const { info, daemon, access } = await readUtmLogs(system, root);
    expect(info?.text).toBe('Счетчик: ёж\nЗавершение задачи\nконец — «да»\n');
    expect([daemon, access]).toEqual([null, []]);
  });

  test('a log longer than is read begins with a whole line', async () => {
    const { root, logs } = utmFolder();
    const line = `${'я'.repeat(99)}\n`;
    writeFileSync(join(logs, 'transport_info.log'), line.repeat(20_000));
    const text = (await readUtmLogs(system, root)).info?.text ?? '';
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(512 * 1024);
    expect(text.length).toBeGreaterThan(200_000);
    expect(new Set(text.split('\n'))).toEqual(new Set([line.trim(), '']));
  });

  test('a gigabyte is read in no time, and a line without end is nothing', async () => {
    const { root, logs } = utmFolder();
    for (const name of ['transport_info.log', 'daemon-error.log', 'access_log.2026-10-01.log']) {
      writeFileSync(join(logs, name), '');
      truncateSync(join(logs, name), 1024 ** 3);
    }
    const [began, before] = [performance.now(), process.memoryUsage().rss];
    const read = await readUtmLogs(system, root);
    expect(performance.now() - began).toBeLessThan(5_000);
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
    expect(read).toMatchObject({ info: { text: '' }, daemon: { text: '' }, access: [''] });
  });

  test('the two newest days of the access log, and no other file', async () => {
    const { root, logs } = utmFolder();
    for (const day of ['2026-09-29', '2026-09-30', '2026-10-01']) {
      writeFileSync(join(logs, `access_log.${day}.log`), `${day}\n`);
    }
    writeFileSync(join(logs, 'access_log.9999-old.log'), 'old\n');
    expect((await readUtmLogs(system, root)).access).toEqual(['2026-10-01\n', '2026-09-30\n']);
  });

  test.skipIf(process.platform === 'win32')('a pipe or a folder in the place of a log is not waited for', async () => {
    const { root, logs } = utmFolder();
    execFileSync('mkfifo', [join(logs, 'transport_info.log')]);
    mkdirSync(join(logs, 'daemon-error.log'));
    expect(await readUtmLogs(system, root)).toEqual({ info: null, daemon: null, access: [] });
  });

  test('no folder, no logs', async () => {
    expect(await readUtmLogs(system, '/нет/такой')).toEqual({ info: null, daemon: null, access: [] });
  });
});
