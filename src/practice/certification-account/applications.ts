import type { WireApplication, WireIssue } from '../../egais/certification-authority/wire.ts';
import type { PracticeHolder } from '../holders.ts';
import type { KeptApplication } from './certification-folder.ts';

const issue = (state: string, words: string, rest: Partial<WireIssue> = {}): WireIssue => ({
  state,
  words,
  refusal: null,
  retryAfterSeconds: null,
  ...rest,
});

/** How far the issue has come by now. The words of SMS are those of the printed instruction. */
export function issueOf({ order }: KeptApplication, unforeseen: string | null, now: Date): WireIssue {
  if (unforeseen !== null) return issue('unforeseen', unforeseen);
  if (order === null) return issue('not-requested', 'Запрос на сертификат не отправлен');
  const moment = now.toISOString();
  const left = (until: string): Partial<WireIssue> => {
    const seconds = Math.ceil((Date.parse(until) - now.getTime()) / 1_000);
    return { retryAfterSeconds: Math.min(60, Math.max(1, seconds)) };
  };
  if (moment < order.issuingAt)
    return issue('ordered', 'Запрос на сертификат успешно отправлен', left(order.issuingAt));
  if (moment < order.readyAt) return issue('issuing', 'Ваш сертификат заказан', left(order.readyAt));
  if (order.outcome.kind === 'issued') return issue('ready', 'Ваш сертификат готов');
  return issue('refused', 'Отказано', { refusal: order.outcome.reason });
}

/** «Статус заявки». Only those of an accepted one and of an issued certificate are known; the others are made up. */
const statuses: Readonly<Record<string, string>> = {
  'not-requested': 'Принята Оператором',
  ordered: 'Запрос получен',
  issuing: 'Выпуск сертификата',
  ready: 'Сертификат выпущен',
  refused: 'Отказано',
};

export function applicationRow(kept: KeptApplication, unforeseen: string | null, now: Date): WireApplication {
  const { id, date, inn, kpp, name, owner } = kept;
  const state = issueOf(kept, unforeseen, now);
  return {
    id,
    date,
    status: unforeseen ?? statuses[state.state] ?? state.words,
    inn,
    kpp,
    name,
    kind: 'ЕГАИС',
    tariff: null,
    owner,
    reason: 'Новый пользователь',
    author: 'Оператор учебного центра',
    issue: state,
  };
}

const dayMs = 86_400_000;

/** One accepted application for each of these holders. */
export const applicationsFor = (holders: readonly PracticeHolder[], now: Date): readonly KeptApplication[] => {
  const distinct = new Map(holders.map((holder) => [holder.inn, holder]));
  return [...distinct.values()].map(({ inn, shortName, certificate }, index) => ({
    id: String(700_101 + index),
    date: new Date(now.getTime() - 2 * dayMs).toISOString(),
    inn,
    kpp: null,
    name: shortName,
    owner: `${certificate.surname} ${certificate.givenName}`,
    order: null,
  }));
};
