import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { desktopEntry, execValue, startsBy } from '../machine/start-with-system/desktop-entry.ts';
import type { StartWithSystem } from '../machine/start-with-system/start-with-system.ts';
import { problem } from '../shared/problems/problem.ts';
import { fail, succeed } from '../shared/result.ts';
import { writeWhole } from './write-whole.ts';

const fileName = 'egais-wizard-reminders.desktop';

const isAbsent = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** XDG Base Directory Specification: a folder that is not absolute is as good as none. */
export const xdgConfigFolder = (environment: NodeJS.ProcessEnv, home: string): string => {
  const named = environment.XDG_CONFIG_HOME;
  return named && path.isAbsolute(named) ? named : path.join(home, '.config');
};

/** Starts a program with the session by a file of the desktop's. `configFolder`: where its folder `autostart` stands. */
export function xdgAutostart(configFolder: string, words: readonly string[]): StartWithSystem {
  const folder = path.join(configFolder, 'autostart');
  const file = path.join(folder, fileName);
  const refused = (error: string) => fail(problem('SETUP_START_WITH_SYSTEM_REFUSED', { place: file }, { error }));
  const exec = execValue(words);
  return {
    async read() {
      try {
        return succeed(exec !== null && startsBy(await readFile(file, 'utf8'), exec));
      } catch (error) {
        return isAbsent(error) ? succeed(false) : refused(String(error));
      }
    },
    async set() {
      if (exec === null) return refused(`unwritable: ${words.join(' ')}`);
      try {
        await mkdir(folder, { recursive: true });
        await writeWhole(file, new TextEncoder().encode(desktopEntry(exec, words[0] ?? '')), 'replace');
        return succeed(null);
      } catch (error) {
        return refused(String(error));
      }
    },
    async unset() {
      try {
        await rm(file, { force: true });
        return succeed(null);
      } catch (error) {
        return refused(String(error));
      }
    },
  };
}
