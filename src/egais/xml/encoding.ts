import { isUtf8 } from 'node:buffer';
import { refusal, type XmlRefusal } from './refusal.ts';

export type XmlEncoding = 'utf-8' | 'windows-1251';

/** How the bytes of a document are to be decoded. */
export type EncodingVerdict =
  | { readonly ok: true; readonly encoding: XmlEncoding; readonly declared: boolean }
  | { readonly ok: false; readonly refusal: XmlRefusal };

const refuse = (...parts: Parameters<typeof refusal>): EncodingVerdict => ({ ok: false, refusal: refusal(...parts) });

const utf8Mark = Buffer.from('efbbbf', 'hex');

/** Byte order marks of UTF-16 and UTF-32, and `<` in the same without a mark. */
const wideBeginnings = ['fffe', 'feff', '0000feff', '3c00', '003c', '0000003c'].map((hex) => Buffer.from(hex, 'hex'));

const startsWith = (bytes: Buffer, beginning: Buffer): boolean => bytes.subarray(0, beginning.length).equals(beginning);

/** An XML declaration stands in the first bytes, which are ASCII in both encodings. */
const declaration = /^<\?xml\s+version\s*=\s*(?:"([^"]*)"|'([^']*)')(?:\s+encoding\s*=\s*(?:"([^"]*)"|'([^']*)'))?/;
const declarationLength = 256;

const encodingNamed = (name: string): XmlEncoding | null => {
  const lower = name.toLowerCase();
  return lower === 'utf-8' || lower === 'windows-1251' ? lower : null;
};

const hasOtherThanAscii = (bytes: Buffer): boolean => bytes.some((byte) => byte > 0x7f);

/**
 * Says in which of the two encodings of powers of attorney a document is written, by its own declaration and only if
 * the bytes bear it out. Nothing is guessed: whoever reads the file next must not see another text.
 */
export function encodingOf(document: Uint8Array): EncodingVerdict {
  const bytes = Buffer.from(document.buffer, document.byteOffset, document.byteLength);
  if (wideBeginnings.some((beginning) => startsWith(bytes, beginning))) return refuse('utf-16');
  const marked = startsWith(bytes, utf8Mark);
  const head = bytes.subarray(marked ? utf8Mark.length : 0).toString('latin1', 0, declarationLength);
  if (!head.trimStart().startsWith('<')) return refuse('not-xml');
  if (bytes.includes(0)) return refuse('null-character');

  const [found, ...parts] = declaration.exec(head) ?? [null];
  const [version, encodingName] = [parts[0] ?? parts[1] ?? '1.0', parts[2] ?? parts[3] ?? 'utf-8'];
  if (version !== '1.0') return refuse('version-unsupported', { version });
  const encoding = encodingNamed(encodingName);
  if (encoding === null) return refuse('encoding-unsupported', { encoding: encodingName });

  // Russian text in windows-1251 is never UTF-8 by chance over a whole document.
  const inUtf8 = isUtf8(bytes);
  const borneOut = encoding === 'utf-8' ? inUtf8 : !marked && !(inUtf8 && hasOtherThanAscii(bytes));
  if (!borneOut) return refuse('encoding-false', { encoding: encodingName });
  return { ok: true, encoding, declared: found !== null };
}
