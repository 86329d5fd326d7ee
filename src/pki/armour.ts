/** Beyond this no certificate file is; such input is not searched. */
const largestFile = 8 * 1024 * 1024;

// Both patterns cost time in proportion to the input, whatever it holds: no two neighbouring parts of them match the
// same characters.
const frame = /-----BEGIN ([A-Z0-9 ]{1,40})-----([A-Za-z0-9+/=\s]*)-----END \1-----/g;
const bareBase64 = /^[A-Za-z0-9+/]+={0,2}$/;

const decode = (base64: string): Uint8Array => Uint8Array.from(Buffer.from(base64, 'base64'));

/**
 * The DER blocks of a file that may be DER itself, PEM with any text around its frames, or bare base64. What is wholly
 * base64 is taken for it: DER always holds bytes that are not.
 */
export function derBlocksOf(bytes: Uint8Array): readonly Uint8Array[] {
  if (bytes.length > largestFile) return [bytes];
  const characters = Buffer.from(bytes).toString('latin1');
  const framed = [...characters.matchAll(frame)].map(([, , base64 = '']) => decode(base64));
  if (framed.length > 0) return framed;
  const stripped = characters.replace(/^\u00ef\u00bb\u00bf/, '').replace(/\s+/g, '');
  return [bareBase64.test(stripped) ? decode(stripped) : bytes];
}
