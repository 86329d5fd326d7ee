import type { Finding } from '../../shared/domain/finding.ts';
import { defineCheck, type MachineContext, outcomesOf } from '../check.ts';
import { readOsRelease } from '../outputs/os-release.ts';
import {
  readServiceStart,
  readServiceState,
  type ServiceStart,
  type ServiceState,
} from '../outputs/service-control.ts';
import type { System } from '../system.ts';

export type SmartCardServiceFacts = { readonly tokenSeen: boolean } & (
  | { readonly platform: 'win32'; readonly state: ServiceState; readonly start: ServiceStart }
  | {
      readonly platform: 'linux';
      readonly installed: boolean;
      readonly listening: boolean;
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

async function probe(system: System, context: MachineContext): Promise<SmartCardServiceFacts> {
  const tokenSeen = (context.tokens?.devices.length ?? 0) > 0;
  if (system.platform === 'win32') {
    const [state, configuration] = await Promise.all([
      system.run('sc.exe', ['queryex', 'SCardSvr']),
      system.run('sc.exe', ['qc', 'SCardSvr']),
    ]);
    return { platform: 'win32', tokenSeen, state: readServiceState(state), start: readServiceStart(configuration) };
  }
  if (system.platform === 'linux') {
    const [units, installed, socket, release] = await Promise.all([
      system.run('systemctl', ['is-active', 'pcscd.service', 'pcscd.socket']),
      anyOf(daemonPaths.map((path) => system.exists(path))),
      system.exists(daemonSocket),
      system.readBytes('/etc/os-release', 16_384),
    ]);
    const active = units.stdout.split('\n').some((line) => line.trim() === 'active');
    const distribution = release ? readOsRelease(new TextDecoder().decode(release)).get('ID') : undefined;
    return {
      platform: 'linux',
      tokenSeen,
      installed,
      // A unit that systemd calls active counts; without systemd the socket itself does.
      listening: active || (units.exitCode !== 0 && units.stdout.trim() === '' && socket),
      installCommand: distribution === 'altlinux' ? installCommands.altlinux : installCommands.other,
    };
  }
  return { platform: 'darwin', tokenSeen };
}

const conclude = outcomesOf('smart-card-service', {
  running: ['ok'],
  starting: ['waiting', 'check-again'],
  'starts-with-token': ['info', 'check-again'],
  'starts-on-demand': ['ok'],
  'running-until-restart': ['attention', 'check-again'],
  stopped: ['bad', 'check-again'],
  disabled: ['bad', 'check-again'],
  'stopped-token-seen': ['attention', 'check-again'],
  absent: ['bad', 'check-again'],
  'linux-running': ['ok'],
  'linux-stopped': ['bad', 'check-again'],
  'linux-absent': ['bad', 'check-again'],
  'linux-not-needed': ['info'],
  unknown: ['info', 'check-again'],
});

/**
 * Windows keeps the service on demand and starts it when a reader appears (Microsoft, «Smart Cards for Windows
 * Service»), so a stopped one that may start is no fault while nothing is plugged in. A token that is seen through a
 * library needs no service, but the UTM's own service depends on it.
 */
function onWindows(state: ServiceState, start: ServiceStart, tokenSeen: boolean) {
  if (state === 'running') return start === 'disabled' ? 'running-until-restart' : 'running';
  if (state === 'starting' || state === 'unknown') return state;
  if (state === 'stopped' && start === 'manual') return tokenSeen ? 'starts-on-demand' : 'starts-with-token';
  if (tokenSeen) return 'stopped-token-seen';
  if (state === 'absent') return 'absent';
  return start === 'disabled' ? 'disabled' : 'stopped';
}

/** Judges the service through which libraries reach readers: SCardSvr on Windows, pcscd on Linux. */
export function smartCardServiceRule(facts: SmartCardServiceFacts): Finding {
  switch (facts.platform) {
    case 'win32': {
      const { state, start, tokenSeen } = facts;
      return conclude(onWindows(state, start, tokenSeen), { state, start, tokenSeen });
    }
    case 'linux': {
      const { installed, listening, tokenSeen } = facts;
      const raw = { installed, listening, tokenSeen };
      if (listening) return conclude('linux-running', raw);
      if (tokenSeen) return conclude('linux-not-needed', raw);
      if (installed) return conclude('linux-stopped', raw);
      return conclude('linux-absent', raw, { command: facts.installCommand });
    }
    case 'darwin':
      return conclude('unknown', { tokenSeen: facts.tokenSeen });
  }
}

export const smartCardService = defineCheck({ id: 'smart-card-service', probe, rule: smartCardServiceRule });
