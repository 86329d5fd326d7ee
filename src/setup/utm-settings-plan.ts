import type { TransportSettings } from '../egais/utm/settings/transport-keys.ts';
import { readProxySettings } from '../machine/questions/proxy-settings.ts';
import { vendorFilePaths } from '../machine/questions/vendor-files.ts';
import type { System } from '../machine/system.ts';
import { localPortOf } from '../machine/utm-address.ts';
import type { Device } from '../shared/domain/token.ts';
import type { UtmSettingsPlan } from '../shared/domain/utm-setup.ts';
import { type LibraryVendor, vendorLibraries } from '../shared/vendor-libraries.ts';
import type { Workplace } from './workplace.ts';

const vendors: Readonly<Record<Device['family'], LibraryVendor | null>> = {
  jacarta: 'aladdin',
  rutoken: 'aktiv',
  generic: null,
};

async function firstPresent(system: System, paths: readonly string[]): Promise<string | null> {
  const present = await Promise.all(paths.map((path) => system.exists(path)));
  return paths.find((_, index) => present[index]) ?? null;
}

/**
 * A Рутокен is read through two copies of one library, so that the UTM has two contexts of it; the second one is
 * called a replica (docs/sources.md, UTM). Where there is no replica, the UTM's own setting is left alone.
 */
async function rsaLibrary(system: System, vendor: LibraryVendor, gost: string): Promise<string | null> {
  if (vendor !== 'aktiv' || system.platform !== 'win32') return gost;
  return firstPresent(system, [gost.replace(/\.dll$/i, '-replica.dll')]);
}

async function librariesFor(system: System, device: Device | null): Promise<UtmSettingsPlan['libraries']> {
  const vendor = device && vendors[device.family];
  const library = vendorLibraries.find((known) => known.vendor === vendor);
  if (!vendor || !library) return null;
  const { own, utm } = vendorFilePaths(system, library);
  const gost = await firstPresent(system, system.platform === 'win32' ? utm : own);
  return gost === null ? null : { gost, rsa: await rsaLibrary(system, vendor, gost) };
}

const DEFAULT_PORT = 8080;
const hostAndPort = /^(?:http:\/\/)?([\w.-]{1,255}):(\d{1,5})\/?$/;

/** One proxy for everything; a list by protocols is nothing to guess from. */
const proxyOf = (server: string | null): string | null => {
  const [, host, port] = hostAndPort.exec(server ?? '') ?? [];
  return host === undefined || port === undefined ? null : `${host}:${port}`;
};

/** What a UTM of this computer should be set to for a token. Changes nothing. */
export async function planUtmSettings(
  { system, utmUrl }: Pick<Workplace, 'system' | 'utmUrl'>,
  device: Device | null,
): Promise<UtmSettingsPlan> {
  const [libraries, { server }] = await Promise.all([librariesFor(system, device), readProxySettings(system)]);
  return { port: localPortOf(utmUrl) ?? DEFAULT_PORT, libraries, proxy: proxyOf(server) };
}

/** What of a plan a person wants. */
export interface SettingsWish {
  readonly libraries: boolean;
  readonly proxy: boolean;
}

/** The plan as settings. The wizard and the tills ask at this port, so it is always set. Pure. */
export function settingsOf(
  { port, libraries, proxy }: UtmSettingsPlan,
  wish: SettingsWish,
): Omit<TransportSettings, 'gostPin' | 'pkiPin'> {
  const [proxyHost, proxyPort] = wish.proxy && proxy !== null ? proxy.split(':') : [];
  return {
    port: port.toString(),
    ...(wish.libraries && libraries !== null && { gostLibrary: libraries.gost }),
    ...(wish.libraries && libraries?.rsa != null && { rsaLibrary: libraries.rsa }),
    ...(proxyHost !== undefined && proxyPort !== undefined && { proxyHost, proxyPort }),
  };
}
