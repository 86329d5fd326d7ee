import { describe, expect, test } from 'vitest';
import { utm } from '../../src/machine/checks/utm/utm.ts';
import { utmPort } from '../../src/machine/checks/utm/utm-port.ts';
import { readNetstatHolder, readSsHolder, readTasklistProgram } from '../../src/machine/outputs/listening-ports.ts';
import { localPortOf } from '../../src/machine/utm-address.ts';
import type { UtmState } from '../../src/shared/domain/utm.ts';
import { emptyContext, utmState } from './contexts.ts';
import { ss, ssOfOthers } from './recorded/outputs/linux.ts';
import * as windows from './recorded/outputs/windows.ts';
import { printed, type Recording, recordedSystem } from './recorded-system.ts';

describe('who listens', () => {
  test('netstat: the listening socket of exactly this port', () => {
    expect(readNetstatHolder(windows.netstat, 8080)).toBe(31664);
    expect(readNetstatHolder(windows.netstat, 80)).toBe(4);
    expect(readNetstatHolder(windows.netstat, 54321)).toBeNull();
    expect(readNetstatHolder(windows.netstatTranslated, 8000)).toBe(32344);
    expect(readNetstatHolder('', 8080)).toBeNull();
  });

  test('tasklist: the row of exactly this process, whatever its name', () => {
    expect(readTasklistProgram(windows.tasklist('Касса «Ромашка», 2.exe', 77), 77)).toBe('Касса «Ромашка», 2.exe');
    expect(readTasklistProgram(windows.tasklist('utm.exe', 77), 7)).toBeNull();
    expect(readTasklistProgram(windows.tasklistNothing, 77)).toBeNull();
  });

  test('ss: the first process of exactly this port, and nobody when they are hidden', () => {
    expect(readSsHolder(ss, 8080)).toEqual({ program: 'java', pid: 1423 });
    // Found by fuzzing: digits without end are no number of a process.
    expect(readSsHolder(ss.replace('pid=1423', `pid=${'9'.repeat(400)}`), 8080)).toBeNull();
    expect(readNetstatHolder(windows.netstat.replaceAll('31664', '9'.repeat(400)), 8080)).toBeNull();
    expect(readSsHolder(ss, 18080)).toEqual({ program: 'nginx', pid: 2001 });
    expect(readSsHolder(ss, 80)).toBeNull();
    expect(readSsHolder(ssOfOthers, 8080)).toBeNull();
  });

  test('a UTM elsewhere has no port here', () => {
    expect(localPortOf('http://localhost:18082')).toBe(18082);
    expect(localPortOf('http://127.0.0.1')).toBe(80);
    expect(localPortOf('http://[::1]:8080/app')).toBe(8080);
    expect(localPortOf('http://касса-2.local:8080')).toBeNull();
    expect(localPortOf('')).toBeNull();
  });
});

const transport = (state: string, start = '2   AUTO_START') => ({
  'sc.exe query Transport': printed(state),
  'sc.exe qc Transport': printed(windows.qc(start)),
});
const noTransport = { 'sc.exe query Transport': printed(windows.scAbsent, 1060) };

describe('the port on Windows', () => {
  const heldBy = (program: string | null, pid = 31664): Recording => ({
    openPorts: [8080],
    commands: {
      ...noTransport,
      'netstat.exe -ano -p TCP': printed(windows.netstat.replaceAll('31664', String(pid))),
      'tasklist.exe /FO CSV /NH': printed(program === null ? windows.tasklistNothing : windows.tasklist(program, pid)),
    },
  });
  const withTransport = (recording: Recording): Recording => ({
    ...recording,
    commands: { ...recording.commands, ...transport(windows.scRunning) },
  });
  const check = (recording: Recording, state: UtmState | null = null) =>
    utmPort.run(recordedSystem(recording), { ...emptyContext, utm: state });

  test.each([
    ['free, no UTM yet', { commands: noTransport }, null, 'ok', 'free-no-utm', { port: 8080 }],
    ['free, the UTM stopped', { commands: transport(windows.scStopped) }, null, 'ok', 'free', { port: 8080 }],
    ['a UTM answers there', heldBy('java.exe'), utmState('answering'), 'ok', 'held-by-utm', { port: 8080 }],
    ['the process of the UTM', heldBy('utm.exe'), utmState('silent'), 'ok', 'held-by-utm', { port: 8080 }],
    [
      'Java, and a UTM is installed',
      withTransport(heldBy('java.exe')),
      utmState('silent'),
      'info',
      'held-by-java',
      { port: 8080, program: 'java.exe' },
    ],
    [
      'Java, and no UTM is installed',
      heldBy('javaw.exe'),
      utmState('other-program'),
      'bad',
      'held-by-other',
      { port: 8080, program: 'javaw.exe' },
    ],
    [
      'a program of the shop',
      heldBy('Касса.exe'),
      utmState('other-program'),
      'bad',
      'held-by-other',
      { port: 8080, program: 'Касса.exe' },
    ],
    [
      'a program that calls itself the UTM and answers otherwise',
      heldBy('utm.exe'),
      utmState('other-program'),
      'bad',
      'held-by-other',
      { port: 8080, program: 'utm.exe' },
    ],
    ['Windows itself', heldBy('System', 4), null, 'bad', 'held-by-windows', { port: 8080 }],
    ['a process that is gone', heldBy(null), null, 'attention', 'held-by-unnamed', { port: 8080 }],
    ['netstat does not work', { openPorts: [8080] }, null, 'attention', 'held-by-unnamed', { port: 8080 }],
  ] as const)('%s', async (_, recording, state, status, variant, values) => {
    expect(await check(recording, state)).toMatchObject({ id: 'utm-port', status, variant, values });
  });

  test('a UTM on another computer leaves the port alone', async () => {
    const context = { ...emptyContext, utmUrl: 'http://192.168.0.20:8080' };
    expect(await utmPort.run(recordedSystem(heldBy('Касса.exe')), context)).toMatchObject({
      status: 'info',
      variant: 'elsewhere',
    });
  });
});

describe('the port on Linux', () => {
  const check = (sockets: string, files: Recording['files'] = {}) =>
    utmPort.run(
      recordedSystem({ platform: 'linux', openPorts: [8080], commands: { 'ss -ltnp': printed(sockets) }, files }),
      emptyContext,
    );

  test('the Java of the UTM is told by its folder', async () => {
    const files = { '/proc/1423/cmdline': '/opt/utm/jre/bin/java\0-Dbasedir=/opt/utm/transport\0' };
    expect(await check(ss, files)).toMatchObject({ variant: 'held-by-utm' });
  });

  test('another Java is another program', async () => {
    const files = { '/proc/1423/cmdline': '/usr/bin/java\0-jar\0/home/касса/tomcat.jar\0' };
    expect(await check(ss, files)).toMatchObject({ variant: 'held-by-other', values: { program: 'java' } });
  });

  test('a socket of root is not named to an ordinary user', async () => {
    expect(await check(ssOfOthers)).toMatchObject({ status: 'attention', variant: 'held-by-unnamed' });
  });
});

describe('the UTM', () => {
  const check = (recording: Recording, state: UtmState | null, utmUrl = emptyContext.utmUrl) =>
    utm.run(recordedSystem(recording), { ...emptyContext, utm: state, utmUrl });
  const running = { commands: transport(windows.scRunning) };
  const onLinux = { platform: 'linux', files: { '/opt/utm/transport': '' } } as const;

  test.each([
    ['not installed', { commands: noTransport }, utmState('silent'), 'info', 'absent'],
    ['not installed, not asked', { commands: noTransport }, null, 'info', 'absent'],
    ['installed, not asked', running, null, 'info', 'installed'],
    ['works', running, utmState('answering', 'working'), 'ok', 'working'],
    ['has no key yet', running, utmState('answering', 'needs-access-key'), 'info', 'needs-access-key'],
    ['has another trouble', running, utmState('answering', 'foreign-database'), 'attention', 'troubled'],
    ['works though no service is known', {}, utmState('answering', 'working'), 'ok', 'working'],
    ['started and silent', running, utmState('silent'), 'attention', 'silent'],
    ['starting', { commands: transport(windows.scStarting) }, utmState('silent'), 'info', 'starting'],
    ['answers, not ready yet', running, utmState('answering', 'starting'), 'info', 'starting'],
    ['of an old version', running, utmState('answering', 'outdated'), 'attention', 'outdated'],
    ['set to the test contour', running, utmState('answering', 'wrong-contour'), 'attention', 'wrong-contour'],
    [
      'stopped for good',
      { commands: transport(windows.scStopped, '4   DISABLED') },
      utmState('silent'),
      'attention',
      'disabled',
    ],
    ['stopped', { commands: transport(windows.scStopped) }, utmState('silent'), 'attention', 'stopped'],
    ['a start that failed', running, utmState('silent', 'pin-refused'), 'attention', 'start-failed'],
    [
      'a start that failed, and the service stopped of it',
      { commands: transport(windows.scStopped) },
      utmState('silent', 'files-missing'),
      'attention',
      'start-failed',
    ],
    ['another program answers', running, utmState('other-program'), 'attention', 'other-program'],
    ['silent on Linux', onLinux, utmState('silent'), 'attention', 'linux-silent'],
    ['absent on Linux', { platform: 'linux' }, utmState('silent'), 'info', 'absent'],
  ] as const)('%s', async (_, recording, state, status, variant) => {
    expect(await check(recording, state)).toMatchObject({ id: 'utm', status, variant });
  });

  test('silent on another computer, whatever is installed here', async () => {
    expect(await check(running, utmState('silent'), 'http://192.168.0.20:8080')).toMatchObject({
      status: 'attention',
      variant: 'elsewhere-silent',
    });
  });
});
