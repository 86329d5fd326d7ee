import type { Certificate, DistinguishedName } from '../../shared/domain/certificate.ts';
import { extendedPurposes, signToolClasses } from '../../shared/domain/qualified-request.ts';
import { subjectFieldSchema } from '../../shared/domain/qualified-subject.ts';
import { fillText } from '../../shared/texts/fill.ts';
import { qualifiedRequestTexts } from '../../shared/texts/qualified-request.ts';
import { day, inGroups, type Rows, row } from '../printed/rows.ts';

const texts = qualifiedRequestTexts.ru;

export const subjectRows = (subject: DistinguishedName): Rows =>
  subjectFieldSchema.options.flatMap((field) => row(texts.field[field].label, subject[field]));

/** As much of a subject as names the holder on a paper of one page. */
export const holderRows = (subject: DistinguishedName): Rows => [
  ...row('Организация', subject.organization),
  ...row('Владелец', [subject.surname, subject.givenName].filter((part) => part !== null).join(' ')),
  ...row('Должность', subject.title),
  ...row('ИНН', subject.innLegalEntity ?? subject.inn),
  ...row('ОГРН', subject.ogrn),
  ...row('ОГРНИП', subject.ogrnip),
  ...row('СНИЛС', subject.snils),
];

const gostBits: Readonly<Partial<Record<Certificate['key']['kind'], number>>> = {
  'gost-2012-256': 256,
  'gost-2012-512': 512,
};

export function keyRows({ kind, parameterSet, parameterSetName }: Certificate['key'], publicKeySha256: string): Rows {
  const bits = gostBits[kind];
  const named = [parameterSetName, parameterSet].filter((name) => name !== null).join(', ');
  return [
    ['Вид ключа', bits === undefined ? kind : fillText(texts.parameterSet.bits, { bits }, 'ru')],
    ...row(texts.parameterSet.label, named),
    ['Отпечаток открытого ключа (SHA-256)', inGroups(publicKeySha256)],
  ];
}

/** What tells one certificate from every other. */
export const certificateRows = ({ serialNumber, issuer, notBefore, notAfter, fingerprint }: Certificate): Rows => [
  ['Серийный номер', inGroups(serialNumber)],
  ['Выдан', issuer.commonName ?? issuer.text],
  ['Действует с', day(notBefore)],
  ['Действует до', day(notAfter)],
  ['Отпечаток (SHA-256)', inGroups(fingerprint)],
];

type Names = Readonly<Record<string, string>>;

const named = (names: Names, key: string): string => (Object.hasOwn(names, key) ? (names[key] ?? key) : key);

/** OID → what it is called. */
const purposeNames: Names = {
  [extendedPurposes.clientAuthentication]: texts.purpose.clientAuthentication,
  [extendedPurposes.emailProtection]: texts.purpose.emailProtection,
};
const classNames: Names = Object.fromEntries(Object.entries(signToolClasses).map(([name, oid]) => [oid, name]));

const list = (names: Names, keys: readonly string[]): string => keys.map((key) => named(names, key)).join(', ');

export const usageRows = ({
  keyUsage,
  extendedKeyUsage,
  policies,
  subjectSignTool,
}: Pick<Certificate, 'keyUsage' | 'extendedKeyUsage' | 'policies' | 'subjectSignTool'>): Rows => [
  ...row(texts.keyUsage.label, list(texts.keyUsage, keyUsage)),
  ...row(texts.purpose.label, list(purposeNames, extendedKeyUsage)),
  ...row(texts.policies.label, list(classNames, policies)),
  ...row(texts.subjectSignTool.label, subjectSignTool),
];

/** Rows to be written by hand. */
export const blank = (...names: readonly string[]): Rows => names.map((name) => [name, ''] as const);
