import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRedactor, type Json } from '../../../src/shared/redaction/redactor.ts';
import type { RegisteredSecret, SecretKind } from '../../../src/shared/redaction/registered-secret.ts';

const kinds = fc.constantFrom<SecretKind>('home', 'serial', 'number', 'name');
const letter = fc.constantFrom(...'abcXYZ012789йЁжΩ語😀 -_.,()"\'/\\:$^*');
/** A text that is looked for: long enough, no blanks at its ends, no slashes in a row. */
const secretText = fc
  .array(letter, { minLength: 4, maxLength: 24 })
  .map((letters) =>
    letters
      .join('')
      .replace(/[\\/]+/g, '\\')
      .trim(),
  )
  .filter((text) => [...text].length >= 4);
const secret: fc.Arbitrary<RegisteredSecret> = fc.record({ kind: kinds, text: secretText });

/** How a text comes to stand in another one. */
const writings: Readonly<Record<string, (text: string) => string>> = {
  'as it is': (text) => text,
  'as JSON': (text) => JSON.stringify(text).slice(1, -1),
  'as JSON within JSON': (text) => JSON.stringify(JSON.stringify(text)).slice(3, -3),
  'as JSON of ASCII alone': (text) =>
    JSON.stringify(text)
      .slice(1, -1)
      .replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  'in an address': (text) => encodeURIComponent(text),
  'in an address, with a plus for a blank': (text) => encodeURIComponent(text).replaceAll('%20', '+'),
  'in an address within an address': (text) => encodeURIComponent(encodeURIComponent(text)),
  'in capitals': (text) => text.toUpperCase(),
  'with the other slashes': (text) => text.replaceAll('\\', '/'),
};

const neighbours = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.constantFrom('ИНН ', 'pin=', '"serial":"', 'CN=', 'C:\\Users\\', '{"a":"', '%', '\\', '12', 'x@', '-----BEGIN '),
);

describe('what is registered', () => {
  it.each(Object.entries(writings))('is in no output, %s, wherever it stands', (_name, write) => {
    fc.assert(
      fc.property(
        fc.array(secret, { minLength: 1, maxLength: 5 }),
        fc.array(fc.tuple(neighbours, fc.nat()), { minLength: 1, maxLength: 6 }),
        (secrets, places) => {
          const written = secrets.map(({ text }) => write(text));
          const text = places.map(([before, which]) => before + (written[which % written.length] ?? '')).join('');
          const redacted = createRedactor(secrets).text(text);
          for (const one of written) expect(redacted).not.toContain(one);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is in no data, and data stays data', () => {
    const data = fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>;
    fc.assert(
      fc.property(fc.array(secret, { minLength: 1, maxLength: 4 }), data, fc.nat(), (secrets, value, which) => {
        const { text } = secrets[which % secrets.length] ?? { text: '' };
        const holding: Json = { facts: [value, `before${text}after`, { [text]: text }] };
        const redacted = JSON.stringify(createRedactor(secrets).value(holding));
        expect(JSON.parse(redacted)).toHaveProperty('facts');
        for (const one of secrets) expect(redacted).not.toContain(JSON.stringify(one.text).slice(1, -1));
      }),
      { numRuns: 300 },
    );
  });
});

const pieces = fc.constantFrom(
  ...['9900000017', '030000000002', '500100732259', '1299900000025', '112-233-445 95', '+7 (916) 123-45-67', ' ', '\n'],
  ...[
    'pin: 1234',
    '"userPin":"0987654321"',
    '\\"pin\\":\\"1',
    'serial=4E410001',
    'a.b@example.ru',
    'CN=Иванов, O="ООО ""Р"""',
  ],
  ...[
    'ООО «Ромашка»',
    'ИП Иванова М. П.',
    'Иванова Мария Петровна',
    'C:\\Users\\Мария П\\x',
    '/home/maria/',
    '‹…721›',
    '"',
    '\\',
  ],
  ...[
    '-----BEGIN PRIVATE KEY-----\nMEgCAQAw',
    '-----END PRIVATE KEY-----',
    'MEgCAQAwHwYIKoUDBwEBAQE',
    'gost:12345678',
    '=',
  ],
);
const mixed = fc.array(fc.oneof(pieces, neighbours), { maxLength: 25 }).map((parts) => parts.join(''));

describe('redaction', () => {
  it('done twice is done once', () => {
    fc.assert(
      fc.property(fc.array(secret, { maxLength: 4 }), mixed, (secrets, text) => {
        const redactor = createRedactor(secrets);
        const once = redactor.text(text);
        expect(redactor.text(once)).toBe(once);
      }),
      { numRuns: 2_000 },
    );
  });

  it('leaves a text without anything of the kind as it is', () => {
    for (const text of [
      'УТМ работает на http://127.0.0.1:8080, сборка 4.2.0b2644',
      '[2026-11-26 20:40:37.120] [info] start {"version":"0.1.0","platform":"win32"}',
      'C:\\Windows\\System32\\jcPKCS11-2.dll (x64)',
      'КПП 990101001, порт 8080, код TOKEN_PIN_INCORRECT, CKR_PIN_INCORRECT 0xA0',
      '3b8f0180318065b0850300ef120fff829000',
      '"userPin":{"tries":"untouched","left":null},"soPin":null',
    ]) {
      expect(createRedactor([]).text(text)).toBe(text);
    }
  });

  /** Texts in which a careless pattern would begin anew at every letter. */
  const hostile: Readonly<Record<string, string>> = {
    'one long word': 'a',
    digits: '12345678901',
    backslashes: '\\',
    quotes: '"',
    'armour without an end': '-----BEGIN PRIVATE KEY-----\n',
    'beginnings of keys': 'MEgCAQAw',
    'fields without values': 'pin:"',
    'at signs': 'a@',
    'names of attributes': 'CN=',
    folders: '/home/a',
    capitals: 'ИП А',
    percents: '%5c',
  };

  it.each(Object.entries(hostile))('of 5 MB takes ten times as long as of 0.5 MB: %s', (_name, piece) => {
    const redactor = createRedactor([
      { kind: 'home', text: 'C:\\Users\\Мария' },
      { kind: 'name', text: 'Иванова Мария Петровна' },
      { kind: 'serial', text: '4E41000100AB6035' },
    ]);
    const time = (size: number): number => {
      const text = piece.repeat(Math.ceil(size / piece.length));
      const before = process.cpuUsage();
      redactor.text(text);
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    time(100_000);
    const short = Math.max(time(500_000), 2_000);
    expect(time(5_000_000) / short).toBeLessThan(40);
  });
});
