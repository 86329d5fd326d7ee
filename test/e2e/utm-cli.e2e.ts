import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { practiceShop } from './at-the-utm.ts';
import { runCli } from './cli.ts';
import { filesHolding, forget } from './wizard-app.ts';

const pins = { gost: '0987654321', pki: '11111111' };

test.describe.configure({ timeout: 240_000 });

/** The built command line on a practice computer, which goes on where the last command left it. */
const at = ({ profile, folder }: { readonly profile: string; readonly folder: string }) => {
  const run = (words: readonly string[], stdin = '') =>
    runCli([...words, '--practice', path.basename(folder), '--profile-dir', profile], stdin);
  return run;
};

test('from a computer without a UTM to one that works: downloaded and installed, given its PINs, started, proven', async () => {
  const shop = await practiceShop('no-utm', { markMs: 0, exchangeEveryMs: 1_000 });
  const run = at(shop);
  expect((await run(['utm', 'status'])).document).toMatchObject({ result: { verdict: { id: 'not-installed' } } });

  const folder = path.join(shop.profile, 'downloads');
  const installed = await run(['utm', 'install', '--download', folder]);
  expect(installed.document).toMatchObject({ ok: true, result: { build: { expected: '4.2.0-b2698' } } });
  expect(shop.utm.isInstalled()).toBe(true);
  const listed = await run(['utm', 'list']);
  const [{ folder: utmFolder } = { folder: '' }] = (
    listed.document.result as { readonly utms: readonly { readonly folder: string }[] }
  ).utms;
  const configured = await run(
    ['utm', 'configure', '--utm-dir', utmFolder, '--pin-stdin'],
    `gost:${pins.gost}\npki:${pins.pki}\n`,
  );
  expect(configured.document).toMatchObject({ ok: true });
  expect(configured.stdout + configured.stderr).not.toMatch(/0987654321|11111111/);
  expect((await run(['machine', 'mend', 'start-utm-service'])).document).toMatchObject({ ok: true });
  expect((await run(['utm', 'wait'])).document).toMatchObject({ result: { verdict: { id: 'working' } } });
  const proven = await run(['utm', 'prove', '--expect', '030000000001']);
  expect(proven.document).toMatchObject({ ok: true, result: { proven: true, fsrarId: '030000000001' } });
  const [sheet, calendar] = [path.join(shop.profile, 'лист.html'), path.join(shop.profile, 'дни.ics')];
  const handover = await run(['utm', 'handover', '--sheet', sheet, '--calendar', calendar]);
  expect(handover.document).toMatchObject({
    ok: true,
    result: { verdict: 'working', fsrarId: '030000000001', serial: expect.any(String), files: [sheet, calendar] },
  });
  expect(shop.settings()).not.toMatch(/P(assword|ASSWORD)=\S/);
  expect(filesHolding(shop.profile, [pins.gost, pins.pki])).toEqual([]);
  forget(shop.profile);
});

test('what was not sent is listed, and an update is refused of it', async () => {
  const shop = await practiceShop('unsent-documents');
  const run = at(shop);
  expect((await run(['utm', 'documents'])).document).toMatchObject({ ok: true, result: { count: 2 } });
  const folder = path.join(shop.profile, 'downloads');
  const refused = await run(['utm', 'install', '--download', folder]);
  expect(refused.document.problem?.code).toBe('SETUP_UTM_UNSENT_DOCUMENTS');
  expect((await run(['utm', 'status'])).document).toMatchObject({ result: { build: '4.2.0b002662' } });
  const proof = await run(['utm', 'prove', '--timeout', '5']);
  expect(proof.document).toMatchObject({ ok: true, result: { proven: false } });
  forget(shop.profile);
});

test('the database of another shop is put aside for its last characters alone', async () => {
  const shop = await practiceShop('utm-foreign-database', { exchangeEveryMs: 1_000 });
  const run = at(shop);
  const transporter = path.dirname(shop.utm.paths.transportDb);
  const databases = () => readdirSync(transporter).filter((name) => name.startsWith('transportDB'));
  const unconfirmed = await run(['utm', 'renew-database', '--confirm', '0001']);
  expect(unconfirmed.document.problem?.code).toBe('EGAIS_UTM_DATABASE_UNCONFIRMED');
  expect(databases()).toEqual(['transportDB']);
  const renewed = await run(['utm', 'renew-database', '--confirm', '0777']);
  expect(renewed.document).toMatchObject({ ok: true, result: { databaseFsrarId: '030000000777' } });
  const [aside = ''] = databases().filter((name) => name !== 'transportDB');
  expect(JSON.parse(readFileSync(path.join(transporter, aside, 'database.json'), 'utf8'))).toMatchObject({
    ownerId: '030000000777',
  });
  const again = await run(['utm', 'renew-database', '--confirm', '0777']);
  expect(again.document.ok).toBe(false);
  expect(databases()).toContain(aside);
  forget(shop.profile);
});

test('a UTM that works is started anew by its service', async () => {
  const shop = await practiceShop('utm-database-locked', { startFailure: null });
  const run = at(shop);
  expect((await run(['utm', 'status'])).document).toMatchObject({ result: { verdict: { id: 'working' } } });
  expect((await run(['machine', 'mend', 'restart-utm-service'])).document).toMatchObject({ ok: true });
  const journal = readFileSync(path.join(shop.folder, 'utm/l/transport_info.log'), 'utf8');
  expect(journal.match(/Starting Transport/g)?.length).toBeGreaterThan(1);
  expect((await run(['utm', 'wait'])).document).toMatchObject({ result: { verdict: { id: 'working' } } });
  forget(shop.profile);
});
