import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { parseCertificate } from '../../src/pki/certificate.ts';
import type { ScenarioId } from '../../src/shared/domain/scenario.ts';
import type { Device } from '../../src/shared/domain/token.ts';
import { runCli } from './cli.ts';
import { forget, newProfile } from './wizard-app.ts';

/** Runs commands on one practice world; answers the result of a command that must succeed. */
function practice(scenario: ScenarioId) {
  const profile = newProfile();
  const run = (words: string[], stdin = '') =>
    runCli([...words, '--practice', scenario, '--profile-dir', profile], stdin);
  const ok = async <T = unknown>(words: string[], stdin = ''): Promise<T> => {
    const outcome = await run(words, stdin);
    expect(outcome.document, outcome.stderr).toMatchObject({ ok: true });
    return outcome.document.result as T;
  };
  const device = async () => {
    const [only] = (await ok<{ devices: Device[] }>(['tokens', 'list'])).devices;
    if (!only) throw new Error('no token');
    return only;
  };
  const part = async (kind: string) => {
    const found = (await device()).applets.find((applet) => applet.kind === kind);
    if (!found) throw new Error(`no ${kind}`);
    return found;
  };
  return { profile, run, ok, device, part };
}

test('a PIN is changed, locked by wrong ones, and mended by the administrator’s, and no key is lost on the way', async () => {
  const { profile, run, ok, part } = practice('rutoken');
  const keys = (await part('combined')).keys;
  await ok(['token', 'change-pin', '--pin-stdin'], 'user:12345678\nnew-user:24681357\n');
  const old = await run(['token', 'change-pin', '--pin-stdin'], 'user:12345678\nnew-user:11223344\n');
  expect(old).toMatchObject({ code: 4, document: { problem: { code: 'TOKEN_PIN_INCORRECT' } } });
  const short = await run(['token', 'change-pin', '--pin-stdin'], 'user:24681357\nnew-user:1\n');
  expect(short.document).toMatchObject({ ok: false, problem: { code: 'TOKEN_PIN_LENGTH' } });
  const wrong = ['token', 'change-pin', '--accept-low-pin-count', '--pin-stdin'];
  let last = old;
  for (let tries = 0; tries < 12 && last.document.problem?.code === 'TOKEN_PIN_INCORRECT'; tries += 1) {
    last = await run(wrong, 'user:99999999\nnew-user:11223344\n');
  }
  // Unattended, the last try is never taken: the token is one wrong PIN from locked, and still open.
  expect(last.document.problem?.code).toBe('TOKEN_PIN_LAST_TRY_UNCONFIRMED');
  expect((await part('combined')).userPin.tries).toBe('last');
  await ok(['token', 'unblock-pin', '--pin-stdin'], 'so:87654321\nnew-user:13572468\n');
  expect((await part('combined')).userPin.tries).toBe('untouched');
  await ok(['token', 'change-pin', '--pin-stdin'], 'user:13572468\nnew-user:12345678\n');
  expect((await part('combined')).keys).toEqual(keys);
  forget(profile);
});

test('a blank token is prepared from nothing', async () => {
  const { profile, ok, device, part } = practice('blank-token');
  expect((await part('combined')).initialised).toBe(false);
  const { serial, printedSerial } = await device();
  const words = [
    'token',
    'initialise',
    '--token',
    serial,
    '--confirm',
    printedSerial.slice(-4),
    '--label',
    'Магазин на Тверской',
  ];
  await ok([...words, '--pin-stdin'], 'so:87654321\nnew-user:20406080\n');
  expect(await part('combined')).toMatchObject({
    initialised: true,
    label: 'Магазин на Тверск',
    keys: [],
    certificates: [],
  });
  await ok(['token', 'change-pin', '--pin-stdin'], 'user:20406080\nnew-user:20406081\n');
  forget(profile);
});

test('a used part is prepared anew only with its serial typed and its certificates saved', async () => {
  const { profile, run, ok, device, part } = practice('renewal');
  const folder = mkdtempSync(path.join(tmpdir(), 'saved-'));
  const { serial, printedSerial } = await device();
  const before = await part('gost');
  const words = ['token', 'initialise', '--token', serial, '--applet', 'pki', '--pin-stdin', '--confirm'];
  const pins = 'so-pki:00000000\nnew-pki:22223333\n';
  expect((await run([...words, 'ffff'], pins)).document.problem?.code).toBe('SETUP_CONFIRMATION_MISMATCH');
  const tail = printedSerial.slice(-4);
  expect((await run([...words, tail], pins)).document.problem?.code).toBe('SETUP_CERTIFICATES_NOT_SAVED');
  expect((await part('pki')).certificates).toHaveLength(1);
  await ok([...words, tail, '--save-certificates', folder], pins);
  const [saved] = readdirSync(folder);
  const reading = parseCertificate(new Uint8Array(readFileSync(path.join(folder, saved ?? ''))));
  expect(reading).toMatchObject({ ok: true, certificate: { purpose: 'access-key', fsrarId: '030000000001' } });
  expect(await part('pki')).toMatchObject({ certificates: [], keys: [], initialised: true });
  expect(await part('gost')).toEqual(before);
  // The ГОСТ part of a JaCarta-2 is prepared in its vendor's program; the wizard says so and touches nothing.
  const gost = ['token', 'initialise', '--token', serial, '--applet', 'gost', '--confirm', tail];
  const handoff = await run(
    [...gost, '--save-certificates', folder, '--pin-stdin'],
    'so-gost:1234567890\nnew-gost:0987654321\n',
  );
  expect(handoff.document.problem?.code).toBe('TOKEN_INITIALISATION_HANDOFF');
  expect(await part('gost')).toEqual(before);
  rmSync(folder, { recursive: true });
  forget(profile);
});

test('leftovers go one by one, each only as what it is; a qualified key never', async () => {
  const { profile, run, ok, device, part } = practice('leftovers');
  const { serial, printedSerial } = await device();
  const tail = printedSerial.slice(-4);
  const remove = (applet: string, keyId: string, as: string) =>
    run(
      [
        'token',
        'delete-key',
        '--token',
        serial,
        '--applet',
        applet,
        '--key-id',
        keyId,
        '--as',
        as,
        '--confirm',
        tail,
        '--pin-stdin',
      ],
      'gost:0987654321\npki:11111111\n',
    );
  const pki = await part('pki');
  const orphan = pki.keys.find(({ hasCertificate }) => !hasCertificate);
  const expired = pki.certificates[0];
  const gost = await part('gost');
  expect((await remove('pki', expired?.keyId ?? '', 'orphan-key')).document.ok).toBe(false);
  expect((await remove('gost', gost.certificates[0]?.keyId ?? '', 'expired-access-key')).document.ok).toBe(false);
  expect((await part('pki')).keys).toHaveLength(2);
  expect((await remove('pki', orphan?.keyId ?? '', 'orphan-key')).document.ok).toBe(true);
  expect((await remove('pki', expired?.keyId ?? '', 'expired-access-key')).document.ok).toBe(true);
  expect(await part('pki')).toMatchObject({ keys: [], certificates: [] });
  expect(await part('gost')).toEqual(gost);
  const file = path.join(profile, 'qualified.pem');
  const fingerprint = gost.certificates[0]?.certificate?.fingerprint ?? '';
  await ok(['certificates', 'export', file, '--fingerprint', fingerprint, '--format', 'pem']);
  expect(existsSync(file)).toBe(true);
  expect(await ok(['certificates', 'show', file])).toMatchObject({ certificates: [{ fingerprint }] });
  forget(profile);
});
