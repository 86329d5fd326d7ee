import { problem } from '../../../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import { setProperties } from './edit-properties.ts';
import { readEntries } from './java-properties.ts';
import { sweepLeftovers, triesAtHeldFile } from './leftover.ts';
import { type ReadFile, readSettingsFile, replaceSettingsFile } from './replace-file.ts';
import type { SettingsFiles } from './settings-files.ts';
import { emptyPins, isTransportKey, keyValues, type TransportSettings } from './transport-keys.ts';

/** What a change did to one file. `backup`: `null` where everything was so already and the file was left alone. */
export interface ChangedFile {
  readonly file: string;
  readonly changed: readonly string[];
  readonly backup: string | null;
}

function lineNumber(bytes: Uint8Array, at: number): number {
  const before = Buffer.from(bytes.subarray(0, at)).toString('latin1');
  return before.split(/\r\n|\r|\n/).length;
}

/** A line that Java refuses keeps the UTM from starting, and what was written for it would lie there unread. */
function refusalOf({ path, bytes }: ReadFile): Result<null> {
  const malformed = readEntries(bytes).find((entry) => entry.malformed);
  if (malformed === undefined) return succeed(null);
  return fail(problem('EGAIS_UTM_SETTINGS_MALFORMED', { file: path, line: lineNumber(bytes, malformed.start) }));
}

async function changeFile(
  files: SettingsFiles,
  file: ReadFile,
  values: ReadonlyMap<string, string>,
  now: Date,
): Promise<Result<ChangedFile>> {
  const swept = await sweepLeftovers(files, file.path, triesAtHeldFile);
  if (!swept.ok) return swept;
  const next = setProperties(file.bytes, values);
  const backup = setProperties(file.bytes, emptyPins(new Set(readEntries(file.bytes).map(({ key }) => key))));
  try {
    const readable = refusalOf({ ...file, bytes: next.bytes });
    if (!readable.ok) return readable;
    if (next.changed.length === 0) return succeed({ file: file.path, changed: [], backup: null });
    const kept = await replaceSettingsFile(files, file, { bytes: next.bytes, backup: backup.bytes }, now);
    return kept.ok ? succeed({ file: file.path, changed: next.changed, backup: kept.value }) : kept;
  } finally {
    // Both may hold PINs.
    next.bytes.fill(0);
    file.bytes.fill(0);
  }
}

/**
 * Sets values in a UTM's `transport.properties`. PINs are emptied in the backup that is kept beside it.
 * Problems: `EGAIS_UTM_SETTINGS_*`.
 */
export async function changeTransportSettings(
  files: SettingsFiles,
  file: string,
  settings: TransportSettings,
  now: Date,
): Promise<Result<ChangedFile>> {
  const read = await readSettingsFile(files, file);
  if (!read.ok) return read;
  if (!readEntries(read.value.bytes).some(({ key }) => isTransportKey(key))) {
    return fail(problem('EGAIS_UTM_SETTINGS_FOREIGN', { file }));
  }
  return changeFile(files, read.value, keyValues(settings), now);
}

/** Tells the UTM's agent, the program beside the clock, the UTM's port (docs/sources.md, UTM). */
export async function changeAgentPort(
  files: SettingsFiles,
  file: string,
  port: string,
  now: Date,
): Promise<Result<ChangedFile>> {
  const read = await readSettingsFile(files, file);
  return read.ok ? changeFile(files, read.value, new Map([['utm.port', port]]), now) : read;
}
