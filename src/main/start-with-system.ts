import { homedir } from 'node:os';
import path from 'node:path';
import type { StartWithSystem } from '../machine/start-with-system/start-with-system.ts';
import type { ScenarioId } from '../shared/domain/scenario.ts';
import { problem } from '../shared/problems/problem.ts';
import { fail, succeed } from '../shared/result.ts';
import { type LoginItems, loginItem } from './login-item.ts';
import { xdgAutostart, xdgConfigFolder } from './xdg-autostart.ts';

/** The program that can show a notice and a window, as the system starts it. */
export interface WindowProgram {
  readonly words: readonly string[];
  readonly loginItems: LoginItems;
}

/** The command line from source has no window to show a notice with. */
const unsupported: StartWithSystem = {
  read: async () => succeed(false),
  set: async () => fail(problem('SETUP_START_WITH_SYSTEM_UNSUPPORTED')),
  unset: async () => succeed(null),
};

/** @param profileDir a profile that was named by hand; the program finds its own without a word */
export function realStartWithSystem(program: WindowProgram | null, profileDir: string | null): StartWithSystem {
  if (program === null) return unsupported;
  const profile = profileDir === null ? [] : ['--profile-dir', path.resolve(profileDir)];
  const words = [...program.words, '--remind', ...profile];
  if (process.platform === 'win32') return loginItem(program.loginItems, words);
  if (process.platform === 'linux') return xdgAutostart(xdgConfigFolder(process.env, homedir()), words);
  return unsupported;
}

interface PracticePlace {
  readonly folder: string;
  readonly scenario: ScenarioId;
}

/** Practice touches nobody's session: the file that would start it lies in the folder of practice, on every system. */
export function practiceStartWithSystem(
  program: WindowProgram | null,
  { folder, scenario }: PracticePlace,
): StartWithSystem {
  // Where there is no such program, nobody starts this file either.
  const own = program?.words ?? ['egais-wizard'];
  const profileDir = path.resolve(folder, '../..');
  return xdgAutostart(folder, [...own, '--remind', '--practice', scenario, '--profile-dir', profileDir]);
}
