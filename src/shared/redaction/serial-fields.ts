import { markWithTail } from './mark.ts';

const name = /^(?:token|printed)?[-_ ]?(?:serial(?:[-_ ]?(?:number|no))?|device)$/i;

/** A field by such a name holds the serial of a token: the run record calls it `device`. */
export const isSerialField = (field: string): boolean => name.test(field);

const field =
  /(?<![\p{L}\d])((?:token|printed)?[-_ ]?(?:serial(?:[-_ ]?(?:number|no))?|device)|серийный номер)(\\*["']?\s{0,3}[:=]\s{0,3}\\*["']?)((?=[a-z-]{0,64}\d)[0-9a-z-]{6,64})/giu;

/** Serials of tokens that nobody registered, by the name of their field. `kept` stay. */
export const withoutSerialFields = (text: string): string =>
  text.replace(
    field,
    (_all, said: string, equals: string, serial: string) => `${said}${equals}${markWithTail(serial)}`,
  );
