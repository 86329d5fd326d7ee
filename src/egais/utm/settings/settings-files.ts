import { chmod, chown, lstat, open, readdir, realpath, rename, rm, stat, truncate } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** The settings of a UTM are some hundred lines; what is larger is something else. */
export const settingsBytesAtMost = 256 * 1024;

/** What is told of a file so that another can take its place. */
export interface FileRights {
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
}

/**
 * The steps by which a file is read and replaced: after each of them the computer may lose its power. Every method
 * throws what the system says (`code`).
 */
export interface SettingsFiles {
  /** The path itself, past links: a link is not replaced by a file. */
  real(path: string): Promise<string>;
  rights(path: string): Promise<FileRights>;
  /** @throws RangeError when there is more than that. */
  read(path: string, maxBytes: number): Promise<Uint8Array>;
  list(folder: string): Promise<readonly string[]>;
  exists(path: string): Promise<boolean>;
  /** A new empty file that nobody else reads yet; one that is there already is refused. */
  create(path: string): Promise<void>;
  write(path: string, bytes: Uint8Array): Promise<void>;
  /** As far as the system lets this account: an owner is given away by an administrator alone. */
  give(path: string, rights: FileRights): Promise<void>;
  /** The bytes are on the disk when this returns. */
  flush(path: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  /** The names of the folder are on the disk; Windows has no such call and needs none. */
  flushFolder(folder: string): Promise<void>;
  /** No complaint when there is none. */
  remove(path: string): Promise<void>;
  /** Leaves nothing in a file that is there. */
  empty(path: string): Promise<void>;
  /** A moment in which another program may let go of a file. */
  rest(): Promise<void>;
}

async function withFile<T>(
  file: string,
  flags: string,
  work: (handle: Awaited<ReturnType<typeof open>>) => Promise<T>,
): Promise<T> {
  const handle = await open(file, flags, 0o600);
  try {
    return await work(handle);
  } finally {
    await handle.close();
  }
}

const betweenTriesMs = 500;

const posix = process.platform !== 'win32';

/** The disk of this computer. */
export const diskFiles: SettingsFiles = {
  real: (file) => realpath(file),
  async rights(file) {
    const { mode, uid, gid } = await stat(file);
    return { mode: mode & 0o7777, uid, gid };
  },
  read: (file, maxBytes) =>
    withFile(file, 'r', async (handle) => {
      const { size } = await handle.stat();
      if (size > maxBytes) throw new RangeError(`${path.basename(file)}: ${size} bytes`);
      const room = new Uint8Array(size);
      const { bytesRead } = await handle.read(room, 0, size, 0);
      return room.subarray(0, bytesRead);
    }),
  list: (folder) => readdir(folder),
  exists: (file) =>
    lstat(file).then(
      () => true,
      () => false,
    ),
  create: (file) => withFile(file, 'wx', async () => undefined),
  write: (file, bytes) => withFile(file, 'r+', (handle) => handle.writeFile(bytes)),
  async give(file, { mode, uid, gid }) {
    if (!posix) return;
    const own = await stat(file);
    if (own.uid !== uid || own.gid !== gid) await chown(file, uid, gid).catch(() => undefined);
    await chmod(file, mode);
  },
  flush: (file) => withFile(file, 'r+', (handle) => handle.sync()),
  rename: (from, to) => rename(from, to),
  flushFolder: (folder) => (posix ? withFile(folder, 'r', (handle) => handle.sync()) : Promise.resolve()),
  remove: (file) => rm(file, { force: true }),
  empty: (file) => truncate(file),
  rest: () => wait(betweenTriesMs),
};
