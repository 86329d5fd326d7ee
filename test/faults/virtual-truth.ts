import { createPrivateKey, sign, verify, X509Certificate } from 'node:crypto';
import { readDevices } from '../../src/practice/virtual-token/device-folder.ts';
import type { PinState, StoredObject } from '../../src/practice/virtual-token/device-state.ts';
import { tryPin } from '../../src/practice/virtual-token/pin.ts';
import { CKA, CKK, CKO } from '../../src/token/pkcs11-numbers.ts';
import type { TokenTruth, TrueObject } from './token-truth.ts';

const challenge = Buffer.from('The old access key works or the new one does');

const kinds = new Map<number, TrueObject['kind']>([
  [CKO.certificate, 'certificate'],
  [CKO.publicKey, 'public-key'],
  [CKO.privateKey, 'private-key'],
]);

const stored = (object: StoredObject, type: number): Buffer =>
  Buffer.from(object.attributes[type.toString(16)] ?? '', 'base64');

const kindOf = (object: StoredObject): TrueObject['kind'] => kinds.get(stored(object, CKA.class)[0] ?? -1) ?? 'other';

const keyIdOf = (object: StoredObject): string => stored(object, CKA.id).toString('hex');

function signs(key: StoredObject, certificate: StoredObject): boolean {
  const privateKey = createPrivateKey({ key: Buffer.from(key.secret ?? '', 'base64'), format: 'der', type: 'pkcs8' });
  const { publicKey } = new X509Certificate(stored(certificate, CKA.value));
  return verify('sha256', challenge, publicKey, sign('sha256', challenge, privateKey));
}

/** Answers to questions that take long and are asked of every injection again. */
const known = new Map<string, boolean>();

function remembered(question: string, ask: () => boolean): boolean {
  const answer = known.get(question) ?? ask();
  known.set(question, answer);
  return answer;
}

const signsFor = (key: StoredObject, certificate: StoredObject): boolean =>
  remembered(`${key.secret} ${certificate.attributes[CKA.value.toString(16)]}`, () => signs(key, certificate));

function workingKeys(objects: readonly StoredObject[]): readonly string[] {
  const certificates = objects.filter((object) => kindOf(object) === 'certificate');
  return objects
    .filter((object) => kindOf(object) === 'private-key' && stored(object, CKA.keyType)[0] === CKK.rsa)
    .filter((key) => certificates.some((other) => keyIdOf(other) === keyIdOf(key) && signsFor(key, other)))
    .map(keyIdOf);
}

const fits = (state: PinState, pin: string): boolean =>
  remembered(`${state.salt} ${state.hash} ${pin}`, () => tryPin({ ...state, wrongTries: 0 }, pin) === null);

/** The device's file says all: nothing is asked of the library, so no try is spent by looking. */
export function virtualTruth(folder: string, pins: readonly string[]): TokenTruth {
  const applet = readDevices(folder)[0]?.applets.at(-1);
  if (!applet) throw new Error(`No virtual token in ${folder}`);
  const { userPin, soPin, objects } = applet;
  return {
    initialised: applet.initialised,
    objects: objects.map((object) => ({
      kind: kindOf(object),
      keyId: keyIdOf(object),
      identity: JSON.stringify([object.attributes, object.secret]),
    })),
    pin: () => pins.find((pin) => userPin !== null && fits(userPin, pin)) ?? null,
    wrongTries: { user: userPin?.wrongTries ?? 0, so: soPin?.wrongTries ?? 0, exact: true },
    workingKeys: workingKeys(objects),
  };
}
