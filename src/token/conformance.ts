import { generateKeyPairSync, randomBytes, sign, verify } from 'node:crypto';
import { writeCertificate } from '../pki/certificate-writer.ts';
import { buildCertificationRequest, signatureAlgorithmFor } from '../pki/certification-request.ts';
import { nameOf } from '../pki/distinguished-name.ts';
import type { Applet, AppletKind, Device, LibraryReport } from '../shared/domain/token.ts';
import type { Result } from '../shared/result.ts';
import { libraryName } from './library-discovery.ts';
import type { TokenAccess } from './token-access.ts';

/** `noted`: neither right nor wrong, worth knowing of a token nobody here has held. */
export interface ConformanceCheck {
  readonly id: string;
  readonly outcome: 'passed' | 'failed' | 'noted';
  readonly details: string;
}

/** What a slot lists, and what of it the library then says it does not know. */
export interface Mechanisms {
  readonly listed: readonly number[];
  readonly unknown: readonly number[];
}

/** No PIN, no label, no name, no whole serial: a report is made to be sent. */
export interface DeviceReport {
  readonly name: string;
  readonly profile: string;
  readonly serialTail: string;
  readonly library: string;
  readonly libraryVersion: string | null;
  readonly applets: readonly {
    readonly kind: AppletKind;
    readonly model: string;
    readonly manufacturer: string;
    readonly firmware: string;
    readonly mechanisms: readonly string[];
  }[];
  readonly checks: readonly ConformanceCheck[];
}

const check = (id: string, holds: boolean, details = ''): ConformanceCheck => ({
  id,
  outcome: holds ? 'passed' : 'failed',
  details,
});
const note = (id: string, details: string): ConformanceCheck => ({ id, outcome: 'noted', details });
const hexadecimal = (number: number): string => `0x${number.toString(16)}`;

export const serialTail = (device: Device): string => device.serial.slice(-4);

/** A mechanism without which the keys of a part cannot be made and used. */
const needed: { readonly [kind in AppletKind]: readonly number[] } = {
  gost: [0x1200, 0x1201],
  pki: [0x0, 0x1],
  combined: [],
};

function appletChecks(applet: Applet, again: Applet | undefined, mechanisms: Mechanisms): ConformanceCheck[] {
  const { kind, userPin, certificates, keys } = applet;
  const counted = userPin.left === null ? 'flags only' : `${userPin.left} of ${userPin.max}`;
  const missing = needed[kind].filter((mechanism) => !mechanisms.listed.includes(mechanism));
  const unreadable = certificates.filter(({ certificate }) => certificate === null).length;
  return [
    check(`${kind}.serial`, applet.serial !== '' || !applet.initialised),
    check(`${kind}.pin-limits`, userPin.minLength <= userPin.maxLength, `${userPin.minLength}..${userPin.maxLength}`),
    note(`${kind}.tries`, `${userPin.tries}, ${counted}`),
    note(
      `${kind}.flags`,
      `initialised ${applet.initialised}, PIN set ${userPin.initialised}, must change ${userPin.mustChange}`,
    ),
    check(`${kind}.mechanisms`, missing.length === 0, missing.map(hexadecimal).join(' ')),
    note(`${kind}.unknown-mechanisms`, mechanisms.unknown.map(hexadecimal).join(' ') || 'none'),
    check(`${kind}.certificates`, unreadable === 0, `${certificates.length} read, ${unreadable} unreadable`),
    note(
      `${kind}.keys`,
      keys.map(({ kind: key, hasPrivate }) => `${key}${hasPrivate ? '' : ' (public)'}`).join(', ') || 'none',
    ),
    check(
      `${kind}.same-again`,
      again !== undefined && again.userPin.left === userPin.left && again.userPin.tries === userPin.tries,
    ),
    note(`${kind}.preparation`, `${applet.initialisation}, unblock ${applet.canUnblock}`),
  ];
}

/**
 * Holds every plugged-in token to what the product takes for granted. Signs in nowhere, changes nothing, costs no try.
 * @param mechanismsOf lists what the slot of an applet can do, for the report
 */
export async function examineTokens(
  access: Pick<TokenAccess, 'scan'>,
  mechanismsOf: (library: string, applet: Applet) => Mechanisms,
): Promise<Result<{ readonly libraries: readonly LibraryReport[]; readonly devices: readonly DeviceReport[] }>> {
  const first = await access.scan();
  if (!first.ok) return first;
  const second = await access.scan();
  if (!second.ok) return second;
  const { libraries, devices } = first.value;
  const examined = devices.map((device): DeviceReport => {
    const again = second.value.devices.find(({ id }) => id === device.id);
    const library = libraries.find(({ path }) => path === device.library);
    const parts = device.applets.map((applet) => ({ applet, mechanisms: mechanismsOf(device.library, applet) }));
    return {
      name: device.name,
      profile: device.profile,
      serialTail: serialTail(device),
      library: libraryName(device.library),
      libraryVersion: library?.version ?? null,
      applets: parts.map(({ applet: { kind, model, manufacturer, firmware }, mechanisms }) => ({
        kind,
        model,
        manufacturer,
        firmware,
        mechanisms: mechanisms.listed.map(hexadecimal),
      })),
      checks: [
        note('recognised', device.profile),
        check('same-device-again', again !== undefined),
        check('slots-readable', library?.unreadableSlots.length === 0),
        note('shortcomings', device.shortcomings.join(', ') || 'none'),
        ...parts.flatMap(({ applet, mechanisms }) =>
          appletChecks(
            applet,
            again?.applets.find(({ kind }) => kind === applet.kind),
            mechanisms,
          ),
        ),
      ],
    };
  });
  return { ok: true, value: { libraries, devices: examined } };
}

const hour = 3_600_000;
const label = 'conformance';

/**
 * A certificate that was over before it began, in the form of an EGAIS access key, so that the product's own rule lets
 * it be deleted; from an issuer nobody else has.
 */
function expiredCertificate(publicKey: Uint8Array): Uint8Array {
  const issuer = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const signatureAlgorithm = signatureAlgorithmFor(publicKey);
  if (!signatureAlgorithm) throw new Error('an RSA key is expected');
  return writeCertificate(
    {
      serialNumber: Uint8Array.of(1, ...randomBytes(8)),
      signatureAlgorithm,
      issuer: nameOf([{ oid: '2.5.4.3', value: 'conformance pki.fsrar.ru', type: 'utf8' }]),
      subject: nameOf([{ oid: '2.5.4.3', value: '000000000000', type: 'utf8' }]),
      notBefore: new Date(Date.now() - 2 * hour),
      notAfter: new Date(Date.now() - hour),
      publicKey,
      extensions: [],
    },
    (signedBytes) => sign('sha256', signedBytes, issuer),
  );
}

/** Ends the trial: what it says is a check that did not hold. */
class Unheld extends Error {}

/**
 * Signs in once and makes, uses, certifies and deletes an RSA pair of its own. What stood on the token before is read
 * again afterwards. A refused step ends the trial; no PIN is ever sent twice.
 */
export async function tryToken(
  access: TokenAccess,
  device: Device,
  applet: AppletKind,
  pin: string,
): Promise<readonly ConformanceCheck[]> {
  const where = { device: device.id, applet };
  const checks: ConformanceCheck[] = [];
  const step = async <T>(id: string, work: Promise<Result<T>>): Promise<T> => {
    const outcome = await work;
    checks.push(check(id, outcome.ok, outcome.ok ? '' : outcome.problem.code));
    if (!outcome.ok) throw new Unheld(id);
    return outcome.value;
  };
  const holdings = async (): Promise<string> => {
    const { devices } = await step('scan', access.scan());
    const part = devices.find(({ id }) => id === device.id)?.applets.find(({ kind }) => kind === applet);
    return JSON.stringify([
      part?.keys.map(({ keyId }) => keyId).sort(),
      part?.certificates.map(({ der }) => der).sort(),
    ]);
  };
  try {
    await step('sign-in', access.signIn({ ...where, pin, lastTryConfirmed: false }));
    const before = await holdings();
    const { keyId, publicKey } = await step('generate-rsa-pair', access.generateRsaPair({ ...where, label }));
    const spki = Buffer.from(publicKey, 'base64');
    const signed = async (bytes: Uint8Array): Promise<Buffer> => {
      const data = Buffer.from(bytes).toString('base64');
      const answer = await step('sign', access.sign({ ...where, keyId, scheme: 'rsa-pkcs1-sha256', data }));
      return Buffer.from(answer.signature, 'base64');
    };
    const text = Buffer.from('conformance');
    const signature = await signed(text);
    checks.push(
      check('signature-sound', verify('sha256', text, { key: spki, format: 'der', type: 'spki' }, signature)),
    );
    const subject = [{ oid: '2.5.4.3', value: label, type: 'utf8' }] as const;
    checks.push(
      check('request-sound', (await buildCertificationRequest(subject, [], { publicKey: spki, sign: signed })).ok),
    );
    const der = Buffer.from(expiredCertificate(spki)).toString('base64');
    await step('write-certificate', access.writeCertificate({ ...where, keyId, der, label }));
    await step('delete-own-pair', access.deleteKey({ ...where, keyId, as: 'expired-access-key' }));
    checks.push(check('nothing-else-touched', (await holdings()) === before));
    await step('sign-out', access.signOut(where));
  } catch (error) {
    if (!(error instanceof Unheld)) throw error;
  }
  return checks;
}
