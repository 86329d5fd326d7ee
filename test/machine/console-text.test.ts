import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeConsoleText } from '../../src/machine/console-text.ts';
import { netstat, scRunning, scStopped, tasklist } from './recorded/outputs/windows.ts';

/** Encodes into a one-byte code page; the table is what the platform's decoder makes of each byte. */
function encode(text: string, codePage: 'ibm866' | 'windows-1251'): Uint8Array {
  const table = new TextDecoder(codePage).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  return Uint8Array.from([...text], (character) => {
    const byte = table.indexOf(character);
    if (byte < 0) throw new Error(`${character} is not in ${codePage}`);
    return byte;
  });
}

describe('output of console programs', () => {
  const recorded = [scRunning, scStopped, netstat, tasklist('Касса.exe', 5)];

  test.each(recorded)('is read in every encoding a Russian Windows may print it in: %#', (text) => {
    expect(decodeConsoleText(encode(text, 'ibm866'))).toBe(text);
    expect(decodeConsoleText(encode(text, 'windows-1251'))).toBe(text);
    expect(decodeConsoleText(new TextEncoder().encode(text))).toBe(text);
  });

  test('law: plain ASCII is itself, and no bytes make it fail', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => decodeConsoleText(Buffer.from(text)) === text),
    );
    fc.assert(fc.property(fc.uint8Array(), (bytes) => typeof decodeConsoleText(bytes) === 'string'));
  });

  test('law: Russian sentences in the OEM code page come back', () => {
    const sentence = fc
      .array(fc.constantFrom('Служба', 'порт', 'Активные подключения', 'служба не установлена', 'УТМ', '8080'), {
        minLength: 1,
      })
      .map((words) => words.join(' '));
    fc.assert(fc.property(sentence, (text) => decodeConsoleText(encode(text, 'ibm866')) === text));
  });
});
