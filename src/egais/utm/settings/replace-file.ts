import path from 'node:path';
import { onceLetGo, refusalCode } from '../../../shared/held-files.ts';
import { type ProblemCode, problem } from '../../../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import { discardSuccessor, successorOf, triesAtHeldFile } from './leftover.ts';
import { type FileRights, type SettingsFiles, settingsBytesAtMost } from './settings-files.ts';

/** What a file was when it was read; it is replaced only while it still is that. */
export interface ReadFile {
  /** Past links. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly rights: FileRights;
}

const BACKUPS_KEPT = 5;

const rightsMissing: readonly string[] = ['EACCES', 'EPERM', 'EROFS'];
const changedMeanwhile = 'changed meanwhile';
const heldByAnother: readonly string[] = ['EACCES', 'EPERM', 'EBUSY', changedMeanwhile];

/** Reads a file that may be replaced later. Problems: `EGAIS_UTM_SETTINGS_NOT_FOUND`, `…_UNREADABLE`. */
export async function readSettingsFile(files: SettingsFiles, file: string): Promise<Result<ReadFile>> {
  try {
    const real = await files.real(file);
    return succeed({
      path: real,
      bytes: await files.read(real, settingsBytesAtMost),
      rights: await files.rights(real),
    });
  } catch (error) {
    const absent = refusalCode(error) === 'ENOENT';
    const code: ProblemCode = absent ? 'EGAIS_UTM_SETTINGS_NOT_FOUND' : 'EGAIS_UTM_SETTINGS_UNREADABLE';
    return fail(problem(code, { file }, { cause: refusalCode(error) }));
  }
}

/** Where the steps stand, so that a refusal of the system is told by what was being done. */
type Stage = 'prepare' | 'replace' | 'settle';

const refusals: Readonly<Record<Stage, (code: string) => ProblemCode>> = {
  prepare: (code) =>
    rightsMissing.includes(code) ? 'EGAIS_UTM_SETTINGS_NEED_ADMINISTRATOR' : 'EGAIS_UTM_SETTINGS_NOT_WRITTEN',
  // The folder took a new file just now, so it is the file that somebody holds.
  replace: (code) => (heldByAnother.includes(code) ? 'EGAIS_UTM_SETTINGS_HELD' : 'EGAIS_UTM_SETTINGS_NOT_WRITTEN'),
  settle: () => 'EGAIS_UTM_SETTINGS_NOT_WRITTEN',
};

/**
 * Puts whole bytes under a name, in steps between which the name means either what it meant or all of them. What cannot
 * be put there is not left beside it either: it may hold PINs, and that it does outweighs whatever else went wrong.
 */
async function putWhole(
  files: SettingsFiles,
  target: string,
  bytes: Uint8Array,
  rights: FileRights,
  mayReplace: () => Promise<boolean>,
): Promise<Result<null>> {
  const successor = successorOf(target);
  const patience = { tries: triesAtHeldFile, rest: () => files.rest() };
  let stage: Stage = 'prepare';
  try {
    await onceLetGo(() => files.remove(successor), patience);
    await files.create(successor);
    await files.write(successor, bytes);
    await files.give(successor, rights);
    await files.flush(successor);
    stage = 'replace';
    // While the file is waited for, whoever holds it may write it: so it is looked at before every try.
    await onceLetGo(async () => {
      if (!(await mayReplace())) throw Object.assign(new Error(changedMeanwhile), { code: changedMeanwhile });
      await files.rename(successor, target);
    }, patience);
    stage = 'settle';
    await files.flushFolder(path.dirname(target));
    return succeed(null);
  } catch (error) {
    const cause = refusalCode(error);
    const discarded = stage === 'settle' ? succeed(null) : await discardSuccessor(files, successor, triesAtHeldFile);
    return discarded.ok ? fail(problem(refusals[stage](cause), { file: target }, { stage, cause })) : discarded;
  }
}

const two = (value: number): string => String(value).padStart(2, '0');

const momentName = (at: Date): string =>
  [
    `${at.getFullYear()}${two(at.getMonth() + 1)}${two(at.getDate())}`,
    `${two(at.getHours())}${two(at.getMinutes())}${two(at.getSeconds())}`,
  ].join('-');

async function freeBackupName(files: SettingsFiles, file: string, now: Date): Promise<string> {
  for (let second = 0; ; second += 1) {
    const name = `${file}.${momentName(new Date(now.getTime() + second * 1000))}.bak`;
    if (!(await files.exists(name))) return name;
  }
}

/** `newest` stays whatever its name: a clock that was set back makes it look old. */
async function removeOldBackups(files: SettingsFiles, file: string, newest: string): Promise<void> {
  const folder = path.dirname(file);
  const prefix = `${path.basename(file)}.`;
  const backups = (await files.list(folder)).filter(
    (name) =>
      name !== path.basename(newest) && name.startsWith(prefix) && /^\d{8}-\d{6}\.bak$/.test(name.slice(prefix.length)),
  );
  for (const name of backups.sort().slice(0, 1 - BACKUPS_KEPT)) await files.remove(path.join(folder, name));
}

/**
 * Replaces a file whole: at every moment its name stands for all the old bytes or all the new ones. `backup` is kept
 * beside it under a name with the time; of older ones the last few stay. Answers the path of the backup.
 * Problems: `EGAIS_UTM_SETTINGS_NEED_ADMINISTRATOR`, `…_HELD`, `…_NOT_WRITTEN`, `…_PINS_LEFT`.
 */
export async function replaceSettingsFile(
  files: SettingsFiles,
  file: ReadFile,
  next: { readonly bytes: Uint8Array; readonly backup: Uint8Array },
  now: Date,
): Promise<Result<string>> {
  const backup = await freeBackupName(files, file.path, now);
  const saved = await putWhole(files, backup, next.backup, file.rights, () => Promise.resolve(true));
  if (!saved.ok) return fail({ ...saved.problem, values: { file: file.path } });
  const unchanged = async () => Buffer.compare(await files.read(file.path, settingsBytesAtMost), file.bytes) === 0;
  const replaced = await putWhole(files, file.path, next.bytes, file.rights, unchanged);
  if (!replaced.ok) return replaced;
  await removeOldBackups(files, file.path, backup).catch(() => undefined);
  return succeed(backup);
}
