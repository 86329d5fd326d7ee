import { type Listener, readNetstatHolder, readSsHolder, readTasklistProgram } from '../outputs/listening-ports.ts';
import type { System } from '../system.ts';

export interface PortHolder extends Listener {
  /** It runs out of the UTM's own folder. */
  readonly fromUtmFolder: boolean;
}

async function holderOnWindows(system: System, port: number): Promise<PortHolder | null> {
  const connections = await system.run('netstat.exe', ['-ano', '-p', 'TCP']);
  const pid = readNetstatHolder(connections.stdout, port);
  if (pid === null) return null;
  const tasks = await system.run('tasklist.exe', ['/FO', 'CSV', '/NH']);
  return { pid, program: readTasklistProgram(tasks.stdout, pid), fromUtmFolder: false };
}

async function holderOnLinux(system: System, port: number): Promise<PortHolder | null> {
  const sockets = await system.run('ss', ['-ltnp']);
  const holder = readSsHolder(sockets.stdout, port);
  if (holder === null) return null;
  const commandLine = await system.readBytes(`/proc/${holder.pid}/cmdline`, 65_536);
  const fromUtmFolder = commandLine !== null && new TextDecoder().decode(commandLine).includes('/opt/utm/');
  return { ...holder, fromUtmFolder };
}

/** Who listens on a port; `null` when the system does not tell. */
export const findPortHolder = (system: System, port: number): Promise<PortHolder | null> =>
  (system.platform === 'win32' ? holderOnWindows : holderOnLinux)(system, port);

// Apache procrun under the name the UTM's installer gives it (`transporter\bin\utm.exe`); Java runs inside it.
const utmProgram = /^utm(\.exe)?$/i;

/** Whether a holder looks like the UTM by its name or folder. */
export const looksLikeUtm = (holder: PortHolder | null): boolean =>
  holder !== null && (holder.fromUtmFolder || utmProgram.test(holder.program ?? ''));
