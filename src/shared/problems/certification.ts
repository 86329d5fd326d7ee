import type { ProblemEntry } from './entry.ts';

/** What can go wrong between a person and a certification authority (docs/certification-account.md). */
export const certificationProblems = {
  CERTIFICATION_NOT_CONFIGURED: {
    class: 'not-ready',
    actions: ['copy-details'],
    texts: {
      ru: {
        title: 'Кабинет удостоверяющего центра не подключён',
        reason:
          'Адрес службы удостоверяющего центра нигде не указан. Запрос можно передать файлом: этот способ есть у любого центра.',
      },
      en: {
        title: 'The account of the certification authority is not set up',
        reason:
          'Nobody named the address of the authority’s service. The request can be handed over as a file: every authority has this way.',
      },
    },
  },
  CERTIFICATION_PHONE_MALFORMED: {
    class: 'usage',
    actions: ['try-again'],
    texts: {
      ru: {
        title: 'Это не номер мобильного телефона',
        reason: 'Нужен номер российского мобильного телефона: +7 и десять цифр, первая из них 9.',
      },
      en: {
        title: 'This is no mobile phone number',
        reason: 'A Russian mobile number is needed: +7 and ten digits, the first of them 9.',
      },
    },
  },
  CERTIFICATION_PHONE_UNKNOWN: {
    class: 'refused-by-service',
    actions: ['try-again', 'copy-details'],
    texts: {
      ru: {
        title: 'Удостоверяющий центр не знает этого телефона',
        reason:
          'Входят по тому номеру, который сообщили сотруднику удостоверяющего центра при подаче заявки. Ответ службы: {{answer}}',
      },
      en: {
        title: 'The certification authority does not know this phone',
        reason:
          'The number that opens the account is the one you gave to the authority with the application. The service answered: {{answer}}',
      },
    },
  },
  CERTIFICATION_PHONE_LOCKED: {
    class: 'refused-by-service',
    actions: ['copy-details'],
    texts: {
      ru: {
        title: 'Вход по этому телефону закрыт',
        reason: 'Слишком много неверных кодов, или центр закрыл этот номер. Ответ службы: {{answer}}',
      },
      en: {
        title: 'The sign-in by this phone is locked',
        reason: 'Too many wrong codes, or the authority has locked this number. The service answered: {{answer}}',
      },
    },
  },
  CERTIFICATION_CODE_TOO_SOON: {
    class: 'not-ready',
    actions: ['try-again'],
    texts: {
      ru: {
        title: 'Новый код ещё нельзя запросить',
        reason: 'Код уже отправлен. Следующий можно запросить позже. Ответ службы: {{answer}}',
      },
      en: {
        title: 'It is too soon for another code',
        reason: 'A code was sent already. Another may be asked for later. The service answered: {{answer}}',
      },
    },
  },
  CERTIFICATION_CODE_WRONG: {
    class: 'needs-person',
    actions: ['try-again'],
    texts: {
      ru: {
        title: 'Код не подошёл',
        reason: 'Введите код из последнего СМС-сообщения. Ответ службы: {{answer}}',
      },
      en: {
        title: 'The code is wrong',
        reason: 'Enter the code of the latest SMS. The service answered: {{answer}}',
      },
    },
  },
  CERTIFICATION_CODE_MALFORMED: {
    class: 'needs-person',
    actions: ['try-again'],
    texts: {
      ru: { title: 'Это не код из СМС', reason: 'Код — это цифры, от четырёх до восьми. Ничего не отправлено.' },
      en: { title: 'This is no code of an SMS', reason: 'The code is four to eight digits. Nothing was sent.' },
    },
  },
  CERTIFICATION_CODE_EXPIRED: {
    class: 'needs-person',
    actions: ['try-again'],
    texts: {
      ru: {
        title: 'Код больше не действует',
        reason: 'Его время вышло, или его уже использовали. Запросите новый код.',
      },
      en: {
        title: 'The code is no longer good',
        reason: 'Its time is over, or it was used already. Ask for a new code.',
      },
    },
  },
  CERTIFICATION_CODE_NEEDED: {
    class: 'needs-person',
    actions: [],
    texts: {
      ru: {
        title: 'Нужен код из СМС',
        reason: 'Код вводят в терминале или передают строкой «sms:…» на стандартный ввод с ключом --pin-stdin.',
      },
      en: {
        title: 'The code of the SMS is needed',
        reason: 'It is typed in a terminal, or given as a line “sms:…” on standard input with --pin-stdin.',
      },
    },
  },
  CERTIFICATION_SIGN_IN_FIRST: {
    class: 'not-ready',
    actions: ['try-again'],
    texts: {
      ru: {
        title: 'Сначала войдите в кабинет удостоверяющего центра',
        reason: 'Входа ещё не было, или он истёк. Запросите код на телефон и введите его.',
      },
      en: {
        title: 'Sign in to the account of the authority first',
        reason: 'Nobody has signed in yet, or the sign-in has ended. Ask for a code by phone and enter it.',
      },
    },
  },
  CERTIFICATION_APPLICATION_UNKNOWN: {
    class: 'not-found',
    actions: ['try-again', 'copy-details'],
    texts: {
      ru: { title: 'Такой заявки нет', reason: 'Ответ службы: {{answer}}' },
      en: { title: 'There is no such application', reason: 'The service answered: {{answer}}' },
    },
  },
  CERTIFICATION_REQUEST_REFUSED: {
    class: 'refused-by-service',
    actions: ['copy-details'],
    texts: {
      ru: { title: 'Удостоверяющий центр не принял запрос', reason: 'Ответ службы: {{answer}}' },
      en: { title: 'The authority did not take the request', reason: 'The service answered: {{answer}}' },
    },
  },
  CERTIFICATION_REQUEST_OUTCOME_UNKNOWN: {
    class: 'needs-person',
    actions: ['check-again', 'copy-details'],
    texts: {
      ru: {
        title: 'Неизвестно, принял ли удостоверяющий центр запрос',
        reason:
          'Запрос отправлен на {{url}}, а понятного ответа нет. Обновите список заявок: если запрос принят, отправлять его ещё раз не нужно.',
      },
      en: {
        title: 'It is not known whether the authority took the request',
        reason:
          'The request was sent to {{url}}, and no clear answer came. Load the list of applications again: if the request was taken, it need not be sent once more.',
      },
    },
  },
  CERTIFICATION_NOT_ISSUED: {
    class: 'not-ready',
    actions: ['check-again', 'copy-details'],
    texts: {
      ru: {
        title: 'Сертификат ещё не выпущен',
        reason: 'Удостоверяющий центр ещё не отдаёт сертификат по этой заявке. Проверьте позже: запрос не пропадёт.',
      },
      en: {
        title: 'The certificate is not issued yet',
        reason: 'The authority does not give out the certificate yet. Look again later: the request is not lost.',
      },
    },
  },
  CERTIFICATION_ISSUE_REFUSED: {
    class: 'refused-by-service',
    actions: ['copy-details'],
    texts: {
      ru: {
        title: 'Удостоверяющий центр отказал в выпуске',
        reason: 'Причина, которую назвал центр: {{answer}}',
      },
      en: { title: 'The authority refused to issue', reason: 'The reason it gave: {{answer}}' },
    },
  },
  CERTIFICATION_OTHER_KEY: {
    class: 'refused-by-service',
    actions: ['copy-details'],
    texts: {
      ru: {
        title: 'Сертификат выпущен для другого ключа',
        reason:
          'Ключ в сертификате не тот, что в вашем запросе. Такой сертификат не запишется к ключу на токене. Сообщите удостоверяющему центру номер заявки: {{application}}.',
      },
      en: {
        title: 'The certificate was issued for another key',
        reason:
          'The key in the certificate is not the one of your request, so it does not belong to the key on the token. Tell the authority the number of the application: {{application}}.',
      },
    },
  },
} as const satisfies Record<string, ProblemEntry>;
