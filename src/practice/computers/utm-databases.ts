import { join, win32 } from 'node:path';
import { type DatabaseGround, databasesOnDisk } from '../../machine/mending/renew-database.ts';
import { registeredFolder } from '../../machine/questions/installed-utms.ts';
import type { System } from '../../machine/system.ts';

/** The database of the practice computer's UTM: the folder of the stand-in, under the names of a real one. */
export function practiceDatabases(system: System, utmFolder: string): DatabaseGround {
  const own = (path: string): string => join(utmFolder, win32.basename(path));
  const disk = databasesOnDisk((service) => registeredFolder(system, service));
  return {
    ...disk,
    kindOf: (path) => disk.kindOf(own(path)),
    rename: (from, to) => disk.rename(own(from), own(to)),
  };
}
