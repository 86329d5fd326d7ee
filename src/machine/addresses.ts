/**
 * Where the clock and the network are checked. Plain HTTP on purpose: with a wrong clock no TLS certificate holds, and
 * an answer of any kind, a redirect too, carries the `Date` we are after. The list of the production servers of EGAIS
 * is not public, so the agency's site alone stands for the network.
 */
export const agencyUrl = 'http://fsrar.gov.ru/';

/** Independent of one another, so that one wrong server is outvoted. */
export const timeSources: readonly string[] = [agencyUrl, 'http://www.nalog.gov.ru/', 'http://ya.ru/'];
