import * as asn1js from 'asn1js';

/** String types of a distinguished name's values. */
export type StringType = 'utf8' | 'printable' | 'numeric' | 'ia5';

const lengthBytes = (length: number): readonly number[] => {
  if (length < 0x80) return [length];
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return [0x80 | bytes.length, ...bytes];
};

/** One DER element: the tag byte, the length, and the contents one after another. */
export function element(tag: number, ...contents: readonly Uint8Array[]): Uint8Array {
  const length = contents.reduce((sum, content) => sum + content.length, 0);
  return Uint8Array.from(Buffer.concat([Uint8Array.from([tag, ...lengthBytes(length)]), ...contents]));
}

export const sequence = (...contents: readonly Uint8Array[]): Uint8Array => element(0x30, ...contents);
export const set = (...contents: readonly Uint8Array[]): Uint8Array => element(0x31, ...contents);
/** An explicit or constructed context tag. */
export const context = (number: number, ...contents: readonly Uint8Array[]): Uint8Array =>
  element(0xa0 | number, ...contents);
export const octetString = (content: Uint8Array): Uint8Array => element(0x04, content);
export const bitString = (content: Uint8Array, unusedBits = 0): Uint8Array =>
  element(0x03, Uint8Array.of(unusedBits), content);
export const booleanTrue: Uint8Array = Uint8Array.of(0x01, 0x01, 0xff);
export const nullValue: Uint8Array = Uint8Array.of(0x05, 0x00);

export const objectIdentifier = (oid: string): Uint8Array =>
  new Uint8Array(new asn1js.ObjectIdentifier({ value: oid }).toBER());

/** A non-negative INTEGER of big-endian bytes. */
export function unsignedInteger(bytes: Uint8Array): Uint8Array {
  const start = bytes.findIndex((byte) => byte !== 0);
  const significant = start < 0 ? Uint8Array.of(0) : bytes.subarray(start);
  const sign = (significant[0] ?? 0) >= 0x80 ? [Uint8Array.of(0)] : [];
  return element(0x02, ...sign, significant);
}

const stringTags: Readonly<Record<StringType, number>> = { utf8: 0x0c, numeric: 0x12, printable: 0x13, ia5: 0x16 };

export const text = (value: string, type: StringType): Uint8Array =>
  element(stringTags[type], Buffer.from(value, type === 'utf8' ? 'utf8' : 'latin1'));

/** UTCTime until 2049, GeneralizedTime from 2050 (RFC 5280, 4.1.2.5). */
export function time(at: Date): Uint8Array {
  const digits = at.toISOString().replace(/\D/g, '').slice(0, 14);
  const year = at.getUTCFullYear();
  const generalized = year < 1950 || year > 2049;
  return element(generalized ? 0x18 : 0x17, Buffer.from(`${generalized ? digits : digits.slice(2)}Z`, 'latin1'));
}
