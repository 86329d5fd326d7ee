import type { ProblemEntry } from './entry.ts';

/** What can go wrong between the wizard and the EGAIS account service of our contract (docs/account.md). */
export const accountProblems = {
  ACCOUNT_UNREACHABLE: {
    class: 'not-ready',
    actions: ['try-again', 'copy-details'],
    texts: {
      ru: {
        title: 'Личный кабинет не отвечает',
        reason: 'Не удалось соединиться с {{url}}. Проверьте интернет и адрес службы; ничего не отправлено.',
      },
      en: {
        title: 'The account does not answer',
        reason:
          'No connection to {{url}} could be made. Check the internet and the address of the service; nothing was sent.',
      },
    },
  },
  ACCOUNT_CONNECTION_NOT_TRUSTED: {
    class: 'not-ready',
    actions: ['try-again', 'copy-details'],
    texts: {
      ru: {
        title: 'Соединение с личным кабинетом не защищено',
        reason:
          'Сервер {{url}} не подтвердил, что он тот, за кого себя выдаёт. Так бывает при неверных часах и когда в соединение вмешивается другая программа. Ничего не отправлено.',
      },
      en: {
        title: 'The connection to the account is not safe',
        reason:
          'The server at {{url}} did not prove that it is what it says. A wrong clock does this, and a program that meddles with the connection. Nothing was sent.',
      },
    },
  },
  ACCOUNT_CONNECTION_BROKEN: {
    class: 'not-ready',
    actions: ['try-again', 'copy-details'],
    texts: {
      ru: {
        title: 'Связь с личным кабинетом прервалась',
        reason: 'Ответ от {{url}} не пришёл целиком. Ничего не изменено: можно попробовать ещё раз.',
      },
      en: {
        title: 'The connection to the account broke',
        reason: 'The answer from {{url}} did not come whole. Nothing was changed: it may be tried again.',
      },
    },
  },
  ACCOUNT_ANSWER_UNREADABLE: {
    class: 'refused-by-service',
    actions: ['try-again', 'copy-details'],
    texts: {
      ru: {
        title: 'Ответ личного кабинета непонятен',
        reason: 'То, что отвечает по адресу {{url}}, не похоже на службу, которую знает мастер. Проверьте адрес.',
      },
      en: {
        title: 'The answer of the account cannot be understood',
        reason: 'What answers at {{url}} does not look like the service the wizard knows. Check the address.',
      },
    },
  },
  ACCOUNT_ANSWER_TOO_LARGE: {
    class: 'refused-by-service',
    actions: ['try-again', 'copy-details'],
    texts: {
      ru: {
        title: 'Ответ личного кабинета слишком велик',
        reason: 'Сервер {{url}} прислал больше, чем бывает в таком ответе. Мастер перестал его читать.',
      },
      en: {
        title: 'The answer of the account is too large',
        reason: 'The server at {{url}} sent more than such an answer ever holds. The wizard stopped reading.',
      },
    },
  },
  ACCOUNT_SIGN_IN_REFUSED: {
    class: 'refused-by-service',
    actions: ['try-again', 'copy-details'],
    texts: {
      ru: { title: 'Личный кабинет не принял подпись', reason: 'Ответ службы: {{answer}}' },
      en: { title: 'The account did not take the signature', reason: 'The service answered: {{answer}}' },
    },
  },
  ACCOUNT_SESSION_EXPIRED: {
    class: 'not-ready',
    actions: ['try-again', 'copy-details'],
    texts: {
      ru: {
        title: 'Вход в личный кабинет истёк',
        reason: 'Служба больше не помнит этого входа. Попробуйте снова: мастер войдёт ещё раз, с новой подписью.',
      },
      en: {
        title: 'The sign-in to the account has expired',
        reason:
          'The service no longer remembers this sign-in. Try again: the wizard will sign in once more, with a new signature.',
      },
    },
  },
  ACCOUNT_FAILED: {
    class: 'not-ready',
    actions: ['try-again', 'copy-details'],
    texts: {
      ru: { title: 'Служба личного кабинета не справилась', reason: 'Ответ службы: {{answer}}' },
      en: { title: 'The account service failed', reason: 'The service answered: {{answer}}' },
    },
  },
  ACCOUNT_REFUSED: {
    class: 'refused-by-service',
    actions: ['try-again', 'copy-details'],
    texts: {
      ru: { title: 'Личный кабинет отказал', reason: 'Ответ службы: {{answer}}' },
      en: { title: 'The account refused', reason: 'The service answered: {{answer}}' },
    },
  },
  ACCOUNT_PLACE_UNKNOWN: {
    class: 'not-found',
    actions: ['choose-another-subdivision', 'copy-details'],
    texts: {
      ru: { title: 'Личный кабинет не знает этого места', reason: 'Ответ службы: {{answer}}' },
      en: { title: 'The account does not know this place', reason: 'The service answered: {{answer}}' },
    },
  },
  ACCOUNT_MCHD_REFUSED: {
    class: 'refused-by-service',
    actions: ['copy-details'],
    texts: {
      ru: { title: 'Личный кабинет не принял доверенность', reason: 'Ответ службы: {{answer}}' },
      en: { title: 'The account did not take the power of attorney', reason: 'The service answered: {{answer}}' },
    },
  },
  ACCOUNT_KEY_REFUSED: {
    class: 'refused-by-service',
    actions: ['copy-details'],
    texts: {
      ru: {
        title: 'Личный кабинет отказался выпустить ключ',
        reason: 'Ответ службы: {{answer}}',
      },
      en: { title: 'The account refused to issue the key', reason: 'The service answered: {{answer}}' },
    },
  },
  ACCOUNT_KEY_OUTCOME_UNKNOWN: {
    class: 'needs-person',
    actions: ['check-again', 'copy-details'],
    texts: {
      ru: {
        title: 'Неизвестно, выпустил ли личный кабинет сертификат',
        reason:
          'Запрос ушёл на {{url}}, а понятного ответа нет. Сертификат мог быть выпущен, но на токен он не записан; прежний ключ цел. Прежде чем просить ещё раз, узнайте у службы, что стало с запросом.',
      },
      en: {
        title: 'It is not known whether the account issued the certificate',
        reason:
          'The request went to {{url}}, and no clear answer came. The certificate may have been issued, but it was not written to the token; the former key is whole. Before asking again, find out from the service what became of the request.',
      },
    },
  },
  ACCOUNT_CONTRACTOR_REFUSED: {
    class: 'refused-by-service',
    actions: ['copy-details'],
    texts: {
      ru: { title: 'Личный кабинет не принял место', reason: 'Ответ службы: {{answer}}' },
      en: { title: 'The account did not take the place', reason: 'The service answered: {{answer}}' },
    },
  },
  ACCOUNT_CONTRACTOR_OUTCOME_UNKNOWN: {
    class: 'needs-person',
    actions: ['check-again', 'copy-details'],
    texts: {
      ru: {
        title: 'Неизвестно, принял ли личный кабинет место',
        reason:
          'Место отправлено на {{url}}, а понятного ответа нет. Обновите список: если место в нём есть, вводить его ещё раз не нужно.',
      },
      en: {
        title: 'It is not known whether the account took the place',
        reason:
          'The place was sent to {{url}}, and no clear answer came. Load the list again: if the place is in it, it need not be entered once more.',
      },
    },
  },
} as const satisfies Record<string, ProblemEntry>;
