import type { DistinguishedName } from '../shared/domain/certificate.ts';
import { type DerNode, hexOf, MalformedDer, objectIdentifierOf, rawBytes, sequenceOf, setOf, textOf } from './der.ts';
import { objectIdentifier, type StringType, sequence, set, text } from './der-writer.ts';
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
  const [type, value] = sequenceOf(node);
  if (value === undefined) throw new MalformedDer('an attribute without a value');
  return { oid: objectIdentifierOf(type), value: textOf(value), raw: rawBytes(value) };
};

/** Escapes as RFC 4514 does, control characters included, so that one attribute cannot pose as two. */
const escaped = (value: string): string =>
  value
    .replace(/[,+"\\<>;]/g, (character) => `\\${character}`)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is escaped here
    .replace(/[\u0000-\u001f\u007f]/g, (character) => `\\${character.charCodeAt(0).toString(16).padStart(2, '0')}`);

const written = ({ oid, value, raw }: Attribute): string =>
  `${attributeNames[oid] ?? oid}=${value === undefined ? `#${hexOf(raw)}` : escaped(value)}`;

/** Reads a Name. The text keeps the order of the certificate; of a repeated attribute the first value counts. */
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

/** An attribute of a name that is to be written. */
export interface SubjectAttribute {
  readonly oid: string;
  readonly value: string;
  readonly type: StringType;
}

/** Writes a Name with one attribute per relative name, in the order given. */
export const nameDer = (attributes: readonly SubjectAttribute[]): Uint8Array =>
  sequence(...attributes.map(({ oid, value, type }) => set(sequence(objectIdentifier(oid), text(value, type)))));
