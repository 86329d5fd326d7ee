import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { computers } from '../../../src/practice/computers/records.ts';
import { writeWhole } from '../../../src/practice/json-file.ts';
import { createPracticeSystem } from '../../../src/practice/practice-system.ts';
import { factoryPins } from '../../../src/practice/scenarios.ts';
import { layFault, type UtmFaultName, utmFaults } from '../../../src/practice/utm/faults.ts';
import { orderStart, orderStop } from '../../../src/practice/utm/service-order.ts';
import {
  readTransportPins,
  readTransportPort,
  transportProperties,
} from '../../../src/practice/utm/transport-properties.ts';
import { readUtm } from '../../../src/setup/read-utm.ts';
import type { UtmVerdictId } from '../../../src/shared/domain/utm.ts';
import { practiceUtms, type RunningWorld } from './running-utm.ts';

const { start } = practiceUtms();

const owner = '030000000001';
const foreign = '030000000777';

/** What a real UTM says in this trouble, where that is known (docs/sources.md, UTM), and what is to be made of it. */
interface Expected {
  readonly verdict: UtmVerdictId;
  readonly log?: string;
  readonly daemon?: string;
  readonly says?: readonly (readonly [path: string, text: string | RegExp])[];
  /** Status and bytes of the answer to a document. */
  readonly document?: string;
  readonly refuses?: boolean;
}

const missing = (part: string, key: string): string =>
  `Отсутствует пароль ${part} KeyStore: config/transport.properties -> crypto.lib.${key}.keystorePassword`;
const otherOwner =
  'FSRAR_ID (CN RSA сертификата) на используемом ключе не соответствует FSRAR_ID первичной инициализации УТМ.';
const exchangeCancelled = 'Задача обмена документами отменена. Ошибка работы RSA';
const list = '/api/info/list';

const expected: Readonly<Record<UtmFaultName, Expected>> = {
  'database-foreign': {
    verdict: 'foreign-database',
    log: exchangeCancelled,
    says: [
      [list, `"rsaError":"${otherOwner}"`],
      [list, `"ownerId":"${owner}"`],
      [list, `"ownerId":"${foreign}"`],
    ],
  },
  'pins-blank': { verdict: 'pin-missing', log: missing('RSA', 'pki'), says: [[list, /"db":\{[^}]*"ownerId":null/]] },
  'pin-rsa-blank': { verdict: 'pin-missing', log: missing('RSA', 'pki') },
  'pin-gost-blank': { verdict: 'pin-missing', log: missing('GOST', 'gost') },
  'pin-refused': { verdict: 'pin-refused', log: 'CKR_PIN_INCORRECT' },
  'pin-locked': { verdict: 'pin-locked', log: 'CKR_PIN_LOCKED' },
  'port-taken': { verdict: 'port-taken', refuses: true },
  'start-endless': { verdict: 'coming-up', refuses: true },
  mute: { verdict: 'coming-up' },
  stranger: { verdict: 'other-program', says: [['/info/version', '<html>']] },
  'key-store-race': { verdict: 'working', log: 'KeyStore is not initialized' },
  'rsa-error': {
    verdict: 'needs-access-key',
    log: exchangeCancelled,
    says: [[list, '"rsaError":"Ошибка работы RSA"']],
  },
  'signature-renewed': { verdict: 'signature-renewed', document: '500 362' },
  'signing-broken': { verdict: 'signing-broken', document: '500 89' },
  'rsa-subject-missing': { verdict: 'needs-access-key', says: [['/api/rsa/orginfo', '"success":false']] },
  'subjects-missing': {
    verdict: 'token-unreadable',
    says: [
      ['/api/rsa/orginfo', '"success":false'],
      ['/api/gost/orginfo', '"success":false'],
    ],
  },
  'rsa-dates-unreadable': { verdict: 'needs-access-key', says: [[list, '"expireDate":"RSA ERROR"']] },
  'gost-dates-unreadable': { verdict: 'qualified-certificate-invalid', says: [[list, /"expireDate":"[^"]*error/i]] },
  'rsa-revoked': { verdict: 'access-key-revoked', says: [[list, '"isValid":"revoked"']] },
  'rsa-invalid': { verdict: 'access-key-invalid', says: [[list, '"isValid":"invalid"']] },
  'gost-invalid': { verdict: 'qualified-certificate-invalid', says: [[list, '"isValid":"invalid"']] },
  'contour-wrong': {
    verdict: 'wrong-contour',
    says: [
      [list, '"contour":"test"'],
      [list, '"issuer":"pki.fsrar.ru"'],
    ],
  },
  'cheques-unsent': { verdict: 'cheques-unsent', says: [[list, '"checkInfo":"2026-09-01 10:00:00"']] },
  'registered-wrongly': { verdict: 'registered-wrongly', daemon: 'NumberFormatException', refuses: true },
  'files-missing': { verdict: 'files-missing', daemon: 'NoClassDefFoundError', refuses: true },
  'database-locked': { verdict: 'database-locked', log: 'XSDB6', refuses: true },
  'keygen-refused': { verdict: 'working', says: [['/api/rsa/keygen?id=1', 'Ошибка получения сертификата']] },
  'places-empty': { verdict: 'working', says: [['/api/rsa', '{"rows":[]}']] },
  'build-outdated': { verdict: 'outdated', says: [['/info/version', '3.0.8']] },
  'build-without-mchd': { verdict: 'working', says: [['/info/version', '4.2.0b002537']] },
  // Six minutes later it is told (the age of what the log says last).
  'exchange-stops': { verdict: 'working' },
};

let shop: RunningWorld;
let logs: string;

/** The logs of the run before must not speak for this one; a real UTM would be given a fresh folder. */
async function restartWith(fault: UtmFaultName | null): Promise<void> {
  orderStop(shop.folder);
  await vi.waitFor(async () => expect(existsSync(shop.folder.paths.running)).toBe(false), { timeout: 30_000 });
  rmSync(logs, { recursive: true, force: true });
  layFault(shop.folder, fault, { owner, pins: factoryPins['jacarta-2-se'], options: {} });
  orderStart(shop.folder);
}

const logged = (name: string): string => {
  const file = join(logs, name);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
};

const text = async (path: string): Promise<string> => (await fetch(`${shop.utm.url}${path}`)).text();

async function send(): Promise<string> {
  const form = new FormData();
  form.append('xml_file', new Blob(['<Documents/>']), 'query.xml');
  const answer = await fetch(`${shop.utm.url}/opt/in/QueryPartner`, { method: 'POST', body: form });
  return `${answer.status} ${(await answer.arrayBuffer()).byteLength}`;
}

const patience = { timeout: 30_000, interval: 100 };

describe('troubles of UTMs, seen over sockets and in files alone', () => {
  beforeEach(async () => {
    shop = await start('unsent-documents', {});
    logs = join(shop.world.utmFolder, 'l');
  });

  const verdictOf = async (wanted: string | null): Promise<UtmVerdictId> => {
    const system = createPracticeSystem({
      computer: () => computers.healthy,
      now: Date.now,
      utmFolder: shop.world.utmFolder,
    });
    return (await readUtm({ client: shop.client, system, folder: null }, wanted)).verdict.id;
  };

  test('PINs that are written while it starts are for its next start', async () => {
    const { folder } = shop;
    const { properties, options } = folder.paths;
    const pins = factoryPins['jacarta-2-se'];
    orderStop(folder);
    await vi.waitFor(async () => expect(existsSync(folder.paths.running)).toBe(false), patience);
    rmSync(logs, { recursive: true, force: true });
    layFault(folder, 'pins-blank', { owner, pins, options: { listensAfterMs: null } });
    orderStart(folder);
    await vi.waitFor(() => expect(logged('transport_info.log')).toContain('EntityManagerFactory'), patience);
    writeWhole(properties, transportProperties(pins, readTransportPort(properties)));
    folder.write(options, { listensAfterMs: 0 });
    await vi.waitFor(async () => expect(await verdictOf(owner)).toBe('pin-missing'), patience);
    expect(readTransportPins(properties)).toEqual(pins);
    orderStart(folder);
    await vi.waitFor(async () => expect(await verdictOf(owner)).toBe('working'), patience);
    expect(readTransportPins(properties)).toEqual({ gost: '', pki: '' });
  }, 60_000);

  test('every one of the table', async () => {
    for (const name of Object.keys(utmFaults) as UtmFaultName[]) {
      const { verdict, log, daemon, says = [], document, refuses } = expected[name];
      await restartWith(name);
      if (log !== undefined)
        await vi.waitFor(() => expect(logged('transport_info.log'), name).toContain(log), patience);
      if (daemon !== undefined)
        await vi.waitFor(() => expect(logged('daemon-error.log'), name).toContain(daemon), patience);
      for (const [path, words] of says) {
        await vi.waitFor(async () => expect(await text(path), `${name} ${path}`).toMatch(words), patience);
      }
      if (document !== undefined) await vi.waitFor(async () => expect(await send(), name).toBe(document), patience);
      await vi.waitFor(async () => expect(await verdictOf(null), name).toBe(verdict), patience);
      if (refuses) await expect(text('/'), name).rejects.toThrow();
    }
    // The same UTM with nothing wrong.
    await restartWith(null);
    await vi.waitFor(async () => expect(await verdictOf(owner)).toBe('working'), patience);
    await restartWith('database-foreign');
    await vi.waitFor(async () => expect(await verdictOf(foreign)).toBe('wrong-token'), patience);
  }, 600_000);
});
