import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createVirtualDevice } from '../../src/practice/virtual-token/device.ts';
import { openVirtualCryptoki } from '../../src/practice/virtual-token/virtual-cryptoki.ts';
import type { Device } from '../../src/shared/domain/token.ts';
import type { Result } from '../../src/shared/result.ts';
import { childProcessLauncher } from '../../src/token/child-process-launcher.ts';
import { examineTokens, tryToken } from '../../src/token/conformance.ts';
import { listMechanisms } from '../../src/token/mechanism-listing.ts';
import { loadPkcs11Library } from '../../src/token/pkcs11js-loader.ts';
import type { TokenAccess } from '../../src/token/token-access.ts';
import { createTokenAccess } from '../../src/token/token-client.ts';
import { openSoftHsm, type SoftHsm } from '../oracle/softhsm.ts';
import { type BundledEntry, bundleEntry } from '../support/bundled-entry.ts';

const pin = '73915264';
let softHsm: SoftHsm;
let entry: BundledEntry;
let folder: string;
let access: TokenAccess;

beforeAll(async () => {
  softHsm = openSoftHsm();
  softHsm.addToken({ label: 'held', pin, soPin: '40628173' });
  entry = await bundleEntry('src/practice/token-process.ts');
});
afterAll(() => {
  entry?.remove();
  softHsm?.close();
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'conformance-'));
});
afterEach(async () => {
  await access.close();
  rmSync(folder, { recursive: true });
});

const open = (library: string) => {
  access = createTokenAccess({
    launch: childProcessLauncher(entry.path),
    libraries: [library],
    discoverVendors: false,
  });
};

function succeeded<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

async function onlyDevice(): Promise<Device> {
  const [device, ...more] = succeeded(await access.scan()).devices;
  if (!device || more.length > 0) throw new Error('one device is expected');
  return device;
}

const virtual = (kind: Parameters<typeof createVirtualDevice>[1], part: 'gost' | 'pki' | 'combined') => ({
  name: kind,
  applet: part,
  prepare: () => {
    createVirtualDevice(folder, kind, { applets: { [part]: { user: { value: pin } } } });
    open(`practice:${folder}`);
    return openVirtualCryptoki(folder);
  },
});
const kinds = [
  {
    name: 'SoftHSM2',
    applet: 'combined' as const,
    prepare: () => {
      open(softHsm.library);
      return loadPkcs11Library(softHsm.library);
    },
  },
  virtual('rutoken-ecp-3', 'combined'),
  virtual('jacarta-2-se', 'pki'),
];

describe.each(kinds)('the contract of tokens, on $name', ({ prepare, applet }) => {
  it('holds without a PIN, and the report names nothing it must not', async () => {
    const library = prepare();
    const { devices } = succeeded(await examineTokens(access, (_, part) => listMechanisms(library, part)));
    expect(devices.flatMap(({ checks }) => checks).filter(({ outcome }) => outcome === 'failed')).toEqual([]);
    expect(devices[0]?.applets.map(({ kind }) => kind)).toContain(applet);
    expect(devices[0]?.applets.every(({ mechanisms }) => mechanisms.length > 0)).toBe(true);
    const { serial } = await onlyDevice();
    expect(JSON.stringify(devices)).not.toContain(serial);
  });

  it('holds with one: a pair is made, used, certified and deleted, and nothing else', async () => {
    prepare();
    const checks = await tryToken(access, await onlyDevice(), applet, pin);
    expect(checks.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
    expect(checks.map(({ id }) => id)).toEqual([
      'sign-in',
      'scan',
      'generate-rsa-pair',
      'sign',
      'signature-sound',
      'sign',
      'request-sound',
      'write-certificate',
      'delete-own-pair',
      'scan',
      'nothing-else-touched',
      'sign-out',
    ]);
    expect((await onlyDevice()).applets.flatMap(({ keys, certificates }) => [...keys, ...certificates])).toEqual([]);
  });
});

it('a wrong PIN ends the trial after one try', async () => {
  virtual('rutoken-ecp-3', 'combined').prepare();
  const checks = await tryToken(access, await onlyDevice(), 'combined', '00000001');
  expect(checks).toEqual([{ id: 'sign-in', outcome: 'failed', details: 'TOKEN_PIN_INCORRECT' }]);
});
