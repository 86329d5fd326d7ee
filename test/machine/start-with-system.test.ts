import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { desktopEntry, execValue, startsBy } from '../../src/machine/start-with-system/desktop-entry.ts';
import { quotedWindowsWord, windowsWord } from '../../src/machine/start-with-system/windows-words.ts';
import { argvOfExec } from '../support/exec-line.ts';

/** “Parsing C command-line arguments”: 2n backslashes and a quote, 2n+1 backslashes and a quote, any others. */
function argvOfWindows(line: string): readonly string[] {
  const words: string[] = [];
  let rest = line;
  while (rest !== '') {
    let word = '';
    let quoted = false;
    for (;;) {
      const [, slashes = '', sign = ''] = /^(\\*)([\s\S]?)/.exec(rest) ?? [];
      rest = rest.slice(slashes.length + sign.length);
      if (sign === '"') {
        word += '\\'.repeat(Math.floor(slashes.length / 2));
        if (slashes.length % 2 === 1) word += '"';
        else quoted = !quoted;
      } else {
        word += slashes;
        if (sign === '' || (!quoted && /[ \t]/.test(sign))) break;
        word += sign;
      }
    }
    words.push(word);
  }
  return words;
}

const nasty = fc.constantFrom(...' \t\n\r"\'\\><~|&;$*?#()`%=/abЯ№', 'C:\\', '%f', '$(x)', '\\"');
const anyWord = fc.oneof(
  fc.array(nasty, { maxLength: 12 }).map((parts) => parts.join('')),
  fc.string({ unit: 'grapheme' }),
);

describe('the line of a desktop file that starts a program', () => {
  test('gives back the very words, whatever stands in them; what a file cannot hold is refused', () => {
    fc.assert(
      fc.property(anyWord, fc.array(anyWord, { maxLength: 4 }), (folder, rest) => {
        const words = [`/${folder}/egais-wizard`, '--remind', ...rest];
        const value = execValue(words);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: what the specification bars from a value
        const barred = /[=%]/.test(folder) || words.some((word) => /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/.test(word));
        expect(value === null).toBe(barred);
        if (value === null) return;
        expect(value).not.toMatch(/[\n\r\t]/);
        expect(argvOfExec(value)).toEqual(words);
      }),
      { numRuns: 2_000 },
    );
  });

  test('stays as people write it where nothing needs quotes', () => {
    expect(execValue(['/opt/ЕГАИС-Мастер/egais-wizard', '--remind'])).toBe('/opt/ЕГАИС-Мастер/egais-wizard --remind');
    // The specification’s own examples: four backslashes for one, two for that of a dollar sign.
    expect(execValue(['/x', 'a\\b c'])).toBe('/x "a\\\\\\\\b c"');
    expect(execValue(['/x', '$HOME'])).toBe('/x "\\\\$HOME"');
    expect(execValue([])).toBeNull();
  });
});

describe('a desktop file', () => {
  const exec = '/opt/egais-wizard/egais-wizard --remind';
  const ours = desktopEntry(exec, '/opt/egais-wizard/egais-wizard');

  test('starts the program while no setting of a desktop says otherwise', () => {
    expect(startsBy(ours, exec)).toBe(true);
    expect(startsBy(`${ours}X-GNOME-Autostart-enabled=true\nX-GNOME-Autostart-Delay=5\n`, exec)).toBe(true);
    expect(startsBy(`${ours}X-GNOME-Autostart-enabled=false\n`, exec)).toBe(false);
    expect(startsBy(`${ours}Hidden=true\n`, exec)).toBe(false);
    expect(startsBy(`${ours}\n[Desktop Action x]\nHidden=true\n`, exec)).toBe(true);
  });

  test('starts nothing once the program is gone', () => {
    expect(desktopEntry(exec, '/opt/a\\b c')).toMatch(/^TryExec=\/opt\/a\\\\b c$/m);
  });

  test('that starts another program, or is none at all, does not start this one', () => {
    expect(startsBy(ours, '/elsewhere/egais-wizard --remind')).toBe(false);
    expect(startsBy('', exec)).toBe(false);
    expect(startsBy(`Exec=${exec}\n`, exec)).toBe(false);
    expect(startsBy(`[Other]\nExec=${exec}\n[Desktop Entry]\n#Exec=${exec}\n`, exec)).toBe(false);
  });
});

test('words of a command line of Windows are read back as they were, the program quoted always', () => {
  const noZero = anyWord.filter((word) => !word.includes('\0'));
  fc.assert(
    fc.property(fc.array(noZero, { minLength: 1, maxLength: 4 }), (words) => {
      expect(argvOfWindows(words.map(windowsWord).join(' '))).toEqual(words);
      expect(argvOfWindows(words.map(quotedWindowsWord).join(' '))).toEqual(words);
    }),
    { numRuns: 2_000 },
  );
  expect(windowsWord('--remind')).toBe('--remind');
  expect(quotedWindowsWord('C:\\Program Files\\egais-wizard\\egais-wizard.exe')).toBe(
    '"C:\\Program Files\\egais-wizard\\egais-wizard.exe"',
  );
});
