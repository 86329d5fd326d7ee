/** A hash in groups of four, so that two of them can be compared by eye. */
export const grouped = (hex: string): string => hex.toUpperCase().replace(/(.{4})(?=.)/g, '$1 ');
