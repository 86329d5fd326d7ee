import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Applet } from '../../src/shared/domain/token.ts';
import { comparableId, readUlong } from '../../src/token/attribute-reading.ts';
import { devicesOf } from '../../src/token/devices.ts';
import { pinFactsOf } from '../../src/token/pin-facts.ts';
import { CKF } from '../../src/token/pkcs11-numbers.ts';
import { appletKindOf, type Recognition } from '../../src/token/profiles.ts';
import type { SlotReading } from '../../src/token/slot-reading.ts';

const aladdin = 'Aladdin R.D.';
const aktiv = 'Aktiv Co.';

function slot(
  recognition: Partial<Recognition> & { model: string },
  place: { reader?: string; serial?: string; slot?: string } = {},
): SlotReading {
  const full: Recognition = {
    manufacturer: aladdin,
    hardwareMajor: 1,
    firmwareMajor: 1,
    generatesRsa: false,
    generatesGost: false,
    generatesEc: false,
    maxRsaBits: 0,
    ...recognition,
  };
  const applet: Applet = {
    kind: appletKindOf(full),
    slot: place.slot ?? '0',
    reader: place.reader ?? 'reader 0',
    label: '',
    model: full.model,
    manufacturer: full.manufacturer,
    serial: place.serial ?? '1',
    firmware: '1.0',
    initialised: true,
    userPin: pinFactsOf({ flags: CKF.tokenInitialized, minPinLen: 4, maxPinLen: 16 }),
    canGenerate: { rsa: full.generatesRsa, gost: full.generatesGost },
    mechanisms: [],
    freeMemory: null,
    certificates: [],
    keys: [],
    cryptoProContainers: [],
    soPin: null,
    initialisation: 'none',
    canUnblock: false,
    signedIn: false,
  };
  return { applet, recognition: full };
}

const names = (...slots: SlotReading[]) =>
  devicesOf([{ library: 'library', slots }]).map(({ name, profile }) => `${name} / ${profile}`);

const rutoken = (parts: Partial<Recognition>) => slot({ model: 'Rutoken ECP', manufacturer: aktiv, ...parts });

describe('a device is recognised by what its slots say', () => {
  it.each([
    ['JaCarta GOST 2.0', 'JaCarta-2 ГОСТ / jacarta-2-gost'],
    ['eToken GOST', 'JaCarta ГОСТ / jacarta-gost'],
    ['JaCarta Laser', 'JaCarta PKI / jacarta-pki'],
    ['JaCarta DS', 'JaCarta LT / jacarta-lt'],
    ['JaCarta Flash2', 'JaCarta Flash2 / jacarta-flash2'],
  ])('%s alone', (model, expected) => {
    expect(names(slot({ model }))).toEqual([expected]);
  });

  it('the two applets of one reader are one JaCarta-2 SE, the ГОСТ one first', () => {
    const slots = [
      slot({ model: 'JaCarta Laser' }, { serial: 'B', slot: '0' }),
      slot({ model: 'JaCarta GOST 2.0' }, { serial: 'A', slot: '1' }),
    ];
    const [device, ...more] = devicesOf([{ library: 'library', slots }]);
    expect(more).toEqual([]);
    expect(device).toMatchObject({ name: 'JaCarta-2 SE', serial: 'A', family: 'jacarta' });
    expect(device?.applets.map((applet) => applet.kind)).toEqual(['gost', 'pki']);
  });

  it('two JaCartas are never mixed, even when they share a serial', () => {
    const slots = ['reader 0', 'reader 1'].flatMap((reader) => [
      slot({ model: 'JaCarta GOST 2.0' }, { reader }),
      slot({ model: 'JaCarta Laser' }, { reader }),
    ]);
    expect(devicesOf([{ library: 'library', slots }]).map((device) => device.applets.length)).toEqual([2, 2]);
  });

  it.each([
    [{ hardwareMajor: 20, firmwareMajor: 23 }, 'Рутокен ЭЦП 2.0 / rutoken-ecp-2'],
    [{ hardwareMajor: 59, firmwareMajor: 30 }, 'Рутокен ЭЦП 3.0 / rutoken-ecp-3'],
    [{ hardwareMajor: 65, firmwareMajor: 30 }, 'Рутокен ЭЦП 3.0 / rutoken-ecp-3'],
    [{ hardwareMajor: 60, firmwareMajor: 30 }, 'Рутокен ЭЦП 3.0 NFC / rutoken-ecp-3-nfc'],
    [{ firmwareMajor: 32, generatesEc: true }, 'Рутокен ЭЦП 3.0 / rutoken-ecp-3'],
    [{ firmwareMajor: 19, maxRsaBits: 2048 }, 'Рутокен ЭЦП 2.0 / rutoken-ecp-2'],
    [{ firmwareMajor: 19 }, 'Рутокен ЭЦП / rutoken-ecp'],
  ])('a Рутокен ЭЦП of %o', (parts, expected) => {
    expect(names(rutoken(parts))).toEqual([expected]);
  });

  it('a token nobody knows keeps the name it gives itself', () => {
    expect(names(slot({ model: 'SoftHSM v2', manufacturer: 'SoftHSM project' }))).toEqual(['SoftHSM v2 / generic']);
  });

  it('a JaCarta part without a known model is what it can make', () => {
    const able = { manufacturer: 'Aladdin R.D.', model: 'JaCarta' };
    expect(slot({ ...able, generatesGost: true }).applet.kind).toBe('gost');
    expect(slot({ ...able, generatesRsa: true }).applet.kind).toBe('pki');
    expect(slot({ ...able, generatesGost: true, generatesRsa: true }).applet.kind).toBe('combined');
  });

  it('a token of anybody else is one part, whatever it can make', () => {
    const able = { manufacturer: 'Somebody', model: 'Something' };
    for (const can of [{ generatesGost: true }, { generatesRsa: true }, {}]) {
      expect(slot({ ...able, ...can }).applet.kind).toBe('combined');
    }
  });
});

describe('identity', () => {
  it('prints a Рутокен’s serial as on its case', () => {
    const device = (serial: string) =>
      devicesOf([{ library: 'l', slots: [slot({ model: 'Rutoken ECP', manufacturer: aktiv }, { serial })] }])[0];
    expect(device('12ab34cd')?.printedSerial).toBe('0313210061');
    expect(device('не число')?.printedSerial).toBe('не число');
  });

  it('does not hang on the slot, which changes between processes', () => {
    const at = (place: string) =>
      devicesOf([{ library: 'l', slots: [slot({ model: 'JaCarta Laser' }, { slot: place })] }])[0]?.id;
    expect(at('0')).toBe(at('7'));
  });

  it('lists a token once that two libraries show', () => {
    const shown = { slots: [slot({ model: 'JaCarta Laser' })] };
    const devices = devicesOf([
      { library: 'a', ...shown },
      { library: 'b', ...shown },
    ]);
    expect(devices.map((device) => device.library)).toEqual(['a']);
  });
});

describe('the state of a PIN', () => {
  const initialised = CKF.tokenInitialized | CKF.userPinInitialized;
  const tries = (flags: number) => pinFactsOf({ flags, minPinLen: 4, maxPinLen: 8 }).tries;

  it('is told by the worst flag', () => {
    expect(tries(initialised)).toBe('untouched');
    expect(tries(initialised | CKF.userPinCountLow)).toBe('spent');
    expect(tries(initialised | CKF.userPinCountLow | CKF.userPinFinalTry)).toBe('last');
    expect(tries(initialised | CKF.userPinCountLow | CKF.userPinFinalTry | CKF.userPinLocked)).toBe('locked');
  });

  it('means nothing on a token that is not initialised, and never invents a number', () => {
    fc.assert(
      fc.property(fc.nat(0xffffff), (flags) => {
        const facts = pinFactsOf({ flags: flags & ~CKF.tokenInitialized, minPinLen: 4, maxPinLen: 8 });
        expect(facts).toMatchObject({
          tries: 'untouched',
          initialised: false,
          mustChange: false,
          left: null,
          max: null,
        });
      }),
    );
  });
});

describe('values of PKCS#11', () => {
  it('a CK_ULONG has four bytes on Windows and eight elsewhere', () => {
    fc.assert(
      fc.property(fc.nat(), (value) => {
        const four = Buffer.alloc(4);
        four.writeUInt32LE(value);
        const eight = Buffer.alloc(8);
        eight.writeBigUInt64LE(BigInt(value));
        expect([readUlong(four), readUlong(eight)]).toEqual([value, value]);
      }),
    );
    expect(readUlong(Buffer.alloc(3))).toBeNull();
  });

  it('a CKA_ID is compared without its trailing zero bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 40 }), fc.nat(4), (bytes, zeros) => {
        const id = Buffer.concat([bytes, Buffer.from([1])]).toString('hex');
        expect(comparableId(id + '00'.repeat(zeros))).toBe(id);
      }),
    );
  });
});
