import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { exitCodes } from '../../src/main/cli/exit-codes.ts';
import { isCommand } from '../../src/main/cli/run.ts';
import { parseCommandLine } from '../../src/main/command-line.ts';
import { commandOptionTable } from '../../src/main/options/command-options.ts';
import { globalOptionTable } from '../../src/main/options/global-options.ts';

const parsed = (words: string[], strict = true) => {
  const line = parseCommandLine(words, strict);
  if (!line.ok) throw new Error(JSON.stringify(line.problem));
  return line.value;
};

describe('a command line', () => {
  it('takes --practice alone as the first scenario, and with a name as that one', () => {
    expect(parsed(['tokens', 'list', '--practice']).global.practice).toBe('new-shop');
    expect(parsed(['--practice', 'rutoken', 'tokens', 'list']).global.practice).toBe('rutoken');
    expect(parsed(['--practice', 'tokens', 'list'])).toMatchObject({
      words: ['tokens', 'list'],
      global: { practice: 'new-shop' },
    });
  });

  it('takes several libraries and makes their paths absolute', () => {
    expect(parsed(['tokens', 'list', '--library', 'a.so', '--library', '/b.so']).global.libraries).toEqual([
      path.resolve('a.so'),
      path.resolve('/b.so'),
    ]);
  });

  it.each([
    [['tokens', 'list', '--nonsense']],
    [['tokens', 'list', '--lang', 'de']],
    [['tokens', 'list', '--practice=nowhere']],
    [['utm', 'status', '--utm-url', 'http://example.ru:8080']],
    [['utm', 'status', '--utm-url', 'file:///etc/passwd']],
  ])('is refused when it is not well formed: %j', (words) => {
    expect(parseCommandLine(words, true)).toMatchObject({ ok: false, problem: { code: 'SETUP_USAGE' } });
  });

  it('has no two options of one word, and names the one that is given wrongly with what it takes', () => {
    const options = [...Object.values(globalOptionTable), ...Object.values(commandOptionTable)];
    expect(new Set(options.map(({ word }) => word)).size).toBe(options.length);
    for (const { word, form, expects } of options) {
      const words = form.type === 'boolean' ? [`--${word}`] : [`--${word}=¿`];
      const line = parseCommandLine(['tokens', 'list', ...words], true);
      const takesAnything = expects === '' || expects === 'FILE';
      expect(line.ok, word).toBe(takesAnything);
      if (line.ok) continue;
      expect(line.problem).toMatchObject({ code: 'SETUP_USAGE' });
      expect(line.problem.values.explanation).toBe(`--${word}: ¿ (${expects})`);
    }
  });

  it('of the window bears the switches of Electron itself', () => {
    expect(parsed(['--no-sandbox', '--inspect=0', '--practice'], false).global.practice).toBe('new-shop');
  });

  it('has no option for a PIN', () => {
    expect(parseCommandLine(['access-key', 'issue', '--pin', '11111111'], true)).toMatchObject({ ok: false });
  });

  it('is a command only when its first word is one', () => {
    expect(isCommand(['tokens', 'list', '--json'])).toBe(true);
    expect(isCommand(['--json', 'utm', 'status'])).toBe(true);
    expect(isCommand(['--lang', 'en', 'tokens', 'list'])).toBe(true);
    expect(isCommand(['--help'])).toBe(true);
    expect(isCommand(['--profile-dir', '/tmp/tokens'])).toBe(false);
    expect(isCommand(['--practice'])).toBe(false);
    expect(isCommand([])).toBe(false);
  });
});

it('exit codes are all different', () => {
  const codes = Object.values(exitCodes);
  expect(new Set(codes).size).toBe(codes.length);
});
