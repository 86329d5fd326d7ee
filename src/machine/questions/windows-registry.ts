import { type RegistryKey, readRegistry } from '../outputs/registry.ts';
import type { System } from '../system.ts';

/** The registry's 64-bit view and that of 32-bit programs, as `reg.exe` of a 64-bit Windows has them. */
const uninstallKeys = [
  'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall',
  'HKLM\\SOFTWARE\\WOW6432Node\\Microsoft\\Windows\\CurrentVersion\\Uninstall',
];

/** A key with its values, and with `/s` those under it; nothing when there is no such key or it may not be read. */
export async function queryRegistry(
  system: Pick<System, 'run'>,
  key: string,
  ...options: readonly string[]
): Promise<readonly RegistryKey[]> {
  return readRegistry((await system.run('reg.exe', ['query', key, ...options])).stdout);
}

export interface InstalledProgram {
  readonly key: string;
  readonly name: string;
  readonly version: string;
}

/** What the list of installed programs of Windows shows; `null` when it could not be read at all. */
export async function findInstalledPrograms(system: System): Promise<readonly InstalledProgram[] | null> {
  const keys = (await Promise.all(uninstallKeys.map((key) => queryRegistry(system, key, '/s')))).flat();
  if (keys.length === 0) return null;
  return keys.flatMap(({ path, values }) => {
    const name = values.get('DisplayName');
    return name ? [{ key: path.split('\\').at(-1) ?? '', name, version: values.get('DisplayVersion') ?? '' }] : [];
  });
}
