import type { Finding } from '../../shared/domain/finding.ts';
import type { UtmState } from '../../shared/domain/utm.ts';
import { defineCheck, type MachineContext, outcomesOf } from '../check.ts';
import { readNetstatHolder, readSsHolder, readTasklistProgram } from '../outputs/listening-ports.ts';
import type { System } from '../system.ts';
import { localPortOf } from '../utm-address.ts';
import { findUtmInstallation } from '../utm-service.ts';

/** The process that listens on a port. `program` is `null` when only its number is known. */
interface PortHolder {
  readonly pid: number;
  readonly program: string | null;
  /** It runs out of the UTM's own folder. */
  readonly fromUtmFolder: boolean;
}

export interface UtmPortFacts {
  /** `null`: the UTM is on another computer. */
  readonly port: number | null;
  readonly held: boolean;
  readonly holder: PortHolder | null;
  /** What answered at the UTM's address, if it was asked. */
  readonly answer: UtmState['reachability'] | null;
  readonly utmInstalled: boolean;
}

async function holderOnWindows(system: System, port: number): Promise<PortHolder | null> {
  const connections = await system.run('netstat.exe', ['-ano', '-p', 'TCP']);
  const pid = readNetstatHolder(connections.stdout, port);
  if (pid === null) return null;
  const task = await system.run('tasklist.exe', ['/FI', `PID eq ${pid}`, '/FO', 'CSV', '/NH']);
  return { pid, program: readTasklistProgram(task.stdout, pid), fromUtmFolder: false };
}

async function holderOnLinux(system: System, port: number): Promise<PortHolder | null> {
  const sockets = await system.run('ss', ['-ltnp']);
  const holder = readSsHolder(sockets.stdout, port);
  if (holder === null) return null;
  const commandLine = await system.readBytes(`/proc/${holder.pid}/cmdline`, 65_536);
  const fromUtmFolder = commandLine !== null && new TextDecoder().decode(commandLine).includes('/opt/utm/');
  return { ...holder, fromUtmFolder };
}

async function probe(system: System, context: MachineContext): Promise<UtmPortFacts> {
  const port = localPortOf(context.utmUrl);
  const answer = context.utm?.reachability ?? null;
  if (port === null) return { port, held: false, holder: null, answer, utmInstalled: false };
  const [held, { installed }] = await Promise.all([system.connects(port), findUtmInstallation(system)]);
  const holderOf = system.platform === 'win32' ? holderOnWindows : holderOnLinux;
  const holder = held ? await holderOf(system, port) : null;
  return { port, held, holder, answer, utmInstalled: installed };
}

const conclude = outcomesOf('utm-port', {
  free: ['ok'],
  'free-no-utm': ['ok'],
  'held-by-utm': ['ok'],
  'held-by-java': ['info', 'check-again'],
  'held-by-other': ['bad', 'check-again'],
  'held-by-windows': ['bad', 'check-again'],
  'held-by-unnamed': ['attention', 'check-again'],
  elsewhere: ['info'],
});

// Apache procrun under the name the UTM's installer gives it (`transporter\bin\utm.exe`); Java runs inside it.
const utmProgram = /^utm(\.exe)?$/i;
const javaProgram = /^javaw?(\.exe)?$/i;
/** HTTP.sys listens for IIS and its kin in the name of the process «System». */
const windowsSystemPid = 4;

/** Judges who holds the UTM's port. What answers like a UTM is one, whatever its process is called. */
export function utmPortRule({ port, held, holder, answer, utmInstalled }: UtmPortFacts): Finding {
  const raw = { port, held, pid: holder?.pid ?? null, program: holder?.program ?? null, answer, utmInstalled };
  if (port === null) return conclude('elsewhere', raw);
  if (!held) return conclude(utmInstalled ? 'free' : 'free-no-utm', raw, { port });
  if (answer === 'answering') return conclude('held-by-utm', raw, { port });
  const program = holder?.program ?? '';
  const looksLikeUtm = holder?.fromUtmFolder === true || utmProgram.test(program);
  if (looksLikeUtm && answer !== 'other-program') return conclude('held-by-utm', raw, { port });
  if (holder?.pid === windowsSystemPid) return conclude('held-by-windows', raw, { port });
  if (program === '') return conclude('held-by-unnamed', raw, { port });
  const starting = javaProgram.test(program) && utmInstalled && answer !== 'other-program';
  return conclude(starting ? 'held-by-java' : 'held-by-other', raw, { port, program });
}

export const utmPort = defineCheck({ id: 'utm-port', probe, rule: utmPortRule });
