import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parseCertificate } from '../../src/pki/certificate.ts';
import { computers } from '../../src/practice/computers/records.ts';
import { scenarios } from '../../src/practice/scenarios.ts';
import { readTransportPins } from '../../src/practice/utm/transport-properties.ts';
import { UtmFolder } from '../../src/practice/utm/utm-folder.ts';
import { openVirtualCryptoki } from '../../src/practice/virtual-token/virtual-cryptoki.ts';
import { createPracticeWorld, type PracticeWorld } from '../../src/practice/world.ts';
import { checkMchd } from '../../src/setup/check-mchd.ts';
import { type ScenarioId, scenarioIdSchema } from '../../src/shared/domain/scenario.ts';
import { CKA, CKF, CKO } from '../../src/token/pkcs11-numbers.ts';
import { openGostOracle } from '../oracle/openssl-gost.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});
const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'world-'));
  folders.push(folder);
  return folder;
};

const day = 24 * 60 * 60 * 1000;

const tokensOf = (world: PracticeWorld) => {
  const cryptoki = openVirtualCryptoki(world.libraryPath.replace(/^practice:/, ''));
  cryptoki.C_Initialize();
  return cryptoki;
};

/** Every certificate that can be read without a PIN, in slot order. */
function certificatesOf(world: PracticeWorld) {
  const cryptoki = tokensOf(world);
  return cryptoki.C_GetSlotList(true).flatMap((slot) => {
    const session = cryptoki.C_OpenSession(slot, CKF.serialSession);
    cryptoki.C_FindObjectsInit(session, [{ type: CKA.class, value: CKO.certificate }]);
    const found = cryptoki.C_FindObjects(session, 20);
    cryptoki.C_FindObjectsFinal(session);
    return found.map((object) => {
      const der = cryptoki.C_GetAttributeValue(session, object, [{ type: CKA.value }])[0]?.value;
      const reading = parseCertificate(Buffer.isBuffer(der) ? der : Buffer.alloc(0));
      if (!reading.ok) throw new Error('unreadable certificate');
      return reading.certificate;
    });
  });
}

const gostFlags = (world: PracticeWorld): number => {
  const cryptoki = tokensOf(world);
  const [slot] = cryptoki.C_GetSlotList(true);
  return slot === undefined ? 0 : cryptoki.C_GetTokenInfo(slot).flags;
};

describe.each(scenarioIdSchema.options)('%s', (scenario: ScenarioId) => {
  test('tells its story', async () => {
    const now = new Date();
    const world = await createPracticeWorld({ folder: temporaryFolder(), scenario, now });

    const { tokens, places, computer, utm } = scenarios[scenario];
    expect(world.computer.read()).toEqual(computers[computer]);
    await world.plug(true);
    const certificates = certificatesOf(world);
    const qualified = certificates.filter(({ purpose }) => purpose === 'qualified');
    expect(qualified.map(({ holder }) => [holder.kind, holder.inn])).toEqual(
      tokens
        .filter(({ blank, certified }) => !blank && certified)
        .map(({ holder }) => [holder.certificate.kind, holder.inn]),
    );
    for (const { notBefore, notAfter, key } of qualified) {
      expect(Date.parse(notBefore)).toBeLessThanOrEqual(now.getTime());
      const daysLeft = Math.round((Date.parse(notAfter) - now.getTime()) / day);
      expect(tokens.map(({ signatureDaysLeft }) => signatureDaysLeft)).toContain(daysLeft);
      expect(key.kind).toBe('gost-2012-256');
    }
    const keys = certificates.filter(({ purpose }) => purpose === 'access-key');
    expect(keys.map(({ fsrarId }) => fsrarId)).toEqual(
      tokens.flatMap(({ accessKeyDaysLeft, holder }) =>
        accessKeyDaysLeft === null ? [] : [places.find(({ INN }) => INN === holder.inn)?.Owner_ID],
      ),
    );

    const folder = new UtmFolder(world.utmFolder);
    expect(folder.places()).toEqual(places);
    expect(readTransportPins(folder.paths.properties)).toEqual(utm.pins);
    expect(folder.database()?.ownerId ?? null).toBe(utm.databaseOwner);
  });
});

test('renewal: twelve days are left of the access key', async () => {
  const now = new Date();
  const world = await createPracticeWorld({ folder: temporaryFolder(), scenario: 'renewal', now });
  const key = certificatesOf(world).find(({ purpose }) => purpose === 'access-key');
  expect(Math.round((Date.parse(key?.notAfter ?? '') - now.getTime()) / day)).toBe(12);
});

test('the last try is the last, and the locked PIN is locked', async () => {
  const build = (scenario: ScenarioId) => createPracticeWorld({ folder: temporaryFolder(), scenario, now: new Date() });
  expect(gostFlags(await build('last-try')) & CKF.userPinFinalTry).not.toBe(0);
  expect(gostFlags(await build('pin-locked')) & CKF.userPinLocked).not.toBe(0);
  expect(gostFlags(await build('new-shop')) & (CKF.userPinCountLow | CKF.userPinFinalTry)).toBe(0);
});

test('the token that is not there comes and goes', async () => {
  const world = await createPracticeWorld({ folder: temporaryFolder(), scenario: 'no-token', now: new Date() });
  expect(tokensOf(world).C_GetSlotList(true)).toHaveLength(0);
  await world.plug(true);
  expect(tokensOf(world).C_GetSlotList(true)).toHaveLength(2);
  await world.plug(false);
  expect(tokensOf(world).C_GetSlotList(true)).toHaveLength(0);
});

test('a hand takes two tokens out one after the other, the first one first, and puts both in', async () => {
  const world = await createPracticeWorld({ folder: temporaryFolder(), scenario: 'two-tokens', now: new Date() });
  const [first, second] = world.readers();
  expect(await world.plugByHand(false)).toBe(true);
  expect(world.readers()).toEqual([second]);
  expect(await world.plugByHand(false)).toBe(false);
  expect(world.readers()).toEqual([]);
  expect(await world.plugByHand(true)).toBe(true);
  expect(world.readers()).toEqual([first, second]);
});

test('opened again it stands as it was left; another scenario, or old age, builds it anew', async () => {
  const folder = temporaryFolder();
  const now = new Date();
  const open = (scenario: ScenarioId, at = now) => createPracticeWorld({ folder, scenario, now: at });
  const first = certificatesOf(await open('rutoken'))[0]?.fingerprint;
  expect(certificatesOf(await open('rutoken'))[0]?.fingerprint).toBe(first);
  const other = certificatesOf(await open('new-shop'))[0]?.fingerprint;
  expect(other).not.toBe(first);
  expect(certificatesOf(await open('new-shop', new Date(now.getTime() + 8 * day)))[0]?.fingerprint).not.toBe(other);
});

test('a power of attorney that OpenSSL verifies and the wizard finds good for the holder of the token', async () => {
  const folder = temporaryFolder();
  const world = await createPracticeWorld({ folder, scenario: 'person-with-mchd', now: new Date() });
  const [signature, document] = readdirSync(join(folder, 'mchd'))
    .toSorted()
    .map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, 'mchd', name))) }));
  if (document === undefined || signature === undefined) throw new Error('two files were expected');

  const authority = new Uint8Array(readFileSync(world.account.trustedCertificate));
  const oracle = openGostOracle();
  oracle.write('mchd.sig', signature.bytes);
  oracle.write('mchd.xml', document.bytes);
  oracle.write('root.pem', oracle.run(['x509', '-inform', 'DER'], authority));
  const files = ['-in', 'mchd.sig', '-content', 'mchd.xml', '-CAfile', 'root.pem', '-purpose', 'any'];
  const verdict = oracle.attempt(['cms', '-verify', '-binary', '-inform', 'DER', '-out', 'read.xml', ...files]);
  expect(verdict.stderr).toContain('CMS Verification successful');
  oracle.close();

  const [certificate = null] = certificatesOf(world);
  const question = { document, signature, certificate, trusted: [authority], powerCodes: [], at: new Date() };
  const report = checkMchd(question);
  if (!report.ok) throw new Error(report.problem.code);
  expect(report.value.findings.filter(({ severity }) => severity !== 'note')).toEqual([]);
  expect(report.value.principals.map(({ inn }) => inn)).toEqual([scenarios['person-with-mchd'].places[0]?.INN]);
});

describe('invented data', () => {
  const rows = Object.values(scenarios).flatMap(({ places }) => places);

  test('places have well-formed numbers of their own', () => {
    for (const row of rows) {
      expect(row.Owner_ID).toMatch(/^03\d{10}$/);
      expect(row.KPP).toMatch(/^$|^9901(01|45)\d{3}$/);
    }
    for (const { places } of Object.values(scenarios)) {
      expect(new Set(places.map(({ Owner_ID }) => Owner_ID)).size).toBe(places.length);
      expect(new Set(places.map(({ ID }) => ID)).size).toBe(places.length);
    }
    expect(scenarios.renewal.places).toHaveLength(42);
    const addresses = scenarios.renewal.places.map(({ Fact_Address }) => Fact_Address).join('\n');
    expect(addresses).toMatch(/Москва[\s\S]*Балашиха[\s\S]*Санкт-Петербург/);
  });
});
