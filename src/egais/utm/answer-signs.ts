import type { UtmInfo } from '../../shared/domain/utm.ts';
import { foreignDatabaseText } from './start-failures.ts';
import type { UtmFacts } from './utm-facts.ts';

export type Answered = UtmFacts & { readonly info: UtmInfo };

const contourOfIssuer: Readonly<Record<string, string>> = { 'pki.fsrar.ru': 'prod', 'test.pki.fsrar.ru': 'test' };
const contours: readonly string[] = Object.values(contourOfIssuer);

const saysError = (date: UtmInfo['rsa']['notBefore']): boolean => date.kind === 'text' && /error/i.test(date.text);

export const rsaIsUnreadable = ({ info: { rsaError, ownerId, rsa }, subjects }: Answered): boolean =>
  rsaError !== null ||
  ownerId === null ||
  subjects.rsa === 'none' ||
  saysError(rsa.notBefore) ||
  saysError(rsa.notAfter);

export const gostIsReadable = ({ info, subjects }: Answered): boolean =>
  info.gost.validity === 'valid' && subjects.gost !== 'none';

export const gostIsInvalid = ({ info: { gost } }: Answered): boolean =>
  gost.validity !== 'valid' || saysError(gost.notAfter);

/** It counts as valid, and nobody can say whose it is. */
export const gostIsUnreadable = ({ info, subjects }: Answered): boolean =>
  info.gost.validity === 'valid' && subjects.gost === 'none';

const databasesDiffer = ({ ownerId, database }: UtmInfo): boolean =>
  ownerId !== null && database.ownerId !== null && ownerId !== database.ownerId;

/** The key is not of the chosen place: then it is the token that is foreign, whosever the database is. */
export const tokenIsForeign = ({ info, expectedFsrarId }: Answered): boolean =>
  databasesDiffer(info) && expectedFsrarId !== null && info.ownerId !== expectedFsrarId;

/** Two numbers that differ, and nothing less: whose database it is must be known before it may be put aside. */
export const databaseIsForeign = ({ info }: Answered): boolean => databasesDiffer(info);

/**
 * The UTM speaks of a foreign database and shows none: it could not read its token when it started, which a start anew
 * mends (docs/sources.md, UTM).
 */
export const mismatchIsHearsay = ({ info }: Answered): boolean =>
  foreignDatabaseText.test(info.rsaError ?? '') && !databasesDiffer(info);

export const keyIsOfAnotherPlace = ({ info, expectedFsrarId }: Answered): boolean =>
  expectedFsrarId !== null && info.ownerId !== expectedFsrarId;

/** Whether the access key is for the contour the UTM works in; `unknown` where either is not told by a known name. */
export function contourAgreement({ contour, rsa }: UtmInfo): 'passed' | 'failed' | 'unknown' {
  const issued = rsa.issuer === null ? undefined : contourOfIssuer[rsa.issuer];
  if (contour === null || !contours.includes(contour) || issued === undefined) return 'unknown';
  return issued === contour ? 'passed' : 'failed';
}

export const contoursDiffer = ({ info }: Answered): boolean => contourAgreement(info) === 'failed';
