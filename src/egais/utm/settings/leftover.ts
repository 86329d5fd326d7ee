import path from 'node:path';
import { onceLetGo, refusalCode } from '../../../shared/held-files.ts';
import { problem } from '../../../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import { readEntries } from './java-properties.ts';
import { type SettingsFiles, settingsBytesAtMost } from './settings-files.ts';
import { allPinKeys } from './transport-keys.ts';

const suffix = '.egais-wizard-new';

/** The name beside a file under which its successor is prepared. */
export const successorOf = (file: string): string => `${file}${suffix}`;

/** With the rests between them, the five seconds or so that a scanner takes with a new file. */
export const triesAtHeldFile = 10;

const holdsPin = (bytes: Uint8Array): boolean =>
  readEntries(bytes).some(({ key, value }) => allPinKeys.includes(key) && value !== '');

/** The successor of a backup has its PINs emptied; of any other file that cannot be read nobody knows. */
async function mayHoldPin(files: SettingsFiles, file: string): Promise<boolean> {
  if (file.endsWith(`.bak${suffix}`)) return false;
  try {
    const bytes = await files.read(file, settingsBytesAtMost);
    const holds = holdsPin(bytes);
    bytes.fill(0);
    return holds;
  } catch {
    return true;
  }
}

/**
 * Takes a successor away, or empties it where it cannot be taken away: the UTM erases the PINs of its own file alone.
 * Problem: `EGAIS_UTM_SETTINGS_PINS_LEFT`.
 */
export async function discardSuccessor(files: SettingsFiles, file: string, tries: number): Promise<Result<null>> {
  try {
    await onceLetGo(() => files.remove(file), { tries, rest: () => files.rest() }).catch(() => files.empty(file));
  } catch (error) {
    if (await mayHoldPin(files, file)) {
      return fail(problem('EGAIS_UTM_SETTINGS_PINS_LEFT', { file }, { cause: refusalCode(error) }));
    }
  }
  return succeed(null);
}

/**
 * Takes away the successors of a file, and of its backups, that a power cut or another program left beside it.
 * Problem: `EGAIS_UTM_SETTINGS_PINS_LEFT`.
 */
export async function sweepLeftovers(files: SettingsFiles, file: string, tries: number): Promise<Result<null>> {
  const folder = path.dirname(file);
  const names = await files.list(folder).catch(() => []);
  const left = names.filter((name) => name.startsWith(`${path.basename(file)}.`) && name.endsWith(suffix));
  for (const name of left) {
    const discarded = await discardSuccessor(files, path.join(folder, name), tries);
    if (!discarded.ok) return discarded;
  }
  return succeed(null);
}
