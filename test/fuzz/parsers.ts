import type { Parser } from './parser.ts';
import { accountParsers } from './parsers/account.ts';
import { certificationAccountParsers } from './parsers/certification-account.ts';
import { diagnosticsParsers } from './parsers/diagnostics.ts';
import { machineParsers } from './parsers/machine.ts';
import { mchdParsers } from './parsers/mchd.ts';
import { messageParsers } from './parsers/messages.ts';
import { pkiParsers } from './parsers/pki.ts';
import { rememberedParsers } from './parsers/remembered.ts';
import { utmParsers } from './parsers/utm.ts';

/** Every parser that takes bytes from outside. */
export const parsers: readonly Parser[] = [
  ...pkiParsers,
  ...mchdParsers,
  ...utmParsers,
  ...accountParsers,
  ...certificationAccountParsers,
  ...messageParsers,
  ...rememberedParsers,
  ...machineParsers,
  ...diagnosticsParsers,
];
