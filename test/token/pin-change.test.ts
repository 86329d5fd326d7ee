import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { DevicePreparation } from '../../src/practice/virtual-token/device.ts';
import { readDevices } from '../../src/practice/virtual-token/device-folder.ts';
import { loadPkcs11Library } from '../../src/token/pkcs11js-loader.ts';
import { openSoftHsm } from '../oracle/softhsm.ts';
import { openAppletGround, virtualGround } from '../support/applet-ground.ts';

const softHsm = openSoftHsm();
softHsm.addToken({ label: 'pins', pin: '12345678', soPin: '87654321' });
afterAll(() => softHsm.close());

let ground: Awaited<ReturnType<typeof virtualGround>> | undefined;
afterEach(() => {
  ground?.close();
  ground = undefined;
});

const rutoken = async (preparation: DevicePreparation = {}) => {
  ground = await virtualGround('rutoken-ecp-3', 'combined', preparation);
  return ground;
};
const jacarta = async (preparation: DevicePreparation = {}) => {
  ground = await virtualGround('jacarta-2-se', 'pki', preparation);
  return ground;
};

const change = (oldPin: string, newPin: string, lastTryConfirmed = false) =>
  ({ kind: 'change-pin', oldPin, newPin, lastTryConfirmed }) as const;
const signIn = (pin: string) => ({ kind: 'sign-in', pin, lastTryConfirmed: false }) as const;

const wrongTries = (folder: string, applet = 0) => readDevices(folder)[0]?.applets[applet]?.userPin?.wrongTries;

describe('a PIN is changed by whoever knows it', () => {
  it('on a Рутокен: one login, one change, and the person is signed in', async () => {
    const token = await rutoken();
    expect(await token.perform(change('12345678', '24681357'))).toMatchObject({
      ok: true,
      value: { tries: 'untouched', mustChange: false },
    });
    expect([token.count('C_Login'), token.count('C_SetPIN')]).toEqual([1, 1]);
    expect((await token.applet()).signedIn).toBe(true);
    expect(await token.codeOf(signIn('12345678'))).toBe('TOKEN_PIN_INCORRECT');
    expect(await token.codeOf(signIn('24681357'))).toBe('ok');
  });

  it('on SoftHSM2', async () => {
    const library = loadPkcs11Library(softHsm.library);
    const token = await openAppletGround(library, (applet) => applet.label === 'pins');
    expect(await token.codeOf(change('12345678', '24681357'))).toBe('ok');
    expect((await token.applet()).signedIn).toBe(true);
    expect(await token.codeOf(signIn('24681357'))).toBe('ok');
    expect(token.count('C_Login')).toBe(2);
    library.C_Finalize();
  });

  it('a wrong old PIN costs exactly one try, and nobody is signed in', async () => {
    const token = await rutoken();
    expect(await token.codeOf(signIn('12345678'))).toBe('ok');
    token.calls.length = 0;
    expect(await token.codeOf(change('12345670', '24681357'))).toBe('TOKEN_PIN_INCORRECT');
    expect([token.count('C_Login'), token.count('C_SetPIN')]).toEqual([1, 0]);
    expect(wrongTries(token.folder)).toBe(1);
    expect((await token.applet()).signedIn).toBe(false);
  });

  it('a PIN that must be changed is not asked for any more', async () => {
    const token = await jacarta({ applets: { pki: { user: { mustChange: true } } } });
    expect((await token.applet()).userPin.mustChange).toBe(true);
    expect(await token.codeOf(change('11111111', '24681357'))).toBe('ok');
    expect((await token.applet()).userPin.mustChange).toBe(false);
  });

  it('an expired one is named at a sign-in, and changed without a second try', async () => {
    const token = await jacarta({ applets: { pki: { user: { expired: true } } } });
    expect(await token.codeOf(signIn('11111111'))).toBe('TOKEN_PIN_EXPIRED');
    token.calls.length = 0;
    expect(await token.codeOf(change('11111111', '24681357'))).toBe('ok');
    expect(token.count('C_Login')).toBe(1);
    expect((await token.applet()).signedIn).toBe(false);
    expect(await token.codeOf(signIn('24681357'))).toBe('ok');
  });
});

describe('nothing is sent', () => {
  it.each([
    ['a new PIN that is the old one', change('12345678', '12345678'), 'TOKEN_PIN_SAME'],
    ['a new PIN that is too short', change('12345678', '123'), 'TOKEN_PIN_LENGTH'],
    ['a new PIN that is too long', change('12345678', '1'.repeat(300)), 'TOKEN_PIN_LENGTH'],
    ['a new PIN in Russian letters', change('12345678', 'пароль123'), 'TOKEN_PIN_CHARACTERS'],
    ['a new PIN with a blank', change('12345678', '1234 5678'), 'TOKEN_PIN_CHARACTERS'],
    ['an old PIN of the wrong length', change('1', '24681357'), 'TOKEN_PIN_LENGTH'],
  ])('for %s', async (_, command, code) => {
    const token = await rutoken();
    expect(await token.codeOf(command)).toBe(code);
    expect([token.count('C_Login'), token.count('C_SetPIN')]).toEqual([0, 0]);
  });

  it('at the last try, until the person confirms it', async () => {
    const token = await rutoken({ applets: { combined: { user: { wrongTries: 9 } } } });
    expect(await token.codeOf(change('12345678', '24681357'))).toBe('TOKEN_PIN_LAST_TRY_UNCONFIRMED');
    expect(token.count('C_Login')).toBe(0);
    expect(await token.codeOf(change('12345678', '24681357', true))).toBe('ok');
  });

  it('when the PIN is locked', async () => {
    const token = await rutoken({ applets: { combined: { user: { wrongTries: 10 } } } });
    expect(await token.codeOf(change('12345678', '24681357', true))).toBe('TOKEN_PIN_LOCKED');
    expect(token.count('C_Login')).toBe(0);
  });
});

describe('an answer that never comes', () => {
  const failing = async (call: string, code: string) => {
    const token = await rutoken();
    const library = new Proxy(token.cryptoki, {
      get: (target, property) =>
        property === call
          ? () => {
              throw new Error(code);
            }
          : Reflect.get(target, property),
    });
    return openAppletGround(library, () => true);
  };

  it('to the change itself: the person is told that either PIN may be right, and nobody is signed in', async () => {
    const token = await failing('C_SetPIN', 'CKR_DEVICE_REMOVED:50');
    expect(await token.perform(change('12345678', '24681357'))).toMatchObject({
      problem: { code: 'TOKEN_PIN_CHANGE_UNCERTAIN', details: { call: 'C_SetPIN', cause: 'TOKEN_REMOVED' } },
    });
    expect([token.count('C_Login'), (await token.applet()).signedIn]).toEqual([1, false]);
  });

  it('to the end of a sign-in leaves nobody shown as signed in', async () => {
    const token = await failing('C_Logout', 'CKR_GENERAL_ERROR:5');
    const again = await openAppletGround(
      new Proxy(token.cryptoki, {
        get: (target, property) =>
          property === 'C_CloseSession' && token.calls.includes('C_SetPIN')
            ? () => {
                throw new Error('CKR_GENERAL_ERROR:5');
              }
            : Reflect.get(target, property),
      }),
      () => true,
    );
    expect(await again.codeOf(change('12345678', '24681357'))).toBe('ok');
    await again.codeOf({ kind: 'sign-out' });
    expect((await token.applet()).signedIn).toBe(false);
    expect(await token.codeOf(signIn('24681357'))).toBe('ok');
  });
});

describe('the token’s own rules', () => {
  it('of a JaCarta are told by its own codes, and cost no try', async () => {
    const pinPolicy = { noRepeats: true, bothCases: true, digits: true, signs: true, history: true };
    const token = await jacarta({ applets: { pki: { pinPolicy } } });
    for (const [newPin, number] of [
      ['111aaaAAA!', '0x80000031'],
      ['abcd1234!', '0x80000032'],
      ['Abcdefgh!', '0x80000033'],
      ['Abcd12345', '0x80000034'],
    ] as const)
      expect(await token.perform(change('11111111', newPin))).toMatchObject({
        problem: { code: 'TOKEN_PIN_POLICY', details: { number, call: 'C_SetPIN' } },
      });
    expect(await token.codeOf(change('11111111', 'Abcd12345!'))).toBe('ok');
    expect(await token.codeOf(change('Abcd12345!', 'Bbcd12345!'))).toBe('ok');
    expect(await token.codeOf(change('Bbcd12345!', 'Abcd12345!'))).toBe('TOKEN_PIN_IN_HISTORY');
    expect(wrongTries(token.folder, 1)).toBe(0);
    expect((await token.applet()).signedIn).toBe(false);
  });

  it('of a Рутокен too', async () => {
    const token = await rutoken({ applets: { combined: { pinPolicy: { history: true, digits: true } } } });
    expect(await token.codeOf(change('12345678', 'abcdefgh'))).toBe('TOKEN_PIN_POLICY');
    expect(await token.codeOf(change('12345678', 'abcdefg1'))).toBe('ok');
    expect(await token.perform(change('abcdefg1', '12345678'))).toMatchObject({
      problem: { code: 'TOKEN_PIN_IN_HISTORY', details: { code: 'CKR_PIN_IN_HISTORY', number: '0x8000000b' } },
    });
  });
});
