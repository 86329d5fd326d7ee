import type { Finding } from '../../../shared/domain/finding.ts';
import { defineCheck, outcomesOf } from '../../check.ts';
import { findInstalledUtms, type UtmSearch } from '../../questions/installed-utms.ts';
import { findLinuxPackages } from '../../questions/linux-packages.ts';
import { findInstalledPrograms } from '../../questions/windows-registry.ts';
import type { System } from '../../system.ts';

export interface UtmRemainsFacts {
  readonly installed: boolean;
  readonly running: boolean;
  /** Names of the UTMs' services; several at once are several UTMs. */
  readonly services: readonly string[];
  /** Folder of a UTM, where there is one. */
  readonly folder: string | null;
  /** The list of programs (Windows) or packages (Linux) speaks of a UTM. */
  readonly listed: boolean;
  /** The lock of its database, where there is one. */
  readonly lock: string | null;
}

/** Uninstall key of the installer of version 4 (iMironRU/utm-orchestrator), and the name it shows. */
const programKey = '{1ACAD404-789B-48A4-9534-1F0026459389}_is1';
const programName = /^FSRAR UTM|^УТМ ЕГАИС/i;

/** `present` is the first of the paths that is there. */
async function firstPresent(system: System, paths: readonly string[]): Promise<string | null> {
  const present = await Promise.all(paths.map((path) => system.exists(path)));
  return paths.find((_, index) => present[index]) ?? null;
}

async function onWindows(system: System, { installed, utms }: UtmSearch): Promise<UtmRemainsFacts> {
  const folder = `${system.environment('SystemDrive') ?? 'C:'}\\UTM`;
  const [programs, database, lock] = await Promise.all([
    findInstalledPrograms(system),
    firstPresent(system, [`${folder}\\transporter\\transportDB`, `${folder}\\transporter`]),
    firstPresent(system, [`${folder}\\transporter\\transportDB\\db.lck`]),
  ]);
  return {
    installed: installed === true,
    // The lock that is looked for is that of the first.
    running: utms[0]?.state !== 'stopped',
    services: utms.flatMap(({ service }) => service ?? []),
    folder: database === null ? null : folder,
    listed: programs?.some(({ key, name }) => key === programKey || programName.test(name)) ?? false,
    lock,
  };
}

/** The name of the UTM's package (LiRense/utmmeet). */
const packageName = 'u-trans';

async function onLinux(system: System, { installed }: UtmSearch): Promise<UtmRemainsFacts> {
  const [packages, folder] = await Promise.all([
    findLinuxPackages(system),
    firstPresent(system, ['/opt/utm/transport', '/opt/utm']),
  ]);
  const known = packages?.find(({ name }) => name === packageName);
  return {
    installed: installed === true,
    // Whether it runs is not told to an ordinary user, so its lock is never called stale.
    running: true,
    services: [],
    folder: folder === null ? null : '/opt/utm',
    listed: known !== undefined,
    lock: null,
  };
}

async function probe(system: System): Promise<UtmRemainsFacts> {
  const search = await findInstalledUtms(system);
  return system.platform === 'win32' ? onWindows(system, search) : onLinux(system, search);
}

const conclude = outcomesOf('utm-remains', {
  none: ['ok'],
  several: ['attention', 'check-again'],
  'stale-lock': ['attention', 'check-again'],
  files: ['attention', 'check-again'],
  record: ['info', 'check-again'],
});

/**
 * An installer of a UTM may give up where an older one left its traces (iMironRU/utm-orchestrator), and a database
 * left behind is bound to the FSRAR ID of its time.
 */
export function utmRemainsRule({ installed, running, services, folder, listed, lock }: UtmRemainsFacts): Finding {
  const raw = { installed, running, services: services.join(', '), folder, listed, lock };
  if (services.length > 1) return conclude('several', raw, { services: raw.services });
  if (installed) return !running && lock !== null ? conclude('stale-lock', raw, { file: lock }) : conclude('none', raw);
  if (folder !== null) return conclude('files', raw, { folder });
  return conclude(listed ? 'record' : 'none', raw);
}

export const utmRemains = defineCheck({ id: 'utm-remains', probe, rule: utmRemainsRule });
