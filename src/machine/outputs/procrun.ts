const baseFolder = /-Dbasedir=([A-Za-z]:\\[^"<>|?*\r\n]{0,240}?)\\?(?:\\0-|(?:\\0)*$)/;
const profile = /-Dspring\.profiles\.active=([\w-]{1,40})(?:\\0|$)/;

const longest = 8_000;

/**
 * The folder in `Options` of a procrun service, a REG_MULTI_SZ: `reg.exe` writes the two characters `\0` between its
 * strings, which an option's leading dash tells from a folder whose name begins with a nought. `null` when none is
 * named there, or one on another computer.
 */
export const readBaseFolder = (options: string): string | null =>
  baseFolder.exec(options.slice(0, longest))?.[1] ?? null;

/** The profile of settings in the same `Options`, `prod` of a UTM in service; `null` when none is named there. */
export const readProfile = (options: string): string | null => profile.exec(options.slice(0, longest))?.[1] ?? null;
