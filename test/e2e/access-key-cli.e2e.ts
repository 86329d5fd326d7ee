import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { openEgaisAuthority } from '../oracle/egais-authority.ts';
import { openGostOracle } from '../oracle/openssl-gost.ts';
import { runCli } from './cli.ts';
import { forget, newProfile } from './wizard-app.ts';

const pins = 'gost:0987654321\npki:11111111\n';

/** A command on the practice token of one scenario, whose folder goes on where the last command left it. */
const practice = (scenario: string) => {
  const profile = newProfile();
  const run = (...words: readonly string[]) =>
    runCli([...words, '--practice', scenario, '--profile-dir', profile, '--pin-stdin'], pins);
  return { profile, run };
};

const issue = ['access-key', 'issue', '--accept-terms'] as const;

interface Listed {
  readonly devices: readonly { readonly serial: string; readonly printedSerial: string }[];
}

test('by files: one command asks, OpenSSL certifies, another command takes the certificate and proves the key', async () => {
  const { profile, run } = practice('new-shop');
  const folder = mkdtempSync(path.join(tmpdir(), 'egais-wizard-cli-'));
  const openssl = openGostOracle();
  const place = ['--subdivision', '030000000002', '--issuer', 'file'] as const;
  const request = path.join(folder, 'request.p10');
  const asked = await run(...issue, ...place, '--request-out', request);
  expect(asked.document).toMatchObject({ ok: true, result: { requested: true, file: request } });
  const der = new Uint8Array(readFileSync(request));
  openssl.write('request.csr', der);
  openssl.run(['req', '-in', 'request.csr', '-inform', 'DER', '-noout', '-verify']);
  // A file that is there already is never written over.
  expect((await run(...issue, ...place, '--request-out', request)).document.problem?.code).toBe(
    'SETUP_FILE_NOT_WRITTEN',
  );

  const egais = openEgaisAuthority(openssl);
  const answer = path.join(folder, 'answer.cer');
  writeFileSync(answer, egais.certify(der, '/OU=9900000017/CN=030000000777'));
  const foreign = await run(...issue, ...place, '--certificate-in', answer);
  expect(foreign).toMatchObject({ code: 7, document: { problem: { code: 'SETUP_CERTIFICATE_OTHER_PLACE' } } });
  writeFileSync(answer, egais.certify(der));
  const installed = await run(...issue, ...place, '--certificate-in', answer);
  expect(installed.document).toMatchObject({ ok: true, result: { proven: true, fsrarId: '030000000002' } });
  const verified = await run('access-key', 'verify', '--expect', '030000000002');
  expect(verified).toMatchObject({ code: 0, document: { result: { proven: true } } });
  expect(asked.stderr + installed.stderr).not.toMatch(/0987654321|11111111/);
  openssl.close();
  rmSync(folder, { recursive: true, force: true });
  forget(profile);
});

test('by the account: the list, and a key whose forerunner goes only with the serial said', async () => {
  const { profile, run } = practice('renewal');
  const listed = await run('subdivisions', 'list', '--issuer', 'account', '--query', 'тверская 12');
  expect(listed.document).toMatchObject({ ok: true, result: { total: 42, subdivisions: [{ kpp: '990101001' }] } });
  const place = ['--subdivision', '030000000001', '--issuer', 'account'] as const;
  const unconfirmed = await run(...issue, ...place);
  expect(unconfirmed.document.problem?.code).toBe('SETUP_CONFIRMATION_MISMATCH');
  const { devices } = (await run('tokens', 'list')).document.result as Listed;
  const tail = devices[0]?.printedSerial.slice(-4) ?? '';
  const issued = await run(...issue, ...place, '--confirm', tail);
  expect(issued.document).toMatchObject({ ok: true, result: { proven: true, fsrarId: '030000000001' } });
  forget(profile);
});

test('what cannot be is refused before anything is asked', async () => {
  const { profile, run } = practice('new-shop');
  const codes = [];
  for (const words of [
    ['access-key', 'issue', '--subdivision', '030000000001', '--issuer', 'utm'],
    [...issue, '--subdivision', '030000000001', '--issuer', 'fax'],
    [...issue, '--subdivision', '3', '--issuer', 'utm'],
    [...issue, '--subdivision', '030000000001', '--issuer', 'utm', '--request-out', 'x.p10'],
    [...issue, '--subdivision', '030000000999', '--issuer', 'utm'],
  ])
    codes.push((await run(...words)).document.problem?.code);
  expect(codes).toEqual([
    'SETUP_TERMS_NOT_ACCEPTED',
    'SETUP_USAGE',
    'SETUP_USAGE',
    'SETUP_USAGE',
    'SETUP_SUBDIVISION_NOT_FOUND',
  ]);
  forget(profile);
});
