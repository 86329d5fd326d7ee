import type { Finding } from '../../../shared/domain/finding.ts';
import { defineCheck, outcomesOf } from '../../check.ts';
import { readOsRelease } from '../../outputs/os-release.ts';
import type { System } from '../../system.ts';

export interface OperatingSystemFacts {
  readonly platform: System['platform'];
  readonly architecture: string;
  /** The processor Windows itself is for, where the program runs on it translated. */
  readonly nativeArchitecture: string | null;
  readonly release: string;
  readonly version: string;
  /** `/etc/os-release`, empty elsewhere. */
  readonly distribution: { readonly id: string; readonly name: string };
}

const decoder = new TextDecoder();

/** «Astra Linux» says its version in `VERSION_ID` alone; the others say it in `PRETTY_NAME` too. */
function distributionOf(text: string): OperatingSystemFacts['distribution'] {
  const values = readOsRelease(text);
  const pretty = values.get('PRETTY_NAME') ?? values.get('NAME') ?? 'Linux';
  const version = /^\d+(\.\d+)*/.exec(values.get('VERSION_ID') ?? '')?.[0];
  const name = version === undefined || /\d/.test(pretty) ? pretty : `${pretty} ${version}`;
  return { id: values.get('ID') ?? '', name };
}

async function probe(system: System): Promise<OperatingSystemFacts> {
  const bytes = system.platform === 'linux' ? await system.readBytes('/etc/os-release', 16_384) : null;
  return {
    platform: system.platform,
    architecture: system.architecture,
    nativeArchitecture: system.environment('PROCESSOR_ARCHITEW6432') ?? null,
    release: system.osRelease,
    version: system.osVersion,
    distribution: bytes ? distributionOf(decoder.decode(bytes)) : { id: '', name: 'Linux' },
  };
}

const conclude = outcomesOf('operating-system', {
  suitable: ['ok'],
  unfamiliar: ['info'],
  'too-old': ['bad'],
  'thirty-two-bit': ['bad'],
  'another-processor': ['attention'],
  unsupported: ['bad'],
});

// Version numbers of Windows, Microsoft «Operating System Version»; 10.0 is told apart by its build.
const olderWindows = new Map([
  ['5.1', 'Windows XP'],
  ['5.2', 'Windows XP'],
  ['6.0', 'Windows Vista'],
  ['6.1', 'Windows 7'],
  ['6.2', 'Windows 8'],
  ['6.3', 'Windows 8.1'],
]);
const firstBuildOfWindows11 = 22_000;

/** Windows calls itself by its edition; up to Windows 11 the edition may still be named «Windows 10 …». */
function windowsName(release: string, version: string): { readonly name: string; readonly old: boolean } {
  const [major = '', minor = '', build = ''] = release.split('.');
  const older = olderWindows.get(`${major}.${minor}`);
  const server = /Server\s+\d{4}/.exec(version)?.[0];
  if (server) return { name: `Windows ${server}`, old: older !== undefined };
  if (older) return { name: older, old: true };
  return { name: Number(build) >= firstBuildOfWindows11 ? 'Windows 11' : 'Windows 10', old: Number(major) < 10 };
}

/** Distributions the shops use: what the UTM's package is made for, and what Russian state bodies bought. */
const familiarDistributions = new Set(['debian', 'astra', 'altlinux']);

/** Judges whether the wizard and the UTM can live on this system. */
export function operatingSystemRule(facts: OperatingSystemFacts): Finding {
  const windows = facts.platform === 'win32' ? windowsName(facts.release, facts.version) : null;
  const name =
    windows?.name ?? (facts.platform === 'linux' ? facts.distribution.name : `macOS ${facts.release}`.trim());
  const raw = {
    platform: facts.platform,
    architecture: facts.architecture,
    nativeArchitecture: facts.nativeArchitecture,
    release: facts.release,
    version: facts.version,
    distribution: facts.distribution.id,
  };
  const native = facts.nativeArchitecture?.toLowerCase() ?? facts.architecture;
  if (facts.platform === 'darwin') return conclude('unsupported', raw, { name });
  if (windows?.old) return conclude('too-old', raw, { name });
  if (native === 'ia32' || native === 'x86') return conclude('thirty-two-bit', raw, { name });
  if (native !== 'x64' && native !== 'amd64') {
    return conclude('another-processor', raw, { name, architecture: native });
  }
  if (facts.platform === 'linux' && !familiarDistributions.has(facts.distribution.id)) {
    return conclude('unfamiliar', raw, { name });
  }
  return conclude('suitable', raw, { name });
}

export const operatingSystem = defineCheck({ id: 'operating-system', probe, rule: operatingSystemRule });
