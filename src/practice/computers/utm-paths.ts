import { join } from 'node:path';
import { UtmFolder } from '../utm/utm-folder.ts';

/** What in the stand-in's folder is no file of a UTM. */
const ownFiles: readonly string[] = ['practice.json', 'agency', 'service', 'beside'];

const root = 'c:\\utm';
const homes: readonly (readonly [windows: string, local: readonly string[]])[] = [
  [`${root}\\transporter`, []],
  [`${root}\\agent`, ['beside', 'agent']],
];

/**
 * Finds files of the practice computer's UTM: where a path like `C:\UTM\transporter\l` stands on this computer, with
 * slashes of either kind. `null`: a path of something else, or the UTM is not installed.
 */
export const localUtmPath =
  (utmFolder: string) =>
  (path: string): string | null => {
    const windows = path.replaceAll('/', '\\').replace(/\\+$/, '');
    const lower = windows.toLowerCase();
    if (!new UtmFolder(utmFolder).isInstalled()) return null;
    if (lower === root) return utmFolder;
    for (const [home, local] of homes) {
      if (lower !== home && !lower.startsWith(`${home}\\`)) continue;
      const parts = windows
        .slice(home.length)
        .split('\\')
        .filter((part) => part !== '');
      if (parts.includes('..') || (local.length === 0 && ownFiles.includes(parts[0]?.toLowerCase() ?? ''))) return null;
      return join(utmFolder, ...local, ...parts);
    }
    return null;
  };
