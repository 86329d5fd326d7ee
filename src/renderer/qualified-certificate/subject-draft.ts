import type { Certificate } from '../../shared/domain/certificate.ts';
import { type QualifiedOrder, usualOrder } from '../../shared/domain/qualified-request.ts';
import {
  askedFields,
  commonNameOf,
  type Subject,
  type SubjectField,
  type SubjectFieldFault,
  type SubjectKind,
  type SubjectValues,
  subjectOf,
  subjectRules,
  tidySubject,
  validateSubject,
} from '../../shared/domain/qualified-subject.ts';
import { bareNumber } from '../../shared/domain/registration-number.ts';

/** What a person chose beside the subject; what is left out stays usual. */
export type AdvancedChoices = Partial<
  Pick<QualifiedOrder, 'parameterSet' | 'keyUsage' | 'policies' | 'subjectSignTool' | 'identificationKind'>
>;

/** The form as it stands: everything typed for any kind stays, so that another kind is a click and not a loss. */
export interface Draft {
  readonly kind: SubjectKind;
  readonly values: SubjectValues;
  /** What was read off the certificate that the new one follows. */
  readonly prefilled: SubjectValues;
  /** The person wrote a common name; until then it is composed. */
  readonly ownCommonName: boolean;
  readonly advanced: AdvancedChoices;
}

/** Where a form begins: with the subject of the signature before, or empty. */
export function firstDraft(previous: Certificate | null): Draft {
  const subject = previous ? subjectOf(previous) : null;
  const values = subject?.values ?? {};
  const kind = subject?.kind ?? 'organization';
  return {
    kind,
    values,
    prefilled: values,
    ownCommonName: (values.commonName ?? '') !== '' && values.commonName !== commonNameOf(kind, values),
    advanced: {},
  };
}

/** The fields in the groups in which they are asked for. */
const groups = {
  organization: ['organization', 'innLegalEntity', 'ogrn', 'organizationUnit'],
  person: ['surname', 'givenName', 'title', 'inn', 'snils', 'ogrnip'],
  address: ['region', 'locality', 'street'],
  name: ['commonName', 'email'],
} as const satisfies Record<string, readonly SubjectField[]>;

export type FieldGroup = keyof typeof groups;
export const fieldGroups: readonly FieldGroup[] = ['organization', 'person', 'address', 'name'];

/** The fields of a group that a holder of this kind has. */
export function fieldsOf(group: FieldGroup, kind: SubjectKind): readonly SubjectField[] {
  const asked = askedFields(kind);
  return groups[group].filter((field) => asked.includes(field));
}

/** A field may be left empty. */
export const isOptional = (field: SubjectField, kind: SubjectKind): boolean =>
  subjectRules[field].presence[kind] === 'optional';

/** The common name that stands in the form. */
export const commonNameIn = ({ kind, values, ownCommonName }: Draft): string =>
  ownCommonName ? (values.commonName ?? '') : commonNameOf(kind, tidySubject(values));

/** What would be written. */
export function subjectIn(draft: Draft): Subject {
  const asked: readonly string[] = askedFields(draft.kind);
  const values = Object.fromEntries(
    Object.entries({ ...draft.values, commonName: commonNameIn(draft) }).filter(([field]) => asked.includes(field)),
  );
  return { kind: draft.kind, values: tidySubject(values) };
}

/** What keeps the form from being sent. A composed name that is missing is the fault of its parts, which are named. */
export function draftFaults(draft: Draft): readonly SubjectFieldFault[] {
  const { kind, values } = subjectIn(draft);
  return validateSubject(kind, values).filter(
    ({ field, fault }) => draft.ownCommonName || field !== 'commonName' || fault !== 'missing',
  );
}

/** What can be said of a field while it is being typed in, before anybody asked for it to be right. */
export type FieldRemark =
  | { readonly kind: 'nothing' | 'prefilled' | 'fits' }
  | { readonly kind: 'left'; readonly count: number }
  | { readonly kind: 'fault'; readonly fault: SubjectFieldFault };

/** Numbers speak while they are typed, for their check digits tell at once; texts wait until the form is sent. */
export function fieldRemark(field: SubjectField, { kind, values, prefilled }: Draft): FieldRemark {
  const value = values[field] ?? '';
  if (value === '') return { kind: 'nothing' };
  const { type, length } = subjectRules[field];
  const fault = validateSubject(kind, tidySubject({ [field]: value })).find((found) => found.field === field);
  if (type === 'numeric') {
    const digits = bareNumber(value);
    if (/^\d*$/.test(digits) && digits.length < length) return { kind: 'left', count: length - digits.length };
    if (fault) return { kind: 'fault', fault };
  }
  if (!fault && value === prefilled[field]) return { kind: 'prefilled' };
  return type === 'numeric' ? { kind: 'fits' } : { kind: 'nothing' };
}

/** The order that the form stands for. */
export const orderIn = (draft: Draft, previous: Certificate | null): QualifiedOrder => ({
  ...usualOrder(subjectIn(draft), previous),
  ...draft.advanced,
});
