import { type DatabaseGround, databasesOnDisk } from '../../machine/mending/renew-database.ts';
import { registeredFolder } from '../../machine/questions/installed-utms.ts';
import type { System } from '../../machine/system.ts';
import { localUtmPath } from './utm-paths.ts';

/**
 * The database of the practice computer's UTM: the folder of the stand-in, under the names of a real one. Of further
 * UTMs, which the computer only tells of, there are no files.
 */
export function practiceDatabases(system: System, utmFolder: string): DatabaseGround {
  const find = localUtmPath(utmFolder);
  const disk = databasesOnDisk((service) => registeredFolder(system, service));
  return {
    ...disk,
    kindOf: async (path) => {
      const own = find(path);
      return own === null ? 'absent' : disk.kindOf(own);
    },
    rename: async (from, to) => {
      const [own, renamed] = [find(from), find(to)];
      if (own === null || renamed === null)
        throw Object.assign(new Error(`no folder of the UTM: ${from}`), { code: 'ENOENT' });
      await disk.rename(own, renamed);
    },
  };
}
