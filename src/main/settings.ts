import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { problem } from '../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../shared/result.ts';
import { accountUrlSchema } from './account-url.ts';
import type { CommandLine } from './command-line.ts';
import type { Log } from './log.ts';

const settingsSchema = z.strictObject({
  /** Base address of an account service that speaks docs/account-openapi.yaml; there is none unless somebody says so. */
  accountUrl: accountUrlSchema.nullable().default(null),
  /** The same of docs/certification-account-openapi.yaml, the account of a certification authority. */
  certificationAccountUrl: accountUrlSchema.nullable().default(null),
  /** Codes of powers a МЧД for EGAIS has to name; empty while the agency has published none. */
  powerCodes: z.array(z.string().min(1).max(255)).max(100).default([]),
});
export type Settings = z.infer<typeof settingsSchema>;

const noSettings: Settings = settingsSchema.parse({});

/** What an administrator wrote into `settings.json` of the profile. Problem: `SETUP_SETTINGS_UNREADABLE`. */
function readSettings(profileDir: string): Result<Settings> {
  const file = path.join(profileDir, 'settings.json');
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return succeed(noSettings);
    return fail(problem('SETUP_SETTINGS_UNREADABLE', { file }, { error: String(error) }));
  }
  try {
    return succeed(settingsSchema.parse(JSON.parse(text)));
  } catch (error) {
    return fail(problem('SETUP_SETTINGS_UNREADABLE', { file }, { error: String(error).slice(0, 500) }));
  }
}

/** Settings for one start: the command line has the last word, and a file that cannot be read is said in the log. */
export function settingsOf({ global }: CommandLine, profileDir: string, log: Log): Settings {
  const read = readSettings(profileDir);
  if (!read.ok) log.warn('settings-unreadable', read.problem.details);
  const settings = read.ok ? read.value : noSettings;
  return {
    ...settings,
    accountUrl: global.accountUrl ?? settings.accountUrl,
    certificationAccountUrl: global.certificationAccountUrl ?? settings.certificationAccountUrl,
  };
}
