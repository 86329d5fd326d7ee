import type { MendOrder, MendOutcome } from '../../shared/domain/mending.ts';
import type { System } from '../system.ts';
import type { Elevation } from './elevation.ts';
import { performMend } from './perform.ts';

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

/** The commands of an order through polkit's prompt; for root, without one. */
export function linuxElevation(system: System, isRoot: boolean): Elevation {
  if (isRoot) return { perform: (order) => performMend(order, { system, install: noInstaller }) };
  return {
    async perform(order: MendOrder) {
      if (!(await system.exists(pkexec))) return { kind: 'unavailable', cause: `no ${pkexec}` };
      const asking = {
        platform: system.platform,
        run: (program: string, args: readonly string[]) => system.run(pkexec, [program, ...args], promptLimitMs),
      };
      const outcome = await performMend(order, { system: asking, install: noInstaller });
      const refused = outcome.kind === 'failed' && [dismissed, notAuthorised].includes(outcome.exitCode ?? 0);
      return refused ? { kind: 'refused' } : outcome;
    },
  };
}
