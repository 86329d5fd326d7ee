// Desktop Entry Specification 1.5 (specifications.freedesktop.org/desktop-entry-spec): «Basic format of the file»,
// «Possible value types», «The Exec key». Autostart: Desktop Application Autostart Specification 0.5.

/** A word that needs no quotes: it has none of the reserved characters. */
const plain = /^[^\s"'\\><~|&;$*?#()`]+$/;

/** The characters that a backslash stands before inside quotes. */
const escapedInQuotes = /["`$\\]/g;

const wordOf = (word: string): string => {
  const percentSafe = word.replaceAll('%', '%%');
  return plain.test(word) ? percentSafe : `"${percentSafe.replace(escapedInQuotes, '\\$&')}"`;
};

const valueEscapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\t': '\\t', '\r': '\\r' };

/** Of any value, applied after the quotes and undone before them. */
const escapedValue = (text: string): string => text.replace(/[\\\n\t\r]/g, (sign) => valueEscapes[sign] ?? sign);

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a value cannot hold
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** The value of `Exec` that starts this program with these words; `null`: it cannot be said in such a file. */
export function execValue(words: readonly string[]): string | null {
  const [program] = words;
  // “The name or path of the executable program may not contain the equal sign”; and GLib looks for the program before
  // it makes one percent sign of two, and then starts nothing.
  if (!program || /[=%]/.test(program) || words.some((word) => unwritable.test(word))) return null;
  return escapedValue(words.map(wordOf).join(' '));
}

/** The file that has a session start a program, for as long as the program is there: nobody uninstalls this file. */
export const desktopEntry = (exec: string, program: string): string =>
  [
    '[Desktop Entry]',
    'Type=Application',
    'Name=EGAIS Wizard: reminders',
    'Name[ru]=ЕГАИС Мастер: напоминания',
    'Comment=Looks when the keys of known tokens end, and tells if it is time',
    'Comment[ru]=Смотрит, когда заканчиваются ключи известных токенов, и напоминает, если пора',
    `Exec=${exec}`,
    `TryExec=${escapedValue(program)}`,
    'Terminal=false',
    '',
  ].join('\n');

/** The keys of the file's own group; what stands in other groups is nobody's here. */
function ownKeys(text: string): ReadonlyMap<string, string> {
  const lines = text.split('\n').map((line) => line.trim());
  const begin = lines.indexOf('[Desktop Entry]');
  const own = begin < 0 ? [] : lines.slice(begin + 1);
  const end = own.findIndex((line) => line.startsWith('['));
  const pairs = (end < 0 ? own : own.slice(0, end)).flatMap((line): readonly (readonly [string, string])[] => {
    const at = line.indexOf('=');
    return line.startsWith('#') || at < 0 ? [] : [[line.slice(0, at).trim(), line.slice(at + 1).trim()]];
  });
  return new Map(pairs);
}

/**
 * Whether a session does start this by the file. Settings of a desktop write into it: `Hidden` is everybody's word for
 * a file that is as good as deleted, the other is GNOME's.
 */
export function startsBy(text: string, exec: string): boolean {
  const keys = ownKeys(text);
  return (
    keys.get('Exec') === exec && keys.get('Hidden') !== 'true' && keys.get('X-GNOME-Autostart-enabled') !== 'false'
  );
}
