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
  /** Afterwards this Windows service is waited for until it runs. */
  readonly untilRunning: string | null;
}

const step = (program: string, args: readonly string[], rest: Partial<MendStep> = {}): MendStep => ({
  program,
  args,
  fine: [],
  optional: false,
  untilRunning: null,
  ...rest,
});

/** ERROR_SERVICE_ALREADY_RUNNING, winerror.h. */
const alreadyRunning = 1056;

/** `sc` wants the blank after `start=`, that is, the value as a word of its own. */
const started = (service: string): readonly MendStep[] => [
  step('sc.exe', ['config', service, 'start=', 'auto']),
  step('sc.exe', ['start', service], { fine: [alreadyRunning], untilRunning: service }),
];

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

/** What runs the file itself is told apart: it is copied and compared first (`picked-installer.ts`). */
const notCommands = () => null;

const onWindows: Steps = {
  'start-smart-card-service': () => started('SCardSvr'),
  'start-utm-service': () => [...started('SCardSvr'), ...started('Transport')],
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
  'start-utm-service': () => [step('/usr/bin/supervisorctl', ['start', 'utm'])],
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
