import type { Certificate } from '../../shared/domain/certificate.ts';

const DAY_MS = 86_400_000;
/** Days before the end from which a certificate is shown as ending: the time a renewal comfortably takes. */
const ENDING_DAYS = 30;

export type Validity =
  | { readonly kind: 'valid'; readonly until: string }
  | { readonly kind: 'ending'; readonly days: number }
  | { readonly kind: 'expired'; readonly since: string }
  | { readonly kind: 'not-yet'; readonly from: string };

/** How a certificate stands at the moment `now` (milliseconds); whole days left are rounded down. */
export function validityOf(certificate: Pick<Certificate, 'notBefore' | 'notAfter'>, now: number): Validity {
  const { notBefore, notAfter } = certificate;
  if (now < Date.parse(notBefore)) return { kind: 'not-yet', from: notBefore };
  const left = Date.parse(notAfter) - now;
  if (left < 0) return { kind: 'expired', since: notAfter };
  const days = Math.floor(left / DAY_MS);
  return days <= ENDING_DAYS ? { kind: 'ending', days } : { kind: 'valid', until: notAfter };
}
