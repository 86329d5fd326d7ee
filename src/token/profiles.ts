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
}

/**
 * Applets by the model string of CK_TOKEN_INFO (constants of Aladdin's header; strings seen on Рутокен). The old name
 * `JaCarta` was given to more than one applet and is told apart by what the slot can do.
 */
const appletsByModel: ReadonlyMap<string, AppletKind> = new Map([
  ['JaCarta GOST 2.0', 'gost'],
  ['eToken GOST', 'gost'],
  ['JaCarta Laser', 'pki'],
  ['Rutoken ECP', 'combined'],
  ['Rutoken lite', 'combined'],
  ['Rutoken S', 'combined'],
]);

/**
 * Which applet a slot is: by its model, else by what keys it generates. Only a JaCarta divides itself into parts with
 * PINs of their own; any other token is one part, whatever it can do. A ГОСТ hash alone proves nothing: the PKI applet
 * of a JaCarta lists ГОСТ hashes done in software.
 */
export function appletKindOf(slot: Recognition): AppletKind {
  const known = appletsByModel.get(slot.model);
  if (known) return known;
  if (familyOf(slot) !== 'jacarta') return 'combined';
  if (slot.generatesGost && !slot.generatesRsa) return 'gost';
  return slot.generatesRsa && !slot.generatesGost ? 'pki' : 'combined';
}

type Requirement = Partial<Pick<Recognition, 'hardwareMajor' | 'firmwareMajor' | 'generatesEc' | 'maxRsaBits'>>;

interface Profile {
  readonly id: string;
  readonly family: TokenFamily;
  /** `null`: the model the token reports. */
  readonly name: string | null;
  readonly manufacturer?: string;
  /** Models of the device's applets, all of which must be there. */
  readonly models?: readonly string[];
  /** The first applet must have one of these sets of properties. */
  readonly either?: readonly Requirement[];
}

const aladdin = { family: 'jacarta', manufacturer: 'Aladdin R.D.' } as const;
const aktiv = { family: 'rutoken', manufacturer: 'Aktiv Co.' } as const;
const ecp = ['Rutoken ECP'];

/** The first row that fits names the device. A new token is a new row. */
const profiles: readonly Profile[] = [
  { ...aladdin, id: 'jacarta-2-se', name: 'JaCarta-2 SE', models: ['JaCarta GOST 2.0', 'JaCarta Laser'] },
  { ...aladdin, id: 'jacarta-2-gost', name: 'JaCarta-2 ГОСТ', models: ['JaCarta GOST 2.0'] },
  { ...aladdin, id: 'jacarta-gost-pki', name: 'JaCarta PKI/ГОСТ', models: ['eToken GOST', 'JaCarta Laser'] },
  { ...aladdin, id: 'jacarta-gost', name: 'JaCarta ГОСТ', models: ['eToken GOST'] },
  { ...aladdin, id: 'jacarta-pki', name: 'JaCarta PKI', models: ['JaCarta Laser'] },
  { ...aladdin, id: 'jacarta-lt', name: 'JaCarta LT', models: ['JaCarta DS'] },
  { ...aladdin, id: 'jacarta', name: null },
  // Hardware and firmware of the Рутокен ЭЦП generations, which share one model string: AktivCo/rutoken-tech-ios.
  {
    ...aktiv,
    id: 'rutoken-ecp-2',
    name: 'Рутокен ЭЦП 2.0',
    models: ecp,
    either: [{ hardwareMajor: 20, firmwareMajor: 23 }],
  },
  {
    ...aktiv,
    id: 'rutoken-ecp-3-nfc',
    name: 'Рутокен ЭЦП 3.0 NFC',
    models: ecp,
    either: [{ hardwareMajor: 60, firmwareMajor: 28 }, { hardwareMajor: 60, firmwareMajor: 30 }, { firmwareMajor: 31 }],
  },
  {
    ...aktiv,
    id: 'rutoken-ecp-3',
    name: 'Рутокен ЭЦП 3.0',
    models: ecp,
    either: [
      { hardwareMajor: 59, firmwareMajor: 30 },
      { hardwareMajor: 65, firmwareMajor: 30 },
      { generatesEc: true },
      { maxRsaBits: 4096 },
    ],
  },
  { ...aktiv, id: 'rutoken-ecp-2', name: 'Рутокен ЭЦП 2.0', models: ecp, either: [{ maxRsaBits: 2048 }] },
  { ...aktiv, id: 'rutoken-ecp', name: 'Рутокен ЭЦП', models: ecp },
  { ...aktiv, id: 'rutoken-lite', name: 'Рутокен Lite', models: ['Rutoken lite'] },
  { ...aktiv, id: 'rutoken-s', name: 'Рутокен S', models: ['Rutoken S'] },
  { ...aktiv, id: 'rutoken', name: null },
  { id: 'generic', family: 'generic', name: null },
];

const meets = (slot: Recognition, wanted: Requirement): boolean =>
  Object.entries(wanted).every(([property, value]) => slot[property as keyof Requirement] === value);

function fits(profile: Profile, slots: readonly Recognition[]): boolean {
  const [first] = slots;
  if (!first) return false;
  if (profile.manufacturer !== undefined && profile.manufacturer !== first.manufacturer) return false;
  if (profile.models && !profile.models.every((model) => slots.some((slot) => slot.model === model))) return false;
  return profile.either?.some((wanted) => meets(first, wanted)) ?? true;
}

/** The family of one slot's device, known before its slots are paired. */
export const familyOf = (slot: Recognition): TokenFamily =>
  profiles.find((profile) => fits(profile, [slot]))?.family ?? 'generic';

/** What can be done to one applet beyond using its keys. */
export interface AppletCapabilities {
  readonly initialisation: InitialisationWay;
  /** A user PIN can be set or its tries restored with the administrator's PIN, keys kept. */
  readonly canUnblock: boolean;
  readonly hasSoPin: boolean;
}

export function appletCapabilities(slot: Recognition): AppletCapabilities {
  if (slot.model === 'JaCarta GOST 2.0') return { initialisation: 'handoff', canUnblock: false, hasSoPin: false };
  if (slot.model === 'eToken GOST') return { initialisation: 'handoff', canUnblock: true, hasSoPin: true };
  return { initialisation: 'pkcs11', canUnblock: true, hasSoPin: true };
}

/** Names a device by its slots, the ГОСТ one first. */
export function recogniseDevice(slots: readonly Recognition[]): {
  readonly id: string;
  readonly family: TokenFamily;
  readonly name: string;
  readonly shortcomings: Device['shortcomings'];
} {
  const profile = profiles.find((candidate) => fits(candidate, slots));
  const model = slots[0]?.model ?? '';
  return {
    id: profile?.id ?? 'generic',
    family: profile?.family ?? 'generic',
    name: profile?.name ?? model,
    shortcomings: [],
  };
}
