import { lstat, rename } from 'node:fs/promises';
import { posix, win32 } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { MendOutcome } from '../../shared/domain/mending.ts';
import { onceLetGo } from '../../shared/held-files.ts';

/** The databases of the UTMs, as whoever has the rights finds and moves them. */
export interface DatabaseGround {
  /** The folder a UTM's service was registered with; `null`: none is known. */
  folderOf(service: string): Promise<string | null>;
  /** A link is no folder: what lies behind one is somebody else's. */
  kindOf(path: string): Promise<'folder' | 'other' | 'absent'>;
  /** Gives a folder its new name beside the old one, in one step. */
  rename(from: string, to: string): Promise<void>;
  now(): Date;
}

async function kindOnDisk(path: string): Promise<'folder' | 'other' | 'absent'> {
  try {
    return (await lstat(path)).isDirectory() ? 'folder' : 'other';
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    return code === 'ENOENT' || code === 'ENOTDIR' ? 'absent' : 'other';
  }
}

/** The disk, and the clock of this process. */
export const databasesOnDisk = (folderOf: DatabaseGround['folderOf']): DatabaseGround => ({
  folderOf,
  kindOf: kindOnDisk,
  rename,
  now: () => new Date(),
});

const twoDigits = (number: number): string => String(number).padStart(2, '0');

/** `transportDB-2026-09-08-153315`, by the clock on the wall. */
export function keptName(at: Date): string {
  const day = [at.getFullYear(), twoDigits(at.getMonth() + 1), twoDigits(at.getDate())].join('-');
  const time = [at.getHours(), at.getMinutes(), at.getSeconds()].map(twoDigits).join('');
  return `transportDB-${day}-${time}`;
}

const database = 'transportDB';

/** A service may be told stopped a moment before its process has let go of its files, and a scanner may hold them. */
const patience = { tries: 30, rest: () => wait(500) };

const renameOnceFree = (ground: DatabaseGround, from: string, to: string): Promise<string | null> =>
  onceLetGo(() => ground.rename(from, to), patience).then(() => null, String);

interface ServiceSteps {
  isRunning(): Promise<boolean>;
  stop(): Promise<MendOutcome | null>;
  start(): Promise<MendOutcome | null>;
}

const failed = (step: string, output: string): MendOutcome => ({
  kind: 'failed',
  step: step.slice(0, 2_000),
  exitCode: null,
  output: output.slice(0, 4_000),
});

/**
 * Puts a UTM's database aside, so that the UTM makes a new one: the service is stopped, the folder gets a name with the
 * date beside its old one, and nothing is deleted. There is one change, and it is one step of the file system: whatever
 * breaks off, the old database stands whole under the one name or the other. Where the folder cannot be renamed the
 * service is put back as it was.
 */
export async function renewDatabase(
  { service, start }: { readonly service: string; readonly start: boolean },
  { databases, steps, platform }: { databases: DatabaseGround; steps: ServiceSteps; platform: string },
): Promise<MendOutcome> {
  const { join } = platform === 'win32' ? win32 : posix;
  const folder = await databases.folderOf(service);
  if (folder === null) return failed(`the folder of ${service}`, 'not found');
  const from = join(folder, database);
  const kind = await databases.kindOf(from);
  if (kind !== 'folder') return failed(from, kind === 'absent' ? 'not found' : 'not a folder');
  const wasRunning = await steps.isRunning();
  const unstopped = await steps.stop();
  if (unstopped !== null) return unstopped;

  const to = join(folder, keptName(databases.now()));
  const taken = (await databases.kindOf(to)) === 'absent' ? null : 'exists already';
  const trouble = taken ?? (await renameOnceFree(databases, from, to));
  if (trouble !== null) {
    if (wasRunning) await steps.start();
    return failed(`${from} -> ${to}`, trouble);
  }
  const unstarted = start ? await steps.start() : null;
  if (unstarted === null) return { kind: 'done', restartNeeded: false, movedTo: to };
  return unstarted.kind === 'failed' ? { ...unstarted, movedTo: to } : unstarted;
}
