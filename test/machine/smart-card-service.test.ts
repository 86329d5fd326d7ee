import { describe, expect, test } from 'vitest';
import { smartCardService, smartCardServiceRule } from '../../src/machine/checks/drivers/smart-card-service.ts';
import { readServiceStart, readServiceState } from '../../src/machine/outputs/service-control.ts';
import type { CommandOutcome } from '../../src/machine/system.ts';
import { findingText } from '../../src/shared/texts/finding-texts.ts';
import { device, emptyContext, library, tokens } from './contexts.ts';
import { alt11, debian12, systemctlShow } from './recorded/outputs/linux.ts';
import * as windows from './recorded/outputs/windows.ts';
import { noSuchProgram, printed, type Recording, recordedSystem } from './recorded-system.ts';

describe('sc is read by its codes, not by its words', () => {
  test.each([
    ['running', windows.scRunning, 'running'],
    ['stopped, with a telling exit code', windows.scStopped, 'stopped'],
    ['on its way up', windows.scStarting, 'starting'],
    ['the word translated too', windows.scRunningTranslated, 'running'],
    ['English', windows.scRunningEnglish, 'running'],
    ['a type in hexadecimal letters', windows.scPerUser, 'running'],
    ['absent', windows.scAbsent, 'absent'],
    ['nothing at all', '', 'unknown'],
  ])('%s', (_, output, state) => {
    expect(readServiceState(printed(output))).toBe(state);
  });

  test('the exit code alone tells an absent service', () => {
    expect(readServiceState(printed('', 1060))).toBe('absent');
  });

  test.each([
    ['2   AUTO_START', 'automatic'],
    ['2   AUTO_START  (DELAYED)', 'automatic'],
    ['3   DEMAND_START', 'manual'],
    ['4   DISABLED', 'disabled'],
  ])('start type %s', (row, start) => {
    expect(readServiceStart(printed(windows.qc(row)))).toBe(start);
  });
});

const onWindows = async (state: CommandOutcome, start: CommandOutcome, seen = false) => {
  const system = recordedSystem({ commands: { 'sc.exe queryex SCardSvr': state, 'sc.exe qc SCardSvr': start } });
  const report = tokens(seen ? [device('JaCarta-2 SE', '6082028644')] : [], [library('C:\\lib.dll')]);
  return smartCardService.run(system, { ...emptyContext, tokens: report });
};

describe('the service on Windows', () => {
  const automatic = printed(windows.qc('2   AUTO_START'));
  const manual = printed(windows.qc('3   DEMAND_START'));
  const disabled = printed(windows.qc('4   DISABLED'));
  const running = printed(windows.scRunning);
  const stopped = printed(windows.scStopped);
  const absent = printed(windows.scAbsent, 1060);

  test.each([
    ['running', running, automatic, false, 'ok', 'running'],
    ['running on demand, as Windows sets it up', running, manual, true, 'ok', 'running'],
    ['running but disabled', running, disabled, false, 'attention', 'running-until-restart'],
    ['stopped on demand while no token is in', stopped, manual, false, 'info', 'starts-with-token'],
    ['stopped on demand though a token is seen', stopped, manual, true, 'ok', 'starts-on-demand'],
    ['stopped though automatic', stopped, automatic, false, 'bad', 'stopped'],
    ['switched off', stopped, disabled, false, 'bad', 'disabled'],
    ['switched off, the token seen all the same', stopped, disabled, true, 'attention', 'stopped-token-seen'],
    ['stopped, its start type unreadable', stopped, noSuchProgram, false, 'bad', 'stopped'],
    ['removed from Windows', absent, absent, false, 'bad', 'absent'],
    ['no answer', noSuchProgram, noSuchProgram, false, 'info', 'unknown'],
  ] as const)('%s', async (_, state, start, seen, status, variant) => {
    expect(await onWindows(state, start, seen)).toMatchObject({ id: 'smart-card-service', status, variant });
  });

  test('a switched off service comes with the button that mends it and a way to check again', async () => {
    const finding = await onWindows(stopped, disabled);
    expect(finding.actions).toEqual(['start-smart-card-service', 'check-again']);
    expect(findingText(finding).ru).toEqual({
      title: 'Служба смарт-карт не запущена',
      reason: expect.stringMatching(/запуск отключён.*«Запустить службу».*разрешите/),
    });
    expect(finding.facts).toEqual({ state: 'stopped', start: 'disabled', tokenSeen: false });
  });
});

describe('the service on Linux', () => {
  const asked = 'systemctl show --property=Id,LoadState,ActiveState,UnitFileState pcscd.service pcscd.socket';
  const units = (service: string, socket: string, enabled = 'enabled') => ({
    [asked]: printed(systemctlShow(service, socket, enabled)),
  });
  const daemon = { '/usr/sbin/pcscd': '' };
  const check = (recording: Recording, seen = false) =>
    smartCardService.run(recordedSystem({ platform: 'linux', ...recording }), {
      ...emptyContext,
      tokens: tokens(seen ? [device('Рутокен ЭЦП 3.0', '1234567890')] : [], []),
    });

  const socketFile = { ...daemon, '/run/pcscd/pcscd.comm': '' };
  test.each([
    ['running', { commands: units('active', 'active'), files: daemon }, 'ok', 'linux-running'],
    ['asleep behind its socket', { commands: units('inactive', 'active') }, 'ok', 'linux-running'],
    [
      'running, not to come back',
      { commands: units('active', 'inactive', 'disabled'), files: daemon },
      'attention',
      'linux-running-until-restart',
    ],
    ['stopped', { commands: units('inactive', 'inactive'), files: daemon }, 'bad', 'linux-stopped'],
    ['failed', { commands: units('failed', 'inactive'), files: daemon }, 'bad', 'linux-stopped'],
    ['running without systemd', { commands: { [asked]: printed('', 1) }, files: socketFile }, 'ok', 'linux-running'],
    [
      'a socket left behind by a daemon that systemd knows to be dead',
      { commands: units('inactive', 'inactive'), files: socketFile },
      'bad',
      'linux-stopped',
    ],
  ] as const)('%s', async (_, recording, status, variant) => {
    expect(await check(recording)).toMatchObject({ status, variant });
  });

  test('where it is absent the command of this very distribution is named', async () => {
    expect(await check({ files: { '/etc/os-release': debian12 } })).toMatchObject({
      status: 'bad',
      variant: 'linux-absent',
      values: { command: 'apt install pcscd libccid' },
    });
    expect(await check({ files: { '/etc/os-release': alt11 } })).toMatchObject({
      values: { command: 'apt-get install pcsc-lite pcsc-lite-ccid' },
    });
  });

  test('a token that is seen without it makes it needless', async () => {
    expect(await check({}, true)).toMatchObject({ status: 'info', variant: 'linux-not-needed' });
  });
});

test('macOS is not judged', () => {
  expect(smartCardServiceRule({ platform: 'darwin', tokenSeen: false })).toMatchObject({ variant: 'unknown' });
});
