import type { z } from 'zod';
import { type Problem, type ProblemCode, problem } from '../../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { safely } from '../../shared/safely.ts';
import { boundedJson } from './bounded-json.ts';
import type { ServiceOutcome } from './service-exchange.ts';
import { type ProblemDocument, problemDocumentSchema } from './service-wire.ts';

/** The problems that stand for codes of refusals. */
type RefusalProblems = Readonly<Partial<Record<string, ProblemCode>>>;

/** How the answer to one question is to be understood. */
export interface AnswerRules<T> {
  /** HTTP statuses under which the value comes. */
  readonly statuses: readonly number[];
  readonly schema: z.ZodType<T>;
  /** Refusals of this service that have a problem of their own. */
  readonly refusals: RefusalProblems;
  /** The problem for every other refusal. */
  readonly refusal: ProblemCode;
  /** The problem when something may have been done and it cannot be known; `null` for a question that changes nothing. */
  readonly unknownOutcome: ProblemCode | null;
  /** The value is a secret: a body that should have held it goes into no details. */
  readonly secret?: boolean;
}

const problemOf = (code: string, refusals: RefusalProblems): ProblemCode | undefined =>
  Object.hasOwn(refusals, code) ? refusals[code] : undefined;

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

const jsonIn = ({ contentType, body }: Extract<ServiceOutcome, { kind: 'answered' }>, type: string): unknown =>
  contentType.split(';')[0]?.trim().toLowerCase() === type ? boundedJson(body) : undefined;

/**
 * What an exchange means. Of a question that changes something, only a readable problem document of a status 4xx says
 * that nothing was done; after anything else that came once it was sent, the outcome is unknown.
 */
export function understandAnswer<T>(url: string, outcome: ServiceOutcome, rules: AnswerRules<T>): Result<T> {
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
  const { code, detail: answer, triesLeft, retryAfterSeconds } = document.data;
  const values = {
    url,
    answer,
    ...(triesLeft !== undefined && { triesLeft }),
    ...(retryAfterSeconds && { retryAfterSeconds }),
  };
  return fail(problem(problemOf(code, rules.refusals) ?? rules.refusal, values, { ...details, code }));
}

const serverFailure = (
  url: string,
  { code, detail: answer }: ProblemDocument,
  unknownOutcome: ProblemCode | null,
  details: Problem['details'],
): Problem => problem(unknownOutcome ?? 'ACCOUNT_FAILED', { url, answer }, { ...details, code });
