import { afterEach, describe, expect, it } from 'vitest';
import type { DevicePreparation } from '../../src/practice/virtual-token/device.ts';
import { changeDevice, readDevices } from '../../src/practice/virtual-token/device-folder.ts';
import type { VendorExtensions } from '../../src/token/vendor-extensions.ts';
import { virtualGround } from '../support/applet-ground.ts';

let ground: Awaited<ReturnType<typeof virtualGround>> | undefined;
afterEach(() => {
  ground?.close();
  ground = undefined;
});

const rutoken = async (preparation: DevicePreparation = {}, extensions: VendorExtensions | null = null) => {
  ground = await virtualGround('rutoken-ecp-3', 'combined', preparation, extensions);
  return ground;
};

const unblock = (soPin: string, newPin: string | null, lastTryConfirmed = false) =>
  ({ kind: 'unblock-pin', soPin, newPin, lastTryConfirmed }) as const;
const signIn = (pin: string) => ({ kind: 'sign-in', pin, lastTryConfirmed: false }) as const;
const locked = { applets: { combined: { user: { wrongTries: 10 } } } };

const soTries = (folder: string) => readDevices(folder)[0]?.applets[0]?.soPin?.wrongTries;

describe('a locked PIN is mended with the administrator’s', () => {
  it('a new one is set by one login, keys stay, and nobody is signed in', async () => {
    const token = await rutoken();
    await token.perform(signIn('12345678'));
    await token.perform({ kind: 'generate-rsa-pair', label: 'подпись' });
    await token.perform({ kind: 'sign-out' });
    changeDevice(token.folder, token.serial, (device) => {
      const pin = device.applets[0]?.userPin;
      if (pin) pin.wrongTries = pin.maxTries;
    });
    expect(await token.codeOf(signIn('12345678'))).toBe('TOKEN_PIN_LOCKED');
    token.calls.length = 0;
    expect(await token.perform(unblock('87654321', '24681357'))).toMatchObject({
      ok: true,
      value: { tries: 'untouched', initialised: true },
    });
    expect([token.count('C_Login'), token.count('C_InitPIN')]).toEqual([1, 1]);
    const after = await token.applet();
    expect(after).toMatchObject({ signedIn: false, userPin: { tries: 'untouched' }, soPin: { tries: 'untouched' } });
    expect(await token.codeOf(signIn('24681357'))).toBe('ok');
    expect((await token.applet()).keys).toMatchObject([{ label: 'подпись', hasPrivate: true, hasPublic: true }]);
  });

  it('a wrong administrator’s PIN costs one of its tries and changes nothing', async () => {
    const token = await rutoken(locked);
    expect(await token.perform(unblock('87654320', '24681357'))).toMatchObject({
      problem: { code: 'TOKEN_SO_PIN_INCORRECT', details: { call: 'C_Login' } },
    });
    expect([token.count('C_Login'), token.count('C_InitPIN'), soTries(token.folder)]).toEqual([1, 0, 1]);
    expect((await token.applet()).userPin.tries).toBe('locked');
  });

  it('the try that locks the administrator’s PIN is told as a lock, and after it nothing is sent', async () => {
    const token = await rutoken({ applets: { combined: { so: { wrongTries: 9 } } } });
    expect((await token.applet()).soPin?.tries).toBe('last');
    expect(await token.codeOf(unblock('87654320', '24681357'))).toBe('TOKEN_PIN_LAST_TRY_UNCONFIRMED');
    expect(token.count('C_Login')).toBe(0);
    expect(await token.codeOf(unblock('87654320', '24681357', true))).toBe('TOKEN_SO_PIN_LOCKED');
    expect((await token.applet()).soPin?.tries).toBe('locked');
    expect(await token.codeOf(unblock('87654321', '24681357', true))).toBe('TOKEN_SO_PIN_LOCKED');
    expect(token.count('C_Login')).toBe(1);
  });

  it('a new PIN the token does not take is not sent', async () => {
    const token = await rutoken(locked);
    expect(await token.codeOf(unblock('87654321', '123'))).toBe('TOKEN_PIN_LENGTH');
    expect(await token.codeOf(unblock('87654321', 'секретный'))).toBe('TOKEN_PIN_CHARACTERS');
    expect(token.count('C_Login')).toBe(0);
  });
});

describe('keeping the PIN', () => {
  const vendor = (unblocked: string[], answer = true): VendorExtensions => ({
    pinCounters: () => null,
    unblockUserPin: (_slot, _session, model) => {
      unblocked.push(model);
      return answer;
    },
    initialisesGost: false,
    initialiseGost: () => false,
  });

  it('is the vendor’s own function, after one login of the administrator', async () => {
    const unblocked: string[] = [];
    const token = await rutoken(locked, vendor(unblocked));
    expect(await token.codeOf(unblock('87654321', null))).toBe('ok');
    expect(unblocked).toEqual(['Rutoken ECP']);
    expect([token.count('C_Login'), token.count('C_InitPIN')]).toEqual([1, 0]);
  });

  it('is refused where the vendor’s library cannot, unsent where there is none', async () => {
    const token = await rutoken(locked, vendor([], false));
    expect(await token.codeOf(unblock('87654321', null))).toBe('TOKEN_OPERATION_UNSUPPORTED');
    ground?.close();
    const without = await rutoken(locked);
    expect(await without.codeOf(unblock('87654321', null))).toBe('TOKEN_OPERATION_UNSUPPORTED');
    expect(without.count('C_Login')).toBe(0);
  });
});

it('the ГОСТ part of a JaCarta-2 has no administrator to ask', async () => {
  ground = await virtualGround('jacarta-2-se', 'gost');
  expect((await ground.applet()).soPin).toBeNull();
  expect(await ground.codeOf(unblock('1234567890', '24681357'))).toBe('TOKEN_OPERATION_UNSUPPORTED');
  expect(ground.count('C_Login')).toBe(0);
});
