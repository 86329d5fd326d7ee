/** Texts of PKCS#11 are padded with blanks, by some libraries with zero bytes. */
export const unpadded = (text: string): string => text.replace(/[\0 ]+$/, '');

const labelBytes = 32;

/**
 * A token's label in the 32 bytes `C_InitToken` reads whatever is given: cut between characters, filled with blanks.
 * pkcs11js passes a shorter one on as it is, and the library then reads past its end.
 */
export function paddedLabel(label: string): string {
  const characters = [...label];
  while (Buffer.byteLength(characters.join('')) > labelBytes) characters.pop();
  const text = characters.join('');
  return text + ' '.repeat(labelBytes - Buffer.byteLength(text));
}
