import type { HelpCode } from './codes.ts';

/** Codes that say one thing in two places; the words of the first stand for all. */
export const sameMeaning: readonly (readonly HelpCode[])[] = [
  ['verdict:working', 'finding:utm/working'],
  ['verdict:starting', 'verdict:coming-up', 'finding:utm/starting'],
  ['verdict:needs-access-key', 'finding:utm/needs-access-key'],
  ['finding:utm-port/elsewhere', 'finding:utm-service-ports/elsewhere'],
  ['finding:smart-card-service/running', 'finding:smart-card-service/linux-running'],
  ['problem:TOKEN_NOT_SIGNED_IN', 'problem:SETUP_PIN_NEEDED'],
  ['problem:TOKEN_NOT_FOUND', 'problem:SETUP_TOKEN_NOT_FOUND'],
  ['problem:TOKEN_NOT_INITIALISED', 'problem:SETUP_TOKEN_NOT_INITIALISED'],
  ['problem:TOKEN_KEY_MISMATCH', 'problem:SETUP_CERTIFICATE_NOT_FOR_KEY'],
  ['problem:TOKEN_LIBRARY_DAMAGED', 'finding:integrity-checker/failed'],
  ['certificate:signature-unsupported', 'mchd:signature-unsupported'],
];
