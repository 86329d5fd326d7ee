/**
 * The text of an HTTP body: in the encoding its header names, else UTF-8, else windows-1251; a wrong or unknown name is
 * passed over. Never throws.
 * @param contentType the header as it came, `undefined` without one
 */
export function bodyText(bytes: Uint8Array, contentType: string | undefined): string {
  const named = /charset="?([\w-]+)/i.exec(contentType ?? '')?.[1];
  for (const encoding of [named, 'utf-8', 'windows-1251']) {
    if (encoding === undefined) continue;
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // A wrong or unknown encoding: the next one.
    }
  }
  return Buffer.from(bytes).toString('latin1');
}
