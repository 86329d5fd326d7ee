/** A key of the registry and its values by name, as text; the unnamed value is left out. */
export interface RegistryKey {
  readonly path: string;
  readonly values: ReadonlyMap<string, string>;
}

// Four spaces part the columns (reg.exe); a name may hold single spaces.
const valueRow = /^ {4}(\S(?:.*?\S)?) {4}REG_[A-Z_]+(?: {4}(.*))?$/;

/** «(По умолчанию)», “(Default)”: the unnamed value, under a name in the language of Windows. */
const unnamed = /^\(.*\)$/;

/**
 * Reads `reg.exe query`, whatever the language of Windows: keys stand at the beginning of a line, values under them.
 * A key without values is listed too. An answer that the key does not exist holds none.
 */
export function readRegistry(output: string): readonly RegistryKey[] {
  const keys: { path: string; values: Map<string, string> }[] = [];
  for (const line of output.split(/\r?\n/)) {
    if (line.startsWith('HKEY_')) {
      keys.push({ path: line.trimEnd(), values: new Map() });
      continue;
    }
    const [, name, data = ''] = valueRow.exec(line) ?? [];
    if (name !== undefined && !unnamed.test(name)) keys.at(-1)?.values.set(name, data.trimEnd());
  }
  return keys;
}

/** A REG_DWORD as `reg.exe` prints it, `0x…`, taken as signed when `signed` is set. */
export function readDword(data: string | undefined, signed = false): number | null {
  const number = data !== undefined && /^0x[0-9a-f]{1,8}$/i.test(data) ? Number(data) : null;
  return number !== null && signed ? number | 0 : number;
}
