import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { helpEntries } from '../../../src/shared/help/registry.ts';
import { findHelp } from '../../../src/shared/help/search.ts';
import { pastedMessages } from './pasted-messages.ts';

const first = (text: string) => findHelp(text)[0]?.entry.id ?? null;

describe('a pasted message', () => {
  it('is no string of the help itself', () => {
    const own = new Set(
      helpEntries.flatMap(({ messages, asked = [], texts }) => [...messages, ...asked, texts.ru.title, texts.en.title]),
    );
    expect(pastedMessages.map(([text]) => text).filter((text) => own.has(text))).toEqual([]);
    expect(new Set(pastedMessages.map(([text]) => text)).size).toBe(pastedMessages.length);
  });

  it('finds its entry first, in at least ninety-five of a hundred', () => {
    const missed = pastedMessages.filter(([text, entry]) => first(text) !== entry);
    expect(pastedMessages.length).toBeGreaterThanOrEqual(100);
    expect(missed.length, JSON.stringify(missed, null, 2)).toBeLessThanOrEqual(pastedMessages.length * 0.05);
  });

  it.each([
    'рецепт борща с пампушками',
    'asdf qwer zxcv',
    'Как поменять масло в двигателе автомобиля',
    'The quick brown fox jumps over the lazy dog',
    'погода в москве на завтра',
    'где купить молоко',
    '123',
    '',
    '   \n ',
  ])('that is about something else finds nothing: %s', (text) => {
    expect(findHelp(text)).toEqual([]);
  });

  it('is found in the middle of a long log', () => {
    const line = (at: number) =>
      `2026-09-0${(at % 9) + 1} 10:${10 + (at % 50)}:00,00${at % 10} INFO  [scheduler_Worker-${at}] r.c.t.Job - цикл ${at}\n`;
    const around = Array.from({ length: 40 }, (_, at) => line(at)).join('');
    const failure =
      '2026-09-09 11:00:00,000 ERROR r.c.t.Main - Отсутствует пароль RSA KeyStore: config/transport.properties\n';
    expect(first(around + failure + around)).toBe('utm/pins-missing');
  });

  it('reads one failure of Windows in each of the forms Windows writes it', () => {
    const forms = ['0x8010001D', '8010001d', '2148532253', 'ошибка 0x8010001D.'];
    expect(new Set(forms.map(first))).toEqual(new Set(['machine/smart-card-service-stopped']));
  });

  it('is read through the wrong keyboard layout, and through letters of the wrong alphabet', () => {
    expect(first('Ghj,ktvs c RSA')).toBe('utm/access-key-trouble');
    expect(first('Проблeмы c RSA')).toBe('utm/access-key-trouble');
    expect(first('УTM не oтвечает')).toBe('utm/silent');
  });
});

describe('whatever is pasted', () => {
  const known = fc.constantFrom(...pastedMessages.map(([text]) => text));
  const pasted = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 3000 }),
    fc.string({ unit: 'grapheme', maxLength: 500 }),
    fc.tuple(known, fc.string(), known).map((texts) => texts.join('\n')),
  );

  it('finds at most eight entries, the nearest first, each once, and the same every time', () => {
    fc.assert(
      fc.property(pasted, (text) => {
        const found = findHelp(text);
        const scores = found.map(({ score }) => score);
        expect(found.length).toBeLessThanOrEqual(8);
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
        for (const score of scores) expect(score > 0 && score <= 1).toBe(true);
        expect(new Set(found.map(({ entry }) => entry.id)).size).toBe(found.length);
        expect(findHelp(text)).toEqual(found);
      }),
      { numRuns: 60 },
    );
  });

  it('takes no longer than a person would notice, however long and hostile it is', () => {
    const hostile = [
      'a.'.repeat(200_000),
      'at '.repeat(200_000),
      `[${'main-'.repeat(100_000)}`,
      '_'.repeat(500_000),
      Array.from({ length: 100_000 }, (_, at) => `слово${at}`).join(' '),
      '\n'.repeat(500_000),
      ' '.repeat(500_000),
      '0'.repeat(500_000),
      '2026-09-09 '.repeat(50_000),
    ];
    findHelp('УТМ');
    for (const text of hostile) {
      const began = performance.now();
      findHelp(text);
      expect(performance.now() - began, text.slice(0, 20)).toBeLessThan(2_000);
    }
  });
});
