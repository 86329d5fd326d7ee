import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { type DevicePreparation, holdDevice, plugDevice } from '../../src/practice/virtual-token/device.ts';
import { paddedLabel, unpadded } from '../../src/token/padded-text.ts';
import { loadPkcs11Library } from '../../src/token/pkcs11js-loader.ts';
import type { VendorExtensions } from '../../src/token/vendor-extensions.ts';
import { openSoftHsm } from '../oracle/softhsm.ts';
import { openAppletGround, virtualGround } from '../support/applet-ground.ts';

const softHsm = openSoftHsm();
softHsm.addToken({ label: 'used', pin: '12345678', soPin: '87654321' });
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
const laser = async (preparation: DevicePreparation = {}) => {
  ground = await virtualGround('jacarta-2-se', 'pki', preparation);
  return ground;
};

const initialise = (soPin: string, newPin: string, label = 'Касса', lastTryConfirmed = false) =>
  ({ kind: 'initialise', soPin, newPin, label, lastTryConfirmed }) as const;
const signIn = (pin: string) => ({ kind: 'sign-in', pin, lastTryConfirmed: false }) as const;

describe('a token is prepared anew', () => {
  it('a used Рутокен: empty, with its new PIN and label, the old PIN gone', async () => {
    const token = await rutoken();
    await token.perform(signIn('12345678'));
    await token.perform({ kind: 'generate-rsa-pair', label: 'старая' });
    expect(await token.codeOf(initialise('87654321', '24681357', 'Магазин «Ромашка» на Первой Тестовой улице'))).toBe(
      'ok',
    );
    expect([token.count('C_InitToken'), token.count('C_InitPIN'), token.count('C_Login')]).toEqual([1, 1, 2]);
    const after = await token.applet();
    expect(after).toMatchObject({
      initialised: true,
      keys: [],
      certificates: [],
      signedIn: false,
      userPin: { initialised: true, tries: 'untouched' },
      label: unpadded(paddedLabel('Магазин «Ромашка» на Первой Тестовой улице')),
    });
    expect(after.label.startsWith('Магазин «Ромаш')).toBe(true);
    expect(await token.codeOf(signIn('12345678'))).toBe('TOKEN_PIN_INCORRECT');
    expect(await token.codeOf(signIn('24681357'))).toBe('ok');
  });

  it('a blank one, from nothing', async () => {
    const token = await rutoken({ applets: { combined: { initialised: false } } });
    expect(await token.applet()).toMatchObject({
      initialised: false,
      initialisation: 'pkcs11',
      label: 'Rutoken ECP <no label>',
    });
    expect(await token.codeOf(initialise('87654321', '24681357'))).toBe('ok');
    expect(await token.applet()).toMatchObject({ initialised: true, userPin: { initialised: true } });
    expect(await token.codeOf(signIn('24681357'))).toBe('ok');
  });

  it('a used token of SoftHSM2', async () => {
    const library = loadPkcs11Library(softHsm.library);
    const serial = (await openAppletGround(library, (applet) => applet.label === 'used')).target.serial;
    const token = await openAppletGround(library, (applet) => applet.serial === serial);
    await token.perform(signIn('12345678'));
    await token.perform({ kind: 'generate-rsa-pair', label: 'старая' });
    expect(await token.codeOf(initialise('87654321', '24681357', 'новый'))).toBe('ok');
    expect(await token.applet()).toMatchObject({ label: 'новый', keys: [], userPin: { initialised: true } });
    expect(await token.codeOf(signIn('24681357'))).toBe('ok');
    library.C_Finalize();
  });

  it('one that drops off the bus is awaited', async () => {
    const token = await laser({ dropMs: 1200 });
    const begun = Date.now();
    expect(await token.codeOf(initialise('00000000', '24681357'))).toBe('ok');
    expect(Date.now() - begun).toBeGreaterThanOrEqual(1200);
    expect(await token.codeOf(signIn('24681357'))).toBe('ok');
  });

  it('one pulled out in the meantime is awaited as well, and is no other token', async () => {
    const token = await laser({ dropMs: 500 });
    const outcome = token.codeOf(initialise('00000000', '24681357'));
    const { folder, serial } = token;
    setTimeout(() => plugDevice(folder, serial, false), 100);
    setTimeout(() => plugDevice(folder, serial, true), 900);
    expect(await outcome).toBe('ok');
  });
});

describe('nothing is lost', () => {
  it('by a wrong administrator’s PIN, which costs one try', async () => {
    const token = await rutoken();
    await token.perform(signIn('12345678'));
    await token.perform({ kind: 'generate-rsa-pair', label: 'нужная' });
    expect(await token.perform(initialise('87654320', '24681357'))).toMatchObject({
      problem: { code: 'TOKEN_SO_PIN_INCORRECT', details: { call: 'C_InitToken' } },
    });
    expect([token.count('C_InitToken'), token.count('C_InitPIN')]).toEqual([1, 0]);
    expect((await token.applet()).keys).toMatchObject([{ label: 'нужная' }]);
    expect(await token.codeOf(signIn('12345678'))).toBe('ok');
  });

  it.each([
    ['a new PIN that is too short', initialise('87654321', '1'), {}, 'TOKEN_PIN_LENGTH'],
    ['a new PIN in Russian letters', initialise('87654321', 'пинпинпин'), {}, 'TOKEN_PIN_CHARACTERS'],
    [
      'an unconfirmed last try',
      initialise('87654321', '24681357'),
      { wrongTries: 9 },
      'TOKEN_PIN_LAST_TRY_UNCONFIRMED',
    ],
    ['a locked administrator', initialise('87654321', '24681357', '', true), { wrongTries: 10 }, 'TOKEN_SO_PIN_LOCKED'],
  ])('by %s: nothing is sent', async (_, command, so, code) => {
    const token = await rutoken({ applets: { combined: { so } } });
    expect(await token.codeOf(command)).toBe(code);
    expect(token.count('C_InitToken')).toBe(0);
  });

  it('while another program holds the token', async () => {
    const combined = await rutoken();
    holdDevice(combined.folder, combined.serial, true);
    expect(await combined.codeOf(initialise('87654321', '24681357'))).toBe('TOKEN_BUSY');
    combined.close();
    const pki = await laser();
    holdDevice(pki.folder, pki.serial, true);
    expect(await pki.perform(initialise('00000000', '24681357'))).toMatchObject({
      problem: { code: 'TOKEN_BUSY', details: { code: 'CKR_DEVICE_BUSY', number: '0x80000019' } },
    });
  });
});

describe('what stops half-way is said as it is', () => {
  it('a new PIN that the emptied token refuses is told by its own name; a second run ends the work', async () => {
    const token = await rutoken({ applets: { combined: { pinPolicy: { digits: true } } } });
    expect(await token.perform(initialise('87654321', 'abcdefgh'))).toMatchObject({
      problem: { code: 'TOKEN_PIN_POLICY', details: { emptied: true, call: 'C_InitPIN' } },
    });
    expect((await token.applet()).userPin.initialised).toBe(false);
    expect(await token.codeOf(initialise('87654321', 'abcdefg1'))).toBe('ok');
  });

  it('a failure after the token was emptied', async () => {
    const token = await rutoken();
    const broken = await openAppletGround(
      new Proxy(token.cryptoki, {
        get: (target, property) =>
          property === 'C_InitPIN'
            ? () => {
                throw new Error('CKR_DEVICE_REMOVED:50');
              }
            : Reflect.get(target, property),
      }),
      () => true,
    );
    expect(await broken.perform(initialise('87654321', '24681357'))).toMatchObject({
      problem: { code: 'TOKEN_INITIALISATION_UNFINISHED', details: { cause: 'TOKEN_REMOVED', call: 'C_InitPIN' } },
    });
    expect(await token.codeOf(initialise('87654321', '24681357'))).toBe('ok');
  });
});

describe('the ГОСТ part of a JaCarta-2', () => {
  it('is handed to its vendor’s program, with nothing sent to the token', async () => {
    ground = await virtualGround('jacarta-2-se', 'gost');
    expect((await ground.applet()).initialisation).toBe('handoff');
    expect(await ground.codeOf(initialise('1234567890', '24681357'))).toBe('TOKEN_INITIALISATION_HANDOFF');
    expect([ground.count('C_InitToken'), ground.count('C_Login')]).toEqual([0, 0]);
  });

  it('is prepared by its vendor’s function where there is one', async () => {
    const asked: string[][] = [];
    const vendor: VendorExtensions = {
      pinCounters: () => null,
      unblockUserPin: () => false,
      initialisesGost: true,
      initialiseGost: (_slot, userPin, label) => {
        asked.push([userPin, label]);
        return true;
      },
    };
    ground = await virtualGround('jacarta-2-se', 'gost', {}, vendor);
    expect((await ground.applet()).initialisation).toBe('vendor');
    expect(await ground.codeOf(initialise('1234567890', '24681357', 'ГОСТ'))).toBe('ok');
    expect(asked).toEqual([['24681357', paddedLabel('ГОСТ')]]);
    expect(ground.count('C_Login')).toBe(0);
  });
});
