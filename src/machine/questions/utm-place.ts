import { readBaseFolder } from '../outputs/procrun.ts';
import type { ServiceStart, ServiceState } from '../outputs/service-control.ts';
import { readSupervisorState } from '../outputs/supervisor.ts';
import { readWebPort } from '../outputs/web-port.ts';
import type { System } from '../system.ts';
import { localPortOf } from '../utm-address.ts';
import { findUtmInstallation } from './utm-installation.ts';
import { queryRegistry } from './windows-registry.ts';

/** Where the UTM of an address is on this computer. */
export interface UtmPlace {
  /** `null`: not told. */
  readonly installed: boolean | null;
  /** The service that runs it; `null` where that is not told. */
  readonly service: { readonly state: ServiceState; readonly start: ServiceStart } | null;
  /** Its folder, `…\transporter` or `/opt/utm/transport`; `null` where it was not found. */
  readonly folder: string | null;
}

interface Search {
  readonly utmUrl: string;
  /** The folder, named by hand. */
  readonly named: string | null;
}

const linuxFolder = '/opt/utm/transport';
const propertiesBytes = 65_536;

const unknown: UtmPlace = { installed: null, service: null, folder: null };

/** A path inside the UTM's folder, in the manner of its system. */
export const within = ({ platform }: Pick<System, 'platform'>, ...parts: readonly string[]): string =>
  parts.join(platform === 'win32' ? '\\' : '/');

/** The folder that the UTM's service was registered with, else the usual one where it is there. */
async function windowsFolder(system: System): Promise<string | null> {
  const usual = `${system.environment('SystemDrive') ?? 'C:'}\\UTM\\transporter`;
  const [keys, usualIsThere] = await Promise.all([
    // The UTM is a 32-bit program: its service stands in the registry's view of those (docs/sources.md, UTM).
    queryRegistry(
      system,
      'HKLM\\SOFTWARE\\WOW6432Node\\Apache Software Foundation\\Procrun 2.0\\Transport\\Parameters\\Java',
      '/v',
      'Options',
    ),
    system.exists(usual),
  ]);
  const options = keys.flatMap(({ values }) => values.get('Options') ?? [])[0] ?? '';
  return readBaseFolder(options) ?? (usualIsThere ? usual : null);
}

/** Of two UTMs on one computer the other one must not be judged for this one's silence. */
async function servesAnotherPort(system: System, folder: string, port: number): Promise<boolean> {
  const properties = await system.readBytes(within(system, folder, 'conf', 'transport.properties'), propertiesBytes);
  const own = properties && readWebPort(properties);
  properties?.fill(0);
  return own !== null && own !== port;
}

const sameFolder = (one: string, other: string): boolean =>
  one.replace(/\\+$/, '').toLowerCase() === other.replace(/\\+$/, '').toLowerCase();

async function onWindows(system: System, named: string | null): Promise<UtmPlace> {
  const [{ installed, service }, folder] = await Promise.all([findUtmInstallation(system), windowsFolder(system)]);
  const told = service === null || service.state === 'unknown' ? null : service;
  const itsOwn: UtmPlace = { installed: told && installed, service: told, folder: installed ? folder : null };
  if (named === null) return itsOwn;
  const registered = folder !== null && sameFolder(folder, named);
  return { installed: true, service: registered && installed ? told : null, folder: named };
}

async function onLinux(system: System, named: string | null): Promise<UtmPlace> {
  const [{ installed }, status] = await Promise.all([
    findUtmInstallation(system),
    system.run('supervisorctl', ['status', 'utm']),
  ]);
  const state = readSupervisorState(status.stdout);
  const registered = named === null || named.replace(/\/+$/, '') === linuxFolder;
  return {
    installed: installed || named !== null,
    service: state === 'unknown' || !registered ? null : { state, start: 'unknown' },
    folder: named ?? (installed ? linuxFolder : null),
  };
}

/**
 * Finds the UTM of an address on this computer; `null` when the address is that of another one. A folder named by hand
 * is believed where it is there; a found one only if its UTM is not set to another port.
 */
export async function findUtmPlace(system: System, { utmUrl, named }: Search): Promise<UtmPlace | null> {
  const port = localPortOf(utmUrl);
  if (port === null) return null;
  const byHand = named !== null && (await system.exists(named)) ? named : null;
  const place = await (system.platform === 'win32' ? onWindows(system, byHand) : onLinux(system, byHand));
  const { folder } = place;
  if (byHand !== null || folder === null) return place;
  return (await servesAnotherPort(system, folder, port)) ? unknown : place;
}
