/** What `/etc/os-release` says, by the keys of os-release(5). Lines that are not assignments are passed over. */
export function readOsRelease(text: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const line of text.split(/\r?\n/)) {
    const match = /^\s*([A-Z][A-Z0-9_]*)=(.*)$/.exec(line);
    const [, key, raw] = match ?? [];
    if (key === undefined || raw === undefined) continue;
    const value = raw.trim();
    const quoted = /^(["'])(.*)\1$/.exec(value);
    values.set(key, (quoted?.[2] ?? value).replace(/\\(["'$`\\])/g, '$1'));
  }
  return values;
}
