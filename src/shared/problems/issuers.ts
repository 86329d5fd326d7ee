import type { ProblemEntry } from './entry.ts';

/** What can come in the way of an access key, apart from tokens and from the services themselves. */
export const issuerProblems = {
  EGAIS_HANDOFF_STOPPED: {
    class: 'needs-person',
    actions: ['check-again'],
    texts: {
      ru: {
        title: 'Создание ключа на странице УТМ прекращено',
        reason:
          'Нового ключа доступа на токене не появилось. Если страница УТМ сообщила об успехе, проверьте токен ещё раз.',
      },
      en: {
        title: 'Creating the key on the UTM page was stopped',
        reason: 'No new access key has appeared on the token. If the UTM page reported success, check the token again.',
      },
    },
  },
  EGAIS_REQUEST_NOT_BUILT: {
    class: 'unexpected',
    actions: ['try-again', 'copy-details'],
    texts: {
      ru: {
        title: 'Запрос на ключ не собран',
        reason:
          'Подпись, которую дал токен, не прошла проверку, и запрос никуда не отправлен. Новый ключ на токене ничему не мешает.',
      },
      en: {
        title: 'The key request was not built',
        reason:
          'The signature the token gave did not pass the check, and no request has left. The new key on the token does no harm.',
      },
    },
  },
  SETUP_ISSUER_CLOSED: {
    class: 'not-ready',
    actions: ['try-again'],
    texts: {
      ru: {
        title: 'Этот способ сейчас недоступен',
        reason: 'Выберите другой способ получить ключ или вернитесь к нему позже.',
      },
      en: {
        title: 'This way is closed just now',
        reason: 'Choose another way to get the key, or come back to it later.',
      },
    },
  },
  SETUP_SIGN_IN_FIRST: {
    class: 'needs-person',
    actions: ['enter-pin'],
    texts: {
      ru: {
        title: 'Сначала введите PIN-код подписи',
        reason: 'Служба узнаёт владельца по его подписи, а подписывает токен только после входа по PIN-коду.',
      },
      en: {
        title: 'Enter the PIN of the signature first',
        reason: 'The service knows a holder by the signature, and the token signs only after its PIN was entered.',
      },
    },
  },
  SETUP_ROLE_NOT_CHOSEN: {
    class: 'needs-person',
    actions: [],
    texts: {
      ru: {
        title: 'Нужно выбрать, кто получает ключ',
        reason: 'По подписи на токене этого не видно: руководитель ИП или физическое лицо с доверенностью.',
      },
      en: {
        title: 'It must be said who gets the key',
        reason: 'The signature on the token does not tell: a sole proprietor, or a person with a power of attorney.',
      },
    },
  },
  SETUP_MCHD_NOT_ACCEPTED: {
    class: 'needs-person',
    actions: [],
    texts: {
      ru: {
        title: 'Нужна проверенная доверенность',
        reason: 'Для этой роли сначала выбирают файл МЧД и файл её подписи, и в них не должно быть замечаний.',
      },
      en: {
        title: 'A checked power of attorney is needed',
        reason: 'This role needs the file of the power of attorney and of its signature, without faults in them.',
      },
    },
  },
  SETUP_CERTIFICATE_NOT_FOR_KEY: {
    class: 'not-found',
    actions: ['try-again'],
    texts: {
      ru: {
        title: 'Сертификат не от этого ключа',
        reason:
          'В файле {{file}} нет сертификата к ключу, который ждёт на токене. Ничего не записано: выберите файл, который пришёл в ответ на ваш запрос.',
      },
      en: {
        title: 'The certificate is not of this key',
        reason:
          '{{file}} has no certificate for the key that waits on the token. Nothing was written: choose the file that came in answer to your request.',
      },
    },
  },
  SETUP_CERTIFICATE_OTHER_PLACE: {
    class: 'refused-by-service',
    actions: ['try-again', 'copy-details'],
    texts: {
      ru: {
        title: 'Сертификат выпущен для другого места',
        reason: 'Ждали FSRAR ID {{expected}}, а в сертификате {{fsrarId}}. Ничего не записано.',
      },
      en: {
        title: 'The certificate is for another place',
        reason: 'FSRAR ID {{expected}} was expected, and the certificate says {{fsrarId}}. Nothing was written.',
      },
    },
  },
  SETUP_CERTIFICATE_NOT_ACCESS_KEY: {
    class: 'refused-by-service',
    actions: ['try-again', 'copy-details'],
    texts: {
      ru: {
        title: 'Это не сертификат ключа доступа',
        reason:
          'Сертификат подходит к ключу на токене, но выпустил его не ЕГАИС: {{issuer}}. УТМ такой не примет, и он не записан.',
      },
      en: {
        title: 'This is not a certificate of an access key',
        reason:
          'The certificate fits the key on the token, but EGAIS did not issue it: {{issuer}}. The UTM would not take it, and it was not written.',
      },
    },
  },
  SETUP_NO_WAITING_KEY: {
    class: 'not-found',
    actions: ['choose-another-token'],
    texts: {
      ru: {
        title: 'На токене нет ключа, который ждёт сертификата',
        reason: 'Запрос делали на другом токене, или ключ с него удалили. Создайте запрос заново.',
      },
      en: {
        title: 'No key on the token waits for a certificate',
        reason: 'The request was made on another token, or its key was deleted. Make the request anew.',
      },
    },
  },
} as const satisfies Record<string, ProblemEntry>;
