import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from '@playwright/test';
import { elevationByHelper } from '../../src/machine/mending/ask-helper.ts';
import { openGostOracle } from '../oracle/openssl-gost.ts';
import { openSoftHsm, type SoftHsm } from '../oracle/softhsm.ts';
import { argvOfExec } from '../support/exec-line.ts';
import { rutokenLibrary } from '../support/rutoken-library.ts';
import { walker } from './walk.ts';
import { forget, launchWizard } from './wizard-app.ts';

const packaged = path.resolve(import.meta.dirname, '../../dist/linux-unpacked');
const executable = path.join(packaged, 'egais-wizard');

test('the packaged program has every fuse set as its configuration says', async () => {
  expect(existsSync(executable), 'npm run package:linux makes it').toBe(true);
  const wire = await getCurrentFuseWire(executable);
  // In the executable a fuse is the character 0 or 1.
  const isOn = (fuse: FuseV1Options) => String.fromCharCode(Number(wire[fuse])) === '1';
  expect(isOn(FuseV1Options.RunAsNode)).toBe(false);
  expect(isOn(FuseV1Options.EnableCookieEncryption)).toBe(true);
  expect(isOn(FuseV1Options.EnableNodeOptionsEnvironmentVariable)).toBe(false);
  expect(isOn(FuseV1Options.EnableNodeCliInspectArguments)).toBe(false);
  expect(isOn(FuseV1Options.EnableEmbeddedAsarIntegrityValidation)).toBe(true);
  expect(isOn(FuseV1Options.OnlyLoadAppFromAsar)).toBe(true);
  expect(isOn(FuseV1Options.LoadBrowserProcessSpecificV8Snapshot)).toBe(false);
  expect(isOn(FuseV1Options.GrantFileProtocolExtraPrivileges)).toBe(false);
});

test.describe('a copy that a test driver may attach to', () => {
  let copy: string;
  let softHsm: SoftHsm;

  test.beforeAll(async () => {
    copy = mkdtempSync(path.join(tmpdir(), 'egais-wizard-packaged-'));
    cpSync(packaged, copy, { recursive: true });
    await flipFuses(path.join(copy, 'egais-wizard'), {
      version: FuseVersion.V1,
      [FuseV1Options.EnableNodeCliInspectArguments]: true,
    });
    softHsm = openSoftHsm();
    softHsm.addToken({ label: 'Магазин', pin: '73915264', soPin: '40628173' });
  });
  test.afterAll(() => {
    softHsm.close();
    rmSync(copy, { recursive: true, force: true });
  });

  test('loads its native part in its token process and shows the token', async () => {
    const wizard = await launchWizard({
      executable: path.join(copy, 'egais-wizard'),
      args: ['--library', softHsm.library, '--utm-url', 'http://127.0.0.1:9'],
    });
    expect(await wizard.app.evaluate(({ app }) => app.isPackaged)).toBe(true);
    await expect(wizard.page.getByText(/^Токен вставлен/).first()).toBeVisible();
    expect(wizard.faults).toEqual([]);
    await wizard.close();
    forget(wizard.profile);
  });

  test('practises with its own tokens and its own UTM', async () => {
    const wizard = await launchWizard({ executable: path.join(copy, 'egais-wizard'), args: ['--practice'] });
    const { passMachine, signInJaCarta, heading } = walker(wizard.page);
    await passMachine();
    await signInJaCarta();
    await heading('Для какой точки ключ?');
    expect(wizard.faults).toEqual([]);
    await wizard.close();
    forget(wizard.profile);
  });
});

test('the packaged program is a command line too', () => {
  const profile = mkdtempSync(path.join(tmpdir(), 'egais-wizard-profile-'));
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const words = ['tokens', 'list', '--practice', '--profile-dir', profile, '--json'];
  const stdout = execFileSync(executable, [...asRoot, ...words], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  expect(JSON.parse(stdout)).toMatchObject({ ok: true, result: { devices: [{ name: 'JaCarta-2 SE' }] } });
  forget(profile);
});

test('the packaged program has the session start it for a look, and the look ends by itself', async () => {
  const profile = mkdtempSync(path.join(tmpdir(), 'egais-wizard-profile-'));
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const environment = { ...process.env, XDG_CONFIG_HOME: path.join(profile, 'config') };
  const reminders = (word: string) =>
    JSON.parse(
      execFileSync(executable, [...asRoot, 'reminders', word, '--profile-dir', profile, '--json'], {
        encoding: 'utf8',
        env: environment,
        stdio: ['ignore', 'pipe', 'ignore'],
      }),
    );
  const on = { ok: true, result: { remind: true, startsWithSystem: true } };
  expect([reminders('on'), reminders('status')]).toEqual([on, on]);

  const file = path.join(profile, 'config', 'autostart', 'egais-wizard-reminders.desktop');
  const [, exec = ''] = /^Exec=(.*)$/m.exec(readFileSync(file, 'utf8')) ?? [];
  const [program = '', ...words] = argvOfExec(exec);
  expect([program, ...words]).toEqual([executable, ...asRoot, '--remind', '--profile-dir', profile]);
  const [exitCode] = await once(spawn(program, words, { stdio: 'ignore', env: environment }), 'exit');
  expect(exitCode).toBe(0);

  expect(reminders('off')).toEqual({ ok: true, result: { remind: false, startsWithSystem: false } });
  expect(existsSync(file)).toBe(false);
  forget(profile);
});

test('the packaged program is its own helper: one order, its outcome, and the end', async () => {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const ended: (number | null)[] = [];
  const elevation = elevationByHelper(async (words) => {
    const [exitCode] = await once(spawn(executable, [...asRoot, ...words], { stdio: 'ignore' }), 'exit');
    ended.push(exitCode);
    return { kind: 'ended', exitCode };
  });
  // Here the commands of Windows are not to be had, and that is what it reports.
  const outcome = await elevation.perform({ operation: 'allow-utm-port', port: 8080 });
  expect(outcome).toMatchObject({ kind: 'failed', exitCode: null, output: 'not found' });
  expect(outcome).toMatchObject({ step: expect.stringContaining('localport=8080') });
  await expect.poll(() => ended).toEqual([0]);
});

test('the packaged program asks a vendor’s library for the exact tries', () => {
  const profile = mkdtempSync(path.join(tmpdir(), 'egais-wizard-profile-'));
  const softHsm = openSoftHsm();
  const oracle = openGostOracle();
  softHsm.addToken({ label: 'Магазин', pin: '73915264', soPin: '40628173' });
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const library = rutokenLibrary(softHsm, oracle);
  const words = ['tokens', 'list', '--library', library, '--profile-dir', profile, '--json'];
  const stdout = execFileSync(executable, [...asRoot, ...words], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const device = { name: 'Рутокен ЭЦП 3.0', applets: [{ userPin: { left: 10, max: 10 } }] };
  expect(JSON.parse(stdout)).toMatchObject({ ok: true, result: { devices: [device] } });
  oracle.close();
  softHsm.close();
  forget(profile);
});
