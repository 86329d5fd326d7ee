import type { CommandOutcome } from '../../machine/system.ts';
import type { ComputerRecord } from './records.ts';

/** How a command that changes something ends here: the computer after it, and the program's exit code. */
interface Change {
  readonly record: ComputerRecord;
  readonly exitCode: number;
}

// winerror.h: what `sc start` exits with.
const alreadyRunning = 1056;
const serviceDisabled = 1058;
const noSuchService = 1060;
const dependencyFailed = 1068;

type Service = (record: ComputerRecord, action: 'config' | 'start') => Change;

const smartCard: Service = (record, action) => {
  const { running, start } = record.smartCardService;
  if (action === 'config') {
    return { record: { ...record, smartCardService: { running, start: '2   AUTO_START' } }, exitCode: 0 };
  }
  if (running) return { record, exitCode: alreadyRunning };
  if (start === '4   DISABLED') return { record, exitCode: serviceDisabled };
  return { record: { ...record, smartCardService: { running: true, start } }, exitCode: 0 };
};

const transport: Service = (record, action) => {
  if (record.remains) return { record, exitCode: noSuchService };
  if (action === 'config') return { record, exitCode: 0 };
  if (record.utmServiceRunning) return { record, exitCode: alreadyRunning };
  if (!record.smartCardService.running) return { record, exitCode: dependencyFailed };
  return { record: { ...record, utmServiceRunning: true }, exitCode: 0 };
};

const services: Readonly<Record<string, Service>> = {
  SCardSvr: smartCard,
  Transport: transport,
  W32Time: (record) => ({ record, exitCode: 0 }),
};

function serviceControl(record: ComputerRecord, [action, service = '']: readonly string[]): Change | null {
  if (action !== 'config' && action !== 'start') return null;
  return services[service]?.(record, action) ?? { record, exitCode: noSuchService };
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

const programs: Readonly<Record<string, (record: ComputerRecord, args: readonly string[]) => Change | null>> = {
  'sc.exe': serviceControl,
  'powershell.exe': powershell,
  'netsh.exe': firewall,
  'w32tm.exe': (record) => ({ record, exitCode: 0 }),
};

const printed = (exitCode: number): CommandOutcome => ({
  exitCode,
  stdout: exitCode === 0 ? '' : `[SC] StartService: ошибка: ${exitCode}\r\n`,
  stderr: '',
  missing: false,
  timedOut: false,
});

/** What a command with an administrator's rights makes of a computer; `null`: it changes nothing. Pure. */
export function changeBy(
  record: ComputerRecord,
  program: string,
  args: readonly string[],
): { readonly record: ComputerRecord; readonly outcome: CommandOutcome } | null {
  const change = programs[program]?.(record, args) ?? null;
  return change && { record: change.record, outcome: printed(change.exitCode) };
}
