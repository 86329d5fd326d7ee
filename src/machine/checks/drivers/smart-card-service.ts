import type { Finding } from '../../../shared/domain/finding.ts';
import { defineCheck, type MachineContext, outcomesOf, tokenSeen } from '../../check.ts';
import { readOsRelease } from '../../outputs/os-release.ts';
import { readProperties } from '../../outputs/properties.ts';
import {
  readServiceStart,
  readServiceState,
  type ServiceStart,
  type ServiceState,
} from '../../outputs/service-control.ts';
import type { System } from '../../system.ts';

export type SmartCardServiceFacts = { readonly tokenSeen: boolean } & (
  | { readonly platform: 'win32'; readonly state: ServiceState; readonly start: ServiceStart }
  | {
      readonly platform: 'linux';
      readonly installed: boolean;
      readonly listening: boolean;
      /** Whether it comes back after a restart; `null` without systemd. */
      readonly enabled: boolean | null;
      /** Command that installs the daemon on this distribution. */
      readonly installCommand: string;
    }
  | { readonly platform: 'darwin' }
);

const daemonPaths = ['/usr/sbin/pcscd', '/usr/bin/pcscd', '/usr/local/sbin/pcscd'];

/** The socket pcscd listens on; with systemd it exists while the daemon still sleeps behind it (pcsc-lite). */
const daemonSocket = '/run/pcscd/pcscd.comm';

/** Packages of ALT and of the Debian family. */
const installCommands = {
  altlinux: 'apt-get install pcsc-lite pcsc-lite-ccid',
  other: 'apt install pcscd libccid',
};

const anyOf = async (answers: readonly Promise<boolean>[]): Promise<boolean> =>
  (await Promise.all(answers)).some(Boolean);

async function onWindows(system: System) {
  const [state, configuration] = await Promise.all([
    system.run('sc.exe', ['queryex', 'SCardSvr']),
    system.run('sc.exe', ['qc', 'SCardSvr']),
  ]);
  return { platform: 'win32', state: readServiceState(state), start: readServiceStart(configuration) } as const;
}

const units = ['show', '--property=Id,LoadState,ActiveState,UnitFileState', 'pcscd.service', 'pcscd.socket'];

/** The daemon behind its socket, or without one; a unit that systemd calls active counts, else the socket itself. */
async function onLinux(system: System) {
  const [answer, installed, socket, release] = await Promise.all([
    system.run('systemctl', units),
    anyOf(daemonPaths.map((path) => system.exists(path))),
    system.exists(daemonSocket),
    system.readBytes('/etc/os-release', 16_384),
  ]);
  const known = readProperties(answer.stdout);
  const distribution = release ? readOsRelease(new TextDecoder().decode(release)).get('ID') : undefined;
  const active = known.some((unit) => unit.get('ActiveState') === 'active');
  return {
    platform: 'linux',
    installed,
    listening: known.length > 0 ? active : socket,
    // The service without its socket may be `static` or `indirect`, which starts nothing by itself.
    enabled: known.length > 0 ? known.some((unit) => unit.get('UnitFileState') === 'enabled') : null,
    installCommand: distribution === 'altlinux' ? installCommands.altlinux : installCommands.other,
  } as const;
}

async function probe(system: System, context: MachineContext): Promise<SmartCardServiceFacts> {
  const seen = tokenSeen(context);
  switch (system.platform) {
    case 'win32':
      return { ...(await onWindows(system)), tokenSeen: seen };
    case 'linux':
      return { ...(await onLinux(system)), tokenSeen: seen };
    case 'darwin':
      return { platform: 'darwin', tokenSeen: seen };
  }
}

const conclude = outcomesOf('smart-card-service', {
  running: ['ok'],
  starting: ['waiting', 'check-again'],
  'starts-with-token': ['info', 'check-again'],
  'starts-on-demand': ['ok'],
  'running-until-restart': ['attention', 'start-smart-card-service', 'check-again'],
  stopped: ['bad', 'start-smart-card-service', 'check-again'],
  disabled: ['bad', 'start-smart-card-service', 'check-again'],
  'stopped-token-seen': ['attention', 'start-smart-card-service', 'check-again'],
  absent: ['bad', 'check-again'],
  'linux-running': ['ok'],
  'linux-running-until-restart': ['attention', 'start-smart-card-service', 'check-again'],
  'linux-stopped': ['bad', 'start-smart-card-service', 'check-again'],
  'linux-absent': ['bad', 'check-again'],
  'linux-not-needed': ['info'],
  unknown: ['info', 'check-again'],
});

/**
 * Windows keeps the service on demand and starts it when a reader appears (Microsoft, «Smart Cards for Windows
 * Service»), so a stopped one that may start is no fault while nothing is plugged in. A token that is seen through a
 * library needs no service, but the UTM's own service depends on it.
 */
function windowsVariant(state: ServiceState, start: ServiceStart, seen: boolean) {
  if (state === 'running') return start === 'disabled' ? 'running-until-restart' : 'running';
  if (state === 'starting' || state === 'unknown') return state;
  if (state === 'stopped' && start === 'manual') return seen ? 'starts-on-demand' : 'starts-with-token';
  if (seen) return 'stopped-token-seen';
  if (state === 'absent') return 'absent';
  return start === 'disabled' ? 'disabled' : 'stopped';
}

/** Judges the service through which libraries reach readers: SCardSvr on Windows, pcscd on Linux. */
export function smartCardServiceRule(facts: SmartCardServiceFacts): Finding {
  switch (facts.platform) {
    case 'win32': {
      const { state, start, tokenSeen: seen } = facts;
      return conclude(windowsVariant(state, start, seen), { state, start, tokenSeen: seen });
    }
    case 'linux': {
      const { installed, listening, enabled, tokenSeen: seen } = facts;
      const raw = { installed, listening, enabled, tokenSeen: seen };
      if (listening) return conclude(enabled === false ? 'linux-running-until-restart' : 'linux-running', raw);
      if (seen) return conclude('linux-not-needed', raw);
      if (installed) return conclude('linux-stopped', raw);
      return conclude('linux-absent', raw, { command: facts.installCommand });
    }
    case 'darwin':
      return conclude('unknown', { tokenSeen: facts.tokenSeen });
  }
}

export const smartCardService = defineCheck({ id: 'smart-card-service', probe, rule: smartCardServiceRule });
