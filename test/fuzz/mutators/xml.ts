import { few, further, type Mutator, type NonEmpty, onText, pick, type Step } from './mutator.ts';
import { oddTexts } from './text.ts';

const laughs = Array.from({ length: 9 }, (_, index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`).join(
  '',
);

/** Declarations that make a careless reader expand, fetch or loop. */
const doctypes: NonEmpty<string> = [
  `<!DOCTYPE a [<!ENTITY l0 "ha">${laughs}]>`,
  `<!DOCTYPE a [<!ENTITY big "${'x'.repeat(2000)}">]>`,
  '<!DOCTYPE a [<!ENTITY file SYSTEM "file:///etc/passwd">]>',
  '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd">',
  '<!DOCTYPE a [<!ENTITY % p SYSTEM "http://127.0.0.1:9/p"> %p;]>',
  '<!DOCTYPE a [<!ENTITY a "&b;"><!ENTITY b "&a;">]>',
  '<!DOCTYPE a [<!ATTLIST a ИНН CDATA "0000000000">]>',
  '<!DOCTYPE',
  '<!doctype a>',
  '<!ENTITY x "y">',
];

const references: NonEmpty<string> = [
  ...([
    '&l9;',
    '&big;',
    '&file;',
    '&a;',
    '&nothing;',
    '&amp;',
    '&lt;',
    '&',
    '&;',
    '&#0;',
    '&#x0;',
    '&#xd800;',
  ] as const),
  ...[
    '&#x110000;',
    '&#99999999999999999999;',
    '&#x1F37A;',
    '&#;',
    '&#xZ;',
    '&amp;amp;',
    '&#13;',
    `&${'a'.repeat(500)};`,
  ],
];

const constructs: NonEmpty<string> = [
  ...([
    '<![CDATA[<a>]]>',
    '<![CDATA[',
    ']]>',
    '<!-- a -- b -->',
    '<!--',
    '-->',
    '<?xml version="1.0"?>',
    '<?a',
  ] as const),
  ...[
    '<?xml-stylesheet href="file:///etc/passwd"?>',
    '<a/>',
    '<a>',
    '</a>',
    '<a b="1" b="2"/>',
    '<a b=1/>',
    '<a b/>',
    '< a>',
  ],
  ...[
    '<a xmlns="urn:x"/>',
    '<x:a/>',
    '<a xmlns:x="x" x:b="1"/>',
    '<a\u0000/>',
    '<1/>',
    '<ё/>',
    '</>',
    '<>',
    '<a b="<"/>',
  ],
  ...["<a b='\"'/>", '<a\nb\n=\n"1"\n/>', '<xi:include href="file:///etc/passwd"/>', `<${'a'.repeat(3000)}/>`],
];

const at = (text: string, unit: number): number => Math.floor(unit * (text.length + 1));

const inserted = (text: string, place: number, piece: string): string =>
  text.slice(0, at(text, place)) + piece + text.slice(at(text, place));

/** Before the root element, where a declaration belongs. */
const doctype = onText((text, { choice }) => text.replace(/<(?=[^?!])/, () => `${pick(doctypes, choice)}<`));

const reference = onText((text, { place, choice }) => inserted(text, place, pick(references, choice)));

const doctypeAndReference: Mutator = (input, step, others) =>
  doctype(reference(input, step, others), { ...step, choice: further(step.choice) }, others);

const construct = onText((text, { place, choice }) => inserted(text, place, pick(constructs, choice)));

/** Edits the nearest tag. */
const onTag = (edit: (tag: string, step: Step) => string): Mutator =>
  onText((text, step) => {
    const from = at(text, step.place);
    return text.slice(0, from) + text.slice(from).replace(/<[^<>]+>/, (tag) => edit(tag, step));
  });

const dropTag = onTag(() => '');
const repeatTag = onTag((tag, { extent }) => tag.repeat(1 + few(extent, 2_000)));
const closeTag = onTag((tag, { choice }) => (choice < 0.5 ? tag.replace(/\/?>$/, '/>') : tag.replace(/\/>$/, '>')));
const renameTag = onTag((tag, { choice }) => tag.replace(/[^\s<>/]+/, () => pick(oddTexts, choice)));

const deep = onText((text, { place, extent, choice }) => {
  const depth = 1 + few(extent, 6_000);
  return inserted(text, place, choice < 0.5 ? `${'<a>'.repeat(depth)}${'</a>'.repeat(depth)}` : '<a>'.repeat(depth));
});

const manyAttributes = onTag((tag, { extent, choice }) => {
  const attributes = Array.from({ length: 1 + few(extent, 1_500) }, (_, index) => ` a${choice < 0.5 ? index : ''}="1"`);
  return tag.replace(/\/?>$/, (end) => attributes.join('') + end);
});

const hugeAttribute = onTag((tag, { extent }) =>
  tag.replace(/\/?>$/, (end) => ` b="${'я'.repeat(few(extent, 15_000))}"${end}`),
);

/** Another value in the place of the nearest attribute's. */
const otherValue = onText((text, { place, choice }) => {
  const from = at(text, place);
  return text.slice(0, from) + text.slice(from).replace(/="[^"]*"/, () => `="${pick(values, choice)}"`);
});

const values: NonEmpty<string> = [
  ...(['', ' ', '0', '-1', '1', '2', '9', '000000000000', '9900000017', '500100732259', '11223344595'] as const),
  ...['2026-02-30', '0000-00-00', '9999-12-31', '2026-01-01T00:00:00', 'EMCHD_1', '002', '003', '5.01', '&quot;'],
  ...['00000000-0000-0000-0000-000000000000', '9'.repeat(2_000), 'ё', '\u202e', '&#0;', '&l9;', 'file:///etc/passwd'],
];

const encodingNames: NonEmpty<string> = [
  ...(['UTF-8', 'utf-8', 'windows-1251', 'WINDOWS-1251', 'cp1251', 'UTF-16', 'UTF-16LE', 'UTF-7', 'koi8-r'] as const),
  ...['ISO-8859-1', 'ibm866', '', ' ', 'no-such', 'UTF-32', `${'x'.repeat(300)}`, 'x-user-defined', 'replacement'],
];

/** What the declaration says of the encoding, whatever the encoding is. */
const encodingLie = onText((text, { choice }) => {
  const declaration = `<?xml version="1.0" encoding="${pick(encodingNames, choice)}"?>`;
  return /^<\?xml[^>]*\?>/.test(text) ? text.replace(/^<\?xml[^>]*\?>/, () => declaration) : declaration + text;
});

/** Part of another document in the place of the nearest element's start. */
const exchange = onText((text, { place, extent }, [other = '']) => {
  const from = at(other, extent);
  const piece = other.slice(from).match(/<[^<>]+>[^<>]*/)?.[0] ?? '';
  return text.slice(0, at(text, place)) + text.slice(at(text, place)).replace(/<[^<>]+>/, () => piece);
});

/** For XML. */
export const xmlMutators: NonEmpty<Mutator> = [
  otherValue,
  ...[otherValue, otherValue, otherValue, doctype, reference, reference, doctypeAndReference, construct, construct],
  ...[dropTag, dropTag, repeatTag, closeTag, renameTag, deep, manyAttributes, hugeAttribute, encodingLie, encodingLie],
  ...[exchange, exchange],
];
