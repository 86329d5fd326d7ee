import { mark } from './mark.ts';

const names = 'sms|смс|pin|puk|passwd|password|passphrase|secret|private[-_ ]?key|пин|пароль|пароля';
const code = '(?:[-_ ]?(?:code|код[а-я]{0,2}))?';

/** A field by such a name holds what nobody may see. */
const secretName = new RegExp(`(?:${names})${code}$`, 'iu');
export const isSecretField = (name: string): boolean => secretName.test(name);

const named = `(?<![\\p{L}\\d_.-])([\\p{L}\\d_.-]*?(?:${names})${code})`;
const sign = `(\\\\*["']?\\s{0,3}[:=]\\s{0,3})`;
const quoted = `"(?:[^"\\\\\\n]|\\\\.)+"|\\\\+"[^"\\n]{1,300}\\\\"|'[^'\\n]{1,300}'`;
// A text may be cut within a value; what says that there is none stays.
const plain = `\\\\*["']?(?!(?:null|true|false|undefined)(?![\\p{L}\\d]))[^\\s"'{}\\[\\],;&\\\\‹›…]+`;
const field = new RegExp(`${named}${sign}(${quoted}|${plain})`, 'giu');

/** The lines by which the command line takes PINs and codes: `gost:…`, `so-pki:…`, `new-user:…`, `sms:…`. */
const pinLine = /(?<![\p{L}\d_-])((?:so-|new-)?(?:gost|pki|user|so)|sms):[^\s"',;}\\‹›…]{4,}/gu;

function emptied(_all: string, name: string, equals: string, value: string): string {
  const quote = /^\\*["']/.exec(value)?.[0] ?? '';
  const end = /\\*["']$/.exec(value.slice(quote.length))?.[0] ?? '';
  return `${name}${equals}${quote}${mark()}${end}`;
}

/** Takes out the values of fields that are named as PINs, passwords and keys are. */
export const withoutSecretFields = (text: string): string =>
  text.replace(field, emptied).replace(pinLine, (_all, name: string) => `${name}:${mark()}`);
