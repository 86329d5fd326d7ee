import type { Attribute, Template } from 'pkcs11js';
import { CKA } from '../../token/pkcs11-numbers.ts';
import { refuse } from './cryptoki-error.ts';
import type { StoredObject } from './device-state.ts';

/** CK_ULONG of a 64-bit Linux: eight bytes, little-endian. Handles have the same form. */
export function ulong(value: number): Buffer {
  const buffer = Buffer.alloc(8);
  buffer.writeBigUInt64LE(BigInt(value));
  return buffer;
}

export const readHandle = (handle: Buffer): number => (handle.length === 8 ? Number(handle.readBigUInt64LE()) : -1);

function encode(value: Attribute['value']): Buffer {
  if (typeof value === 'number') return ulong(value);
  if (typeof value === 'boolean') return Buffer.from([value ? 1 : 0]);
  if (typeof value === 'string') return Buffer.from(value, 'utf8');
  return Buffer.isBuffer(value) ? value : refuse('ATTRIBUTE_VALUE_INVALID');
}

export type AttributeMap = Map<number, Buffer>;

export const readTemplate = (template: Template): AttributeMap =>
  new Map(template.map(({ type, value }) => [type, encode(value)]));

const key = (type: number): string => type.toString(16);

export const toStored = (attributes: AttributeMap): StoredObject['attributes'] =>
  Object.fromEntries([...attributes].map(([type, value]) => [key(type), value.toString('base64')]));

export function attributeOf(object: StoredObject, type: number): Buffer | undefined {
  const value = object.attributes[key(type)];
  return value === undefined ? undefined : Buffer.from(value, 'base64');
}

export const isTrue = (value: Buffer | undefined): boolean => value?.[0] === 1;

export const isPrivate = (object: StoredObject): boolean => isTrue(attributeOf(object, CKA.private));

export const matches = (object: StoredObject, wanted: AttributeMap): boolean =>
  [...wanted].every(([type, value]) => attributeOf(object, type)?.equals(value) ?? false);

const secretAttributes: ReadonlySet<number> = new Set([
  CKA.privateExponent,
  CKA.prime1,
  CKA.prime2,
  CKA.exponent1,
  CKA.exponent2,
  CKA.coefficient,
  CKA.value,
]);

/** What `C_GetAttributeValue` gives for one attribute; throws as the token refuses. */
export function readAttribute(object: StoredObject, type: number): Buffer {
  if (object.secret !== null && secretAttributes.has(type)) refuse('ATTRIBUTE_SENSITIVE');
  return attributeOf(object, type) ?? refuse('ATTRIBUTE_TYPE_INVALID');
}

const overhead = 64;

/** Bytes an object takes on the token. */
export const sizeOf = (object: StoredObject): number =>
  Object.values(object.attributes).reduce((sum, value) => sum + (value.length * 3) / 4, overhead) +
  ((object.secret?.length ?? 0) * 3) / 4;
