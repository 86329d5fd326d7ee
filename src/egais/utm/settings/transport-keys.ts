/** What of `transport.properties` is the wizard's to set, and the keys that carry it (docs/sources.md, UTM). */
const transportKeys = {
  port: ['web.server.port'],
  gostPin: ['crypto.lib.gost.keystorePassword', 'crypto.lib.gost.keyPassword'],
  pkiPin: ['crypto.lib.pki.keystorePassword', 'crypto.lib.pki.keyPassword'],
  gostSerial: ['crypto.lib.gost.serialNumber'],
  gostLibrary: ['gost.pkcs11.library.path'],
  rsaLibrary: ['rsa.library.path'],
  proxyHost: ['proxy.host'],
  proxyPort: ['proxy.port'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

type TransportSetting = keyof typeof transportKeys;

/** Values to set; an empty one is a value too. */
export type TransportSettings = Partial<Readonly<Record<TransportSetting, string>>>;

/** Every key that holds a PIN. */
export const allPinKeys: readonly string[] = [...transportKeys.gostPin, ...transportKeys.pkiPin];

const knownKeys: ReadonlySet<string> = new Set([
  ...Object.values(transportKeys).flat(),
  ...['proxy.user', 'proxy.password', 'access.control.allow.origin', 'transport.service.port', 'updater.connector'],
  ...['agent.connector.port', 'gost.library.path', 'gost.pkcs11.model', 'api.services.url'],
]);

export const isTransportKey = (key: string): boolean => knownKeys.has(key);

/** The keys of these settings with their values. */
export function keyValues(settings: TransportSettings): ReadonlyMap<string, string> {
  const pairs = Object.entries(transportKeys) as [TransportSetting, readonly string[]][];
  return new Map(
    pairs.flatMap(([setting, keys]) => {
      const value = settings[setting];
      return value === undefined ? [] : keys.map((key) => [key, value] as const);
    }),
  );
}

/** Empties every PIN among the keys of a file, and adds none. */
export const emptyPins = (keys: ReadonlySet<string>): ReadonlyMap<string, string> =>
  new Map(allPinKeys.filter((key) => keys.has(key)).map((key) => [key, '']));
