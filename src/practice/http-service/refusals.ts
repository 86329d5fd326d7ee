import type { commonRefusalStatuses, ProblemDocument } from '../../egais/service/service-wire.ts';
import type { Reply } from './reply.ts';

export type CommonRefusal = keyof typeof commonRefusalStatuses;

/** What a refusal says. */
export type Words = readonly [title: string, ru: string, en: string];

/** What stands in a refusal beside its words. */
interface RefusalRest {
  /** Words in place of the usual ones, in Russian. */
  readonly own?: string | undefined;
  readonly headers?: Reply['headers'];
  readonly facts?: Pick<ProblemDocument, 'triesLeft' | 'retryAfterSeconds'>;
}

/** Makes a refusal by its code. */
export type Refuse<C extends string> = (code: C, rest?: RefusalRest) => Reply;

/** Words of the refusals that every service knows. */
export const commonWords: Readonly<Record<CommonRefusal, Words>> = {
  MALFORMED_REQUEST: [
    'Malformed request',
    'Запрос составлен не по договору.',
    'The request does not follow the contract.',
  ],
  NOT_AUTHENTICATED: ['Not authenticated', 'Сначала нужно войти.', 'Sign in first.'],
  SESSION_EXPIRED: ['Session expired', 'Вход истёк: войдите снова.', 'The session has ended: sign in again.'],
  NOT_FOUND: ['Not found', 'Такого здесь нет.', 'There is no such thing here.'],
  METHOD_NOT_ALLOWED: ['Method not allowed', 'Так сюда не обращаются.', 'This is not asked for in this way.'],
  BODY_TOO_LARGE: ['Body too large', 'Запрос больше, чем служба принимает.', 'The request is larger than is taken.'],
  REQUEST_UNSOUND: [
    'Certification request unsound',
    'Запрос на сертификат не подходит.',
    'The certification request does not do.',
  ],
  IDEMPOTENCY_KEY_REUSED: [
    'Idempotency key reused',
    'С этим Idempotency-Key уже приходил другой запрос.',
    'Another request came with this Idempotency-Key before.',
  ],
  INTERNAL: ['Internal failure', 'Внутренняя неисправность службы.', 'The service failed.'],
};

/** @param service as its problem types name it: `urn:egais-wizard:{service}:…` */
export const refusalsOf =
  <C extends string>(
    service: string,
    statuses: Readonly<Record<C, number>>,
    words: Readonly<Record<C, Words>>,
  ): Refuse<C> =>
  (code, { own, headers = {}, facts = {} } = {}) => {
    const [title, ru, en] = words[code];
    const status = statuses[code];
    const body: ProblemDocument = {
      type: `urn:egais-wizard:${service}:${code.toLowerCase().replaceAll('_', '-')}`,
      title,
      status,
      code,
      detail: own ?? ru,
      detailEn: own ?? en,
      ...facts,
    };
    return { status, type: 'application/problem+json', body, headers };
  };
