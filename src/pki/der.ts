import * as asn1js from 'asn1js';

/** One ASN.1 element with all that is inside it. */
export type DerNode = asn1js.AsnType;

/** The bytes are not the structure they were taken for. Caught at the border of this floor; never leaves it. */
export class MalformedDer extends Error {}

const universal = 1;
const contextSpecific = 3;

/** Largest input that is looked into: certificates and requests take a few KiB, a bundle or signature some hundred. */
const largestInput = 4 * 1024 * 1024;

/**
 * Decodes exactly one element; anything after it is refused. Depth and number of elements are limited, so hostile
 * input costs little.
 * @throws MalformedDer
 */
export function decodeDer(bytes: Uint8Array): DerNode {
  if (bytes.length > largestInput) throw new MalformedDer('too large');
  try {
    const { offset, result } = asn1js.fromBER(Uint8Array.from(bytes), { maxDepth: 40, parseEmbedded: false });
    if (offset === bytes.length) return result;
  } catch {
    // The parser answers some malformed inputs by throwing instead of by a negative offset.
  }
  throw new MalformedDer('not one ASN.1 element');
}

/**
 * Lets pkijs take an element apart. Its own `fromBER` is not used: that decodes what stands inside strings too, with
 * wider limits than `decodeDer`, and does not mind bytes after the end.
 * @throws MalformedDer
 */
export function readAs<T>(type: new (parameters: { readonly schema: DerNode }) => T, node: DerNode | undefined): T {
  if (node === undefined) throw new MalformedDer(`${type.name} was expected`);
  try {
    return new type({ schema: node });
  } catch {
    // pkijs throws errors of several kinds, TypeErrors among them, where a structure is not what it expects.
    throw new MalformedDer(`${type.name} was expected`);
  }
}

/** The element itself, byte for byte as it stood in the input: what pkijs would write anew may differ. */
export const rawBytes = (node: DerNode): Uint8Array => Uint8Array.from(node.valueBeforeDecodeView);

const isUniversal = (node: DerNode, tag: number): boolean =>
  node.idBlock.tagClass === universal && node.idBlock.tagNumber === tag;

/** Whether the element carries the context tag `[number]`. */
export const isContext = (node: DerNode | undefined, number: number): node is DerNode =>
  node?.idBlock.tagClass === contextSpecific && node.idBlock.tagNumber === number;

/** The elements inside a constructed one. */
export function childrenOf(node: DerNode): readonly DerNode[] {
  if (node instanceof asn1js.Constructed) return node.valueBlock.value as DerNode[];
  throw new MalformedDer('a constructed element was expected');
}

const constructed = (tag: number, name: string) => (node: DerNode | undefined) => {
  if (node === undefined || !isUniversal(node, tag)) throw new MalformedDer(`${name} was expected`);
  return childrenOf(node);
};

export const sequenceOf = constructed(16, 'SEQUENCE');
export const setOf = constructed(17, 'SET');

export function objectIdentifierOf(node: DerNode | undefined): string {
  if (node instanceof asn1js.ObjectIdentifier) return node.valueBlock.toString();
  throw new MalformedDer('OBJECT IDENTIFIER was expected');
}

/** Two's complement, most significant byte first. */
export function integerOf(node: DerNode | undefined): Uint8Array {
  if (node instanceof asn1js.Integer && node.valueBlock.valueHexView.length > 0)
    return Uint8Array.from(node.valueBlock.valueHexView);
  throw new MalformedDer('INTEGER was expected');
}

/** The bits of a BIT STRING as bytes, and how many bits of the last one do not count. */
export function bitStringOf(node: DerNode | undefined): { readonly bytes: Uint8Array; readonly unusedBits: number } {
  if (node instanceof asn1js.BitString && !node.idBlock.isConstructed)
    return { bytes: Uint8Array.from(node.valueBlock.valueHexView), unusedBits: node.valueBlock.unusedBits };
  throw new MalformedDer('BIT STRING was expected');
}

/** The content of an OCTET STRING; the pieces of one in BER's constructed form are joined. */
export function octetStringOf(node: DerNode | undefined): Uint8Array {
  if (!(node instanceof asn1js.OctetString)) throw new MalformedDer('OCTET STRING was expected');
  if (!node.idBlock.isConstructed) return Uint8Array.from(node.valueBlock.valueHexView);
  return Buffer.concat((node.valueBlock.value as DerNode[]).map(octetStringOf));
}

/** The content of a primitive element under an implicit tag. */
export function primitiveOf(node: DerNode): Uint8Array {
  if (node instanceof asn1js.Primitive) return Uint8Array.from(node.valueBlock.valueHexView);
  throw new MalformedDer('a primitive element was expected');
}

/**
 * The characters of any ASN.1 string, `undefined` for an element that is not a string; asn1js counts times among them.
 * It also takes a UTF8String with one broken character, say one cut in two by a length limit, for Latin letters
 * throughout; here only that character is lost.
 */
export function textOf(node: DerNode | undefined): string | undefined {
  if (!(node instanceof asn1js.BaseStringBlock) || node instanceof asn1js.UTCTime) return undefined;
  if (node.idBlock.isConstructed) return undefined;
  if (node instanceof asn1js.Utf8String) return Buffer.from(node.valueBlock.valueHexView).toString('utf8');
  return node.getValue();
}

const timeForms: Readonly<Record<number, RegExp>> = {
  23: /^(?<year>\d{2})(?<rest>\d{10})Z$/,
  24: /^(?<year>\d{4})(?<rest>\d{10})Z$/,
};

/**
 * UTCTime or GeneralizedTime in the forms RFC 5280 permits (seconds, `Z`), as ISO 8601.
 * Two-digit years from 50 belong to the last century (RFC 5280, 4.1.2.5.1). asn1js, and with it `pkijs.Time`, takes a
 * malformed time for the last day of 1899 and 31 February for 2 March, so times are read here.
 */
export function timeOf(node: DerNode | undefined): string {
  const form = node && timeForms[node.idBlock.tagNumber];
  if (form === undefined || node?.idBlock.tagClass !== universal || !('valueHexView' in node.valueBlock))
    throw new MalformedDer('a time was expected');
  const groups = form.exec(Buffer.from(node.valueBlock.valueHexView).toString('latin1'))?.groups;
  if (groups === undefined) throw new MalformedDer('a time was expected');
  const { year = '', rest = '' } = groups;
  const fullYear = year.length === 4 ? year : `${Number(year) < 50 ? '20' : '19'}${year}`;
  const [month, day, hour, minute, second] = rest.match(/\d\d/g) ?? [];
  const date = new Date(`${fullYear}-${month}-${day}T${hour}:${minute}:${second}Z`);
  // `Date` rolls 31 February over to March; a time that does not read back as written is no time.
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(8, 10) !== day) throw new MalformedDer('no such time');
  return date.toISOString();
}

/** Runs a parser over untrusted bytes: its value, or `undefined` if the bytes are not what it reads. */
export function attempt<T>(parse: () => T): T | undefined {
  try {
    return parse();
  } catch (error) {
    if (error instanceof MalformedDer) return undefined;
    throw error;
  }
}

export const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;
