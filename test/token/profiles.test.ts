import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { devicesOf } from '../../src/token/devices.ts';
import { appletCapabilities, appletKindOf, type Recognition, recogniseDevice } from '../../src/token/profiles.ts';
import { profiles } from '../../src/token/token-profiles.ts';
import { tokenAnswerSchemas } from '../../src/token/token-protocol.ts';
import { createTokenServer } from '../../src/token/token-server.ts';
import { type LiteralSlot, literalCryptoki } from '../support/literal-slots.ts';

async function scan(slots: readonly (LiteralSlot | null)[], options?: { readonly onlyPresent: boolean }) {
  const server = createTokenServer(() => literalCryptoki(slots, options));
  const outcome = await server.perform({ kind: 'scan', library: 'library' });
  if (!outcome.ok) throw new Error(outcome.problem.code);
  const reading = tokenAnswerSchemas.scan.parse(outcome.value);
  return { ...reading, devices: devicesOf([{ library: 'library', slots: reading.slots }]) };
}

const aladdin = 'Aladdin R.D.';
const aktiv = 'Aktiv Co.';
/** Of the ГОСТ applets as they were seen, and of the PKI applet, whose ГОСТ hashes are software. */
const gostApplet = [0x1200, 0x1201, 0x1202, 0x1204, 0x1210];
const pkiApplet = [0x0, 0x1, 0x40, 0x1041, 0xd4321012, 0xd4321013];
const rutokenEcp = [0x0, 0x1, 0x40, 0x1200, 0x1201, 0xd4321005, 0xd4321008];

/** The token-info strings of real tokens, with serials of the same form. */
const laser: LiteralSlot = {
  reader: 'Aladdin R.D. JaCarta 0',
  model: 'JaCarta Laser',
  manufacturer: aladdin,
  serial: '4C54000300000001',
  mechanisms: pkiApplet,
};
const kryptotoken2: LiteralSlot = {
  reader: 'Aladdin R.D. JaCarta 0',
  model: 'JaCarta GOST 2.0',
  manufacturer: aladdin,
  serial: '0B53001400000001',
  mechanisms: [...gostApplet, 0xd4321008],
};
const kryptotoken1: LiteralSlot = {
  reader: 'ARDS JaCarta 0',
  model: 'eToken GOST',
  manufacturer: aladdin,
  label: 'JaCarta',
  serial: '0C53001500000001',
  firmware: [1, 6],
  mechanisms: gostApplet,
};
const rutoken: LiteralSlot = {
  reader: 'Aktiv Rutoken ECP 00 00',
  model: 'Rutoken ECP',
  manufacturer: aktiv,
  label: 'Rutoken ECP <no label>',
  serial: '12ab34cd',
  hardware: [59, 0],
  firmware: [30, 2],
  mechanisms: [...rutokenEcp, 0x1040],
  maxRsaBits: 4096,
};

interface Known {
  readonly slots: readonly LiteralSlot[];
  readonly name: string;
  readonly printed: string;
  readonly shortcomings: readonly string[];
}

const known: { readonly [title: string]: Known } = {
  'JaCarta-2 SE': {
    slots: [laser, kryptotoken2],
    name: 'JaCarta-2 SE',
    printed: '0B53001400000001',
    shortcomings: [],
  },
  'JaCarta-2 ГОСТ': {
    slots: [kryptotoken2],
    name: 'JaCarta-2 ГОСТ',
    printed: '0B53001400000001',
    shortcomings: ['no-rsa-keys'],
  },
  'the first generation': {
    slots: [kryptotoken1],
    name: 'JaCarta ГОСТ',
    printed: '0C53001500000001',
    shortcomings: ['no-rsa-keys'],
  },
  'PKI and ГОСТ of the first generation': {
    slots: [kryptotoken1, { ...laser, reader: kryptotoken1.reader }],
    name: 'JaCarta PKI/ГОСТ',
    printed: '0C53001500000001',
    shortcomings: [],
  },
  'JaCarta PRO': {
    slots: [{ reader: 'Aladdin Token JC 0', model: 'PRO', manufacturer: aladdin, serial: '1', mechanisms: [0x0] }],
    name: 'JaCarta PRO',
    printed: '1',
    shortcomings: ['no-gost-keys', 'legacy'],
  },
  'JaCarta LT': {
    slots: [{ reader: 'Aladdin R.D. JaCarta LT 0', model: 'JaCarta DS', manufacturer: aladdin, serial: '1' }],
    name: 'JaCarta LT',
    printed: '1',
    shortcomings: ['no-gost-keys', 'no-rsa-keys'],
  },
  'Рутокен ЭЦП 2.0': {
    slots: [{ ...rutoken, hardware: [20, 5], firmware: [23, 2], mechanisms: rutokenEcp, maxRsaBits: 2048 }],
    name: 'Рутокен ЭЦП 2.0',
    printed: '0313210061',
    shortcomings: [],
  },
  'Рутокен ЭЦП 3.0 (3200)': {
    slots: [rutoken],
    name: 'Рутокен ЭЦП 3.0',
    printed: '0313210061',
    shortcomings: [],
  },
  'Рутокен ЭЦП 3.0 (3220)': {
    slots: [{ ...rutoken, hardware: [65, 0] }],
    name: 'Рутокен ЭЦП 3.0',
    printed: '0313210061',
    shortcomings: [],
  },
  'Рутокен ЭЦП 3.0 NFC (3100)': {
    slots: [{ ...rutoken, reader: 'ifd-nfcd-handler 00 00', hardware: [60, 0], firmware: [28, 1] }],
    name: 'Рутокен ЭЦП 3.0 NFC',
    printed: '0313210061',
    shortcomings: [],
  },
  'Рутокен ЭЦП 3.0 NFC (3110)': {
    slots: [{ ...rutoken, hardware: [66, 0], firmware: [31, 0] }],
    name: 'Рутокен ЭЦП 3.0 NFC',
    printed: '0313210061',
    shortcomings: [],
  },
  'a newer Рутокен, which names itself': {
    slots: [{ ...rutoken, hardware: [70, 0], firmware: [32, 1], vendorName: 'Рутокен ЭЦП 3.0 3250' }],
    name: 'Рутокен ЭЦП 3.0 3250',
    printed: '0313210061',
    shortcomings: [],
  },
  'a newer Рутокен, which does not': {
    slots: [{ ...rutoken, hardware: [70, 0], firmware: [33, 0] }],
    name: 'Рутокен ЭЦП 3.0',
    printed: '0313210061',
    shortcomings: [],
  },
  'Рутокен Lite': {
    slots: [{ reader: 'Aktiv Rutoken lite 00 00', model: 'Rutoken lite', manufacturer: aktiv, serial: '12ab34cd' }],
    name: 'Рутокен Lite',
    printed: '0313210061',
    shortcomings: ['no-gost-keys', 'no-rsa-keys'],
  },
  'Рутокен S': {
    slots: [{ reader: 'Aktiv ruToken 0', model: 'Rutoken S', manufacturer: aktiv, serial: '12ab34cd' }],
    name: 'Рутокен S',
    printed: '0313210061',
    shortcomings: ['no-gost-keys', 'no-rsa-keys', 'legacy'],
  },
  'КриптоПро’s own module': {
    slots: [{ reader: 'CryptoPro', model: 'CPPKCS 3', manufacturer: 'Crypto-Pro', serial: '1', mechanisms: [0x1200] }],
    name: 'КриптоПро CSP',
    printed: '1',
    shortcomings: ['cryptopro-module'],
  },
  'a token nobody has described': {
    slots: [{ reader: 'Reader 0', model: 'Something', manufacturer: 'Someone', serial: '1', mechanisms: [0x0] }],
    name: 'Something',
    printed: '1',
    shortcomings: ['no-gost-keys'],
  },
};

describe('tokens are recognised by their own literal words', () => {
  it.each(Object.entries(known))('%s', async (_, { slots, name, printed, shortcomings }) => {
    const { devices } = await scan(slots);
    expect(devices.map((device) => device.name)).toEqual([name]);
    expect(devices[0]).toMatchObject({ printedSerial: printed, shortcomings });
  });

  it('a Рутокен without a label, in one of fifteen slots', async () => {
    const slots = Array.from({ length: 15 }, (_, index) => (index === 11 ? rutoken : null));
    for (const onlyPresent of [true, false]) {
      const { devices, unreadableSlots } = await scan(slots, { onlyPresent });
      expect(unreadableSlots).toEqual([]);
      expect(devices.map(({ name, applets }) => [name, applets[0]?.slot, applets[0]?.label])).toEqual([
        ['Рутокен ЭЦП 3.0', '11', 'Rutoken ECP <no label>'],
      ]);
    }
  });

  it('a blank Рутокен that says so with its flags is a token too', async () => {
    const { devices } = await scan([{ ...rutoken, initialised: false }]);
    expect(devices[0]?.applets[0]).toMatchObject({ initialised: false, serial: '12ab34cd' });
  });

  it('twenty empty slots of a JaCarta library hold nothing', async () => {
    const slots = Array.from({ length: 20 }, () => null);
    expect(await scan(slots, { onlyPresent: false })).toMatchObject({ devices: [], unreadableSlots: [] });
  });

  it('a slot that throws is named, and hides no other', async () => {
    const { devices, unreadableSlots } = await scan([{ ...laser, broken: true }, kryptotoken2, rutoken]);
    expect(devices.map(({ name }) => name)).toEqual(['JaCarta-2 ГОСТ', 'Рутокен ЭЦП 3.0']);
    expect(unreadableSlots.map(({ slot }) => slot)).toEqual(['0']);
  });

  it('mechanisms that are listed and then unknown cost the token nothing', async () => {
    const { devices } = await scan([{ ...rutoken, mechanisms: [0x0, 0xd4321005, 0x1200] }]);
    expect(devices[0]?.applets[0]?.canGenerate).toEqual({ rsa: true, gost: true });
  });
});

const recognition = fc.record<Recognition>({
  model: fc.oneof(fc.constantFrom(...profiles.flatMap(({ models = [] }) => [...models])), fc.string()),
  manufacturer: fc.constantFrom(aladdin, aktiv, 'ISBC', 'SafeNet, Inc.', 'SoftHSM project'),
  hardwareMajor: fc.nat(80),
  firmwareMajor: fc.nat(40),
  generatesRsa: fc.boolean(),
  generatesGost: fc.boolean(),
  generatesEc: fc.boolean(),
  maxRsaBits: fc.constantFrom(0, 2048, 4096),
});

describe('whatever a slot says of itself', () => {
  it('it has a name, and its ГОСТ part is never given to C_InitToken', () => {
    fc.assert(
      fc.property(recognition, (slot) => {
        expect(recogniseDevice([slot])).toMatchObject({ id: expect.any(String), name: expect.any(String) });
        const { initialisation, canUnblock, hasSoPin } = appletCapabilities(slot);
        if (appletKindOf(slot) === 'gost') expect(initialisation).not.toBe('pkcs11');
        // Both need somebody to sign in as the administrator.
        if (initialisation === 'pkcs11' || canUnblock) expect(hasSoPin).toBe(true);
      }),
    );
  });

  it('tokens whose model string is not confirmed are left as they are', () => {
    for (const manufacturer of ['ISBC', 'SafeNet, Inc.', 'Gemalto'])
      expect(
        appletCapabilities({
          model: 'eToken',
          manufacturer,
          hardwareMajor: 1,
          firmwareMajor: 1,
          generatesRsa: true,
          generatesGost: false,
          generatesEc: false,
          maxRsaBits: 2048,
        }).initialisation,
      ).toBe('none');
  });
});
