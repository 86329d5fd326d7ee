import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkMchd } from '../../../src/setup/check-mchd.ts';
import { mchdReportSchema } from '../../../src/shared/domain/mchd.ts';
import { describeProblem } from '../../../src/shared/problems/described.ts';
import { describeMchdFinding } from '../../../src/shared/texts/mchd-findings.ts';
import {
  file002,
  file003,
  form002,
  granted,
  inForce,
  machinePowers,
  organizationPrincipal,
  representative,
  retrusted,
  secondPrincipal,
  textPowers,
  utf8,
} from './documents.ts';
import { certificateOfPerson } from './people.ts';

const certificate = certificateOfPerson(representative);

/** The whole of an answer has to be sound: the report by its schema, every word filled in. */
function checkSoundly(
  file: { readonly name: string; readonly bytes: Uint8Array },
  signature: Uint8Array | null = null,
) {
  const answer = checkMchd({
    document: file,
    signature: signature && { name: 'a.sig', bytes: signature },
    certificate,
    trusted: [],
    powerCodes: ['INVENTED_CODE_1'],
    at: inForce,
  });
  if (!answer.ok) {
    expect(describeProblem(answer.problem, 'ru').reason).not.toContain('{{');
    return;
  }
  const report = mchdReportSchema.parse(answer.value);
  expect(report.valid).toBe(report.findings.every(({ severity }) => severity !== 'fault'));
  expect(report.findings.length).toBeLessThan(400);
  for (const finding of report.findings) expect(describeMchdFinding(finding, 'en').reason).not.toContain('{{');
}

const documents = [
  file003(granted()),
  file003(granted({ powers: textPowers, principals: organizationPrincipal() + secondPrincipal })),
  file003(retrusted()),
  file002(form002()),
];

const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
/** Pieces that mean something where they land. */
const pieces = fc.constantFrom(
  '<',
  '>',
  '"',
  '&',
  '/',
  '<Довер>',
  '</Довер>',
  '<constructor/>',
  ' __proto__="1"',
  ' xmlns="urn:other"',
  '&#0;',
  '<!DOCTYPE a>',
  '<![CDATA[',
  ']]>',
  '<СвПолн',
  'ё',
  '\ufeff',
  '\u0000',
  machinePowers,
);

describe('any change of a good document is answered soundly', () => {
  test('bytes', () => {
    const changes = fc.array(fc.tuple(place, fc.nat(255)), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.constantFrom(...documents), changes, (file, steps) => {
        const bytes = Uint8Array.from(file.bytes);
        for (const [where, byte] of steps) bytes[Math.floor(where * bytes.length)] = byte;
        checkSoundly({ name: file.name, bytes });
      }),
      { numRuns: 600 },
    );
  });

  test('pieces cut out, doubled and put in', () => {
    const steps = fc.array(fc.tuple(fc.constantFrom('cut', 'double', 'insert'), place, place, pieces), {
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(fc.constantFrom(...documents), steps, (file, changes) => {
        const text = changes.reduce((current, [kind, from, length, piece]) => {
          const start = Math.floor(from * current.length);
          const end = start + Math.floor(length * length * 200);
          if (kind === 'cut') return current.slice(0, start) + current.slice(end);
          if (kind === 'double') return current.slice(0, end) + current.slice(start);
          return current.slice(0, start) + piece + current.slice(start);
        }, Buffer.from(file.bytes).toString('utf8'));
        checkSoundly({ name: file.name, bytes: utf8(text) });
      }),
      { numRuns: 600 },
    );
  });

  test('whole elements taken away and doubled: it stays XML, and the report says what is wrong', () => {
    const element = /<(\p{L}+)[^>]*\/>|<(\p{L}+)[^>]*>[^<]*<\/\2>/gu;
    fc.assert(
      fc.property(fc.constantFrom(...documents), fc.nat(), fc.boolean(), (file, which, twice) => {
        const text = Buffer.from(file.bytes).toString('utf8');
        const found = [...text.matchAll(element)];
        const [piece = ''] = found[which % found.length] ?? [];
        checkSoundly({ name: file.name, bytes: utf8(text.replace(piece, twice ? piece + piece : '')) });
      }),
      { numRuns: 300 },
    );
  });

  test('any value of any attribute', () => {
    const value = fc.oneof(
      fc.string({ maxLength: 60 }),
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      fc.constantFrom('', ' ', '9'.repeat(300), '2026-02-30'),
    );
    fc.assert(
      fc.property(fc.constantFrom(...documents), fc.nat(), value, (file, which, other) => {
        const text = Buffer.from(file.bytes).toString('utf8');
        const found = [...text.matchAll(/="[^"]*"/g)];
        const match = found[which % found.length];
        const start = match?.index ?? 0;
        const safe = other.replace(/[&<"]/g, '');
        checkSoundly({
          name: file.name,
          bytes: utf8(`${text.slice(0, start)}="${safe}"${text.slice(start + (match?.[0].length ?? 0))}`),
        });
      }),
      { numRuns: 600 },
    );
  });

  test('any signature', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (signature) => checkSoundly(file003(granted()), signature)),
      { numRuns: 100 },
    );
  });
});

describe('a document that breaks everything does not fill the memory', () => {
  test.each([
    ['unknown elements of a hundred thousand names', Array.from({ length: 100_000 }, (_, i) => `<н${i}/>`).join('')],
    [
      'many of many',
      `<СвПолн ТипПолн="1" ПрСовмПолн="1">${`<МашПолн КодПолн="INVENTED" НаимПолн="п">${'<ОгрСвПолн/>'.repeat(400)}</МашПолн>`.repeat(600)}</СвПолн>`,
    ],
  ])('%s', (_, powers) => {
    checkSoundly(file003(granted({ powers })));
  });
});
