import type { Result } from '../../shared/result.ts';
import { serviceBaseUrl } from './service-address.ts';
import { type AnswerRules, understandAnswer } from './service-answer.ts';
import { exchangeWithService, type ServiceRequest } from './service-exchange.ts';

/** A question to a service, its path taken from the service's address. */
export type ServiceQuestion = Pick<ServiceRequest, 'method'> &
  Partial<Pick<ServiceRequest, 'headers' | 'maxBytes'>> & { readonly path: string; readonly body?: object };

/** What every question of one service is asked with, unless it says otherwise. */
type Manner = Pick<ServiceRequest, 'limitMs' | 'maxBytes' | 'trusted'>;

/** A service that is asked in JSON, and its answers understood by the rules of each question. */
interface AskedService {
  readonly origin: string;
  /** The service's address as a person is told it. */
  readonly url: string;
  ask<T>(question: ServiceQuestion, rules: AnswerRules<T>): Promise<Result<T>>;
}

/**
 * @param address HTTPS, or plain HTTP on this computer
 * @throws TypeError for any other address
 */
export function askService(address: string, manner: Manner): AskedService {
  const base = serviceBaseUrl(address);
  const url = base.href.replace(/\/$/, '');
  return {
    origin: base.origin,
    url,
    async ask({ method, path, body, headers = {}, maxBytes = manner.maxBytes }, rules) {
      const outcome = await exchangeWithService({
        ...manner,
        url: new URL(path, base),
        method,
        headers,
        body: body === undefined ? null : JSON.stringify(body),
        maxBytes,
      });
      return understandAnswer(url, outcome, rules);
    },
  };
}
