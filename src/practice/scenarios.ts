import type { ScenarioId } from '../shared/domain/scenario.ts';
import type { PracticeComputer } from './computers/records.ts';
import { ivanova, type PracticeHolder, romashka, sokolov, vasilyok } from './holders.ts';
import { fsrarIdOf, placesOf } from './places.ts';
import { utmFaults } from './utm/faults.ts';
import type { TransportPins } from './utm/transport-properties.ts';
import type { PlaceRow, UtmOptions } from './utm/utm-folder.ts';
import type { DeviceKind } from './virtual-token/device-state.ts';

/** A practice token and what is written on it. */
export interface PracticeToken {
  readonly kind: DeviceKind;
  readonly holder: PracticeHolder;
  readonly plugged: boolean;
  /** Out of the box: nothing on it, and no user PIN. */
  readonly blank: boolean;
  /** It carries its holder's qualified certificate. */
  readonly certified: boolean;
  /** Days that its holder's qualified certificate is still in force. */
  readonly signatureDaysLeft: number;
  /** A key pair without a certificate, as an interrupted issue leaves it. */
  readonly orphanKey: boolean;
  /** Wrong PINs typed into the ГОСТ part before. */
  readonly wrongTries: number;
  /** Days that an access key for the holder's first place is still in force; `null`: there is none. */
  readonly accessKeyDaysLeft: number | null;
}

/** A named starting point of practice mode. */
export interface Scenario {
  /** The UTM takes the first one that is plugged in. */
  readonly tokens: readonly [PracticeToken, ...PracticeToken[]];
  readonly places: readonly PlaceRow[];
  /** Who gave a power of attorney to the holder of the first token; `null`: nobody. */
  readonly principal: PracticeHolder | null;
  readonly utm: {
    readonly options: UtmOptions;
    readonly pins: TransportPins;
    /** FSRAR ID the UTM's database was bound to before; `null`: a new database. */
    readonly databaseOwner: string | null;
    /** Types of the documents that it has taken and not sent. */
    readonly unsent: readonly string[];
  };
  readonly computer: PracticeComputer;
}

/** User PINs as the factories set them: that of the ГОСТ part and that of the PKI part. */
export const factoryPins: Readonly<Record<DeviceKind, TransportPins>> = {
  'jacarta-2-se': { gost: '0987654321', pki: '11111111' },
  'rutoken-ecp-3': { gost: '12345678', pki: '12345678' },
};

const token = (
  kind: DeviceKind,
  holder: PracticeHolder,
  rest: Partial<Omit<PracticeToken, 'kind' | 'holder'>> = {},
): PracticeToken => ({
  kind,
  holder,
  plugged: true,
  blank: false,
  certified: true,
  signatureDaysLeft: 395,
  orphanKey: false,
  wrongTries: 0,
  accessKeyDaysLeft: null,
  ...rest,
});

const scenario = (
  tokens: Scenario['tokens'],
  places: readonly PlaceRow[],
  rest: {
    readonly options?: UtmOptions;
    readonly databaseOwner?: string;
    readonly unsent?: readonly string[];
    readonly computer?: PracticeComputer;
    readonly principal?: PracticeHolder;
    readonly pins?: TransportPins;
  } = {},
): Scenario => ({
  tokens,
  places,
  principal: rest.principal ?? null,
  utm: {
    options: rest.options ?? {},
    pins: rest.pins ?? factoryPins[tokens[0].kind],
    databaseOwner: rest.databaseOwner ?? null,
    unsent: rest.unsent ?? [],
  },
  computer: rest.computer ?? 'healthy',
});

const jacarta = token('jacarta-2-se', romashka);
const threeShops = placesOf(romashka, 3);

export const scenarios: Readonly<Record<ScenarioId, Scenario>> = {
  'new-shop': scenario([jacarta], threeShops),
  renewal: scenario([token('jacarta-2-se', romashka, { accessKeyDaysLeft: 12 })], placesOf(romashka, 42), {
    databaseOwner: fsrarIdOf(1),
  }),
  // Everything is due at once: what a shop meets once a year.
  'keys-end': scenario(
    [token('jacarta-2-se', romashka, { signatureDaysLeft: 20, accessKeyDaysLeft: 12 })],
    threeShops,
    {
      databaseOwner: fsrarIdOf(1),
    },
  ),
  rutoken: scenario([token('rutoken-ecp-3', romashka)], threeShops),
  'sole-proprietor': scenario([token('jacarta-2-se', ivanova)], placesOf(ivanova, 2, 101)),
  // The list of a UTM holds these places once it has taken the power of attorney.
  'person-with-mchd': scenario([token('jacarta-2-se', sokolov)], threeShops, { principal: romashka }),
  'blank-token': scenario([token('rutoken-ecp-3', romashka, { blank: true })], threeShops),
  'no-certificate': scenario([token('jacarta-2-se', romashka, { certified: false })], threeShops),
  leftovers: scenario([token('jacarta-2-se', romashka, { accessKeyDaysLeft: -20, orphanKey: true })], threeShops, {
    databaseOwner: fsrarIdOf(1),
  }),
  'two-tokens': scenario([jacarta, token('rutoken-ecp-3', vasilyok)], [...threeShops, ...placesOf(vasilyok, 2, 201)]),
  'no-token': scenario([token('jacarta-2-se', romashka, { plugged: false })], threeShops),
  // JaCarta's ГОСТ part allows three tries here.
  'pin-locked': scenario([token('jacarta-2-se', romashka, { wrongTries: 3 })], threeShops),
  'last-try': scenario([token('jacarta-2-se', romashka, { wrongTries: 2 })], threeShops),
  // Without the smart card service no program sees a token, and the UTM's service depends on it.
  'service-stopped': scenario([token('jacarta-2-se', romashka, { plugged: false })], threeShops, {
    computer: 'service-stopped',
  }),
  'driver-missing': scenario([token('jacarta-2-se', romashka, { plugged: false })], threeShops, {
    computer: 'driver-missing',
  }),
  'port-taken': scenario([jacarta], threeShops, { computer: 'port-taken' }),
  'clock-behind': scenario([jacarta], threeShops, { computer: 'clock-behind' }),
  // The key is good: what is left is the UTM itself. Its start takes its time, so that a person sees it come up.
  'no-utm': scenario([token('jacarta-2-se', romashka, { accessKeyDaysLeft: 200 })], threeShops, {
    options: { markMs: 700 },
    pins: { gost: '', pki: '' },
    computer: 'no-utm',
  }),
  // To replace its program or its database now would lose what it has not sent.
  'unsent-documents': scenario([token('jacarta-2-se', romashka, { accessKeyDaysLeft: 200 })], threeShops, {
    options: { build: '4.2.0b002662', exchanges: false },
    databaseOwner: fsrarIdOf(1),
    unsent: ['WayBillAct_v4', 'QueryRests_v2'],
  }),
  'utm-slow-start': scenario([jacarta], threeShops, { options: { listensAfterMs: 20_000 } }),
  'utm-foreign-database': scenario([token('jacarta-2-se', romashka, { accessKeyDaysLeft: 200 })], threeShops, {
    databaseOwner: fsrarIdOf(777),
  }),
  // The access key was issued before the qualified certificate, so it is tied to the one before.
  'utm-signature-renewed': scenario([token('jacarta-2-se', romashka, { accessKeyDaysLeft: 200 })], threeShops, {
    options: { documents: 'signature-renewed' },
    databaseOwner: fsrarIdOf(1),
  }),
  // Somebody gave it one PIN for both parts.
  'utm-pin-refused': scenario([token('jacarta-2-se', romashka, { accessKeyDaysLeft: 200 })], threeShops, {
    options: { insists: true },
    pins: { gost: factoryPins['jacarta-2-se'].gost, pki: factoryPins['jacarta-2-se'].gost },
    databaseOwner: fsrarIdOf(1),
  }),
  // Installed, and never given its PINs.
  'utm-pins-missing': scenario([token('jacarta-2-se', romashka, { accessKeyDaysLeft: 200 })], threeShops, {
    pins: { gost: '', pki: '' },
  }),
  // The UTM takes the first token, and that is the one of another shop of this owner.
  'utm-wrong-token': scenario(
    [
      token('jacarta-2-se', vasilyok, { accessKeyDaysLeft: 200 }),
      token('jacarta-2-se', romashka, { accessKeyDaysLeft: 200 }),
    ],
    [...threeShops, ...placesOf(vasilyok, 2, 201)],
    { databaseOwner: fsrarIdOf(1) },
  ),
  'utm-key-revoked': scenario([token('jacarta-2-se', romashka, { accessKeyDaysLeft: 200 })], threeShops, {
    options: utmFaults['rsa-revoked'].options,
    databaseOwner: fsrarIdOf(1),
  }),
  'utm-database-locked': scenario([token('jacarta-2-se', romashka, { accessKeyDaysLeft: 200 })], threeShops, {
    options: utmFaults['database-locked'].options,
    databaseOwner: fsrarIdOf(1),
  }),
  'utm-refuses': scenario([jacarta], threeShops, {
    options: {
      keygen: { refusal: 'Ошибка получения сертификата: сервис выдачи ключей доступа временно недоступен' },
    },
  }),
};
