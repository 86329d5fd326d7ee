const named =
  /((?:password|passwd|pin|пароль|пин)[\p{L}\w.-]{0,40}(?:["'\s]{0,3}[=:]["'\s]{0,3}|\s{0,2}["'«]))[^\s,;]{1,100}/giu;
// Short numbers that stand alone: a PIN has no other sign. An FSRAR ID is longer.
const number = /(?<![\p{L}\w.-])\d{4,10}(?![\p{L}\w-])/gu;

const hidden = '•••';

/** A line of a log without whatever may be a PIN; harmless numbers may go with it. */
export const withoutSecrets = (text: string): string => text.replace(named, `$1${hidden}`).replace(number, hidden);
