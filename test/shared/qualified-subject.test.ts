import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  askedFields,
  commonNameOf,
  type SubjectField,
  type SubjectKind,
  type SubjectValues,
  subjectFieldSchema,
  subjectKindSchema,
  subjectOf,
  subjectRules,
  tidySubject,
  validateSubject,
  writtenSubject,
} from '../../src/shared/domain/qualified-subject.ts';
import { qualifiedRequestTexts, subjectFaultText } from '../../src/shared/texts/qualified-request.ts';
import { anySubject, subjects } from '../support/qualified-subjects.ts';

const organization = subjects.organization.values;

const faultsOf = (kind: SubjectKind, values: SubjectValues) =>
  validateSubject(kind, values).map(({ field, fault }) => `${field}: ${fault}`);

describe('the subject of a qualified certificate', () => {
  it.each(subjectKindSchema.options)('%s: a whole one has no faults', (kind) => {
    expect(faultsOf(kind, subjects[kind].values)).toEqual([]);
  });

  it.each(subjectKindSchema.options)('%s: an empty one misses exactly what is required and asked for', (kind) => {
    const required = askedFields(kind).filter((field) => subjectRules[field].presence[kind] === 'required');
    expect(faultsOf(kind, {})).toEqual(required.map((field) => `${field}: missing`));
  });

  it.each<[SubjectField, string, string]>([
    ['innLegalEntity', '9900000018', 'wrong-check-digits'],
    ['innLegalEntity', '990000001', 'wrong-form'],
    ['inn', '500100732258', 'wrong-check-digits'],
    ['ogrn', '1299900000026', 'wrong-check-digits'],
    ['snils', '11223344596', 'wrong-check-digits'],
    ['snils', '112-233-445 95', 'too-long'],
    ['ogrnip', '312500000000014', 'not-for-kind'],
    ['region', 'Москва', 'wrong-form'],
    ['region', '77 ', 'blank-around'],
    ['region', '00 Нигде', 'unknown-region'],
    ['email', 'shop@пример.рф', 'wrong-form'],
    ['email', 'shop@localhost', 'wrong-form'],
    ['email', '@example.ru', 'wrong-form'],
    ['country', 'SU', 'wrong-form'],
    ['title', 'Дирек\u0000тор', 'control-character'],
    ['title', 'Директор\u202e', 'control-character'],
    ['title', '\ud800', 'control-character'],
    ['title', ' Директор', 'blank-around'],
    ['title', '\u00a0', 'missing'],
    ['organization', 'О'.repeat(65), 'too-long'],
  ])('of an organisation refuses %s «%s»: %s', (field, value, fault) => {
    expect(faultsOf('organization', { ...organization, [field]: value })).toEqual([`${field}: ${fault}`]);
  });

  it('takes letters as they are: quotes, ёлочки, Latin, letters beyond the first plane counted once', () => {
    for (const name of ['ООО "Ромашка"', 'ООО «Ё»', 'OOO Romashka', 'Ľubomír & Co, 5+1=6', '𝔊'.repeat(64)]) {
      expect(faultsOf('organization', { ...organization, organization: name })).toEqual([]);
    }
  });

  it('is tidied as a person means it: blanks, dashes of numbers, the domain of an address', () => {
    const typed = { snils: ' 112-233-445 95 ', title: ' Директор ', email: 'shop@Пример.рф', street: '  ' };
    expect(tidySubject(typed)).toEqual({
      snils: '11223344595',
      title: 'Директор',
      email: 'shop@xn--e1afmkfd.xn--p1ai',
    });
  });

  it('is never made something else by tidying an address that means something else', () => {
    for (const email of ['a@b:80/пример.рф', 'a@пример.рф#x', 'a@%70ример.рф', 'a@①②⑦.0.0.1', '@пример.рф', 'a@']) {
      expect(validateSubject('person', { ...subjects.person.values, ...tidySubject({ email }) })).toEqual([
        { field: 'email', fault: 'wrong-form' },
      ]);
    }
  });

  it('is written in the order of the table, with its country, and with nothing that is empty or of another kind', () => {
    const { kind, values } = subjects['sole-proprietor'];
    const written = writtenSubject({ kind, values: { ...values, street: '' } });
    expect(written.map(({ field }) => field)).toEqual(
      subjectFieldSchema.options.filter((field) => field === 'country' || (field !== 'street' && values[field])),
    );
    expect(written[0]).toEqual({ field: 'country', oid: '2.5.4.6', type: 'printable', value: 'RU' });
  });

  it('tidies to the same however often, and what is tidy has no blanks around', () => {
    fc.assert(
      fc.property(
        fc.record(
          Object.fromEntries(subjectFieldSchema.options.map((field) => [field, fc.string({ unit: 'binary' })])),
          { requiredKeys: [] },
        ),
        (values) => {
          const tidy = tidySubject(values);
          expect(tidySubject(tidy)).toEqual(tidy);
          const kinds = validateSubject('organization', tidy).map(({ fault }) => fault);
          expect(kinds).not.toContain('blank-around');
        },
      ),
    );
  });

  it('of any whole kind has no faults, and loses it with any one character of a number', () => {
    fc.assert(
      fc.property(anySubject, ({ kind, values }) => {
        expect(validateSubject(kind, values)).toEqual([]);
        expect(commonNameOf(kind, values)).not.toBe('');
        const { ogrn, ogrnip, snils } = values;
        for (const [field, number] of Object.entries({ ogrn, ogrnip, snils })) {
          if (number === undefined) continue;
          const broken = { ...values, [field]: number.slice(1) };
          expect(validateSubject(kind, broken)).toEqual([{ field, fault: 'wrong-form' }]);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('has words for every field and every fault, in both languages', () => {
    for (const language of ['ru', 'en'] as const) {
      const { field: fields } = qualifiedRequestTexts[language];
      for (const field of subjectFieldSchema.options) {
        expect(fields[field].label).not.toBe('');
        expect(subjectFaultText({ field, fault: 'wrong-form' }, language)).not.toContain('{{');
        expect(subjectFaultText({ field, fault: 'too-long' }, language)).toContain(String(subjectRules[field].length));
      }
    }
  });
});

describe('the subject of the certificate that comes before', () => {
  const names = Object.fromEntries(subjectFieldSchema.options.map((field) => [field, null])) as Record<
    SubjectField,
    null
  >;
  const holder = { kind: 'organization', name: '', person: null, inn: null } as const;

  it('fills the form, with the ИНН that an old certificate of an organisation puts behind two zeros in its place', () => {
    const subject = { ...names, text: '', inn: '009900000017', title: 'Директор', ogrnip: '312500000000014' };
    expect(subjectOf({ subject, holder })).toEqual({
      kind: 'organization',
      values: { title: 'Директор', innLegalEntity: '9900000017' },
    });
  });

  it('tells nothing of a holder who is not known', () => {
    expect(subjectOf({ subject: { ...names, text: '' }, holder: { ...holder, kind: 'unknown' } })).toBeNull();
  });
});
