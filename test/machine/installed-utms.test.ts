import { describe, expect, test } from 'vitest';
import { dpkgListing } from '../../src/machine/outputs/packages.ts';
import { readProfile } from '../../src/machine/outputs/procrun.ts';
import { readSupervisorConfig, readSupervisorStates } from '../../src/machine/outputs/supervisor.ts';
import { findInstalledUtms, utmAtPort } from '../../src/machine/questions/installed-utms.ts';
import { registryOf } from './recorded/machine.ts';
import * as windows from './recorded/outputs/windows.ts';
import { printed, printedInOem, type Recording, recordedSystem } from './recorded-system.ts';

describe('what supervisord says', () => {
  test.each([
    ['utm                              RUNNING   pid 1423, uptime 1:02:03', { utm: 'running' }],
    ['utm                              BACKOFF   Exited too quickly', { utm: 'starting' }],
    [
      'updater                          RUNNING   pid 7\nutm   FATAL   Exited too quickly\nutm2   STOPPED   Not started',
      { utm: 'stopped', utm2: 'stopped' },
    ],
    ['utm: ERROR (no such process)', {}],
    ["error: <class 'PermissionError'>, [Errno 13] Permission denied", {}],
    ['unix:///var/run/supervisor.sock no such file', {}],
  ])('%s', (output, states) => expect(Object.fromEntries(readSupervisorStates(output))).toEqual(states));

  test.each([
    ['[program:utm]\ncommand=/opt/utm/transport/bin/run.sh\nuser=root', { utm: '/opt/utm/transport' }],
    ['[program:utm]\ndirectory = /opt/utm/transport/', { utm: '/opt/utm/transport' }],
    ['[program:utm]\ndirectory=/opt/utm/transport/bin', { utm: '/opt/utm/transport' }],
    [
      '[program:utm2]\ndirectory=/\ncommand=/opt/utm2/jre/bin/java -Xmx512m -Dbasedir=/opt/utm2/transport -cp lib a.B',
      { utm2: '/opt/utm2/transport' },
    ],
    ['[program:utm]\ncommand=/usr/local/bin/run-utm', { utm: null }],
    ['[program:updater]\ndirectory=/opt/utm/updater\n[supervisord]\ndirectory=/tmp', {}],
    ['', {}],
  ])('in its files: %j', (text, folders) => expect(Object.fromEntries(readSupervisorConfig(text))).toEqual(folders));
});

test.each([
  ['-Dbasedir=C:\\UTM\\transporter\\0-Dspring.profiles.active=prod', 'prod'],
  ['-Dspring.profiles.active=test\\0-Dbasedir=C:\\UTM\\transporter', 'test'],
  ['-Dbasedir=C:\\UTM\\transporter', null],
])('the profile in %s', (options, profile) => expect(readProfile(options)).toBe(profile));

const optionsKey = (service: string): string =>
  `HKLM\\SOFTWARE\\WOW6432Node\\Apache Software Foundation\\Procrun 2.0\\${service}\\Parameters\\Java`;
const registered = (service: string, folder: string) => ({
  [`reg.exe query ${optionsKey(service)} /v Options`]: printedInOem(
    windows.crlf(
      `\n${optionsKey(service).replace('HKLM', 'HKEY_LOCAL_MACHINE')}\n    Options    REG_MULTI_SZ    -Dbasedir=${folder}\\0-Dspring.profiles.active=prod\n\n`,
    ),
  ),
});
const service = (name: string, state: Parameters<typeof windows.service>[1], start = '2   AUTO_START') => ({
  [`sc.exe query ${name}`]: printedInOem(windows.service(name, state)),
  [`sc.exe qc ${name}`]: printedInOem(windows.qc(start)),
});
const listed = (...names: readonly string[]) => ({
  [registryOf.services]: printedInOem(windows.servicesNamed(...names)),
});
const find = (recording: Recording) => findInstalledUtms(recordedSystem(recording));

describe('the UTMs of a Windows', () => {
  test('three of them, each with its folder, its port and its state', async () => {
    const { installed, utms } = await find({
      commands: {
        ...listed('NetBT_Transport', 'Transport10', 'Transport2', 'Transport', 'TransportSvc'),
        ...service('Transport', '4  RUNNING'),
        ...service('Transport2', '1  STOPPED', '3   DEMAND_START'),
        ...service('Transport10', '4  RUNNING'),
        ...registered('Transport', 'C:\\UTM\\transporter'),
        ...registered('Transport2', 'D:\\УТМ 2\\transporter'),
      },
      files: {
        'C:\\UTM\\transporter\\conf\\transport.properties': 'web.server.port=8080\r\n',
        'D:\\УТМ 2\\transporter\\conf\\transport.properties': 'web.server.port=18082\r\n',
      },
    });
    expect(installed).toBe(true);
    expect(utms).toEqual([
      {
        service: 'Transport',
        state: 'running',
        start: 'automatic',
        folder: 'C:\\UTM\\transporter',
        port: 8080,
        profile: 'prod',
      },
      {
        service: 'Transport2',
        state: 'stopped',
        start: 'manual',
        folder: 'D:\\УТМ 2\\transporter',
        port: 18082,
        profile: 'prod',
      },
      { service: 'Transport10', state: 'running', start: 'automatic', folder: null, port: null, profile: null },
    ]);
    expect(utmAtPort(utms, 18082)?.service).toBe('Transport2');
    // The one whose settings do not tell may be the one of any other port.
    expect(utmAtPort(utms, 9000)?.service).toBe('Transport10');
    expect(utmAtPort(utms.slice(0, 2), 9000)).toBeNull();
  });

  test('of two that do not tell their ports none is taken for the one that is meant', async () => {
    const { utms } = await find({
      commands: { ...listed('Transport', 'Transport2'), ...service('Transport', '4  RUNNING') },
    });
    expect(utms.map((utm) => [utm.service, utm.state])).toEqual([
      ['Transport', 'running'],
      ['Transport2', 'unknown'],
    ]);
    expect(utmAtPort(utms, 8080)).toBeNull();
  });

  test('a service that is listed and gone is none', async () => {
    const gone = printedInOem(windows.scAbsent, 1060);
    const recording = { commands: { ...listed('Transport'), 'sc.exe query Transport': gone } };
    expect(await find(recording)).toEqual({ installed: false, utms: [] });
  });

  test('a computer that answers nothing has said nothing', async () => {
    expect(await find({})).toEqual({ installed: null, utms: [] });
  });

  test('the list of services is asked for once', async () => {
    const lines: string[] = [];
    const system = recordedSystem({ commands: { ...listed('Transport'), ...service('Transport', '4  RUNNING') } });
    await findInstalledUtms({
      ...system,
      run: (program, args) => {
        lines.push([program, ...args].join(' '));
        return system.run(program, args);
      },
    });
    expect(lines.filter((line) => line === registryOf.services)).toHaveLength(1);
    expect(new Set(lines).size).toBe(lines.length);
  });
});

describe('the UTMs of a Linux', () => {
  const packages = (state: string | null) => ({
    [`dpkg-query ${dpkgListing.join(' ')}`]: printed(
      `pcscd\t1.9.9-2\tinstalled\tL\n${state === null ? '' : `u-trans\t4.2.0-2662\t${state}\tC\n`}`,
    ),
  });
  const folder = { '/opt/utm/transport': '', '/opt/utm/transport/conf/transport.properties': 'web.server.port=8082\n' };
  const linux = (recording: Recording) => find({ platform: 'linux', ...recording });
  const own = { service: 'utm', state: 'unknown', start: 'unknown', folder: '/opt/utm/transport', port: 8082 };

  test('the package, its program and its port', async () => {
    const commands = { ...packages('installed'), 'supervisorctl status': printed('utm   RUNNING   pid 1423\n') };
    expect(await linux({ commands, files: folder })).toMatchObject({
      installed: true,
      utms: [{ ...own, state: 'running' }],
    });
  });

  test('an ordinary user is not told the state', async () => {
    expect(await linux({ commands: packages('installed'), files: folder })).toMatchObject({ utms: [own] });
  });

  test('a second one by its file for supervisord, whose folder is there', async () => {
    const found = await linux({
      commands: packages('installed'),
      files: {
        ...folder,
        '/etc/supervisor/conf.d/utm2.conf': '[program:utm2]\ndirectory=/opt/utm2/transport\n',
        '/etc/supervisor/conf.d/utm3.conf': '[program:utm3]\ndirectory=/opt/utm3/transport\n',
        '/opt/utm2/transport': '',
      },
      folders: { '/etc/supervisor/conf.d': ['utm2.conf', 'utm3.conf', 'shop.conf'] },
    });
    expect(found.utms).toMatchObject([own, { service: 'utm2', folder: '/opt/utm2/transport', port: null }]);
  });

  test('what a removed package left behind is none', async () => {
    const found = await linux({
      commands: packages('config-files'),
      files: { ...folder, '/etc/supervisor/conf.d/utm.conf': '[program:utm]\ndirectory=/opt/utm/transport\n' },
      folders: { '/etc/supervisor/conf.d': ['utm.conf'] },
    });
    expect(found).toEqual({ installed: false, utms: [] });
  });

  test('without a list of packages the folder is believed', async () => {
    expect(await linux({ files: folder })).toMatchObject({ installed: true, utms: [own] });
    expect(await linux({})).toEqual({ installed: false, utms: [] });
  });
});
