const key = Buffer.from('web.server.port');
const lineEnd = /[\r\n]/;

/**
 * The port in a UTM's `transport.properties`; `null` when it names none. PINs may stand in the same file: nothing but
 * the one line is made a text of.
 */
export function readWebPort(bytes: Uint8Array): number | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = file.indexOf(key); at !== -1; at = file.indexOf(key, at + key.length)) {
    const begins = at === 0 || lineEnd.test(String.fromCharCode(file[at - 1] ?? 0));
    const [, port] =
      /^[ \t]{0,9}[=:][ \t]{0,9}(\d{1,5})\b/.exec(file.toString('latin1', at + key.length, at + key.length + 40)) ?? [];
    if (begins && port !== undefined) return Number(port);
  }
  return null;
}
