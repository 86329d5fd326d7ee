/** A piece of a file: DER, and the label of its PEM frame, `null` where there was none. */
export interface Block {
  readonly label: string | null;
  readonly der: Uint8Array;
}

const frame = /-----BEGIN ([A-Z0-9 ]{1,40})-----\s*([A-Za-z0-9+/=\s]*)-----END \1-----/g;
const bareBase64 = /^[A-Za-z0-9+/\s]+={0,2}\s*$/;

const decode = (base64: string): Uint8Array => Uint8Array.from(Buffer.from(base64, 'base64'));

/**
 * The DER blocks of a file that may be DER itself, PEM with any text around its frames, or bare base64.
 * A DER SEQUENCE begins with 0x30, which as text is the digit 0: only what is wholly base64 is taken for it.
 */
export function blocksOf(bytes: Uint8Array): readonly Block[] {
  const characters = Buffer.from(bytes).toString('latin1');
  const framed = [...characters.matchAll(frame)].map(([, label = '', base64 = '']) => ({ label, der: decode(base64) }));
  if (framed.length > 0) return framed;
  const stripped = characters.replace(/^\u00ef\u00bb\u00bf/, '');
  return [{ label: null, der: bareBase64.test(stripped) ? decode(stripped) : bytes }];
}
