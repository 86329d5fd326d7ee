import type { ProblemCode } from '../../shared/problems/problem.ts';
import type { RefusalCode } from './wire.ts';

/** Refusals of the account that have a problem of their own. */
export const accountRefusals: Readonly<Partial<Record<RefusalCode, ProblemCode>>> = {
  NOT_AUTHENTICATED: 'ACCOUNT_SESSION_EXPIRED',
  SESSION_EXPIRED: 'ACCOUNT_SESSION_EXPIRED',
  CHALLENGE_UNKNOWN: 'ACCOUNT_SIGN_IN_REFUSED',
  SIGNATURE_INVALID: 'ACCOUNT_SIGN_IN_REFUSED',
  CERTIFICATE_NOT_TRUSTED: 'ACCOUNT_SIGN_IN_REFUSED',
  CERTIFICATE_NOT_IN_FORCE: 'ACCOUNT_SIGN_IN_REFUSED',
  PLACE_NOT_FOUND: 'ACCOUNT_PLACE_UNKNOWN',
  TERMS_NOT_ACCEPTED: 'SETUP_TERMS_NOT_ACCEPTED',
  MCHD_REFUSED: 'ACCOUNT_MCHD_REFUSED',
  MCHD_REQUIRED: 'ACCOUNT_MCHD_REFUSED',
};
