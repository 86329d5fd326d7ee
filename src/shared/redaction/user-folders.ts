import { mark } from './mark.ts';

const slash = '(?:[\\\\/]{1,8}|%5c|%2f)';
const folder = new RegExp(
  `(${slash}(?:users|home|documents and settings)${slash})[^\\\\/"'\\s:*?<>|%,;‹›…]{1,64}(?: [^\\\\/"'\\s:*?<>|%,;‹›…]{1,64}(?=[\\\\/])){0,3}`,
  'giu',
);

/** Takes the name out of the path of anybody's own folder: the one who is at work now is registered, others are not. */
export const withoutUserFolders = (text: string): string =>
  text.replace(folder, (_all, before: string) => `${before}${mark()}`);
