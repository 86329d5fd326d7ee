import { type RefusalCode, refusalStatuses } from '../../egais/certification-authority/wire.ts';
import { commonWords, refusalsOf, type Words } from '../http-service/refusals.ts';

const words: Readonly<Record<RefusalCode, Words>> = {
  ...commonWords,
  CODE_UNKNOWN: [
    'Code unknown',
    'Код не запрашивали, либо его уже использовали. Запросите новый.',
    'No such code was asked for, or it was used already. Ask for a new one.',
  ],
  CODE_EXPIRED: [
    'Code expired',
    'Время кода вышло. Запросите новый.',
    'The time of the code is over. Ask for a new one.',
  ],
  CODE_WRONG: ['Code wrong', 'Код не подошёл.', 'The code is wrong.'],
  CODE_TOO_SOON: [
    'Too soon for another code',
    'Код уже отправлен; новый можно запросить позже.',
    'A code was sent already; another may be asked for later.',
  ],
  PHONE_UNKNOWN: [
    'Phone unknown',
    'Этот номер не сообщали удостоверяющему центру.',
    'This number was not told to the authority.',
  ],
  PHONE_LOCKED: [
    'Phone locked',
    'Вход по этому номеру закрыт. Обратитесь в удостоверяющий центр.',
    'The sign-in by this number is locked. Turn to the authority.',
  ],
  APPLICATION_NOT_FOUND: ['Application not found', 'Такой заявки нет.', 'There is no such application.'],
  PAPER_NOT_FOUND: ['Paper not found', 'Такого документа у заявки нет.', 'The application has no such paper.'],
  NOT_ISSUED: ['Not issued', 'Сертификат по заявке не выпущен.', 'The certificate is not issued.'],
  REQUEST_NOT_EXPECTED: [
    'Request not expected',
    'По этой заявке запрос уже получен, или она ещё не принята.',
    'The application has its request already, or is not accepted yet.',
  ],
};

export const refuse = refusalsOf('certification-account', refusalStatuses, words);
