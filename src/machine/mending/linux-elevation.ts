import type { MendOrder, MendOutcome } from '../../shared/domain/mending.ts';
import { findInstalledUtms } from '../questions/installed-utms.ts';
import type { System } from '../system.ts';
import type { Elevation } from './elevation.ts';
import { performMend } from './perform.ts';
import { databasesOnDisk } from './renew-database.ts';

const pkexec = '/usr/bin/pkexec';

/** «pkexec(1)»: the dialog was dismissed, and the rights were not to be had. */
const dismissed = 126;
const notAuthorised = 127;

/** A person looks for a password. */
const promptLimitMs = 5 * 60_000;

const noInstaller = async (): Promise<MendOutcome> => ({
  kind: 'unavailable',
  cause: 'packages are installed by the system itself',
});

/** Stop, rename, start: polkit asks about one command, and three questions for one click would be none. */
const severalCommands: MendOutcome = {
  kind: 'unavailable',
  cause:
    'the database is renewed by several commands, and polkit allows one: run the command line of this program as root',
};

async function folderOf(system: System, service: string): Promise<string | null> {
  const { utms } = await findInstalledUtms(system);
  return utms.find((utm) => utm.service === service)?.folder ?? null;
}

/** The commands of an order through polkit's prompt; for root, without one. */
export function linuxElevation(system: System, isRoot: boolean): Elevation {
  const databases = databasesOnDisk((service) => folderOf(system, service));
  if (isRoot) return { perform: (order) => performMend(order, { system, databases, install: noInstaller }) };
  return {
    async perform(order: MendOrder) {
      if (order.operation === 'renew-utm-database') return severalCommands;
      if (!(await system.exists(pkexec))) return { kind: 'unavailable', cause: `no ${pkexec}` };
      const asking = {
        platform: system.platform,
        run: (program: string, args: readonly string[]) => system.run(pkexec, [program, ...args], promptLimitMs),
      };
      const outcome = await performMend(order, { system: asking, databases, install: noInstaller });
      const refused = outcome.kind === 'failed' && [dismissed, notAuthorised].includes(outcome.exitCode ?? 0);
      return refused ? { kind: 'refused' } : outcome;
    },
  };
}
