import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildCertificationRequest } from '../../src/pki/certification-request.ts';
import type { Applet, Device } from '../../src/shared/domain/token.ts';
import type { Result } from '../../src/shared/result.ts';
import { childProcessLauncher } from '../../src/token/child-process-launcher.ts';
import { CKM } from '../../src/token/pkcs11-numbers.ts';
import type { SignatureScheme, TokenAccess } from '../../src/token/token-access.ts';
import { createTokenAccess } from '../../src/token/token-client.ts';
import { type GostOracle, openGostOracle } from '../oracle/openssl-gost.ts';
import { openSoftHsm, type SoftHsm } from '../oracle/softhsm.ts';
import { type BundledEntry, bundleEntry } from '../support/bundled-entry.ts';
import { rutokenLibrary } from '../support/rutoken-library.ts';

const pin = '73915264';
const soPin = '40628173';
let oracle: GostOracle;
let softHsm: SoftHsm;
let entry: BundledEntry;
let access: TokenAccess;

beforeAll(async () => {
  oracle = openGostOracle();
  softHsm = openSoftHsm();
  softHsm.addToken({ label: 'blank', pin, soPin });
  const library = rutokenLibrary(softHsm, oracle);
  entry = await bundleEntry('src/token/process.ts');
  access = createTokenAccess({
    launch: childProcessLauncher(entry.path),
    libraries: [library],
    discoverVendors: false,
  });
});
afterAll(async () => {
  await access?.close();
  entry?.remove();
  softHsm?.close();
  oracle?.close();
});

function succeeded<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.problem.code} ${JSON.stringify(result.problem.details)}`);
  return result.value;
}

async function look(): Promise<{ device: Device; applet: Applet }> {
  const { devices } = succeeded(await access.scan());
  const [device, ...more] = devices;
  const applet = device?.applets[0];
  if (!device || !applet || more.length > 0) throw new Error(`${devices.length} devices`);
  return { device, applet };
}

async function reference() {
  const { device } = await look();
  return { device: device.id, applet: 'combined' as const };
}

describe('a library of a Рутокен that nothing here was written against', () => {
  it('shows one Рутокен ЭЦП 3.0 in its fifteen slots, with the serial of its case', async () => {
    const { device, applet } = await look();
    expect(device).toMatchObject({
      name: 'Рутокен ЭЦП 3.0',
      family: 'rutoken',
      serial: '12ab34cd',
      printedSerial: '0313210061',
      shortcomings: [],
    });
    expect(applet).toMatchObject({
      kind: 'combined',
      label: 'Rutoken ECP <no label>',
      slot: '3',
      firmware: '30.2',
      canGenerate: { rsa: true, gost: true },
      mechanisms: expect.arrayContaining([CKM.rsaPkcsKeyPairGen, CKM.gostR3410KeyPairGen]),
      initialisation: 'pkcs11',
      canUnblock: true,
    });
  });

  it('tells its tries exactly before the first of them', async () => {
    const { applet } = await look();
    expect(applet.userPin).toMatchObject({ tries: 'untouched', left: 10, max: 10, factory: false, minLength: 6 });
    expect(applet.soPin).toMatchObject({ tries: 'untouched', left: 10, max: 10 });
  });

  it('and after a wrong PIN, of which the flags say nothing yet', async () => {
    const refused = await access.signIn({ ...(await reference()), pin: '00000001', lastTryConfirmed: false });
    expect(refused).toMatchObject({ ok: false, problem: { code: 'TOKEN_PIN_INCORRECT' } });
    expect((await look()).applet.userPin).toMatchObject({ tries: 'spent', left: 9, max: 10 });
    expect(succeeded(await access.signIn({ ...(await reference()), pin, lastTryConfirmed: false }))).toMatchObject({
      left: 10,
    });
  });

  it.each<[string, 'rsa' | string, SignatureScheme]>([
    ['an RSA pair', 'rsa', 'rsa-pkcs1-sha256'],
    ['a ГОСТ pair of CP-A', '1.2.643.2.2.35.1', 'gost-2012-256'],
    ['a ГОСТ pair of tc26-256-A', '1.2.643.7.1.2.1.1.1', 'gost-2012-256'],
  ])('makes %s, and OpenSSL verifies the request signed with it', async (label, kind, scheme) => {
    const where = await reference();
    succeeded(await access.signIn({ ...where, pin, lastTryConfirmed: false }));
    const pair = succeeded(
      kind === 'rsa'
        ? await access.generateRsaPair({ ...where, label })
        : await access.generateGostPair({ ...where, label, parameterSet: kind }),
    );
    const outcome = await buildCertificationRequest(
      [
        { oid: '2.5.4.6', value: 'RU', type: 'printable' },
        { oid: '2.5.4.3', value: 'ООО «Тестовая организация»', type: 'utf8' },
        { oid: '1.2.643.100.4', value: '9900000017', type: 'numeric' },
      ],
      [],
      {
        publicKey: Buffer.from(pair.publicKey, 'base64'),
        sign: async (bytes) => {
          const data = Buffer.from(bytes).toString('base64');
          const { signature } = succeeded(await access.sign({ ...where, keyId: pair.keyId, scheme, data }));
          return Buffer.from(signature, 'base64');
        },
      },
    );
    if (!outcome.ok) throw new Error(outcome.reason);
    const { status, stderr } = oracle.attempt(['req', '-inform', 'DER', '-noout', '-verify'], outcome.der);
    expect({ status, ok: stderr.includes('verify OK') }).toEqual({ status: 0, ok: true });
  });

  it('restores the tries with the administrator’s PIN and keeps the user’s', async () => {
    const where = await reference();
    await access.signIn({ ...where, pin: '00000001', lastTryConfirmed: false });
    expect((await look()).applet.userPin.left).toBe(9);
    const facts = await access.unblockPin({ ...where, soPin, newPin: null, lastTryConfirmed: false });
    expect(succeeded(facts)).toMatchObject({ tries: 'untouched', left: 10 });
    expect(await access.signIn({ ...where, pin, lastTryConfirmed: false })).toMatchObject({ ok: true });
  });
});
