/**
 * A word of a command line of Windows, as `CommandLineToArgvW` reads it: backslashes count only before a quote
 * (learn.microsoft.com, «Parsing C command-line arguments»).
 */
export const windowsWord = (word: string): string => (/^[^\s"]+$/.test(word) ? word : quotedWindowsWord(word));

/** The same in quotes whatever it holds: for the program itself, which Windows otherwise looks for at every blank. */
export const quotedWindowsWord = (word: string): string =>
  `"${word.replace(/(\\*)"/g, '$1$1\\"').replace(/(\\+)$/, '$1$1')}"`;
