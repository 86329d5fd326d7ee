import type { CommandOutcome } from '../../machine/system.ts';
import type { ComputerRecord } from './records.ts';

/** How a command that changes something ends here: the computer after it, and the program's exit code. */
interface Change {
  readonly record: ComputerRecord;
  readonly exitCode: number;
}

/** What of a practice computer is not in its record. */
export interface Moment {
  /** The practice UTM has not ended yet, whatever its service is told. */
  readonly utmIsUp: boolean;
}

// winerror.h: what `sc start` and `sc stop` exit with.
const dependentRunning = 1051;
const alreadyRunning = 1056;
const serviceDisabled = 1058;
const noSuchService = 1060;
const notActive = 1062;
const dependencyFailed = 1068;

type Action = 'config' | 'start' | 'stop';
type Service = (record: ComputerRecord, action: Action, moment: Moment) => Change;

const smartCard: Service = (record, action, { utmIsUp }) => {
  const { running, start } = record.smartCardService;
  const become = (smartCardService: ComputerRecord['smartCardService']): Change => ({
    record: { ...record, smartCardService },
    exitCode: 0,
  });
  if (action === 'config') return become({ running, start: '2   AUTO_START' });
  if (action === 'stop') {
    if (!running) return { record, exitCode: notActive };
    const dependents = record.utmServiceRunning || utmIsUp || record.otherUtms.some((utm) => utm.running);
    return dependents ? { record, exitCode: dependentRunning } : become({ running: false, start });
  }
  if (running) return { record, exitCode: alreadyRunning };
  if (start === '4   DISABLED') return { record, exitCode: serviceDisabled };
  return become({ running: true, start });
};

/** A service of a UTM: what it answers to an action where it runs or does not, and what follows. */
function transport(
  record: ComputerRecord,
  action: Action,
  { running, isUp, become }: { running: boolean; isUp: boolean; become(running: boolean): ComputerRecord },
): Change {
  if (action === 'config') return { record, exitCode: 0 };
  if (action === 'stop') return running ? { record: become(false), exitCode: 0 } : { record, exitCode: notActive };
  // Also while it is still on its way down (docs/sources.md, UTM).
  if (running || isUp) return { record, exitCode: alreadyRunning };
  if (!record.smartCardService.running) return { record, exitCode: dependencyFailed };
  return { record: become(true), exitCode: 0 };
}

const practiceUtm: Service = (record, action, { utmIsUp }) => {
  if (!record.utmInstalled) return { record, exitCode: noSuchService };
  return transport(record, action, {
    running: record.utmServiceRunning,
    isUp: utmIsUp,
    become: (utmServiceRunning) => ({ ...record, utmServiceRunning }),
  });
};

const otherUtm =
  (service: string): Service =>
  (record, action) => {
    const known = record.otherUtms.find((utm) => utm.service === service);
    if (known === undefined) return { record, exitCode: noSuchService };
    return transport(record, action, {
      running: known.running,
      isUp: known.running,
      become: (running) => ({
        ...record,
        otherUtms: record.otherUtms.map((utm) => (utm === known ? { ...utm, running } : utm)),
      }),
    });
  };

const services: Readonly<Record<string, Service>> = {
  SCardSvr: smartCard,
  Transport: practiceUtm,
  W32Time: (record) => ({ record, exitCode: 0 }),
};

const actions: readonly string[] = ['config', 'start', 'stop'] satisfies readonly Action[];
const isAction = (word: string | undefined): word is Action => word !== undefined && actions.includes(word);

function serviceControl(record: ComputerRecord, [action, name = '']: readonly string[], moment: Moment): Change | null {
  if (!isAction(action)) return null;
  return (services[name] ?? otherUtm(name))(record, action, moment);
}

function powershell(record: ComputerRecord, args: readonly string[]): Change | null {
  const seconds = /^Set-Date -Adjust \(New-TimeSpan -Seconds (-?\d+)\)$/.exec(args.at(-1) ?? '')?.[1];
  if (seconds === undefined) return null;
  return { record: { ...record, clockAheadMs: record.clockAheadMs + Number(seconds) * 1_000 }, exitCode: 0 };
}

function firewall(record: ComputerRecord, args: readonly string[]): Change | null {
  if (args[0] !== 'advfirewall') return null;
  if (args[2] === 'delete') return { record: { ...record, openedPort: null }, exitCode: 0 };
  const port = /^localport=(\d+)$/.exec(args.find((word) => word.startsWith('localport=')) ?? '')?.[1];
  return { record: { ...record, openedPort: port === undefined ? null : Number(port) }, exitCode: 0 };
}

type Program = (record: ComputerRecord, args: readonly string[], moment: Moment) => Change | null;

const programs: Readonly<Record<string, Program>> = {
  'sc.exe': serviceControl,
  'powershell.exe': powershell,
  'netsh.exe': firewall,
  'w32tm.exe': (record) => ({ record, exitCode: 0 }),
};

const calls: Readonly<Record<Action, string>> = {
  config: 'ChangeServiceConfig',
  start: 'StartService',
  stop: 'ControlService',
};

const printed = (exitCode: number, action: string | undefined): CommandOutcome => ({
  exitCode,
  stdout: exitCode === 0 ? '' : `[SC] ${calls[isAction(action) ? action : 'start']}: ошибка: ${exitCode}\r\n`,
  stderr: '',
  missing: false,
  timedOut: false,
});

/** What a command with an administrator's rights makes of a computer; `null`: it changes nothing. Pure. */
export function changeBy(
  record: ComputerRecord,
  program: string,
  args: readonly string[],
  moment: Moment,
): { readonly record: ComputerRecord; readonly outcome: CommandOutcome } | null {
  const change = programs[program]?.(record, args, moment) ?? null;
  return change && { record: change.record, outcome: printed(change.exitCode, args[0]) };
}
