import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { xmlLimits } from '../../../src/egais/xml/limits.ts';
import { readXml } from '../../../src/egais/xml/read-xml.ts';

/** Writes down what it is told, as XML again. */
function scribe() {
  const parts: string[] = [];
  const open: string[] = [];
  return {
    parts,
    open(name: string, attributes: Readonly<Record<string, string>>) {
      open.push(name);
      parts.push(`<${name}${Object.entries(attributes).map(([key, value]) => ` ${key}=${JSON.stringify(value)}`)}>`);
    },
    text: (part: string) => void parts.push(part),
    close: () => void parts.push(`</${open.pop()}>`),
  };
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function read(input: string | Uint8Array, limits = xmlLimits) {
  const visitor = scribe();
  const reading = readXml(typeof input === 'string' ? bytesOf(input) : input, visitor, limits);
  return reading.ok ? visitor.parts.join('') : reading.refusal.code;
}

describe('what is XML is told in its order', () => {
  test.each([
    ['<a/>', '<a></a>'],
    ['<?xml version="1.0"?><a>б</a>', '<a>б</a>'],
    ["<?xml version='1.0' encoding='utf-8' standalone='yes'?>\n<a b='1'>в</a>\n", '<a b="1">в</a>'],
    ['<a>1<!-- 2 -->3<?p 5?>6</a>', '<a>136</a>'],
    ['<a><![CDATA[<b>]]>&lt;&#1046;&#x416;&amp;</a>', '<a><b><ЖЖ&</a>'],
    ['\ufeff<а><б/><в/></а>', '<а><б></б><в></в></а>'],
    ['<a b="&quot;&apos;\n"/>', '<a b="\\"\' "></a>'],
  ])('%s', (input, told) => {
    expect(read(input)).toBe(told);
  });

  test('wherever a long text is cut into pieces on the way, nothing is lost', () => {
    const piece = '<д е="ж">з𝄞и&amp;</д>';
    const told = '<д е="ж">з𝄞и&</д>';
    for (const lead of [0, 1, 2, 3])
      expect(read(`<r>${' '.repeat(lead)}${piece.repeat(9_000)}</r>`)).toBe(
        `<r>${' '.repeat(lead)}${told.repeat(9_000)}</r>`,
      );
  });
});

describe('encodings', () => {
  const declared = (name: string, body: Uint8Array) =>
    Uint8Array.from([...bytesOf(`<?xml version="1.0" encoding="${name}"?><a>`), ...body, ...bytesOf('</a>')]);

  test('windows-1251 by its declaration, whatever its case', () => {
    for (const name of ['windows-1251', 'WINDOWS-1251', 'Windows-1251'])
      expect(read(declared(name, Uint8Array.of(0xcc, 0xd7, 0xc4)))).toBe('<a>МЧД</a>');
  });

  test.each([
    ['UTF-8 that is not', declared('UTF-8', Uint8Array.of(0xcc, 0xd7, 0xc4)), 'encoding-false'],
    ['undeclared and not UTF-8', Uint8Array.from([...bytesOf('<a>'), 0xcc, ...bytesOf('</a>')]), 'encoding-false'],
    ['UTF-8 called windows-1251', declared('windows-1251', bytesOf('МЧД')), 'encoding-false'],
    [
      'a mark of UTF-8 before windows-1251',
      bytesOf('\ufeff<?xml version="1.0" encoding="windows-1251"?><a/>'),
      'encoding-false',
    ],
    ['an overlong form', Uint8Array.from([...bytesOf('<a>'), 0xc0, 0xbc, ...bytesOf('</a>')]), 'encoding-false'],
    [
      'a surrogate in UTF-8',
      Uint8Array.from([...bytesOf('<a>'), 0xed, 0xa0, 0x80, ...bytesOf('</a>')]),
      'encoding-false',
    ],
    ['UTF-16 with a mark, little-endian', Buffer.from('\ufeff<a/>', 'utf16le'), 'utf-16'],
    ['UTF-16 with a mark, big-endian', Buffer.from('\ufeff<a/>', 'utf16le').swap16(), 'utf-16'],
    ['UTF-16 without a mark', Buffer.from('<a/>', 'utf16le'), 'utf-16'],
    ['UTF-32', Buffer.from('0000feff0000003c', 'hex'), 'utf-16'],
    ['UTF-16 that calls itself UTF-8', Buffer.from('<?xml version="1.0" encoding="UTF-8"?><a/>', 'utf16le'), 'utf-16'],
    ['UTF-8 that calls itself UTF-16', declared('UTF-16', bytesOf('b')), 'encoding-unsupported'],
    ['UTF-7', declared('UTF-7', bytesOf('+ADw-b+AD4-')), 'encoding-unsupported'],
    ['UTF-7 without saying so', bytesOf('+ADw-a/+AD4-'), 'not-xml'],
    ['an encoding with a name of its own', declared('x-user-defined', bytesOf('b')), 'encoding-unsupported'],
    ['a name that objects have', declared('constructor', bytesOf('b')), 'encoding-unsupported'],
  ])('%s', (_, bytes, code) => {
    expect(read(bytes)).toBe(code);
  });
});

const inRoot = (inside: string): string => `<r>${inside}</r>`;
const mebibytes = (count: number): number => count * 1024 * 1024;
/** As much of a piece as 15 MB hold. */
const fill = (piece: string): string => piece.repeat(Math.floor((mebibytes(15) - 100) / Buffer.byteLength(piece)));

/** A billion laughs, and its relatives. */
const entities = Array.from({ length: 12 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join('');

describe('hostile documents are refused, each with its word, in bounded time and memory', () => {
  test.each([
    ['a billion laughs', `<!DOCTYPE r [<!ENTITY e0 "ha">${entities}]>${inRoot('&e12;')}`, 'doctype'],
    ['an external entity', `<!DOCTYPE r [<!ENTITY e SYSTEM "file:///etc/passwd">]>${inRoot('&e;')}`, 'doctype'],
    ['an external document type', `<!DOCTYPE r SYSTEM "http://127.0.0.1:9/r.dtd">${inRoot('')}`, 'doctype'],
    ['a parameter entity', `<!DOCTYPE r [<!ENTITY % p SYSTEM "http://127.0.0.1:9/"> %p;]>${inRoot('')}`, 'doctype'],
    ['a document type that never ends', `<!DOCTYPE r [${fill('<!ENTITY e "e">')}`, 'doctype'],
    ['a document type inside', inRoot('<!DOCTYPE r>'), 'doctype'],
    ['an entity out of nowhere', inRoot('&e;'), 'entity'],
    ['an entity with a name that objects have', inRoot('&constructor;&__proto__;'), 'entity'],
    ['a character that XML forbids', inRoot('\u0001'), 'invalid-character'],
    ['a character reference that XML forbids', inRoot('&#1;'), 'invalid-character'],
    ['a character beyond all', inRoot('&#x110000;'), 'invalid-character'],
    ['a null', inRoot('\u0000'), 'null-character'],
    ['deep nesting', '<a>'.repeat(mebibytes(5)), 'too-deep'],
    ['deep nesting of a name that never ends', `<${fill('a')}`, 'unclosed'],
    ['a name of 15 MB', `<${fill('a')}/>`, 'name-too-long'],
    ['a name of an attribute of 15 MB', `<a ${fill('b')}="c"/>`, 'name-too-long'],
    ['a value of 15 MB', `<a b="${fill('c')}"/>`, 'attribute-too-long'],
    ['a value that never ends', `<a b="${fill('c')}`, 'unclosed'],
    ['a million attributes', `<a ${fill('b="c" ')}/>`, 'too-many-attributes'],
    ['a million elements', inRoot(fill('<a/>')), 'too-many-elements'],
    ['a text of 15 MB', inRoot(fill('a')), 'text-too-long'],
    ['a text of 15 MB in pieces', inRoot(fill('<![CDATA[a]]>')), 'text-too-long'],
    ['a text of entities', inRoot(fill('&amp;')), 'text-too-long'],
    ['comments and nothing else', fill('<!-- -->'), 'unclosed'],
    ['a comment that never ends', `<!--${fill('a ')}`, 'unclosed'],
    ['CDATA that never ends', `<r><![CDATA[${fill('a')}`, 'unclosed'],
    ['an instruction that never ends', `<?a ${fill('b ')}`, 'unclosed'],
    ['a tag that nobody opened', '<a></b></a>', 'malformed'],
    ['two roots', '<a/><b/>', 'after-root'],
    ['text after the end', '<a/>б', 'after-root'],
    ['an attribute twice', '<a b="1" b="2"/>', 'duplicate-attribute'],
    ['an attribute without quotes', '<a b=1/>', 'malformed'],
    ['a bare ampersand', inRoot('a & b'), 'entity'],
    ['a bare ampersand before a good one', inRoot('a & b &amp;'), 'entity'],
    ['an entity cut in two by the end', '<r>a &am', 'unclosed'],
    ['a declaration that is not the first', ' <?xml version="1.0"?><a/>', 'malformed'],
    ['XML 1.1', '<?xml version="1.1"?><a/>', 'version-unsupported'],
    ['nothing', '', 'empty'],
    ['blanks', ' \n ', 'not-xml'],
    ['more than 15 MB', `<a>${' '.repeat(mebibytes(15))}</a>`, 'too-large'],
  ])('%s', (_, document, code) => {
    const started = performance.now();
    expect(read(document)).toBe(code);
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  test('what a refusal says fits on a line', () => {
    for (const document of [`<a></${'b'.repeat(100)}>`, `<?xml version="${'1'.repeat(200)}"?><a/>`]) {
      const reading = readXml(bytesOf(document), scribe());
      expect(JSON.stringify(reading).length).toBeLessThan(500);
    }
  });
});

describe('laws', () => {
  test('any bytes are read or refused, and every element that opens closes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        read(bytes);
      }),
      { numRuns: 2_000 },
    );
  });

  test('whatever an attribute and a text say, they say it after being escaped and read', () => {
    const plain = fc.string({ unit: 'grapheme', maxLength: 40 }).filter((text) => isXmlText(text));
    const escaped = (text: string) => text.replace(/[&<>"\r\n\t]/g, (sign) => `&#${sign.codePointAt(0)};`);
    fc.assert(
      fc.property(plain, plain, (value, text) => {
        expect(read(`<a b="${escaped(value)}">${escaped(text)}</a>`)).toBe(`<a b=${JSON.stringify(value)}>${text}</a>`);
      }),
    );
  });
});

/** Characters that XML 1.0 allows. */
function isXmlText(text: string): boolean {
  return [...text].every((character) => {
    const code = character.codePointAt(0) ?? 0;
    return (
      code === 9 ||
      code === 10 ||
      code === 13 ||
      (code >= 0x20 && code <= 0xd7ff) ||
      (code >= 0xe000 && code <= 0xfffd) ||
      code > 0xffff
    );
  });
}
