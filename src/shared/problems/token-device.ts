import type { ProblemEntry } from './entry.ts';

/** Failures of a token as a thing: away, busy, full, unable. */
export const tokenDeviceProblems = {
  TOKEN_NOT_FOUND: {
    class: 'no-token',
    actions: ['insert-token', 'choose-another-token'],
    texts: {
      ru: { title: 'Токен не найден', reason: 'Этот токен сейчас не вставлен, или вместо него вставлен другой.' },
      en: {
        title: 'The token was not found',
        reason: 'This token is not inserted now, or another one is in its place.',
      },
    },
  },
  TOKEN_REMOVED: {
    class: 'no-token',
    actions: ['insert-token', 'choose-another-token'],
    texts: {
      ru: { title: 'Токен извлечён', reason: 'Действие не завершено. Вставьте токен и повторите.' },
      en: { title: 'The token was removed', reason: 'The action is not finished. Insert the token and retry.' },
    },
  },
  TOKEN_BUSY: {
    class: 'not-ready',
    actions: ['try-again', 'copy-details'],
    texts: {
      ru: {
        title: 'Токен занят или не отвечает',
        reason: 'Чаще всего его держит другая программа — УТМ или КриптоПро. Закройте её или вставьте токен заново.',
      },
      en: {
        title: 'The token is busy or does not answer',
        reason: 'Most often another program holds it: the UTM or CryptoPro. Close it, or insert the token again.',
      },
    },
  },
  TOKEN_MEMORY_FULL: {
    class: 'needs-person',
    actions: ['choose-another-token', 'copy-details'],
    texts: {
      ru: {
        title: 'На токене не хватает места',
        reason: 'Удалите старые ключи и сертификаты в программе производителя токена и повторите.',
      },
      en: {
        title: 'The token is full',
        reason: 'Delete old keys and certificates with the vendor’s software and retry.',
      },
    },
  },
  TOKEN_NOT_INITIALISED: {
    class: 'needs-person',
    actions: ['choose-another-token', 'copy-details'],
    texts: {
      ru: { title: 'Токен не подготовлен', reason: 'Эта часть токена пуста: её сначала нужно инициализировать.' },
      en: {
        title: 'The token is not prepared',
        reason: 'This part of the token is blank and must be initialised first.',
      },
    },
  },
  TOKEN_WRITE_PROTECTED: {
    class: 'needs-person',
    actions: ['choose-another-token', 'copy-details'],
    texts: {
      ru: { title: 'Токен защищён от записи', reason: 'Записать на этот токен ничего нельзя.' },
      en: { title: 'The token is write-protected', reason: 'Nothing can be written to this token.' },
    },
  },
  TOKEN_OPERATION_UNSUPPORTED: {
    class: 'needs-person',
    actions: ['choose-another-token', 'save-diagnostics', 'copy-details'],
    texts: {
      ru: {
        title: 'Токен этого не умеет',
        reason: 'Эта модель токена или эта его часть не поддерживает нужное действие.',
      },
      en: {
        title: 'The token cannot do this',
        reason: 'This model of token, or this part of it, does not support the action.',
      },
    },
  },
  TOKEN_CANCELLED: {
    class: 'needs-person',
    actions: ['try-again'],
    texts: {
      ru: {
        title: 'Действие отменено на токене',
        reason: 'Токен или его программа сообщили об отказе. Ничего не изменено.',
      },
      en: {
        title: 'The action was cancelled on the token',
        reason: 'The token or its software declined. Nothing was changed.',
      },
    },
  },
  TOKEN_INITIALISATION_HANDOFF: {
    class: 'needs-person',
    actions: ['open-jacarta-page', 'check-again'],
    texts: {
      ru: {
        title: 'Эту часть токена готовит программа производителя',
        reason: 'Выполните инициализацию в программе «Единый Клиент JaCarta». Здесь ничего не изменено.',
      },
      en: {
        title: 'The vendor’s program prepares this part of the token',
        reason: 'Initialise it in “JaCarta Unified Client”. Nothing was changed here.',
      },
    },
  },
  TOKEN_INITIALISATION_UNFINISHED: {
    class: 'not-ready',
    actions: ['check-again', 'save-diagnostics', 'copy-details'],
    texts: {
      ru: {
        title: 'Подготовка токена не закончена',
        reason:
          'Токен уже очищен, но PIN-код на нём может быть не задан. Вставьте токен заново и повторите подготовку.',
      },
      en: {
        title: 'The preparation of the token is unfinished',
        reason: 'The token is emptied already, but its PIN may not be set. Insert the token again and prepare it anew.',
      },
    },
  },
  TOKEN_MEMORY_DAMAGED: {
    class: 'needs-person',
    actions: ['check-again', 'open-rutoken-page', 'save-diagnostics', 'copy-details'],
    texts: {
      ru: {
        title: 'Память токена повреждена',
        reason:
          'Токен не может прочитать собственные записи. Вставьте его в другой USB-порт или в другой компьютер. Не форматируйте токен, пока на нём есть нужная подпись.',
      },
      en: {
        title: 'The memory of the token is damaged',
        reason:
          'The token cannot read its own records. Try another USB port or another computer. Do not format it while it holds a signature you need.',
      },
    },
  },
  TOKEN_SECURE_CHANNEL_NEEDED: {
    class: 'needs-person',
    actions: ['choose-another-token', 'copy-details'],
    texts: {
      ru: {
        title: 'Токен работает только по защищённому каналу',
        reason: 'Этот токен настроен так, что с ним говорит лишь программа, для которой его выдали.',
      },
      en: {
        title: 'The token works over a protected channel only',
        reason: 'This token is set up to talk only to the program it was issued for.',
      },
    },
  },
  TOKEN_FACTORY_KEY_LOCKED: {
    class: 'pin-locked',
    actions: ['choose-another-token', 'copy-details'],
    texts: {
      ru: {
        title: 'Вернуть токен к заводскому состоянию уже нельзя',
        reason: 'Ключ производителя, которым это делают, заблокирован. Обратитесь к тому, кто выдал токен.',
      },
      en: {
        title: 'The token can no longer be brought back to the factory state',
        reason: 'The vendor’s key that does it is locked. Ask whoever issued the token.',
      },
    },
  },
  TOKEN_FINGERPRINT_NEEDED: {
    class: 'needs-person',
    actions: ['choose-another-token', 'copy-details'],
    texts: {
      ru: {
        title: 'Токен не принял отпечаток пальца',
        reason: 'Этот токен узнаёт владельца по отпечатку. Мастер этого не умеет: нужна программа производителя.',
      },
      en: {
        title: 'The token did not take the fingerprint',
        reason: 'This token knows its holder by a fingerprint. The wizard cannot do that: use the vendor’s program.',
      },
    },
  },
} as const satisfies Record<string, ProblemEntry>;
