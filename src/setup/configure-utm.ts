import path from 'node:path';
import { type ChangedFile, changeAgentPort, changeTransportSettings } from '../egais/utm/settings/change-settings.ts';
import { sweepLeftovers } from '../egais/utm/settings/leftover.ts';
import type { SettingsFiles } from '../egais/utm/settings/settings-files.ts';
import type { TransportSettings } from '../egais/utm/settings/transport-keys.ts';
import { problem } from '../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../shared/result.ts';
import type { Workplace } from './workplace.ts';

/** PINs for the two parts of a token; a token of one part has one PIN, given twice. */
export interface UtmPins {
  readonly gost: string | null;
  readonly pki: string | null;
}

/** What is to be set; what is `undefined` stays as it is. */
export interface UtmConfiguration {
  /** The UTM's folder, like `C:\UTM` or `/opt/utm`, or the one that its `conf` stands in. */
  readonly folder: string;
  readonly settings: Omit<TransportSettings, 'gostPin' | 'pkiPin'>;
  /** `null`: the PINs stay. */
  readonly pins: UtmPins | null;
}

/** Folders of a UTM in which its settings stand: on Windows, on Linux, and right below (docs/sources.md, UTM). */
const transportFolders = ['transporter', 'transport', ''] as const;
const transportFile = path.join('conf', 'transport.properties');
const agentFile = path.join('agent', 'conf', 'agent.properties');

const typeable = /^[\x21-\x7e]{1,64}$/;

/** A UTM without a database needs both PINs at once, and erases both after their first use: half a pair is a trap. */
function pinSettings(pins: UtmPins | null): Result<TransportSettings> {
  if (pins === null) return succeed({});
  const { gost, pki } = pins;
  if (gost === null || pki === null) return fail(problem('EGAIS_UTM_SETTINGS_ONE_PIN'));
  if (!typeable.test(gost) || !typeable.test(pki)) return fail(problem('TOKEN_PIN_CHARACTERS', {}, { sent: false }));
  return succeed({ gostPin: gost, pkiPin: pki });
}

async function missingLibrary(files: SettingsFiles, settings: TransportSettings): Promise<string | null> {
  for (const library of [settings.gostLibrary, settings.rsaLibrary]) {
    if (library !== undefined && !(await files.exists(library))) return library;
  }
  return null;
}

async function settingsFileIn(files: SettingsFiles, folder: string): Promise<string | null> {
  for (const part of transportFolders) {
    const file = path.join(folder, part, transportFile);
    if (await files.exists(file)) return file;
  }
  return null;
}

/**
 * Takes away what an interrupted run left beside a UTM's settings with PINs in it; for whoever looks at the settings
 * and does not write them. What stays is told when they are written. `folder` as in `UtmConfiguration`.
 */
export async function sweepUtmSettings(
  { record, utmFiles }: Pick<Workplace, 'record' | 'utmFiles'>,
  folder: string,
): Promise<void> {
  const transport = await settingsFileIn(utmFiles, folder);
  const real = transport && (await utmFiles.real(transport).catch(() => null));
  if (real === null) return;
  const swept = await sweepLeftovers(utmFiles, real, 1);
  if (!swept.ok) record.write({ event: 'utm-settings-sweep', facts: { outcome: swept.problem.code } });
}

/**
 * Sets a UTM's settings in its files. The UTM reads them when it starts; it is neither stopped nor started here.
 * Answers the files that were looked at, each with the keys that changed; values are never told.
 */
export async function configureUtm(
  { record, now }: Pick<Workplace, 'record' | 'now'>,
  files: SettingsFiles,
  { folder, settings, pins }: UtmConfiguration,
): Promise<Result<readonly ChangedFile[]>> {
  const forPins = pinSettings(pins);
  if (!forPins.ok) return forPins;
  const library = await missingLibrary(files, settings);
  if (library !== null) return fail(problem('SETUP_FILE_UNREADABLE', { file: library }));
  const transport = await settingsFileIn(files, folder);
  if (transport === null) return fail(problem('EGAIS_UTM_SETTINGS_NOT_FOUND', { file: folder }));

  const outcome = await changeTransportSettings(files, transport, { ...settings, ...forPins.value }, now());
  record.write({
    event: 'utm-configure',
    facts: outcome.ok
      ? { file: outcome.value.file, changed: outcome.value.changed.join(' ') }
      : { outcome: outcome.problem.code },
  });
  if (!outcome.ok) return outcome;
  const agent = path.join(folder, agentFile);
  if (settings.port === undefined || !(await files.exists(agent))) return succeed([outcome.value]);
  const told = await changeAgentPort(files, agent, settings.port, now());
  return told.ok ? succeed([outcome.value, told.value]) : told;
}
