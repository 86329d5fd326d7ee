import type { z } from 'zod';
import { type Problem, type ProblemCode, problem } from '../../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { safely } from '../../shared/safely.ts';
import type { AccountOutcome } from './account-exchange.ts';
import { boundedJson } from './bounded-json.ts';
import { type ProblemDocument, problemDocumentSchema, type RefusalCode } from './wire.ts';

/** How the answer to one question is to be understood. */
export interface AnswerRules<T> {
  /** HTTP statuses under which the value comes. */
  readonly statuses: readonly number[];
  readonly schema: z.ZodType<T>;
  /** The problem for a refusal that has no problem of its own. */
  readonly refusal: ProblemCode;
  /** The problem when something may have been done and it cannot be known; `null` for a question that changes nothing. */
  readonly unknownOutcome: ProblemCode | null;
  /** The value is a secret: a body that should have held it goes into no details. */
  readonly secret?: boolean;
}

const refusalProblems: Readonly<Partial<Record<RefusalCode, ProblemCode>>> = {
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

const problemOf = (code: string): ProblemCode | undefined =>
  Object.hasOwn(refusalProblems, code) ? refusalProblems[code as RefusalCode] : undefined;

/** As much of a body as the details show. */
const shownBody = 2_000;

const nothingSent = {
  unreachable: 'ACCOUNT_UNREACHABLE',
  'not-trusted': 'ACCOUNT_CONNECTION_NOT_TRUSTED',
} as const;

const notWhole = {
  broken: 'ACCOUNT_CONNECTION_BROKEN',
  'not-http': 'ACCOUNT_ANSWER_UNREADABLE',
  'too-large': 'ACCOUNT_ANSWER_TOO_LARGE',
} as const;

const jsonIn = ({ contentType, body }: Extract<AccountOutcome, { kind: 'answered' }>, type: string): unknown =>
  contentType.split(';')[0]?.trim().toLowerCase() === type ? boundedJson(body) : undefined;

/**
 * What an exchange means. Of a question that changes something, only a readable problem document of a status 4xx says
 * that nothing was done; after anything else that came once it was sent, the outcome is unknown.
 */
export function understandAnswer<T>(url: string, outcome: AccountOutcome, rules: AnswerRules<T>): Result<T> {
  const { unknownOutcome } = rules;
  if (outcome.kind !== 'answered') {
    const { kind, cause } = outcome;
    const code =
      kind === 'unreachable' || kind === 'not-trusted' ? nothingSent[kind] : (unknownOutcome ?? notWhole[kind]);
    return fail(problem(code, { url }, { cause }));
  }
  const { status } = outcome;
  const details = { status, body: outcome.body.slice(0, shownBody) };
  if (rules.statuses.includes(status)) {
    const value = safely(rules.schema, jsonIn(outcome, 'application/json'));
    if (value.success) return succeed(value.data);
    const shown = rules.secret ? { status } : details;
    return fail(problem(unknownOutcome ?? 'ACCOUNT_ANSWER_UNREADABLE', { url }, shown));
  }
  const document = safely(problemDocumentSchema, jsonIn(outcome, 'application/problem+json'));
  if (!document.success || document.data.status !== status)
    return fail(problem(unknownOutcome ?? 'ACCOUNT_ANSWER_UNREADABLE', { url }, details));
  if (status >= 500) return fail(serverFailure(url, document.data, unknownOutcome, details));
  const { code, detail: answer } = document.data;
  return fail(problem(problemOf(code) ?? rules.refusal, { url, answer }, { ...details, code }));
}

const serverFailure = (
  url: string,
  { code, detail: answer }: ProblemDocument,
  unknownOutcome: ProblemCode | null,
  details: Problem['details'],
): Problem => problem(unknownOutcome ?? 'ACCOUNT_FAILED', { url, answer }, { ...details, code });
