import type { MendOrder } from '../../shared/domain/mending.ts';
import type { System } from '../system.ts';

/** One command of an order. */
export interface MendStep {
  readonly program: string;
  readonly args: readonly string[];
  /** Exit codes that mean it is as it should be; 0 always does. */
  readonly fine: readonly number[];
  /** The order is fulfilled even if this does not work. */
  readonly optional: boolean;
  /** Given only where this Windows service is forbidden to start at all. */
  readonly ifDisabled: string | null;
  /** Exit codes after which the command is given again for a while: the service cannot listen yet. */
  readonly again: readonly number[];
  /** Afterwards this Windows service is waited for until it runs. */
  readonly untilRunning: string | null;
  /** Afterwards this Windows service is waited for until it has stopped. */
  readonly untilStopped: string | null;
}

const step = (program: string, args: readonly string[], rest: Partial<MendStep> = {}): MendStep => ({
  program,
  args,
  fine: [],
  optional: false,
  ifDisabled: null,
  again: [],
  untilRunning: null,
  untilStopped: null,
  ...rest,
});

// winerror.h: ERROR_SERVICE_ALREADY_RUNNING, ERROR_SERVICE_CANNOT_ACCEPT_CTRL (it is just starting or stopping),
// ERROR_SERVICE_NOT_ACTIVE.
const alreadyRunning = 1056;
const cannotListen = 1061;
const notActive = 1062;

/** `sc` wants the blank after `start=`, that is, the value as a word of its own. */
const automatic = (service: string, rest: Partial<MendStep> = {}): MendStep =>
  step('sc.exe', ['config', service, 'start=', 'auto'], rest);
const startedNow = (service: string): MendStep =>
  step('sc.exe', ['start', service], { fine: [alreadyRunning], untilRunning: service });

/** A service of Windows that other programs need: it starts by itself from now on. */
const started = (service: string): readonly MendStep[] => [automatic(service), startedNow(service)];

/** A shop with several UTMs may start them on demand: how one starts is changed only where it could not start. */
const utmStarted = (service: string): readonly MendStep[] => [
  ...started('SCardSvr'),
  automatic(service, { ifDisabled: service }),
  startedNow(service),
];

/** Stopped is what the service says of itself afterwards: the command only asks for it. */
const stopped = (service: string): readonly MendStep[] => [
  step('sc.exe', ['stop', service], { fine: [notActive], again: [cannotListen], untilStopped: service }),
];

/** The service that the UTM needs first, then the UTM; whether it starts by itself stays as it is. */
const startedAgain = (service: string): readonly MendStep[] => [...started('SCardSvr'), startedNow(service)];

const isWindowsService = (service: string): boolean => service.startsWith('Transport');

/** A program of supervisord is no Windows service, and the other way round: then there is nothing to do here. */
const ofWindows = (service: string, steps: (service: string) => readonly MendStep[]): readonly MendStep[] | null =>
  isWindowsService(service) ? steps(service) : null;
const ofSupervisor = (service: string, ...actions: readonly string[]): readonly MendStep[] | null =>
  isWindowsService(service) ? null : actions.map((action) => step('/usr/bin/supervisorctl', [action, service]));

/** The rule is found again by this name, so that there is never a second one. */
const firewallRule = 'name=EGAIS-Wizard-UTM';

/**
 * `w32tm` alone is not enough: Windows refuses a correction of more than fifteen hours
 * (MaxPosPhaseCorrection, «Windows Time service tools and settings»), so the clock is set first.
 */
const clockSet = (bySeconds: number): readonly MendStep[] => [
  step('powershell.exe', [
    '-NoLogo',
    '-NoProfile',
    '-NonInteractive',
    '-Command',
    `Set-Date -Adjust (New-TimeSpan -Seconds ${Math.trunc(bySeconds)})`,
  ]),
  ...started('W32Time'),
  step('w32tm.exe', ['/resync', '/rediscover'], { optional: true }),
];

type Steps = { readonly [O in MendOrder as O['operation']]: (order: O) => readonly MendStep[] | null };

/** What does more than run commands is told apart: `install-file.ts`, `renew-database.ts`. */
const notCommands = () => null;

const onWindows: Steps = {
  'start-smart-card-service': () => started('SCardSvr'),
  'start-utm-service': ({ service = 'Transport' }) => ofWindows(service, utmStarted),
  'restart-utm-service': ({ service }) => ofWindows(service, () => [...stopped(service), ...startedAgain(service)]),
  'stop-utm-service': ({ service }) => ofWindows(service, stopped),
  'renew-utm-database': notCommands,
  'set-clock': ({ bySeconds }) => clockSet(bySeconds),
  'allow-utm-port': ({ port }) => [
    step('netsh.exe', ['advfirewall', 'firewall', 'delete', 'rule', firewallRule], { optional: true }),
    step('netsh.exe', [
      'advfirewall',
      'firewall',
      'add',
      'rule',
      firewallRule,
      'dir=in',
      'action=allow',
      'protocol=TCP',
      `localport=${port}`,
      'remoteip=localsubnet',
      'profile=private,domain',
    ]),
  ],
  'install-file': notCommands,
};

/** One command each: on Linux the prompt for rights (polkit) is about one command. */
const onLinux: Steps = {
  'start-smart-card-service': () => [step('/usr/bin/systemctl', ['enable', '--now', 'pcscd.socket'])],
  'start-utm-service': ({ service = 'utm' }) => ofSupervisor(service, 'start'),
  'restart-utm-service': ({ service }) => ofSupervisor(service, 'restart'),
  'stop-utm-service': ({ service }) => ofSupervisor(service, 'stop'),
  'renew-utm-database': notCommands,
  'set-clock': () => [step('/usr/bin/timedatectl', ['set-ntp', 'true'])],
  'allow-utm-port': notCommands,
  'install-file': notCommands,
};

/** The commands of an order, in their order; `null` where an order is not a matter of commands. Pure. */
export function mendSteps(order: MendOrder, platform: System['platform']): readonly MendStep[] | null {
  if (platform === 'darwin') return null;
  const steps: Steps = platform === 'win32' ? onWindows : onLinux;
  // The table has the order's own row under the order's own name.
  const row = steps[order.operation] as (order: MendOrder) => readonly MendStep[] | null;
  return row(order);
}
