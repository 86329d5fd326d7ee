import { mark } from './mark.ts';

// A private key between its lines of armour, also where line ends are written as \n; a cut one goes to its last letter.
const armoured =
  /-----BEGIN [A-Z0-9 ]{0,30}PRIVATE KEY-----(?:[A-Za-z0-9+/=\s:,]|\\+[nrt]|-(?!----))*(?:-----END [A-Z0-9 ]{0,30}PRIVATE KEY-----)?/g;

// The base64 of DER that begins as PKCS#8 (RFC 5958) or PKCS#1 (RFC 8017) private keys do: a SEQUENCE, INTEGER 0, and
// the SEQUENCE of an algorithm or the INTEGER of a modulus. By the length of the outer SEQUENCE: two bytes, one, none.
const bare =
  /(?:MI[IJ][A-Za-z0-9+/]{2}[AQgw]IBA(?:D|AK)|MI[GH][A-Za-z0-9+/]AgEA(?:M|A)|M[A-H][A-Za-z0-9+/]CAQAw)(?:[A-Za-z0-9+/=]|\\+[nr]|\r?\n(?=[A-Za-z0-9+/]{16}))*/g;

/** Takes private keys out, armoured or not. */
export const withoutKeyMaterial = (text: string): string => text.replace(armoured, mark()).replace(bare, mark());
