import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createVirtualDevice, plugDevice } from '../../src/practice/virtual-token/device.ts';
import { usualOrder } from '../../src/shared/domain/qualified-request.ts';
import { wizardStateSchema } from '../../src/shared/ipc/wizard-state.ts';
import { openGostOracle } from '../oracle/openssl-gost.ts';
import { issue, type KeyRecipe, makeKey, makeSelfSigned } from '../pki/openssl-authority.ts';
import { subjects } from '../support/qualified-subjects.ts';
import { type PracticeJourney, practiceJourneys } from './practice-journey.ts';

const begin = practiceJourneys();
const openssl = openGostOracle();
afterAll(() => openssl.close());
const key: KeyRecipe = { kind: 'gost', set: 'TCA', bits: 256 };

beforeAll(() => {
  makeKey(openssl, 'authority', key);
  makeSelfSigned(openssl, 'authority', key);
});

const tokensOf = ({ folder }: PracticeJourney) => path.join(folder, 'world/tokens');

/** A walk with a request on its token, and what an authority gives for it: for a year, and for yesterday. */
async function withRequest() {
  const walk = await begin('new-shop');
  const { journey } = walk;
  await journey.machine.check(null);
  await journey.tokens.signIn('gost', '0987654321', false);
  const made = await journey.qualified.make(usualOrder(subjects.person, null));
  const { request } = journey.qualified;
  if (!made.ok || !request) throw new Error('no request was made');
  openssl.write('it.der', Uint8Array.from(Buffer.from(request.der, 'base64')));
  openssl.run(['req', '-inform', 'DER', '-in', 'it.der', '-out', 'it.csr']);
  const issued = (days: string) => ({ name: 'issued.cer', bytes: issue(openssl, 'it', 'authority', key, [], days) });
  const serial = request.token;
  const plug = async (plugged: boolean, which = serial) => {
    plugDevice(tokensOf(walk), which, plugged);
    await journey.tokens.refresh();
  };
  const said = () => {
    const { received } = journey.state.qualified;
    return { checked: received?.checked, problem: received?.problem?.code, findings: codes(received?.findings) };
  };
  return { walk, journey, issued, plug, said };
}

const codes = (findings: readonly { readonly severity: string; readonly code: string }[] = []) =>
  findings.map(({ severity, code }) => `${severity}: ${code}`);

describe('a certificate that came', () => {
  it('while the token was out is not judged, and is as soon as it is back', async () => {
    const { journey, issued, plug, said } = await withRequest();
    for (const days of ['365', '-1']) {
      await journey.qualified.installation.receive(issued(days));
      const asIf = said();
      expect(asIf).toMatchObject({ checked: true, problem: undefined });
      expect(asIf.findings).toContain('warning: issuer-unknown');
      await journey.qualified.installation.drop();
      await plug(false);
      await journey.qualified.installation.receive(issued(days));
      expect(said()).toEqual({ checked: false, problem: undefined, findings: [] });
      expect(wizardStateSchema.parse(journey.state).qualified.received?.certificate).not.toBeNull();
      await plug(true);
      expect(said()).toEqual(asIf);
      expect(asIf.findings.some((finding) => finding.startsWith('fault:'))).toBe(days === '-1');
      await journey.qualified.installation.drop();
      expect(journey.state.qualified.received).toBeNull();
    }
  });

  it('with another token is of another key, until the right token is there', async () => {
    const { walk, journey, issued, plug, said } = await withRequest();
    await journey.qualified.installation.receive(issued('365'));
    const right = said();
    await journey.qualified.installation.drop();
    await plug(false);
    const other = createVirtualDevice(tokensOf(walk), 'jacarta-2-se');
    await journey.tokens.refresh();
    await journey.qualified.installation.receive(issued('365'));
    expect(said()).toEqual({ checked: true, problem: 'SETUP_CERTIFICATE_OF_ANOTHER_KEY', findings: [] });
    await plug(false, other.serial);
    await plug(true);
    expect(said()).toEqual(right);
  });
});

describe('what is remembered of people in a request', () => {
  const remembered = ({ folder }: PracticeJourney) =>
    readdirSync(path.join(folder, 'world'), { recursive: true, encoding: 'utf8' }).filter((name) =>
      /qualified-requests.+json$/.test(name),
    );

  it('goes with its key, as soon as somebody signs in and it is seen to be gone; not before', async () => {
    const { walk, journey, plug } = await withRequest();
    await plug(false);
    await plug(true);
    expect(journey.device?.applets.some(({ signedIn }) => signedIn)).toBe(false);
    expect(remembered(walk)).toHaveLength(1);
    await journey.tokens.signIn('gost', '0987654321', false);
    expect(remembered(walk)).toHaveLength(1);
    const { device } = journey;
    const keyId = journey.state.qualified.request ?? '';
    if (!device) throw new Error('no token');
    const deleted = await walk.open.workplace.tokens.deleteKey({
      device: device.id,
      applet: 'gost',
      keyId,
      as: 'orphan-key',
    });
    expect(deleted.ok).toBe(true);
    await journey.tokens.signIn('gost', '0987654321', false);
    expect(journey.device?.applets.flatMap(({ keys }) => keys.map((each) => each.keyId))).not.toContain(keyId);
    expect(remembered(walk)).toEqual([]);
  });

  it('goes when another program has written the certificate', async () => {
    const { walk, journey, issued } = await withRequest();
    const { request } = journey.qualified;
    if (!journey.device || !request) throw new Error('no request');
    const written = await walk.open.workplace.tokens.writeCertificate({
      device: journey.device.id,
      applet: 'gost',
      keyId: request.keyId,
      der: Buffer.from(issued('365').bytes).toString('base64'),
      label: 'other',
    });
    expect(written.ok).toBe(true);
    expect(remembered(walk)).toHaveLength(1);
    await journey.tokens.signIn('gost', '0987654321', false);
    expect(remembered(walk)).toEqual([]);
  });
});
