/** The last part of a path of either system, as a person knows the file. */
export const fileName = (path: string): string => path.split(/[\\/]/).at(-1) || path;
