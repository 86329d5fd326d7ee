import * as asn1js from 'asn1js';
import { bigEndianToNumber } from './byte-order.ts';

// For the structures of a token's attributes, whose parts are bytes as the token gives them: asn1js' own SEQUENCE takes
// elements that were decoded, and a token may show what cannot be.

/** One DER element: the tag byte, the length, and the contents one after another. */
export function element(tag: number, ...contents: readonly Uint8Array[]): Uint8Array {
  const block = new asn1js.Primitive({
    idBlock: { tagClass: (tag >> 6) + 1, tagNumber: tag & 0x1f },
    valueHex: Buffer.concat(contents),
  });
  block.idBlock.isConstructed = (tag & 0x20) !== 0;
  return new Uint8Array(block.toBER());
}

const written = (block: asn1js.BaseBlock): Uint8Array => new Uint8Array(block.toBER());

export const sequence = (...contents: readonly Uint8Array[]): Uint8Array => element(0x30, ...contents);
export const octetString = (content: Uint8Array): Uint8Array => written(new asn1js.OctetString({ valueHex: content }));
/** Of whole bytes. */
export const bitString = (content: Uint8Array): Uint8Array => written(new asn1js.BitString({ valueHex: content }));
export const nullValue: Uint8Array = written(new asn1js.Null());
export const objectIdentifier = (oid: string): Uint8Array => written(new asn1js.ObjectIdentifier({ value: oid }));

/** A non-negative INTEGER of big-endian bytes. */
export const unsignedInteger = (bytes: Uint8Array): Uint8Array =>
  written(asn1js.Integer.fromBigInt(bigEndianToNumber(bytes)));
