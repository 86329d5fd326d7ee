import type { SettingsFiles } from '../../egais/utm/settings/settings-files.ts';
import { filesOf } from './files.ts';
import type { ComputerRecord } from './records.ts';
import { localUtmPath } from './utm-paths.ts';

const absent = (path: string): Error => Object.assign(new Error(`ENOENT: ${path}`), { code: 'ENOENT' });

/** The settings files of the practice computer's UTM, by the paths that they have there; nothing else can be touched. */
export function practiceSettingsFiles(
  files: SettingsFiles,
  place: { readonly computer: () => ComputerRecord; readonly utmFolder: string },
): SettingsFiles {
  const find = localUtmPath(place.utmFolder);
  const at = (path: string): string => {
    const local = find(path);
    if (local === null) throw absent(path);
    return local;
  };
  return {
    real: async (path) => {
      await files.real(at(path));
      return path;
    },
    rights: async (path) => files.rights(at(path)),
    read: async (path, maxBytes) => files.read(at(path), maxBytes),
    list: async (folder) => files.list(at(folder)),
    exists: async (path) => {
      const local = find(path);
      return local === null ? filesOf(place.computer()).has(path.toLowerCase()) : files.exists(local);
    },
    create: async (path) => files.create(at(path)),
    write: async (path, bytes) => files.write(at(path), bytes),
    give: async (path, rights) => files.give(at(path), rights),
    flush: async (path) => files.flush(at(path)),
    rename: async (from, to) => files.rename(at(from), at(to)),
    flushFolder: async (folder) => files.flushFolder(at(folder)),
    remove: async (path) => files.remove(at(path)),
    empty: async (path) => files.empty(at(path)),
    rest: () => files.rest(),
  };
}
