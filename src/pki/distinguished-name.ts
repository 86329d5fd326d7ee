import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import type { DistinguishedName } from '../shared/domain/certificate.ts';
import { type DerNode, hexOf, rawBytes, readAs, sequenceOf, setOf, textOf } from './der.ts';
import { attributeNames } from './object-identifiers.ts';

type Field = Exclude<keyof DistinguishedName, 'text'>;

const fields: Readonly<Record<Field, string>> = {
  commonName: '2.5.4.3',
  organization: '2.5.4.10',
  organizationUnit: '2.5.4.11',
  surname: '2.5.4.4',
  givenName: '2.5.4.42',
  title: '2.5.4.12',
  country: '2.5.4.6',
  region: '2.5.4.8',
  locality: '2.5.4.7',
  street: '2.5.4.9',
  email: '1.2.840.113549.1.9.1',
  inn: '1.2.643.3.131.1.1',
  innLegalEntity: '1.2.643.100.4',
  ogrn: '1.2.643.100.1',
  ogrnip: '1.2.643.100.5',
  snils: '1.2.643.100.3',
};

interface Attribute {
  readonly oid: string;
  /** `undefined` for a value that is not a string. */
  readonly value: string | undefined;
  readonly raw: Uint8Array;
}

const attributeOf = (node: DerNode): Attribute => {
  const { type, value } = readAs(pkijs.AttributeTypeAndValue, node);
  return { oid: type, value: textOf(value), raw: rawBytes(value) };
};

/** Escapes as RFC 4514 does, control characters included, so that one attribute cannot pose as two. */
const escaped = (value: string): string =>
  value
    .replace(/[,+"\\<>;]/g, (character) => `\\${character}`)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is escaped here
    .replace(/[\u0000-\u001f\u007f]/g, (character) => `\\${character.charCodeAt(0).toString(16).padStart(2, '0')}`);

const written = ({ oid, value, raw }: Attribute): string =>
  `${attributeNames[oid] ?? oid}=${value === undefined ? `#${hexOf(raw)}` : escaped(value)}`;

/**
 * Reads a Name. The text keeps the order of the certificate; of a repeated attribute the first value counts.
 * `pkijs.RelativeDistinguishedNames` forgets which attributes share a relative name, and the text shows that.
 * @throws MalformedDer
 */
export function distinguishedNameOf(node: DerNode | undefined): DistinguishedName {
  const names = sequenceOf(node).map((relative) => setOf(relative).map(attributeOf));
  const attributes = names.flat();
  const firstValue = (oid: string): string | null =>
    attributes.find((attribute) => attribute.oid === oid && attribute.value?.trim())?.value ?? null;
  const values = Object.fromEntries(Object.entries(fields).map(([field, oid]) => [field, firstValue(oid)]));
  return {
    ...(values as Record<Field, string | null>),
    text: names.map((relative) => relative.map(written).join(' + ')).join(', '),
  };
}

/** String types of a distinguished name's values. */
const stringTypes = {
  utf8: asn1js.Utf8String,
  printable: asn1js.PrintableString,
  numeric: asn1js.NumericString,
  ia5: asn1js.IA5String,
} as const;

/** An attribute of a name that is to be written. */
export interface SubjectAttribute {
  readonly oid: string;
  readonly value: string;
  readonly type: keyof typeof stringTypes;
}

const relativeName = ({ oid, value, type }: SubjectAttribute): asn1js.Set =>
  new asn1js.Set({
    value: [new pkijs.AttributeTypeAndValue({ type: oid, value: new stringTypes[type]({ value }) }).toSchema()],
  });

/**
 * A Name with one attribute per relative name, in the order given. Built by hand and read back: pkijs itself would
 * write all attributes into one relative name, but keeps the bytes of a Name it has read.
 */
export const nameOf = (attributes: readonly SubjectAttribute[]): pkijs.RelativeDistinguishedNames =>
  pkijs.RelativeDistinguishedNames.fromBER(new asn1js.Sequence({ value: attributes.map(relativeName) }).toBER());
