import type { MchdQuestion } from '../../../src/setup/check-mchd.ts';
import type { ProblemCode } from '../../../src/shared/problems/problem.ts';
import type { MchdFindingCode } from '../../../src/shared/texts/mchd-findings.ts';
import {
  declaration,
  file002,
  file003,
  fileId003,
  form002,
  granted,
  head,
  headOf,
  machinePowers,
  organizationPrincipal,
  proprietorPrincipal,
  representative,
  representativeOf,
  retrusted,
  secondHead,
  secondPrincipal,
  secondRepresentative,
  textPowers,
  utf8,
  windows1251,
} from './documents.ts';

type File = MchdQuestion['document'];

/** What is checked. */
export interface Given {
  readonly file: File;
  readonly powerCodes?: readonly string[];
}

/** A document that is wrong in one way, and the code that has to say so. */
export interface Broken<C extends MchdFindingCode | ProblemCode> extends Given {
  readonly code: C;
}

/** A good document with one piece replaced; the piece must be there. */
function changed(document: string, piece: string | RegExp, other: string): string {
  const text = document.replace(piece, other);
  if (text === document) throw new Error(`nothing to change: ${piece}`);
  return text;
}

const broken = <C extends MchdFindingCode | ProblemCode>(
  code: C,
  document: string | Uint8Array | File,
  rest: Omit<Given, 'file'> = {},
): Broken<C> => {
  const file =
    typeof document === 'string'
      ? file003(document)
      : document instanceof Uint8Array
        ? { name: `${fileId003}.xml`, bytes: document }
        : document;
  return { code, file, ...rest };
};

const good = granted();
const text = (piece: string | RegExp, other: string): string => changed(good, piece, other);
const word = (name: string, value: string): string => text(new RegExp(`${name}="[^"]*"`), `${name}="${value}"`);
const without = (name: string): string => text(new RegExp(` ${name}="[^"]*"`), '');
const twoRepresentatives = representativeOf(representative) + representativeOf(secondRepresentative);
const badDigits = (number: string): string => number.slice(0, -1) + String((Number(number.at(-1)) + 1) % 10);

/** Documents that are read, with what was found in them. */
export const wrongDocuments: readonly Broken<MchdFindingCode>[] = [
  broken('not-a-power-of-attorney', `${declaration('UTF-8')}<Счёт Номер="1"/>`),
  broken('form-001', word('ВерсФорм', '001')),
  broken('form-tax', {
    name: 'ON_DOVEL_9901_9901_1.xml',
    bytes: utf8(`${declaration('UTF-8')}<Файл ИдФайл="ON_DOVEL_9901_9901_1" ВерсФорм="5.03"/>`),
  }),
  broken('form-bank', {
    name: 'DOVER_CBR_9900000017_20260901_1.xml',
    bytes: utf8(`${declaration('UTF-8')}<PowerOfAttorney/>`),
  }),
  broken('form-unknown', word('ВерсФорм', 'EMCHD_2')),
  broken('namespace-wrong', text('urn://x-artefacts/EMCHD_1', 'urn://x-artefacts/EMCHD_9')),
  broken('form-flags-unknown', word('ПрЭлФорм', '10000000')),
  broken('form-002-doubtful', file002(form002())),
  broken('declaration-missing', text(declaration('UTF-8'), '')),
  broken('notary-part', word('ПрЭлФорм', '00100000')),
  broken('irrevocable-part', word('ВидДовер', '2')),
  broken('document-extension', { name: `${fileId003}.txt`, bytes: utf8(good) }),
  broken('file-name-differs', { name: 'Доверенность (1).xml', bytes: utf8(good) }),
  broken('file-id-missing', file002(changed(form002(), / ИдФайл="[^"]*"/, ''))),
  broken('file-id-form', word('ИдФайл', 'ON_EMCHD_20261301_1')),
  broken('file-id-number', word(' НомДовер', '0d9b7a52-1c34-4e8a-9f00-7766554433aa')),
  broken('element-missing', text(/<СведСист>.*?<\/СведСист>/, '')),
  broken('element-repeated', text(/(<СведСист>.*?<\/СведСист>)/, '$1$1')),
  broken('element-unknown', text('<СвДов ', '<СвДоверка/><СвДов ')),
  broken('attribute-missing', without('ВнНомДовер')),
  broken('attribute-unknown', text('<СвДов ', '<СвДов Придумка="1" ')),
  broken('choice-missing', text(/<СведФизЛ.*?<\/СведФизЛ>/, '')),
  broken('choice-several', text('<Пред>', '<Пред><СведИО/>')),
  broken('text-unexpected', text('<Довер>', '<Довер>по всем вопросам')),
  broken('value-too-long', word('ВнНомДовер', '7'.repeat(51))),
  broken('value-too-short', word('КодПолн', 'A')),
  broken('value-empty', word('Фамилия', ' ')),
  broken('value-not-listed', word('ПрПередов', '7')),
  broken('value-not-digits', word('КНД', '11103')),
  broken('number-not-uuid', word(' НомДовер', '17')),
  broken('date-form-wrong', word('СрокДейст', '31.08.2027')),
  broken('date-impossible', word('СрокДейст', '2027-02-29')),
  broken('inn-organization-form', word('ИННЮЛ', '990000001')),
  broken('inn-organization-digits', word('ИННЮЛ', '1234567890')),
  broken('inn-person-form', word('ИННФЛ', '5001007322')),
  broken('inn-person-digits', word('ИННФЛ', badDigits(head.inn))),
  broken('kpp-form', word('КПП', '99010100')),
  broken('ogrn-form', word('ОГРН', '12999000000')),
  broken('ogrn-digits', word('ОГРН', '1299900000026')),
  broken('ogrnip-form', changed(granted({ principals: proprietorPrincipal }), '329990000000019', '3299900000000')),
  broken('ogrnip-digits', changed(granted({ principals: proprietorPrincipal }), '329990000000019', '329990000000018')),
  broken('snils-form', word('СНИЛС', '112-233-445')),
  broken('snils-digits', word('СНИЛС', '112-233-445 96')),
  broken('dates-reversed', word('СрокДейст', '2026-08-31')),
  broken('expired', changed(word('ДатаВыдДовер', '2021-09-01'), /СрокДейст="[^"]*"/, 'СрокДейст="2022-08-31"')),
  broken(
    'not-yet-in-force',
    changed(word('ДатаВыдДовер', '2098-01-01'), /СрокДейст="[^"]*"/, 'СрокДейст="2099-01-01"'),
  ),
  broken('retrust-outlives', changed(retrusted(), '2027-12-31', '2027-01-31')),
  broken('retrust-precedes', changed(retrusted(), '2026-06-01', '2026-10-01')),
  broken(
    'representative-no-person',
    granted({
      representatives:
        '<СвУпПред ТипПред="1"><Пред><СведОрг НаимОрг="ООО «Василёк»" КПП="990101001"/></Пред></СвУпПред>',
    }),
  ),
  broken('representative-type', word('ТипПред', '1')),
  broken('principal-missing', file002(changed(form002(), /<СвДоверит.*<\/СвДоверит>/, ''))),
  broken('principals-several', granted({ principals: organizationPrincipal() + secondPrincipal })),
  broken('principal-type', word('ТипДоверит', '3')),
  broken(
    'principal-person',
    granted({
      principals: `<СвДоверит ТипДоверит="4"><Доверит><ФЛДовер ИННФЛ="${head.inn}" СНИЛС="${head.snils}"><СведФЛ><ФИО Фамилия="Иванова" Имя="Мария"/></СведФЛ></ФЛДовер></Доверит></СвДоверит>`,
    }),
  ),
  broken(
    'principal-foreign',
    granted({
      principals:
        '<СвДоверит ТипДоверит="2"><Доверит><ИнОргДовер><СвИнОрг НаимИО="Camomile Ltd"/></ИнОргДовер></Доверит></СвДоверит>',
    }),
  ),
  broken('head-missing', file002(changed(form002(), /<ЛицоБезДов>.*<\/ЛицоБезДов>(.*?)<Подписант[^>]*>/, '$1'))),
  broken('head-without-numbers', text(` ИННФЛ="${head.inn}" СНИЛС="${head.snils}"`, '')),
  broken('head-kind', word('ЕИОИП', '1')),
  broken('powers-missing', changed(granted({ powers: textPowers }), /<ТекстПолн>.*<\/ТекстПолн>/, '<ТекстПолн/>')),
  broken('power-absent', good, { powerCodes: ['INVENTED_CODE_17'] }),
  broken('powers-many', granted({ powers: machinePowers.replace(/(<МашПолн К.*\/>)/, (power) => power.repeat(600)) })),
  broken('powers-type', changed(granted({ powers: textPowers }), 'ТипПолн="0"', 'ТипПолн="1"')),
  broken('powers-joint', granted({ representatives: twoRepresentatives })),
  broken('powers-lost', text('ПрСовмПолн="1"', 'ПрСовмПолн="1" ПрУтрПолн="2"')),
];

const cut = (bytes: Uint8Array, part: number): Uint8Array => bytes.subarray(0, Math.floor(bytes.length * part));
const utf16 = (document: string): Uint8Array => new Uint8Array(Buffer.from(`\ufeff${document}`, 'utf16le'));
const inside = (piece: string): string => text('<Довер>', `<Довер>${piece}`);

/** Files that are not read at all. */
export const unreadableFiles: readonly Broken<ProblemCode>[] = [
  broken('MCHD_EMPTY', new Uint8Array()),
  broken('MCHD_TOO_LARGE', utf8(good + ' '.repeat(15 * 1024 * 1024))),
  broken('MCHD_NOT_XML', utf8('%PDF-1.7 доверенность')),
  broken('MCHD_UTF16', utf16(good)),
  broken('MCHD_NULL_CHARACTER', inside('\u0000')),
  broken('MCHD_ENCODING_UNSUPPORTED', utf8(text('UTF-8', 'koi8-r'))),
  broken('MCHD_ENCODING_FALSE', utf8(text('UTF-8', 'windows-1251'))),
  broken('MCHD_XML_VERSION', text('version="1.0"', 'version="1.1"')),
  broken(
    'MCHD_DOCTYPE',
    text('<Доверенность', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><Доверенность'),
  ),
  broken('MCHD_ENTITY', text('ООО «Ромашка»', '&firm;')),
  broken('MCHD_MALFORMED', text('<Довер>', '<Довер')),
  broken('MCHD_UNCLOSED', cut(utf8(good), 0.5)),
  broken('MCHD_INVALID_CHARACTER', inside('\u0001')),
  broken('MCHD_DUPLICATE_ATTRIBUTE', text(' ТипПред="3"', ' ТипПред="3" ТипПред="3"')),
  broken('MCHD_AFTER_ROOT', `${good}<Доверенность/>`),
  broken('MCHD_TOO_DEEP', inside('<a>'.repeat(40))),
  broken('MCHD_TOO_MANY_ELEMENTS', inside('<a/>'.repeat(500_001))),
  broken('MCHD_TOO_MANY_ATTRIBUTES', inside(`<a ${Array.from({ length: 80 }, (_, i) => `a${i}="1"`).join(' ')}/>`)),
  broken('MCHD_ATTRIBUTE_TOO_LONG', inside(`<a a="${'1'.repeat(20_000)}"/>`)),
  broken('MCHD_NAME_TOO_LONG', inside(`<${'a'.repeat(200)}/>`)),
  broken('MCHD_TEXT_TOO_LONG', inside(`<a>${'1'.repeat(1_100_000)}</a>`)),
];

/** In windows-1251, said to be in UTF-8. */
export const falselyUtf8: Uint8Array = windows1251(good);

/** Two heads who act together. */
export const jointHeads = granted({
  principals: organizationPrincipal(headOf(head, '2') + headOf(secondHead, '2')),
});
