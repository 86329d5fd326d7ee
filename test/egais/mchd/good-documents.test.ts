import { describe, expect, test } from 'vitest';
import { checkMchd, type MchdQuestion } from '../../../src/setup/check-mchd.ts';
import { type MchdReport, mchdReportSchema } from '../../../src/shared/domain/mchd.ts';
import {
  declaration,
  earlierNumber,
  file002,
  file003,
  fileId003,
  form002,
  granted,
  inForce,
  machinePowers,
  managedPrincipal,
  mchdNumber,
  organizationPrincipal,
  proprietorPrincipal,
  representative,
  representativeOf,
  retrusted,
  secondPrincipal,
  secondRepresentative,
  textPowers,
  windows1251,
} from './documents.ts';
import { certificateOfOrganization, certificateOfPerson } from './people.ts';

function check(document: MchdQuestion['document'], rest: Partial<MchdQuestion> = {}): MchdReport {
  const none = { signature: null, certificate: null, trusted: [], powerCodes: [], at: inForce };
  const answer = checkMchd({ document, ...none, ...rest });
  if (!answer.ok) throw new Error(answer.problem.code);
  return mchdReportSchema.parse(answer.value);
}

const codes = ({ findings }: MchdReport, severity: 'fault' | 'warning' | 'note') =>
  findings.filter((finding) => finding.severity === severity).map(({ code }) => code);

const in1251 = (document: string) => ({
  name: `${fileId003}.xml`,
  bytes: windows1251(document.replace(declaration('UTF-8'), declaration('windows-1251'))),
});
const holder = certificateOfPerson(representative);

describe('a good document is found good', () => {
  test.each([
    ['an organisation to a person', file003(granted())],
    ['a sole proprietor to a person', file003(granted({ principals: proprietorPrincipal }))],
    ['an organisation governed by another one', file003(granted({ principals: managedPrincipal }))],
    ['several principals', file003(granted({ principals: organizationPrincipal() + secondPrincipal }))],
    ['machine-readable powers', file003(granted({ powers: machinePowers }))],
    ['powers in words', file003(granted({ powers: textPowers }))],
    ['retrusted', file003(retrusted())],
    ['windows-1251', in1251(granted())],
    ['a byte order mark', file003(`\ufeff${granted()}`)],
    ['an upper-case extension', { ...file003(granted()), name: `${fileId003}.XML` }],
    ['a prefix for its names', file003(prefixed(granted()))],
    ['comments, CDATA and indents', file003(talkative(granted({ powers: textPowers })))],
  ])('%s', (_, document) => {
    const report = check(document, { certificate: holder });
    expect(codes(report, 'fault')).toEqual([]);
    expect(codes(report, 'warning')).toEqual(['signature-not-given']);
    expect(report.valid).toBe(true);
  });

  test('form 002, with what cannot be told said', () => {
    const report = check(file002(form002()), { certificate: holder });
    expect(codes(report, 'fault')).toEqual([]);
    expect(codes(report, 'warning')).toEqual(['form-002-doubtful', 'signature-not-given']);
    expect(codes(report, 'note')).toContain('form-002-own-check');
    expect(report).toMatchObject({ version: '002', number: mchdNumber, validUntil: '2027-08-31' });
  });
});

/** The same document with every name in a prefix. */
function prefixed(document: string): string {
  return document.replace(/<(\/?)(\p{L}+)/gu, '<$1p:$2').replace('xmlns=', 'xmlns:p=');
}

function talkative(document: string): string {
  const [text = ''] = /(?<=<ТекстПолн>).*(?=<\/ТекстПолн>)/.exec(document) ?? [];
  return document
    .replace(text, `<![CDATA[${text}]]>`)
    .replaceAll('><', '>\n  <')
    .replace('<Документ', '<!-- за доверителя --><Документ');
}

describe('what a report tells', () => {
  test('who gives power to whom, and what', () => {
    expect(check(file003(granted()))).toMatchObject({
      version: '003',
      number: mchdNumber,
      internalNumber: '17/2026',
      issuedOn: '2026-09-01',
      validUntil: '2027-08-31',
      principals: [
        {
          kind: 'organization',
          name: 'ООО «Ромашка»',
          inn: '9900000017',
          kpp: '990101001',
          ogrn: '1299900000025',
          heads: [{ name: 'Иванова Мария Петровна', inn: '500100732259', snils: '11223344595' }],
        },
      ],
      representatives: [{ kind: 'person', name: 'Соколов Павел Андреевич', inn: '990000002120', snils: '99000002157' }],
      powers: [
        {
          code: 'INVENTED_CODE_1',
          mnemonic: 'INVENTED_MNEMONIC',
          name: 'Придуманное полномочие',
          restrictions: [{ name: 'Сумма', value: 'до 100 000 рублей' }],
        },
        { code: 'INVENTED_CODE_2', mnemonic: null, name: 'Другое полномочие', restrictions: [] },
      ],
      powerCount: 2,
      retrusted: false,
      registerUrl: `https://m4d.nalog.gov.ru/emchd/check-status?guid=${mchdNumber}`,
    });
  });

  test('every encoding and form of writing tells the same', () => {
    const { findings, ...facts } = check(file003(granted()));
    for (const document of [in1251(granted()), file003(prefixed(granted())), file003(`\ufeff${granted()}`)])
      expect(check(document)).toMatchObject(facts);
  });

  test('a retrusted document rests on an earlier one', () => {
    expect(check(file003(retrusted()))).toMatchObject({ retrusted: true, earlierNumber });
  });

  test('of many powers the first are listed and all counted', () => {
    const many = machinePowers.replace(/(<МашПолн К.*\/>)/, (power) => power.repeat(5_000));
    const { powers, powerCount } = check(file003(granted({ powers: many })));
    expect(powers).toHaveLength(500);
    expect(powerCount).toBe(5_001);
  });

  test('values that sources read differently stand as they are', () => {
    const document = granted().replace('ПрСовмПолн="1"', 'ПрСовмПолн="2" ПрУтрПолн="1"');
    expect(check(file003(document))).toMatchObject({ jointPowers: '2', lostPowers: '1' });
  });
});

describe('the last day counts, the first too', () => {
  test.each([
    ['2026-08-31T12:00:00', 'not-yet-in-force'],
    ['2026-09-01T00:00:01', null],
    ['2027-08-31T23:59:59', null],
    ['2027-09-01T00:00:01', 'expired'],
  ])('%s of this computer', (moment, code) => {
    // Without an offset: midnight is that of this computer's clock.
    const report = check(file003(granted()), { at: new Date(moment) });
    expect(codes(report, 'fault')).toEqual(code === null ? [] : [code]);
  });
});

describe('powers are never called enough by guessing', () => {
  test('without codes the person is asked to compare', () => {
    expect(codes(check(file003(granted())), 'note')).toContain('powers-to-compare');
  });

  test('a configured code that is there', () => {
    const report = check(file003(granted()), { powerCodes: ['ANOTHER_CODE', 'INVENTED_CODE_2'] });
    expect(codes(report, 'note')).not.toContain('powers-to-compare');
    expect(report.valid).toBe(true);
  });

  test('a configured code that may stand among powers that are not kept is for the person to look for', () => {
    const many = machinePowers.replace(/(<МашПолн К.*\/>)/, (power) => power.repeat(600));
    const report = check(file003(granted({ powers: many })), { powerCodes: ['INVENTED_CODE_17'] });
    expect(report.valid).toBe(true);
    expect(codes(report, 'note')).toContain('powers-to-compare');
  });
});

describe('the representative beside the signature on the token', () => {
  const differing = (change: Partial<typeof representative>, rest = granted()) =>
    codes(check(file003(rest), { certificate: certificateOfPerson({ ...representative, ...change }) }), 'fault');

  test.each([
    ['another СНИЛС', { snils: secondRepresentative.snils }, ['representative-snils']],
    ['another ИНН', { inn: secondRepresentative.inn }, ['representative-inn']],
    ['another surname', { surname: 'Орлов' }, ['representative-surname']],
    ['another patronymic', { patronymic: 'Алексеевич' }, ['representative-given-names']],
    [
      'another person',
      secondRepresentative,
      ['representative-snils', 'representative-inn', 'representative-surname', 'representative-given-names'],
    ],
  ] as const)('%s', (_, change, expected) => {
    expect(differing(change)).toEqual(expected);
  });

  test.each([
    ['ё and е', { surname: 'Соколёв' }, 'Соколев'],
    ['case', { surname: 'СОКОЛОВ' }, 'Соколов'],
    ['kinds of dashes', { surname: 'Соколов–Орлов' }, 'Соколов-Орлов'],
  ])('%s tell nobody apart', (_, change, inDocument) => {
    expect(differing(change, granted().replace('Фамилия="Соколов"', `Фамилия="${inDocument}"`))).toEqual([]);
  });

  test('of several representatives the one who holds the token counts', () => {
    const representatives = representativeOf(secondRepresentative) + representativeOf(representative);
    expect(differing({}, granted({ representatives }))).toEqual([]);
    expect(
      differing({ surname: 'Орлов', snils: '990-000-032 60', inn: '990000003250' }, granted({ representatives })),
    ).toEqual(['representative-not-among']);
  });

  test('without a number in common the name is compared, and that is said', () => {
    const nameless = granted().replace(` ИННФЛ="${representative.inn}" СНИЛС="${representative.snils}"`, '');
    const report = check(file003(nameless), { certificate: holder });
    expect(report.valid).toBe(true);
    expect(codes(report, 'warning')).toContain('representative-by-name');
  });

  test('the token of the organisation itself', () => {
    const report = check(file003(granted()), { certificate: certificateOfOrganization(representative) });
    expect(codes(report, 'warning')).toContain('certificate-of-organization');
  });
});
