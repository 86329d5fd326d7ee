import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { runCli } from './cli.ts';
import { processesHolding } from './secrets.ts';
import { openSoftHsmShop, type SoftHsmShop, shopPin } from './soft-hsm-shop.ts';
import { walker } from './walk.ts';
import { filesHolding, forget, launchWizard, newProfile } from './wizard-app.ts';

let shop: SoftHsmShop;

test.beforeEach(async () => {
  shop = await openSoftHsmShop();
});
test.afterEach(async () => {
  await shop.close();
});

const realShop = () => ['--library', shop.softHsm.library, '--utm-url', shop.utm.url];

interface ListedCertificate {
  readonly certificate: { readonly purpose: string; readonly fsrarId: string | null };
  readonly der?: string;
}

test('a real PKCS#11 library in the window: the certificate is shown, the key issued, the proof given', async () => {
  const wizard = await launchWizard({ args: realShop() });
  const { page } = wizard;
  const { press, heading, passMachine, choosePlace, createKey } = walker(page);

  await expect(page.getByText('Учебный режим')).toHaveCount(0);
  await passMachine();
  await heading('Введите PIN-код токена');
  await expect(page.getByText('ООО «Тестовая организация»').first()).toBeVisible();
  await expect(page.getByText('ИНН 9900000017').first()).toBeVisible();
  await page.getByRole('textbox', { name: /PIN-код/ }).fill(shopPin);
  await press(/^Войти/);
  await heading('Токен готов');
  await press('Продолжить');
  await choosePlace('990145002');
  await createKey();
  await heading('Ключ доступа готов');
  expect(processesHolding(shopPin)).toEqual([]);
  await press('Продолжить');
  await heading('УТМ работает');
  expect(wizard.faults).toEqual([]);
  await wizard.close();

  const verified = await runCli(
    ['access-key', 'verify', ...realShop(), '--profile-dir', wizard.profile, '--expect', '030000000002', '--pin-stdin'],
    `user:${shopPin}\n`,
  );
  expect(verified.document).toMatchObject({ ok: true, result: { proven: true, fsrarId: '030000000002' } });
  expect(filesHolding(wizard.profile, [shopPin])).toEqual([]);
  expect(wizard.output() + verified.stderr + verified.stdout).not.toContain(shopPin);
  forget(wizard.profile);
});

test('the same way by the command line alone', async () => {
  const profile = newProfile();
  const run = (words: string[], stdin = '') => runCli([...words, ...realShop(), '--profile-dir', profile], stdin);
  const said: string[] = [];
  const ok = async <T = unknown>(words: string[], stdin = ''): Promise<T> => {
    const outcome = await run(words, stdin);
    said.push(outcome.stdout, outcome.stderr);
    expect(outcome.document, outcome.stderr).toMatchObject({ ok: true });
    expect(outcome.code).toBe(0);
    return outcome.document.result as T;
  };

  const tokens = await ok<{ devices: { serial: string }[] }>(['tokens', 'list']);
  expect(tokens.devices).toHaveLength(1);
  const serial = tokens.devices[0]?.serial ?? '';
  const listed = await ok<{ certificates: ListedCertificate[] }>(['certificates', 'list', '--token', serial]);
  expect(listed.certificates.map(({ certificate }) => certificate.purpose)).toEqual(['qualified']);
  const places = await ok<{ subdivisions: { fsrarId: string }[] }>(['subdivisions', 'list', '--query', 'советская 5']);
  expect(places.subdivisions.map(({ fsrarId }) => fsrarId)).toEqual(['030000000002']);

  const issue = ['access-key', 'issue', '--token', serial, '--subdivision', '030000000002', '--issuer', 'utm'];
  const withoutConsent = await run([...issue, '--pin-stdin'], `user:${shopPin}\n`);
  expect(withoutConsent).toMatchObject({ code: 9, document: { problem: { code: 'SETUP_TERMS_NOT_ACCEPTED' } } });
  const wrongPin = await run([...issue, '--accept-terms', '--pin-stdin'], 'user:00000000\n');
  expect(wrongPin).toMatchObject({ code: 4, document: { problem: { code: 'TOKEN_PIN_INCORRECT' } } });
  // SoftHSM2 marks spent tries, and unattended the rest of them is not risked until somebody says so.
  const spent = await run([...issue, '--accept-terms', '--pin-stdin'], `user:${shopPin}\n`);
  expect(spent).toMatchObject({ code: 5, document: { problem: { code: 'SETUP_PIN_TRIES_SPENT' } } });
  const proof = await ok([...issue, '--accept-terms', '--accept-low-pin-count', '--pin-stdin'], `user:${shopPin}\n`);
  expect(proof).toMatchObject({ proven: true, fsrarId: '030000000002' });

  const after = await ok<{ certificates: ListedCertificate[] }>(['certificates', 'list']);
  expect(after.certificates.map(({ certificate }) => certificate.purpose).sort()).toEqual(['access-key', 'qualified']);
  expect(await ok(['utm', 'status', '--expect', '030000000002'])).toMatchObject({
    verdict: { id: 'working', healthy: true },
  });
  // Without a PIN the private key is not asked, and the answer is honest about that.
  expect(await ok(['access-key', 'verify', '--expect', '030000000002'])).toMatchObject({
    proven: false,
    checks: expect.arrayContaining([{ id: 'private-key-answers', status: 'unknown', values: {} }]),
  });

  const ca = path.join(shop.oracle.folder, 'ca.crt');
  expect(await ok(['certificates', 'show', path.join(shop.oracle.folder, 'shop.crt'), '--trust', ca])).toMatchObject({
    valid: true,
    findings: [],
  });
  expect(filesHolding(profile, [shopPin])).toEqual([]);
  expect(said.join()).not.toContain(shopPin);
  forget(profile);
});

test('libraries that cannot be used are named with their reasons, and the others are still listed', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'libraries-'));
  const file = (name: string, bytes: Uint8Array) => {
    writeFileSync(path.join(folder, name), bytes);
    return path.join(folder, name);
  };
  // An ELF header of class 32, little-endian, shared object, for the i386.
  const elf32 = Buffer.alloc(64);
  elf32.set([0x7f, 0x45, 0x4c, 0x46, 1, 1, 1, 0]);
  elf32.writeUInt16LE(3, 16);
  elf32.writeUInt16LE(3, 18);
  const text = file('not-a-library.so', Buffer.from('это не библиотека'));
  const narrow = file('only-32-bit.so', elf32);
  const missing = path.join(folder, 'missing.so');
  const profile = newProfile();
  const libraries = [text, narrow, missing, shop.softHsm.library].flatMap((library) => ['--library', library]);
  const { document, code } = await runCli(['tokens', 'list', ...libraries, '--profile-dir', profile]);
  expect(code).toBe(0);
  const result = document.result as {
    devices: unknown[];
    libraries: { path: string; problem: { code: string } | null }[];
  };
  expect(Object.fromEntries(result.libraries.map((library) => [library.path, library.problem?.code ?? null]))).toEqual({
    [text]: 'TOKEN_LIBRARY_NOT_A_LIBRARY',
    [narrow]: 'TOKEN_LIBRARY_WRONG_BITNESS',
    [missing]: 'TOKEN_LIBRARY_MISSING',
    [shop.softHsm.library]: null,
  });
  expect(result.devices).toHaveLength(1);
  rmSync(folder, { recursive: true });
  forget(profile);
});
