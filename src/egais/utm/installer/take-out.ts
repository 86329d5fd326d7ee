import { createHash } from 'node:crypto';
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import { type ProblemCode, problem } from '../../../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import { type OpenArchive, openArchive, TooManyEntries } from './archive-list.ts';
import { archiveRefusal, type FoundInstaller, installersAmong } from './archive-rules.ts';

/** An installer on the disk, as it came out of its archive. */
export interface TakenInstaller {
  readonly file: string;
  /** As its name has it, like `4.2.0-b2689`. */
  readonly build: string;
  readonly size: number;
  /** Lower-case hex. */
  readonly sha256: string;
}

/** A failure of the disk on which is written, apart from those of the archive that is read. */
class DiskFailure extends Error {
  readonly code: string;
  constructor(error: unknown) {
    super('the installer could not be written', { cause: error });
    this.code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
}

const onDisk = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (error) {
    throw new DiskFailure(error);
  }
};

/** Writes the bytes of one file of an archive; at the end they are as many, and have the checksum, that it says. */
async function copyOut(archive: OpenArchive, { entry }: FoundInstaller, to: FileHandle) {
  const hash = createHash('sha256');
  let [size, sum] = [0, 0];
  for await (const piece of await archive.read(entry)) {
    const bytes: Buffer = piece;
    size += bytes.length;
    if (size > entry.size) throw new Error('more bytes than the archive says');
    sum = crc32(bytes, sum);
    hash.update(bytes);
    await onDisk(to.writeFile(bytes));
  }
  if (size !== entry.size || sum !== entry.crc32) throw new Error('other bytes than the archive says');
  await onDisk(to.sync());
  return { size, sha256: hash.digest('hex') };
}

/** The installer stands under its name only once all of it was found right. */
async function writeInstaller(
  archive: OpenArchive,
  found: FoundInstaller,
  folder: string,
): Promise<Result<TakenInstaller>> {
  const file = path.join(folder, found.fileName);
  const unfinished = `${file}.part`;
  try {
    await onDisk(mkdir(folder, { recursive: true }));
    await onDisk(rm(unfinished, { force: true }));
    const handle = await onDisk(open(unfinished, 'wx'));
    const written = await copyOut(archive, found, handle).finally(() => handle.close());
    await onDisk(rename(unfinished, file));
    return succeed({ file, build: found.build, ...written });
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    if (!(error instanceof DiskFailure)) throw error;
    const code: ProblemCode = error.code === 'ENOSPC' ? 'EGAIS_DOWNLOAD_DISK_FULL' : 'SETUP_FILE_NOT_WRITTEN';
    return fail(problem(code, { file }, { cause: error.code }));
  }
}

async function takeOut(handle: FileHandle, file: string, folder: string): Promise<Result<TakenInstaller>> {
  const archive = await openArchive(handle);
  const refusal = archiveRefusal(archive.entries);
  if (refusal !== null) return fail(problem(refusal, { file }));
  const installers = installersAmong(archive.entries);
  const [installer] = installers;
  if (installer === undefined) return fail(problem('EGAIS_ARCHIVE_NO_INSTALLER', { file }));
  if (installers.length > 1) {
    const names = installers.map(({ fileName }) => fileName).join(', ');
    return fail(problem('EGAIS_ARCHIVE_SEVERAL_INSTALLERS', { names }, { file }));
  }
  return writeInstaller(archive, installer, folder);
}

/**
 * Takes the one installer out of the UTM's archive into a folder, and nothing else. Whatever the file holds, nothing is
 * written outside of the folder, nothing half-written stays, and no more is unpacked than the archive's list says.
 * Problems: `EGAIS_ARCHIVE_*`, `EGAIS_DOWNLOAD_DISK_FULL`, `SETUP_FILE_UNREADABLE`, `SETUP_FILE_NOT_WRITTEN`.
 */
export async function takeOutInstaller(file: string, folder: string): Promise<Result<TakenInstaller>> {
  let handle: FileHandle;
  try {
    handle = await open(file, 'r');
  } catch (error) {
    return fail(problem('SETUP_FILE_UNREADABLE', { file }, { cause: String(error) }));
  }
  try {
    return await takeOut(handle, file, folder);
  } catch (error) {
    const code: ProblemCode = error instanceof TooManyEntries ? 'EGAIS_ARCHIVE_BOMB' : 'EGAIS_ARCHIVE_DAMAGED';
    return fail(problem(code, { file }, { cause: error instanceof Error ? error.message : String(error) }));
  } finally {
    await handle.close().catch(() => undefined);
  }
}
