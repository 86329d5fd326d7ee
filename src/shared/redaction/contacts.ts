import { mark } from './mark.ts';

// From the beginning of a word on only: a long word without an @ is looked through once.
const address = /(?<![\p{L}\d.+_-])[\p{L}\d.+_-]+(?:(?:@|%40)(?:[\p{L}\d-]{1,63}\.){1,6}[\p{L}\d-]{2,63})+/gu;

const phone =
  /(?<![\d.])(?:\+7|8|7)[ \u00a0(-]{0,3}\d{3}[ \u00a0)-]{0,3}\d{3}[ \u00a0-]{0,2}\d{2}[ \u00a0-]{0,2}\d{2}(?![\d.])/g;

/** Takes out addresses of e-mail and phone numbers of Russia. */
export const withoutContacts = (text: string): string => text.replace(address, mark()).replace(phone, mark());
