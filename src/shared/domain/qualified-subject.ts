import { z } from 'zod';
import { regionName } from '../regions.ts';
import type { Certificate, DistinguishedName } from './certificate.ts';
import { bareNumber, innWithoutZeros, numberFault, type RegistrationNumberKind } from './registration-number.ts';

/** Whom a qualified certificate speaks for; the words are those of `Holder.kind`. */
export const subjectKindSchema = z.enum(['organization', 'sole-proprietor', 'person']);
export type SubjectKind = z.infer<typeof subjectKindSchema>;

/** Attributes of the subject, by their names in `DistinguishedName`, in the order in which they are written. */
export const subjectFieldSchema = z.enum([
  'country',
  'region',
  'locality',
  'street',
  'organization',
  'organizationUnit',
  'commonName',
  'title',
  'surname',
  'givenName',
  'inn',
  'snils',
  'innLegalEntity',
  'ogrn',
  'ogrnip',
  'email',
]);
export type SubjectField = z.infer<typeof subjectFieldSchema>;

/** What stands in the fields; one that is left empty is not written. */
export const subjectValuesSchema = z.partialRecord(subjectFieldSchema, z.string().max(4096));
export type SubjectValues = Readonly<z.infer<typeof subjectValuesSchema>>;

/** Why a value cannot be written. */
type SubjectFault =
  | 'missing'
  | 'not-for-kind'
  | 'blank-around'
  | 'control-character'
  | 'too-long'
  | 'wrong-form'
  | 'wrong-check-digits'
  | 'unknown-region';

export interface SubjectFieldFault {
  readonly field: SubjectField;
  readonly fault: SubjectFault;
}

type Presence = 'required' | 'optional' | 'absent';

/** How a field is written and what may stand in it. */
export interface SubjectFieldRule {
  readonly oid: string;
  /** The ASN.1 string type of the value. */
  readonly type: 'utf8' | 'printable' | 'numeric' | 'ia5';
  /** Upper bound in characters; for a number, its exact length. */
  readonly length: number;
  readonly presence: Readonly<Record<SubjectKind, Presence>>;
  /** Nobody is asked: the value is always this one. */
  readonly fixed: string | null;
  /** What is wrong with a value that is neither empty nor too long; `null` where nothing is. */
  readonly check: (value: string) => SubjectFault | null;
}

const anything = () => null;

/** «77 г. Москва»: the code of the subject of the Federation, a blank, its name. */
const regionFault = (value: string): SubjectFault | null => {
  const code = /^(\d{2}) \S/.exec(value)?.[1];
  if (code === undefined) return 'wrong-form';
  return regionName(code, 'ru') === null ? 'unknown-region' : null;
};

/** Letters, digits and dashes between dots, as they travel (RFC 1035, 2.3.1); the last label is no number. */
const domain = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?!\d+$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;
/** Dot-atom of RFC 5322, 3.2.3, within the 64 characters of RFC 5321, 4.5.3.1.1. */
const mailbox = /^(?=.{1,64}$)[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/;

const emailFault = (value: string): SubjectFault | null => {
  const at = value.lastIndexOf('@');
  return at > 0 && mailbox.test(value.slice(0, at)) && domain.test(value.slice(at + 1)) ? null : 'wrong-form';
};

const everyone = { organization: 'required', 'sole-proprietor': 'required', person: 'required' } as const;
const organizationOnly = { organization: 'required', 'sole-proprietor': 'absent', person: 'absent' } as const;
const address = { organization: 'required', 'sole-proprietor': 'optional', person: 'optional' } as const;

const text = (
  oid: string,
  length: number,
  presence: SubjectFieldRule['presence'],
  check: SubjectFieldRule['check'] = anything,
): SubjectFieldRule => ({ oid, type: 'utf8', length, presence, fixed: null, check });

const number = (
  oid: string,
  length: number,
  kind: RegistrationNumberKind,
  presence: SubjectFieldRule['presence'],
): SubjectFieldRule => ({
  oid,
  type: 'numeric',
  length,
  presence,
  fixed: null,
  check: (value) => numberFault(kind, value),
});

/**
 * The attributes of a qualified certificate's subject. Which of them each kind of holder has, and the form of the
 * Russian numbers: order 795 of the FSB; numbers are NumericString of that length (RFC 9215). Upper bounds of texts:
 * RFC 5280, appendix A.1, and X.520 for the street; 64 characters of a name's part are ours, where the standard has
 * 32 768.
 */
export const subjectRules: Readonly<Record<SubjectField, SubjectFieldRule>> = {
  country: {
    oid: '2.5.4.6',
    type: 'printable',
    length: 2,
    presence: everyone,
    fixed: 'RU',
    check: (value) => (value === 'RU' ? null : 'wrong-form'),
  },
  region: text('2.5.4.8', 128, address, regionFault),
  locality: text('2.5.4.7', 128, address),
  street: text('2.5.4.9', 128, address),
  organization: text('2.5.4.10', 64, organizationOnly),
  organizationUnit: text('2.5.4.11', 64, { ...organizationOnly, organization: 'optional' }),
  commonName: text('2.5.4.3', 64, everyone),
  title: text('2.5.4.12', 64, organizationOnly),
  surname: text('2.5.4.4', 64, everyone),
  givenName: text('2.5.4.42', 64, everyone),
  inn: number('1.2.643.3.131.1.1', 12, 'inn-person', everyone),
  snils: number('1.2.643.100.3', 11, 'snils', everyone),
  innLegalEntity: number('1.2.643.100.4', 10, 'inn-organization', organizationOnly),
  ogrn: number('1.2.643.100.1', 13, 'ogrn', organizationOnly),
  ogrnip: number('1.2.643.100.5', 15, 'ogrnip', {
    organization: 'absent',
    'sole-proprietor': 'required',
    person: 'absent',
  }),
  email: {
    oid: '1.2.840.113549.1.9.1',
    type: 'ia5',
    length: 255,
    presence: { organization: 'optional', 'sole-proprietor': 'optional', person: 'optional' },
    fixed: null,
    check: emailFault,
  },
};

/** The fields that a person of this kind is asked for, in order. */
export const askedFields = (kind: SubjectKind): readonly SubjectField[] =>
  subjectFieldSchema.options.filter((field) => {
    const { presence, fixed } = subjectRules[field];
    return presence[kind] !== 'absent' && fixed === null;
  });

// C0 and C1, halves of pairs, and what turns the order of reading around: none of it is seen, all of it is signed.
const unwritable = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069\u200e\u200f\ufeff]/u;

/** Whether everything in a text can be seen by whoever signs it. */
export const isWritable = (value: string): boolean => !unwritable.test(value);

const characters = (value: string): number => [...value].length;

function faultOf(kind: SubjectKind, field: SubjectField, value: string): SubjectFault | null {
  const { presence, length, fixed, check } = subjectRules[field];
  if (value === '') return presence[kind] === 'required' && fixed === null ? 'missing' : null;
  if (presence[kind] === 'absent') return 'not-for-kind';
  if (!isWritable(value)) return 'control-character';
  if (value.trim() !== value) return value.trim() === '' ? 'missing' : 'blank-around';
  if (characters(value) > length) return 'too-long';
  return check(value);
}

/**
 * What is wrong with the values of a subject, at most one fault a field, in the order of the fields; empty where the
 * subject can be written as it stands. Letters of every script, quotes and «» are right where a text is.
 */
export const validateSubject = (kind: SubjectKind, values: SubjectValues): readonly SubjectFieldFault[] =>
  subjectFieldSchema.options.flatMap((field) => {
    const fault = faultOf(kind, field, values[field] ?? '');
    return fault === null ? [] : [{ field, fault }];
  });

/** An address whose domain has letters of other scripts, in the form in which it travels (RFC 3492); else as it was. */
function travellingEmail(value: string): string {
  const at = value.lastIndexOf('@');
  const host = value.slice(at + 1);
  // Anything but letters, digits, dots and dashes would mean something else to a reader of addresses.
  if (at < 1 || !/^[\p{L}\p{M}\p{N}.-]+$/u.test(host) || domain.test(host)) return value;
  const url = `http://${host}/`;
  const ascii = URL.canParse(url) ? new URL(url).hostname : '';
  return domain.test(ascii) ? `${value.slice(0, at + 1)}${ascii}` : value;
}

const tidied = (field: SubjectField, value: string): string => {
  const trimmed = value.trim();
  if (field === 'email') return travellingEmail(trimmed);
  return subjectRules[field].type === 'numeric' ? bareNumber(trimmed) : trimmed;
};

/**
 * Values as a person typed them, in the form in which they are written: no blanks around, numbers without blanks and
 * dashes, the domain of an address in punycode, empty fields left out. Letters are never replaced.
 */
export const tidySubject = (values: SubjectValues): SubjectValues =>
  Object.fromEntries(
    subjectFieldSchema.options.flatMap((field) => {
      const value = tidied(field, values[field] ?? '');
      return value === '' ? [] : [[field, value]];
    }),
  );

/**
 * The common name that order 795 wants: the name of the organisation, or the full name of the person.
 * Empty while its parts are.
 */
export const commonNameOf = (kind: SubjectKind, values: SubjectValues): string =>
  kind === 'organization'
    ? (values.organization ?? '')
    : [values.surname, values.givenName].filter(Boolean).join(' ').trim();

/** A subject as it was typed or read. */
export interface Subject {
  readonly kind: SubjectKind;
  readonly values: SubjectValues;
}

/** Old certificates of organisations carry their own ИНН, behind two zeros, where a person's stands. */
function ofOrganization(subject: DistinguishedName): Partial<DistinguishedName> {
  const own = innWithoutZeros(subject.inn ?? '');
  const innLegalEntity = subject.innLegalEntity === null ? null : innWithoutZeros(subject.innLegalEntity);
  return own.length === 10 ? { inn: null, innLegalEntity: innLegalEntity ?? own } : { innLegalEntity };
}

/**
 * The subject of a new request, as far as the certificate that it follows tells it. What cannot be written today stays
 * and is found by `validateSubject`, but for attributes that this kind of holder does not have.
 * `null` for a certificate whose holder is not known.
 */
export function subjectOf({ subject, holder }: Pick<Certificate, 'subject' | 'holder'>): Subject | null {
  const { kind } = holder;
  if (kind === 'unknown') return null;
  const read: DistinguishedName = { ...subject, ...(kind === 'organization' ? ofOrganization(subject) : {}) };
  const values = Object.fromEntries(askedFields(kind).map((field) => [field, read[field] ?? '']));
  return { kind, values: tidySubject(values) };
}

/** An attribute as it is written. */
export interface WrittenAttribute {
  readonly field: SubjectField;
  readonly oid: string;
  readonly type: SubjectFieldRule['type'];
  readonly value: string;
}

/** The attributes of a subject in the order of the table. Says nothing about faults: ask `validateSubject` first. */
export const writtenSubject = ({ kind, values }: Subject): readonly WrittenAttribute[] =>
  subjectFieldSchema.options.flatMap((field) => {
    const { oid, type, presence, fixed } = subjectRules[field];
    const value = fixed ?? values[field] ?? '';
    return presence[kind] === 'absent' || value === '' ? [] : [{ field, oid, type, value }];
  });
