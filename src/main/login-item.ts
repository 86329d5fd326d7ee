import type { StartWithSystem } from '../machine/start-with-system/start-with-system.ts';
import { quotedWindowsWord, windowsWord } from '../machine/start-with-system/windows-words.ts';
import { problem } from '../shared/problems/problem.ts';
import { fail, succeed } from '../shared/result.ts';

interface LoginItem {
  readonly path: string;
  readonly args: string[];
}

/** Electron's side of the registry key `Run` of this person (`app.setLoginItemSettings`, `app.getLoginItemSettings`). */
export interface LoginItems {
  setLoginItemSettings(settings: LoginItem & { readonly openAtLogin: boolean }): void;
  getLoginItemSettings(options: LoginItem): {
    readonly openAtLogin: boolean;
    readonly executableWillLaunchAtLogin: boolean;
  };
}

/** Electron puts path and words together as they are, with a blank between: each has to bring its quotes. */
const itemOf = ([program = '', ...words]: readonly string[]): LoginItem => ({
  path: quotedWindowsWord(program),
  args: words.map(windowsWord),
});

/** Starts a program with the session by the registry of Windows. What was set is read back: Electron tells no failure. */
export function loginItem(items: LoginItems, words: readonly string[]): StartWithSystem {
  const item = itemOf(words);
  const refused = (error: string) => fail(problem('SETUP_START_WITH_SYSTEM_REFUSED', { place: 'Windows' }, { error }));
  const starts = (): boolean => {
    const { openAtLogin, executableWillLaunchAtLogin } = items.getLoginItemSettings(item);
    return openAtLogin && executableWillLaunchAtLogin;
  };
  const become = async (wanted: boolean) => {
    try {
      items.setLoginItemSettings({ ...item, openAtLogin: wanted });
      return starts() === wanted ? succeed(null) : refused('read back otherwise');
    } catch (error) {
      return refused(String(error));
    }
  };
  return {
    async read() {
      try {
        return succeed(starts());
      } catch (error) {
        return refused(String(error));
      }
    },
    set: () => become(true),
    unset: () => become(false),
  };
}
