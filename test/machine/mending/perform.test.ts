import { describe, expect, test } from 'vitest';
import { linuxElevation } from '../../../src/machine/mending/linux-elevation.ts';
import { type MendGround, performMend } from '../../../src/machine/mending/perform.ts';
import type { CommandOutcome } from '../../../src/machine/system.ts';
import * as windows from '../recorded/outputs/windows.ts';
import { noSuchProgram, printed, recordedSystem } from '../recorded-system.ts';

const noDatabases: MendGround['databases'] = {
  folderOf: async () => null,
  kindOf: async () => 'absent',
  rename: () => Promise.reject(new Error('it renamed')),
  now: () => new Date(0),
};
const noInstaller: MendGround['install'] = async () => ({ kind: 'unavailable', cause: 'not asked' });

/** A Windows whose commands answer as recorded, one after the other where there are several. */
function ground(commands: Readonly<Record<string, readonly CommandOutcome[]>>) {
  const asked: string[] = [];
  const left = new Map(Object.entries(commands).map(([line, outcomes]) => [line, [...outcomes]]));
  const run: MendGround['system']['run'] = async (program, args) => {
    const line = [program, ...args].join(' ');
    asked.push(line);
    const outcomes = left.get(line) ?? [];
    return (outcomes.length > 1 ? outcomes.shift() : outcomes[0]) ?? noSuchProgram;
  };
  return {
    asked,
    ground: { system: { platform: 'win32' as const, run }, install: noInstaller, databases: noDatabases },
  };
}

const fine = printed('');
const configured = { 'sc.exe config SCardSvr start= auto': [fine] };
const running = { 'sc.exe query SCardSvr': [printed(windows.scRunning)] };
const start = { operation: 'start-smart-card-service' } as const;

describe('on Windows', () => {
  test('a service is started, and waited for until it runs', async () => {
    const { asked, ground: on } = ground({
      ...configured,
      'sc.exe start SCardSvr': [fine],
      'sc.exe query SCardSvr': [printed(windows.scStarting), printed(windows.scRunning)],
    });
    expect(await performMend(start, on)).toEqual({ kind: 'done', restartNeeded: false });
    expect(asked.filter((line) => line === 'sc.exe query SCardSvr')).toHaveLength(2);
  });

  test('a service that runs already is as it should be', async () => {
    const { ground: on } = ground({ ...configured, ...running, 'sc.exe start SCardSvr': [printed('[SC] 1056', 1056)] });
    expect(await performMend(start, on)).toMatchObject({ kind: 'done' });
  });

  test.each([
    ['no rights', 5],
    ['no such service', 1060],
  ])('%s: it stops there and says what the system said', async (_, code) => {
    const { asked, ground: on } = ground({ 'sc.exe config SCardSvr start= auto': [printed('[SC] ошибка', code)] });
    expect(await performMend(start, on)).toEqual({
      kind: 'failed',
      step: 'sc.exe config SCardSvr start= auto',
      exitCode: code,
      output: '[SC] ошибка',
    });
    expect(asked).toHaveLength(1);
  });

  test('a program that is not there is a failure too', async () => {
    expect(await performMend(start, ground({}).ground)).toMatchObject({ kind: 'failed', output: 'not found' });
  });

  test('the clock is set although no time server answers', async () => {
    const { ground: on } = ground({
      'powershell.exe -NoLogo -NoProfile -NonInteractive -Command Set-Date -Adjust (New-TimeSpan -Seconds 60)': [fine],
      'sc.exe config W32Time start= auto': [fine],
      'sc.exe start W32Time': [fine],
      'sc.exe query W32Time': [printed(windows.scRunning)],
      'w32tm.exe /resync /rediscover': [printed('no time data was available', 1)],
    });
    expect(await performMend({ operation: 'set-clock', bySeconds: 60 }, on)).toMatchObject({ kind: 'done' });
  });
});

describe('whether a UTM’s service starts by itself is its owner’s to say', () => {
  const startUtm = { operation: 'start-utm-service', service: 'Transport2' } as const;
  const config = 'sc.exe config Transport2 start= auto';
  const started = (qc: CommandOutcome) =>
    ground({
      ...configured,
      ...running,
      'sc.exe start SCardSvr': [fine],
      'sc.exe qc Transport2': [qc],
      [config]: [fine],
      'sc.exe start Transport2': [fine],
      'sc.exe query Transport2': [printed(windows.service('Transport2', '4  RUNNING'))],
    });

  test.each([
    ['on demand', printed(windows.qc('3   DEMAND_START'))],
    ['automatic', printed(windows.qc('2   AUTO_START'))],
    ['not told', noSuchProgram],
  ])('%s: it is started, and stays so', async (_, qc) => {
    const { asked, ground: on } = started(qc);
    expect(await performMend(startUtm, on)).toMatchObject({ kind: 'done' });
    expect(asked).not.toContain(config);
    expect(asked).toContain('sc.exe start Transport2');
  });

  test('disabled: it could not be started without a change', async () => {
    const { asked, ground: on } = started(printed(windows.qc('4   DISABLED')));
    expect(await performMend(startUtm, on)).toMatchObject({ kind: 'done' });
    expect(asked.indexOf(config)).toBeGreaterThan(-1);
    expect(asked.indexOf(config)).toBeLessThan(asked.indexOf('sc.exe start Transport2'));
  });
});

describe('on Linux', () => {
  const lineOf = '/usr/bin/systemctl enable --now pcscd.socket';
  const withPrompt = (outcome: CommandOutcome, files: Readonly<Record<string, string>> = { '/usr/bin/pkexec': '' }) =>
    recordedSystem({ platform: 'linux', files, commands: { [`/usr/bin/pkexec ${lineOf}`]: outcome } });

  test('polkit asks for the one command', async () => {
    expect(await linuxElevation(withPrompt(fine), false).perform(start)).toMatchObject({ kind: 'done' });
  });

  test.each([126, 127])('a prompt that was dismissed (%i) is a refusal and no failure', async (code) => {
    const refusing = withPrompt(printed('Error executing command as another user: Request dismissed', code));
    expect(await linuxElevation(refusing, false).perform(start)).toEqual({ kind: 'refused' });
  });

  test('what systemd says is told', async () => {
    const failing = withPrompt(printed('Unit file pcscd.socket does not exist.', 1));
    expect(await linuxElevation(failing, false).perform(start)).toMatchObject({ kind: 'failed', exitCode: 1 });
  });

  test('without polkit there is no way', async () => {
    expect(await linuxElevation(withPrompt(fine, {}), false).perform(start)).toMatchObject({ kind: 'unavailable' });
  });

  test('root is not asked', async () => {
    const system = recordedSystem({ platform: 'linux', commands: { [lineOf]: fine } });
    expect(await linuxElevation(system, true).perform(start)).toMatchObject({ kind: 'done' });
  });
});
