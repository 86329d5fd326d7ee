import { CKA, CKF, CKM } from '../../token/pkcs11-numbers.ts';
import type { DeviceKind } from './device-state.ts';
import type { CountLowManner } from './pin.ts';
import type { PinPolicyRule } from './pin-policy.ts';

interface MechanismManner {
  readonly minKeySize: number;
  readonly maxKeySize: number;
  readonly flags: number;
}

type MechanismRow = readonly [mechanism: number, manner: MechanismManner];

interface PinManner {
  readonly factory: string;
  readonly tries: number;
}

/** How one applet of a real device behaves. */
export interface AppletManner {
  readonly role: 'gost' | 'pki' | 'combined';
  readonly model: string;
  readonly hardwareVersion: { readonly major: number; readonly minor: number };
  readonly firmwareVersion: { readonly major: number; readonly minor: number };
  readonly blankLabel: string;
  readonly memory: number;
  readonly pinLength: { readonly min: number; readonly max: number };
  readonly user: PinManner;
  /** `null`: no administrator's PIN of the ordinary kind, as in the ГОСТ applet of a JaCarta-2. */
  readonly so: PinManner | null;
  readonly countLow: CountLowManner;
  readonly mechanisms: ReadonlyMap<number, MechanismManner>;
  /** Writing a public object needs the user's login too. */
  readonly loginToWrite: boolean;
  /** `C_SetPIN` needs the user's login; the standard does not ask for it. */
  readonly loginToSetPin: boolean;
  /** `C_InitToken` with the officer's PIN is a function of this applet. */
  readonly initialisable: boolean;
  /** Attributes of a private key the applet sets itself; a template that says otherwise is ATTRIBUTE_READ_ONLY. */
  readonly fixedPrivateKeyAttributes: ReadonlyMap<number, boolean>;
}

interface DeviceManner {
  readonly manufacturer: string;
  readonly reader: (index: number) => string;
  readonly serials: (random: Buffer) => readonly string[];
  readonly applets: readonly AppletManner[];
  /** The vendor's return codes, counted from CKR_VENDOR_DEFINED, for a PIN that breaks a rule. */
  readonly policyCodes: { readonly [rule in PinPolicyRule]: number };
  /** The vendor's return code for a device that another program holds; `null`: DEVICE_ERROR. */
  readonly busyCode: number | null;
}

const generation = CKF.generateKeyPair | CKF.hardware;
const signing = CKF.sign | CKF.verify | CKF.hardware;
const gostKey = { minKeySize: 256, maxKeySize: 256 };
const noKey = { minKeySize: 0, maxKeySize: 0 };

const rsaMechanisms = (maxKeySize: number): readonly MechanismRow[] => [
  [CKM.rsaPkcsKeyPairGen, { minKeySize: 1024, maxKeySize, flags: generation }],
  [CKM.rsaPkcs, { minKeySize: 1024, maxKeySize, flags: signing }],
  [CKM.sha256RsaPkcs, { minKeySize: 1024, maxKeySize, flags: signing }],
  [CKM.sha256, { ...noKey, flags: CKF.digest }],
];

const gostMechanisms: readonly MechanismRow[] = [
  [CKM.gostR3410KeyPairGen, { ...gostKey, flags: generation }],
  [CKM.gostR3410, { ...gostKey, flags: signing }],
  [CKM.gostR3410WithStreebog256, { ...gostKey, flags: signing }],
];

const gost512Key = { minKeySize: 512, maxKeySize: 512 };
const gost512Mechanisms: readonly MechanismRow[] = [
  [CKM.gostR3410Bits512KeyPairGen, { ...gost512Key, flags: generation }],
  [CKM.gostR3410Bits512, { ...gost512Key, flags: signing }],
  [CKM.gostR3410WithStreebog512, { ...gost512Key, flags: signing }],
  [CKM.streebog512, { ...noKey, flags: CKF.digest }],
];

// Laser lists ГОСТ hashes, done in software, and still holds no ГОСТ key.
const streebogMechanisms: readonly MechanismRow[] = [[CKM.streebog256, { ...noKey, flags: CKF.digest }]];

/**
 * Readers, models, versions, factory PINs and counters as seen on the devices (vendor headers and manuals).
 * The tries of JaCarta are a policy of each device: three for ГОСТ and ten for PKI are one plausible policy.
 */
export const deviceManners: { readonly [kind in DeviceKind]: DeviceManner } = {
  'jacarta-2-se': {
    manufacturer: 'Aladdin R.D.',
    reader: (index) => `Aladdin R.D. JaCarta ${index}`,
    serials: (random) => {
      const tail = random.toString('hex').toUpperCase();
      return [`0B530014${tail}`, `4E3A0017${tail}`];
    },
    policyCodes: { history: 0x2b, noRepeats: 0x31, bothCases: 0x32, digits: 0x33, signs: 0x34 },
    busyCode: 0x19,
    applets: [
      {
        role: 'gost',
        model: 'JaCarta GOST 2.0',
        hardwareVersion: { major: 1, minor: 0 },
        firmwareVersion: { major: 1, minor: 6 },
        blankLabel: 'JaCarta GOST',
        memory: 32_768,
        pinLength: { min: 6, max: 32 },
        user: { factory: '0987654321', tries: 3 },
        so: null,
        countLow: 'first-wrong-try',
        mechanisms: new Map([...gostMechanisms, ...streebogMechanisms]),
        loginToWrite: true,
        loginToSetPin: false,
        initialisable: false,
        fixedPrivateKeyAttributes: new Map<number, boolean>([
          [CKA.unwrap, false],
          [CKA.sign, true],
          [CKA.extractable, false],
          [CKA.neverExtractable, true],
          [CKA.alwaysSensitive, true],
          [CKA.sensitive, true],
          [CKA.modifiable, false],
        ]),
      },
      {
        role: 'pki',
        model: 'JaCarta Laser',
        hardwareVersion: { major: 1, minor: 0 },
        firmwareVersion: { major: 1, minor: 0 },
        blankLabel: 'JaCarta PKI',
        memory: 65_536,
        pinLength: { min: 4, max: 16 },
        user: { factory: '11111111', tries: 10 },
        so: { factory: '00000000', tries: 10 },
        countLow: 'first-wrong-try',
        mechanisms: new Map([...rsaMechanisms(2048), ...streebogMechanisms]),
        loginToWrite: true,
        loginToSetPin: false,
        initialisable: true,
        fixedPrivateKeyAttributes: new Map(),
      },
    ],
  },
  'rutoken-ecp-3': {
    manufacturer: 'Aktiv Co.',
    reader: (index) => `Aktiv Rutoken ECP ${String(index).padStart(2, '0')} 00`,
    serials: (random) => [random.toString('hex')],
    policyCodes: { history: 11, noRepeats: 10, bothCases: 10, digits: 10, signs: 10 },
    busyCode: null,
    applets: [
      {
        role: 'combined',
        model: 'Rutoken ECP',
        hardwareVersion: { major: 65, minor: 0 },
        firmwareVersion: { major: 30, minor: 2 },
        blankLabel: 'Rutoken ECP <no label>',
        memory: 131_072,
        pinLength: { min: 6, max: 249 },
        user: { factory: '12345678', tries: 10 },
        so: { factory: '87654321', tries: 10 },
        countLow: 'two-left',
        mechanisms: new Map([...rsaMechanisms(4096), ...gostMechanisms, ...gost512Mechanisms, ...streebogMechanisms]),
        loginToWrite: false,
        loginToSetPin: true,
        initialisable: true,
        fixedPrivateKeyAttributes: new Map(),
      },
    ],
  },
};
