import type { Subject, SubjectField } from '../../src/shared/domain/qualified-subject.ts';
import type { GostOracle } from './openssl-gost.ts';

/** Tags of string types (X.680, 8.4) by the names that OpenSSL has for them. */
const tags = { UTF8STRING: 0x0c, NUMERICSTRING: 0x12, PRINTABLESTRING: 0x13, IA5STRING: 0x16 } as const;

/**
 * The rules once more, written down from order 795 of the FSB, RFC 9215 and RFC 5280 and taken from nothing of ours: in
 * the order of a subject, the type of each attribute as bytes, its name in OpenSSL 3.0, the string type of its value.
 */
const rules: readonly (readonly [SubjectField, oid: string, name: string, type: keyof typeof tags])[] = [
  ['country', '550406', 'countryName', 'PRINTABLESTRING'],
  ['region', '550408', 'stateOrProvinceName', 'UTF8STRING'],
  ['locality', '550407', 'localityName', 'UTF8STRING'],
  ['street', '550409', 'streetAddress', 'UTF8STRING'],
  ['organization', '55040a', 'organizationName', 'UTF8STRING'],
  ['organizationUnit', '55040b', 'organizationalUnitName', 'UTF8STRING'],
  ['commonName', '550403', 'commonName', 'UTF8STRING'],
  ['title', '55040c', 'title', 'UTF8STRING'],
  ['surname', '550404', 'surname', 'UTF8STRING'],
  ['givenName', '55042a', 'givenName', 'UTF8STRING'],
  ['inn', '2a85030381030101', 'INN', 'NUMERICSTRING'],
  ['snils', '2a85036403', 'SNILS', 'NUMERICSTRING'],
  ['innLegalEntity', '2a85036404', '1.2.643.100.4', 'NUMERICSTRING'],
  ['ogrn', '2a85036401', 'OGRN', 'NUMERICSTRING'],
  ['ogrnip', '2a85036405', 'OGRNIP', 'NUMERICSTRING'],
  ['email', '2a864886f70d010901', 'emailAddress', 'IA5STRING'],
];

/** One element of DER; nothing of a subject is longer than two bytes can say. */
function element(tag: number, content: Buffer): Buffer {
  const { length } = content;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}
const sequence = (...parts: readonly Buffer[]) => element(0x30, Buffer.concat(parts));
const set = (part: Buffer) => element(0x31, part);

const written = ({ values }: Subject) =>
  rules.flatMap(([field, oid, name, type]) => {
    const value = field === 'country' ? 'RU' : values[field];
    return value ? [{ oid, name, type, value }] : [];
  });

/** The Name that a subject has to be in a request, DER. */
export const nameByTheRules = (subject: Subject): Buffer =>
  sequence(
    ...written(subject).map(({ oid, type, value }) =>
      set(sequence(element(0x06, Buffer.from(oid, 'hex')), element(tags[type], Buffer.from(value, 'utf8')))),
    ),
  );

/** The same as OpenSSL should print it: name, string type, value. */
export const linesByTheRules = (subject: Subject): readonly string[] =>
  written(subject).map(({ name, type, value }) => `${name} ${type} ${value}`);

interface TakenApart {
  /** DER. */
  readonly name: Buffer;
  readonly lines: readonly string[];
}

/** The subject of a request (PKCS#10, DER) where OpenSSL finds it, and as it prints it. */
export function subjectInOpenSsl(oracle: GostOracle, request: Uint8Array): TakenApart {
  oracle.write('taken-apart.p10', request);
  const parsed = oracle.run(['asn1parse', '-inform', 'DER', '-in', 'taken-apart.p10']).toString('utf8').split('\n');
  const start = parsed.findIndex((line) => /^ *\d+:d=2 .*cons: SEQUENCE/.test(line));
  const end = parsed.findIndex((line, index) => index > start && /^ *\d+:d=2 /.test(line));
  const [, offset, header, length] = /^ *(\d+):d=2 +hl=(\d+) +l= *(\d+)/.exec(parsed[start] ?? '')?.map(Number) ?? [];
  if (offset === undefined || header === undefined || length === undefined) throw new Error(parsed.join('\n'));
  const words = parsed
    .slice(start + 1, end)
    .filter((line) => line.includes('prim:'))
    .map((line) => line.replace(/^.*?prim: +/, ''));
  const lines = words.flatMap((word, index) => {
    const attribute = /^OBJECT +:(.*)$/.exec(word)?.[1];
    const [, type, value] = /^(\w+) +:(.*)$/.exec(words[index + 1] ?? '') ?? [];
    return attribute === undefined ? [] : [`${attribute} ${type} ${value}`];
  });
  return { name: Buffer.from(request.subarray(offset, offset + header + length)), lines };
}
