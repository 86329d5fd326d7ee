import type { AppletKind, Device, InitialisationWay, TokenFamily } from '../shared/domain/token.ts';

/** What a slot says of itself, as far as recognition needs it. Never the ATR or a label: several products share them. */
export interface Recognition {
  readonly model: string;
  readonly manufacturer: string;
  readonly hardwareMajor: number;
  readonly firmwareMajor: number;
  readonly generatesRsa: boolean;
  readonly generatesGost: boolean;
  readonly generatesEc: boolean;
  readonly maxRsaBits: number;
  /** The name a newer Рутокен gives itself in its hardware-feature object. */
  readonly vendorName?: string | null | undefined;
}

/** What can be done to one applet beyond using its keys. */
export interface AppletCapabilities {
  readonly initialisation: InitialisationWay;
  /** A user PIN can be set or its tries restored with the administrator's PIN, keys kept. */
  readonly canUnblock: boolean;
  readonly hasSoPin: boolean;
}

interface AppletRow extends AppletCapabilities {
  readonly kind: AppletKind;
}

const prepared = { initialisation: 'pkcs11', canUnblock: true, hasSoPin: true } as const;
const untouchable = { initialisation: 'none', canUnblock: false, hasSoPin: false } as const;

/**
 * Applets by the model string of CK_TOKEN_INFO: constants of Aladdin's `jcPKCS11t.h`, strings seen on Рутокен, and the
 * model КриптоПро's module reports.
 */
export const applets: ReadonlyMap<string, AppletRow> = new Map<string, AppletRow>([
  // No administrator of the ordinary kind, and C_InitToken is not its way: a function of its own library or its
  // vendor's program is (docs/tokens/jacarta.md).
  ['JaCarta GOST 2.0', { kind: 'gost', initialisation: 'vendor', canUnblock: false, hasSoPin: false }],
  // The first generation, and live JaCarta-2 ГОСТ which say the same. The administrator sets a user PIN without loss;
  // what C_InitToken does to the second of them is not known.
  ['eToken GOST', { kind: 'gost', initialisation: 'handoff', canUnblock: true, hasSoPin: true }],
  ['JaCarta Laser', { kind: 'pki', ...prepared }],
  ['JaCarta DS', { kind: 'combined', ...untouchable }],
  ['PRO', { kind: 'combined', ...untouchable }],
  ['JaCarta WebPass', { kind: 'combined', ...untouchable }],
  ['JaCarta Flash2', { kind: 'combined', ...untouchable }],
  ['FKH', { kind: 'combined', ...untouchable }],
  ['Antifraud', { kind: 'combined', ...untouchable }],
  ['Rutoken ECP', { kind: 'combined', ...prepared }],
  // Nothing the UTM needs can live in these two, so nothing in them is worth destroying.
  ['Rutoken lite', { kind: 'combined', initialisation: 'none', canUnblock: true, hasSoPin: true }],
  ['Rutoken S', { kind: 'combined', initialisation: 'none', canUnblock: true, hasSoPin: true }],
  ['CPPKCS 3', { kind: 'combined', ...untouchable }],
]);

/** Of an applet no row names: the standard's own way, except where the device's row forbids it. */
export const standardApplet: AppletCapabilities = prepared;

type Requirement = Partial<Pick<Recognition, 'hardwareMajor' | 'firmwareMajor' | 'generatesEc' | 'maxRsaBits'>>;

type Shortcomings = readonly Device['shortcomings'][number][];

/** One product. A new token is a new row. */
export interface Profile {
  readonly id: string;
  readonly family: TokenFamily;
  /** `null`: the model the token reports. */
  readonly name: string | null;
  readonly manufacturer?: string | RegExp;
  /** Models of the device's applets, all of which must be there. */
  readonly models?: readonly string[];
  /** The first applet must have one of these sets of properties. */
  readonly either?: readonly Requirement[];
  readonly minimumFirmware?: number;
  /** Known of the product; where it is left out, the mechanisms of the slots tell. */
  readonly shortcomings?: Shortcomings;
  /** For applets without a row of their own. */
  readonly applet?: AppletCapabilities;
}

const aladdin = { family: 'jacarta', manufacturer: 'Aladdin R.D.' } as const;
const aktiv = { family: 'rutoken', manufacturer: 'Aktiv Co.' } as const;
const ecp = { ...aktiv, models: ['Rutoken ECP'], shortcomings: [] } as const;
const keyless: Shortcomings = ['no-gost-keys', 'no-rsa-keys'];

/** The first row that fits names the device. */
export const profiles: readonly Profile[] = [
  {
    ...aladdin,
    id: 'jacarta-2-se',
    name: 'JaCarta-2 SE',
    models: ['JaCarta GOST 2.0', 'JaCarta Laser'],
    shortcomings: [],
  },
  {
    ...aladdin,
    id: 'jacarta-2-gost',
    name: 'JaCarta-2 ГОСТ',
    models: ['JaCarta GOST 2.0'],
    shortcomings: ['no-rsa-keys'],
  },
  {
    ...aladdin,
    id: 'jacarta-gost-pki',
    name: 'JaCarta PKI/ГОСТ',
    models: ['eToken GOST', 'JaCarta Laser'],
    shortcomings: [],
  },
  { ...aladdin, id: 'jacarta-gost', name: 'JaCarta ГОСТ', models: ['eToken GOST'], shortcomings: ['no-rsa-keys'] },
  { ...aladdin, id: 'jacarta-pki', name: 'JaCarta PKI', models: ['JaCarta Laser'], shortcomings: ['no-gost-keys'] },
  { ...aladdin, id: 'jacarta-lt', name: 'JaCarta LT', models: ['JaCarta DS'], shortcomings: keyless },
  { ...aladdin, id: 'jacarta-pro', name: 'JaCarta PRO', models: ['PRO'], shortcomings: ['no-gost-keys', 'legacy'] },
  {
    ...aladdin,
    id: 'jacarta-webpass',
    name: 'JaCarta WebPass',
    models: ['JaCarta WebPass'],
    shortcomings: keyless,
  },
  { ...aladdin, id: 'jacarta-flash2', name: 'JaCarta Flash2', models: ['JaCarta Flash2'], shortcomings: keyless },
  { ...aladdin, id: 'jacarta-fkh', name: 'JaCarta ФКН', models: ['FKH'], shortcomings: keyless },
  { ...aladdin, id: 'jacarta-antifraud', name: 'Антифрод-терминал', models: ['Antifraud'], shortcomings: keyless },
  { ...aladdin, id: 'jacarta', name: null },
  // Hardware and firmware of the Рутокен ЭЦП generations, which share one model string: AktivCo/rutoken-tech-ios.
  { ...ecp, id: 'rutoken-ecp-2', name: 'Рутокен ЭЦП 2.0', either: [{ hardwareMajor: 20, firmwareMajor: 23 }] },
  {
    ...ecp,
    id: 'rutoken-ecp-3-nfc',
    name: 'Рутокен ЭЦП 3.0 NFC',
    // 3100 and 3110.
    either: [{ hardwareMajor: 60, firmwareMajor: 28 }, { hardwareMajor: 60, firmwareMajor: 30 }, { firmwareMajor: 31 }],
  },
  {
    ...ecp,
    id: 'rutoken-ecp-3',
    name: 'Рутокен ЭЦП 3.0',
    // 3200 and 3220.
    either: [
      { hardwareMajor: 59, firmwareMajor: 30 },
      { hardwareMajor: 65, firmwareMajor: 30 },
    ],
  },
  // From firmware 32 on the numbers tell no model: the token names itself.
  { ...ecp, id: 'rutoken-ecp-3', name: 'Рутокен ЭЦП 3.0', minimumFirmware: 32 },
  {
    ...ecp,
    id: 'rutoken-ecp-3',
    name: 'Рутокен ЭЦП 3.0',
    either: [{ generatesEc: true }, { maxRsaBits: 4096 }],
  },
  { ...ecp, id: 'rutoken-ecp-2', name: 'Рутокен ЭЦП 2.0', either: [{ maxRsaBits: 2048 }] },
  { ...ecp, id: 'rutoken-ecp', name: 'Рутокен ЭЦП' },
  { ...aktiv, id: 'rutoken-lite', name: 'Рутокен Lite', models: ['Rutoken lite'], shortcomings: keyless },
  { ...aktiv, id: 'rutoken-s', name: 'Рутокен S', models: ['Rutoken S'], shortcomings: [...keyless, 'legacy'] },
  { ...aktiv, id: 'rutoken', name: null },
  {
    id: 'cryptopro',
    family: 'generic',
    name: 'КриптоПро CSP',
    models: ['CPPKCS 3'],
    shortcomings: ['cryptopro-module'],
  },
  // Both by the vendor's name alone: their model strings are not confirmed, nor is what preparing them anew does.
  { id: 'esmart', family: 'generic', name: 'ESMART Token', manufacturer: /esmart|isbc/i, applet: untouchable },
  {
    id: 'safenet',
    family: 'generic',
    name: 'SafeNet eToken',
    manufacturer: /safenet|gemalto|thales/i,
    applet: untouchable,
  },
  { id: 'generic', family: 'generic', name: null },
];
