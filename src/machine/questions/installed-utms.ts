import { readBaseFolder, readProfile } from '../outputs/procrun.ts';
import {
  readServiceStart,
  readServiceState,
  type ServiceStart,
  type ServiceState,
} from '../outputs/service-control.ts';
import { readSupervisorConfig, readSupervisorStates } from '../outputs/supervisor.ts';
import { readWebPort } from '../outputs/web-port.ts';
import type { System } from '../system.ts';
import { findLinuxPackages } from './linux-packages.ts';
import { queryRegistry } from './windows-registry.ts';

/** A UTM as its computer knows it. */
export interface FoundUtm {
  /** Name of its Windows service, or of its program under supervisord; `null`: none is known. */
  readonly service: string | null;
  readonly state: ServiceState;
  readonly start: ServiceStart;
  /** `…\transporter` or `/opt/utm/transport`; `null`: it was not found. */
  readonly folder: string | null;
  /** The port in its settings; `null`: they do not tell. */
  readonly port: number | null;
  /** The profile its Java is started with; `null`: not told. */
  readonly profile: string | null;
}

export interface UtmSearch {
  /** `null`: the computer does not tell. */
  readonly installed: boolean | null;
  /** The vendor's own name first. */
  readonly utms: readonly FoundUtm[];
}

/** The name of the UTM's service as its installer gives it; further ones have a number (iMironRU/utm-orchestrator). */
const ownService = 'Transport';
const serviceName = /^Transport\d{0,4}$/;
const servicesKey = 'HKLM\\SYSTEM\\CurrentControlSet\\Services';

/** More of them than a computer has readers for tokens (docs/sources.md, UTM). */
const mostUtms = 20;

const linuxProgram = 'utm';
const linuxFolder = '/opt/utm/transport';
const linuxPackage = 'u-trans';
const configFolder = '/etc/supervisor/conf.d';
const configName = /^utm[\w.-]{0,40}\.conf$/;
const configBytes = 16_384;

const propertiesBytes = 65_536;

/** A path inside the UTM's folder, in the manner of its system. */
export const within = ({ platform }: Pick<System, 'platform'>, ...parts: readonly string[]): string =>
  parts.join(platform === 'win32' ? '\\' : '/');

/** Only the one line is looked at: PINs may stand in the same file. */
async function portOf(system: System, folder: string | null): Promise<number | null> {
  if (folder === null) return null;
  const properties = await system.readBytes(within(system, folder, 'conf', 'transport.properties'), propertiesBytes);
  const port = properties && readWebPort(properties);
  properties?.fill(0);
  return port !== null && port >= 1 && port <= 65_535 ? port : null;
}

/** What procrun starts a service with. The UTM is a 32-bit program (docs/sources.md, UTM). */
async function optionsOf(system: Pick<System, 'run'>, service: string): Promise<string> {
  const key = `HKLM\\SOFTWARE\\WOW6432Node\\Apache Software Foundation\\Procrun 2.0\\${service}\\Parameters\\Java`;
  const keys = await queryRegistry(system, key, '/v', 'Options');
  return keys.flatMap(({ values }) => values.get('Options') ?? [])[0] ?? '';
}

/** The folder that a UTM's service was registered with; `null` where the registry names none on this computer. */
export const registeredFolder = async (system: Pick<System, 'run'>, service: string): Promise<string | null> =>
  readBaseFolder(await optionsOf(system, service));

async function listedServices(system: System): Promise<readonly string[]> {
  const keys = await queryRegistry(system, servicesKey, '/f', ownService, '/k');
  const listed = keys.map(({ path }) => path.split('\\').at(-1) ?? '').filter((name) => serviceName.test(name));
  const numberOf = (name: string): number => Number(name.slice(ownService.length));
  return [...new Set(listed)].sort((one, other) => numberOf(one) - numberOf(other)).slice(0, mostUtms);
}

async function windowsUtm(system: System, service: string): Promise<FoundUtm> {
  const usual = `${system.environment('SystemDrive') ?? 'C:'}\\UTM\\transporter`;
  const [query, configuration, options, usualIsThere] = await Promise.all([
    system.run('sc.exe', ['query', service]),
    system.run('sc.exe', ['qc', service]),
    optionsOf(system, service),
    service === ownService ? system.exists(usual) : false,
  ]);
  const folder = readBaseFolder(options) ?? (usualIsThere ? usual : null);
  return {
    service,
    state: readServiceState(query),
    start: readServiceStart(configuration),
    folder,
    port: await portOf(system, folder),
    profile: readProfile(options),
  };
}

/** Folders alone are no sign on Windows: they stay behind after a UTM is removed. */
async function onWindows(system: System): Promise<UtmSearch> {
  const listed = await listedServices(system);
  // The own service may be asked even where the list of services may not be read.
  const names = listed.includes(ownService) ? listed : [ownService, ...listed];
  const asked = await Promise.all(names.map((name) => windowsUtm(system, name)));
  const utms = asked.filter(
    ({ service, state }) => state !== 'absent' && (state !== 'unknown' || listed.includes(service ?? '')),
  );
  const unsure = asked.some(({ state }) => state === 'unknown');
  return { installed: utms.length > 0 || (unsure ? null : false), utms };
}

async function configuredPrograms(system: System): Promise<ReadonlyMap<string, string | null>> {
  const names = (await system.list(configFolder)).filter((name) => configName.test(name)).slice(0, mostUtms);
  const files = await Promise.all(names.map((name) => system.readBytes(`${configFolder}/${name}`, configBytes)));
  return new Map(
    files.flatMap((bytes) => (bytes === null ? [] : [...readSupervisorConfig(new TextDecoder().decode(bytes))])),
  );
}

/**
 * A program of supervisord that has a folder, and the package. What a removed package leaves in `/etc` starts nothing;
 * without a list of packages the folder itself is believed.
 */
async function onLinux(system: System): Promise<UtmSearch> {
  const [packages, status, configured, usualIsThere] = await Promise.all([
    findLinuxPackages(system),
    system.run('supervisorctl', ['status']),
    configuredPrograms(system),
    system.exists(linuxFolder),
  ]);
  const states = readSupervisorStates(status.stdout);
  const known = packages?.find(({ name }) => name === linuxPackage);
  const packaged = packages === null ? usualIsThere : known?.state === 'installed';
  const removed = known !== undefined && !packaged;
  const programs = [...new Set([...states.keys(), ...configured.keys(), ...(packaged ? [linuxProgram] : [])])].sort();
  const utms = await Promise.all(
    programs.slice(0, mostUtms).map(async (service): Promise<FoundUtm | null> => {
      const named = configured.get(service) ?? null;
      const own = service === linuxProgram && usualIsThere ? linuxFolder : null;
      const folder = named !== null && (await system.exists(named)) ? named : own;
      const state = states.get(service) ?? 'unknown';
      const counts = (service === linuxProgram && packaged) || states.has(service) || (folder !== null && !removed);
      if (!counts) return null;
      return { service, state, start: 'unknown', folder, port: await portOf(system, folder), profile: null };
    }),
  );
  const found = utms.filter((utm) => utm !== null);
  return { installed: found.length > 0, utms: found };
}

/** Finds every UTM of this computer. Changes nothing. */
export const findInstalledUtms = (system: System): Promise<UtmSearch> =>
  system.platform === 'win32' ? onWindows(system) : onLinux(system);

/**
 * The UTM that is set to a port; else the one whose port is not told, where there is only one such: of two UTMs the one
 * must not be judged for the other.
 */
export function utmAtPort(utms: readonly FoundUtm[], port: number | null): FoundUtm | null {
  const ofPort = utms.filter((utm) => utm.port === port);
  const untold = utms.filter((utm) => utm.port === null);
  return (port === null ? undefined : ofPort[0]) ?? (untold.length === 1 ? untold[0] : undefined) ?? null;
}
