import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { setProperties } from '../../../src/egais/utm/settings/edit-properties.ts';
import { readEntries } from '../../../src/egais/utm/settings/java-properties.ts';
import { anyChange, anyFile, latin1 } from './properties-files.ts';

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const edited = (text: string, values: Record<string, string>): string =>
  textOf(setProperties(latin1(text), new Map(Object.entries(values))).bytes);
const pairs = (text: string) => readEntries(latin1(text)).map(({ key, value }) => [key, value]);

/** From the documentation of `java.util.Properties.load`. */
describe('the grammar of Java', () => {
  test.each([
    ['Truth = Beauty\n Truth:Beauty\nTruth                    :Beauty', 3],
    ['Truth Beauty\rTruth\tBeauty\r\nTruth\fBeauty\\\n', 3],
  ])('separators: %j', (text, count) => {
    expect(pairs(text)).toEqual(Array.from({ length: count }, () => ['Truth', 'Beauty']));
  });

  test('a line that goes on', () => {
    const fruits =
      'fruits                           apple, banana, pear, \\\n     cantaloupe, watermelon, \\\n     kiwi, mango';
    expect(pairs(fruits)).toEqual([['fruits', 'apple, banana, pear, cantaloupe, watermelon, kiwi, mango']]);
  });

  test.each([
    ['cheeses', [['cheeses', '']]],
    ['\\:\\= x', [[':=', 'x']]],
    ['# a=b\n  ! c=d\\\ne=f', [['e', 'f']]],
    ['a=\\u0421\\t\\z\\\\', [['a', 'С\tz\\']]],
    ['a==b', [['a', '=b']]],
    ['a = b ', [['a', 'b ']]],
    [
      'a\\\\\n=b',
      [
        ['a\\', ''],
        ['', 'b'],
      ],
    ],
  ])('%j', (text, entries) => expect(pairs(text)).toEqual(entries));

  test.each(['a=\\u12', 'a=C:\\utm\\x.dll', 'a\\uZZZZ=b'])('%j cannot be read by Java at all', (text) => {
    expect(readEntries(latin1(text))).toMatchObject([{ malformed: true }]);
  });

  test.each(['a=C:\\\\utm', 'a=\\\\\\\\u12', 'a=\\u0041\\\\u'])('%j can', (text) => {
    expect(readEntries(latin1(text))).toMatchObject([{ malformed: false }]);
  });
});

describe('an edit', () => {
  test('keeps comments, order, blanks, encodings and line ends', () => {
    const file = '# \xcf\xee\xf0\xf2\r\nweb.server.port = 8080\r\n\r\n! \xd0\x9f\nproxy.host:\r\nweb.other=\xff\xfe\n';
    expect(edited(file, { 'web.server.port': '8082', 'proxy.host': '10.0.0.1' })).toBe(
      file.replace('8080', '8082').replace('proxy.host:', 'proxy.host:10.0.0.1'),
    );
  });

  test.each([
    ['a line end is added where the last line has none', 'a=1', 'a=1\nk=v\n'],
    ['the line ends are those of the file', 'a=1\r\n', 'a=1\r\nk=v\r\n'],
    ['also those of an old Macintosh', 'a=1\rb=2', 'a=1\rb=2\rk=v\r'],
    ['a backslash at the end does not swallow it', 'a=1\\', 'a=1\\\n\nk=v\n'],
    ['nor one before the last line end', 'a=1\\\n', 'a=1\\\n\nk=v\n'],
    ['nor one before a line of blanks', 'a=1\\\n  ', 'a=1\\\n  \nk=v\n'],
    ['nor one of a comment', '# a\\', '# a\\\nk=v\n'],
    ['an empty file has but the new line', '', 'k=v\n'],
  ])('adds what is missing: %s', (_, before, after) => expect(edited(before, { k: 'v' })).toBe(after));

  test.each([
    ['no separator', 'k', 'k=v'],
    ['a blank for a separator', 'k \n', 'k v\n'],
    ['a value in two lines', 'k=one,\\\n  two\nz=1\n', 'k=v\nz=1\n'],
    ['a value in the next line', 'k=\\\n  two\n', 'k=\\\n  v\n'],
    ['a backslash at the end', 'k=\\', 'k=v'],
    ['a key twice', 'k=1\na=b\nk=2\n', 'k=v\na=b\nk=v\n'],
    ['an escaped key', '\\u006b=1', '\\u006b=v'],
    ['a comment of the same name', '#k=1\nk=2', '#k=1\nk=v'],
  ])('puts a value in place: %s', (_, before, after) => expect(edited(before, { k: 'v' })).toBe(after));

  test.each([
    ['C:\\Windows\\SysWOW64\\rtPKCS11ECP.dll', 'k=C:\\\\Windows\\\\SysWOW64\\\\rtPKCS11ECP.dll\n'],
    [' =: x ', 'k=\\ =: x \n'],
    ['Общая', 'k=\\u041e\\u0431\\u0449\\u0430\\u044f\n'],
  ])('writes %j in ASCII', (value, after) => expect(edited('', { k: value })).toBe(after));

  test('that changes nothing returns the very bytes', () => {
    const file = latin1('k = v\\u0041\\\n  x');
    expect(setProperties(file, new Map([['k', 'vAx']]))).toEqual({ bytes: file, changed: [] });
  });
});

const runs = { numRuns: 5000 };

/** The file cut at the values of these keys: what has to be found again, in its order. */
function piecesBetweenValues(bytes: Uint8Array, keys: ReadonlySet<string>): readonly string[] {
  const ours = readEntries(bytes).filter(({ key }) => keys.has(key));
  const starts = [0, ...ours.map(({ end }) => end)];
  const ends = [...ours.map(({ valueStart }) => valueStart), bytes.length];
  return starts.map((start, index) => textOf(bytes.subarray(start, ends[index])));
}

describe('whatever the file and the change', () => {
  test('the keys read back as they were set, the last of two among them', () => {
    fc.assert(
      fc.property(anyFile, anyChange, (file, change) => {
        const entries = readEntries(setProperties(file, change).bytes);
        for (const [key, value] of change) {
          const values = entries.filter((entry) => entry.key === key).map((entry) => entry.value);
          expect(values.length).toBeGreaterThan(0);
          expect(new Set(values)).toEqual(new Set([value]));
        }
      }),
      runs,
    );
  });

  test('no byte that is not ours is lost, changed or moved; the same change again changes nothing', () => {
    fc.assert(
      fc.property(anyFile, anyChange, (file, change) => {
        const { bytes, changed } = setProperties(file, change);
        const after = textOf(bytes);
        let at = 0;
        for (const [index, piece] of piecesBetweenValues(file, new Set(changed)).entries()) {
          const found = after.indexOf(piece, at);
          expect(index === 0 ? found === 0 : found >= at).toBe(true);
          at = found + piece.length;
        }
        expect(setProperties(bytes, change)).toEqual({ bytes, changed: [] });
      }),
      runs,
    );
  });
});
