import fc from 'fast-check';

export const latin1 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));

const keys = ['web.server.port', 'crypto.lib.gost.keyPassword', 'proxy.host', 'unknown.key', 'a'];
const tokens = [
  ...keys,
  ...['=', ':', ' ', '\t', '\f', '\n', '\r\n', '\r', '\\', '\\\\', '\\n', '\\u0041', '\\u00', '\\\n', '\\\r\n  '],
  ...['#', '!', '# web.server.port=1\n', '8080', 'value', '\xcf\xf0\xe8', 'Привет'],
];

/** Files of every kind: pieces of the grammar in any order, and plain bytes. */
export const anyFile: fc.Arbitrary<Uint8Array> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.array(fc.constantFrom(...tokens), { maxLength: 24 }).map((all) => fromText(all.join(''))),
  },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 60 }) },
);

/** Characters of one byte stay one byte; all others become UTF-8, as in files that people edited. */
function fromText(text: string): Uint8Array {
  const bytes = [...text].map((sign) => Buffer.from(sign, (sign.codePointAt(0) ?? 0) < 256 ? 'latin1' : 'utf8'));
  return new Uint8Array(Buffer.concat(bytes));
}

/** What somebody may want to be written: keys of the file and others, values of every kind. */
export const anyChange: fc.Arbitrary<ReadonlyMap<string, string>> = fc
  .dictionary(
    fc.constantFrom(...keys, 'rsa.library.path'),
    fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('', ' x', '=x', 'C:\\UTM\\a.dll', 'Общая папка', '#', '\n')),
    { maxKeys: 4, noNullPrototype: true },
  )
  .map((changes) => new Map(Object.entries(changes)));
