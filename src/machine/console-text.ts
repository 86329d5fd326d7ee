const utf8 = new TextDecoder('utf-8', { fatal: true });
const oem = new TextDecoder('ibm866');
const ansi = new TextDecoder('windows-1251');

/**
 * Bytes that are letters in one Russian code page and line drawing or rarities in the other: capitals and «р»…«я» of
 * windows-1251 against capitals and «а»…«п» of cp866. «р»…«я» of cp866 (E0–EF) are letters in both and tell nothing.
 */
function looksAnsi(bytes: Uint8Array): boolean {
  let ansiLetters = 0;
  let oemLetters = 0;
  for (const byte of bytes) {
    if (byte >= 0xf0 || (byte >= 0xc0 && byte <= 0xdf)) ansiLetters += 1;
    else if (byte >= 0x80 && byte <= 0xaf) oemLetters += 1;
  }
  return ansiLetters > oemLetters;
}

/**
 * Text of a console program. Programs of Russian Windows write the OEM code page (cp866), a few the ANSI one
 * (windows-1251), and all write UTF-8 where that is switched on system-wide; nothing in the output says which.
 */
export function decodeConsoleText(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    return (looksAnsi(bytes) ? ansi : oem).decode(bytes);
  }
}
