const numbered = /^(?:Reader )?\d+: (.+)$/;

/**
 * Names of readers out of `pcsc_scan -r`; `null` when it could not ask the daemon. Names may be coloured and numbered:
 * «0: Aktiv Rutoken ECP 00 00».
 */
export function readPcscReaders(output: string): readonly string[] | null {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character begins a colour.
  const plain = output.replace(/\u001b\[[\d;]*m/g, '');
  const names = plain.split('\n').flatMap((line) => numbered.exec(line.trim())?.[1] ?? []);
  if (names.length > 0) return names;
  return /No reader found/.test(plain) ? [] : null;
}
