const baseFolder = /-Dbasedir=([A-Za-z]:\\[^"<>|?*\r\n]{0,240}?)\\?(?:\\0-|(?:\\0)*$)/;

/**
 * The folder in `Options` of a procrun service, a REG_MULTI_SZ: `reg.exe` writes the two characters `\0` between its
 * strings, which an option's leading dash tells from a folder whose name begins with a nought. `null` when none is
 * named there, or one on another computer.
 */
export const readBaseFolder = (options: string): string | null => baseFolder.exec(options.slice(0, 8_000))?.[1] ?? null;
