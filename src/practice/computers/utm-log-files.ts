import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readFileTail } from '../../machine/file-bytes.ts';
import type { System } from '../../machine/system.ts';

const logFolder = 'c:\\utm\\transporter\\l';

/**
 * The logs of the practice computer's UTM: files of the stand-in under the names of a real one. What else lies in the
 * stand-in's folder is not shown: the settings there would tell another port than the one practice gave it.
 */
export function utmLogFiles(utmFolder: string | null): Pick<System, 'list' | 'readTail'> {
  const logs = utmFolder === null ? null : join(utmFolder, 'l');
  const nameOf = (path: string): string | null => {
    const [folder, name = ''] = [path.slice(0, logFolder.length).toLowerCase(), path.slice(logFolder.length + 1)];
    return folder === logFolder && /^[\w.-]+$/.test(name) ? name : null;
  };
  return {
    list: async (folder) => (logs !== null && folder.toLowerCase() === logFolder ? readdir(logs).catch(() => []) : []),
    readTail: async (path, maxBytes) => {
      const name = nameOf(path);
      return logs === null || name === null ? null : readFileTail(join(logs, name), maxBytes);
    },
  };
}
