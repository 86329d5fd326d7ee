import type { CommandOutcome } from '../system.ts';

export type ServiceState = 'running' | 'starting' | 'stopped' | 'absent' | 'unknown';
export type ServiceStart = 'automatic' | 'manual' | 'disabled' | 'unknown';

// dwCurrentState of SERVICE_STATUS, winsvc.h. A service on its way down, or paused, serves nobody.
const states = new Map<number, ServiceState>([
  [1, 'stopped'],
  [2, 'starting'],
  [3, 'stopped'],
  [4, 'running'],
  [5, 'starting'],
  [6, 'stopped'],
  [7, 'stopped'],
]);

// dwStartType of QUERY_SERVICE_CONFIG, winsvc.h: boot, system, automatic, on demand, disabled.
const starts = new Map<number, ServiceStart>([
  [0, 'automatic'],
  [1, 'automatic'],
  [2, 'automatic'],
  [3, 'manual'],
  [4, 'disabled'],
]);

// ERROR_SERVICE_DOES_NOT_EXIST, winerror.h: `sc` exits with it.
const noSuchService = 1060;

// A label begins with something other than a blank, so that no two neighbouring parts match the same characters: a row
// of blanks alone costs no more than its length.
const codedRow = /^[ \t]+[^ \t:\r\n][^:\r\n]*:[ \t]*([0-9a-f]+)[ \t]+\p{L}/gimu;

/**
 * The second coded row. Labels and, in some editions, the words after the codes are translated, while the order of the
 * rows is not: the first is the type of the service, the second its state (`sc query`) or its start type (`sc qc`).
 */
function secondCode(output: string): number | null {
  const codes = [...output.matchAll(codedRow)].map((match) => match[1]);
  const code = codes[1];
  return code === undefined ? null : Number.parseInt(code, 16);
}

const doesNotExist = (outcome: CommandOutcome): boolean =>
  outcome.exitCode === noSuchService || /^\[SC\].*\b1060\b/m.test(outcome.stdout + outcome.stderr);

/** Reads `sc.exe query` and `sc.exe queryex`, whatever the language of Windows. */
export function readServiceState(outcome: CommandOutcome): ServiceState {
  if (doesNotExist(outcome)) return 'absent';
  const code = secondCode(outcome.stdout);
  return code === null ? 'unknown' : (states.get(code) ?? 'unknown');
}

/** SERVICE_STOPPED, winsvc.h: only then may a service be started again (error 1056 before). */
const stopped = 1;

/** Whether a service has stopped, and is not merely on its way down. */
export const hasStopped = (outcome: CommandOutcome): boolean => secondCode(outcome.stdout) === stopped;

/** Reads `sc.exe qc`, whatever the language of Windows. */
export function readServiceStart(outcome: CommandOutcome): ServiceStart {
  const code = secondCode(outcome.stdout);
  return code === null ? 'unknown' : (starts.get(code) ?? 'unknown');
}
