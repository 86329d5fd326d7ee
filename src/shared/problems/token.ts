import type { ProblemEntry } from './entry.ts';

/** Failures of tokens, their drivers and the process that talks to them. */
export const tokenProblems = {
  TOKEN_LIBRARY_MISSING: {
    class: 'not-found',
    actions: ['open-jacarta-page', 'open-rutoken-page', 'check-again'],
    texts: {
      ru: {
        title: 'Драйвер токена не найден',
        reason: 'Файла {{file}} нет на этом компьютере. Установите программу производителя токена.',
      },
      en: {
        title: 'The token driver was not found',
        reason: 'There is no file {{file}} on this computer. Install the software of the token’s vendor.',
      },
    },
  },
  TOKEN_LIBRARY_UNREADABLE: {
    class: 'not-ready',
    actions: ['check-again', 'copy-details'],
    texts: {
      ru: {
        title: 'Файл драйвера не читается',
        reason: 'Файл {{file}} есть, но открыть его не удалось. Проверьте права доступа или переустановите драйвер.',
      },
      en: {
        title: 'The driver file cannot be read',
        reason: 'The file {{file}} exists but could not be opened. Check its permissions or reinstall the driver.',
      },
    },
  },
  TOKEN_LIBRARY_WRONG_BITNESS: {
    class: 'not-ready',
    actions: ['open-jacarta-page', 'open-rutoken-page', 'check-again'],
    texts: {
      ru: {
        title: 'Драйвер не той разрядности',
        reason: 'Файл {{file}} собран для {{found}}, а нужен для {{needed}}.',
      },
      en: {
        title: 'The driver is built for another processor',
        reason: 'The file {{file}} is built for {{found}}; one for {{needed}} is needed.',
      },
    },
  },
  TOKEN_LIBRARY_NOT_A_LIBRARY: {
    class: 'not-ready',
    actions: ['check-again', 'copy-details'],
    texts: {
      ru: {
        title: 'Файл не похож на драйвер токена',
        reason: '{{file}} — не библиотека. Возможно, файл повреждён или указан не тот.',
      },
      en: {
        title: 'The file is not a token driver',
        reason: '{{file}} is not a library. It may be damaged, or another file was meant.',
      },
    },
  },
  TOKEN_LIBRARY_LOAD_FAILED: {
    class: 'not-ready',
    actions: ['open-jacarta-page', 'open-rutoken-page', 'check-again', 'copy-details'],
    texts: {
      ru: {
        title: 'Драйвер токена не загружается',
        reason:
          'Файл {{file}} на месте, но система не смогла его загрузить: не хватает его частей или это не драйвер токена.',
      },
      en: {
        title: 'The token driver does not load',
        reason:
          'The file {{file}} is there, but the system could not load it: parts of it are missing, or it is not a token driver.',
      },
    },
  },
  TOKEN_LIBRARY_DAMAGED: {
    class: 'not-ready',
    actions: ['open-jacarta-page', 'check-again', 'copy-details'],
    texts: {
      ru: {
        title: 'Драйвер не прошёл проверку целостности',
        reason: 'Файл {{file}} или его соседи изменены либо удалены. Переустановите «Единый Клиент JaCarta».',
      },
      en: {
        title: 'The driver failed its integrity check',
        reason: 'The file {{file}} or those beside it were changed or removed. Reinstall “JaCarta Unified Client”.',
      },
    },
  },
  TOKEN_PROCESS_HUNG: {
    class: 'not-ready',
    actions: ['try-again', 'copy-details'],
    texts: {
      ru: {
        title: 'Драйвер токена не отвечает',
        reason:
          'Драйвер {{library}} не ответил вовремя, и связь с ним прервана. Выньте токен, вставьте снова и повторите.',
      },
      en: {
        title: 'The token driver does not answer',
        reason:
          'The driver {{library}} did not answer in time and was stopped. Take the token out, insert it again and retry.',
      },
    },
  },
  TOKEN_PROCESS_DIED: {
    class: 'not-ready',
    actions: ['try-again', 'copy-details'],
    texts: {
      ru: {
        title: 'Драйвер токена аварийно завершился',
        reason:
          'Во время работы с {{library}} процесс остановился. Действие могло не завершиться; состояние токена будет прочитано заново.',
      },
      en: {
        title: 'The token driver crashed',
        reason:
          'The process stopped while working with {{library}}. The action may be unfinished; the state of the token will be read anew.',
      },
    },
  },
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
    actions: ['choose-another-token', 'copy-details'],
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
  TOKEN_DRIVER_FAILED: {
    class: 'unexpected',
    actions: ['try-again', 'copy-details'],
    texts: {
      ru: {
        title: 'Драйвер токена отказал',
        reason:
          'Драйвер {{library}} ответил отказом без понятной причины. Вставьте токен заново или перезагрузите компьютер.',
      },
      en: {
        title: 'The token driver failed',
        reason:
          'The driver {{library}} refused without a clear reason. Insert the token again or restart the computer.',
      },
    },
  },
  TOKEN_PIN_INCORRECT: {
    class: 'pin-refused',
    actions: ['enter-pin'],
    texts: {
      ru: { title: 'PIN-код не подошёл', reason: 'Токен не принял PIN-код, и одна попытка потрачена.' },
      en: { title: 'The PIN did not fit', reason: 'The token did not accept the PIN, and one try is spent.' },
    },
  },
  TOKEN_PIN_LOCKED: {
    class: 'pin-locked',
    actions: ['choose-another-token', 'copy-details'],
    texts: {
      ru: {
        title: 'PIN-код заблокирован',
        reason:
          'Попытки исчерпаны. Разблокировать может тот, кто знает PIN-код администратора, или удостоверяющий центр. Не форматируйте токен: пропадёт подпись.',
      },
      en: {
        title: 'The PIN is locked',
        reason:
          'No tries are left. The holder of the administrator PIN or the certification authority can unlock it. Do not format the token: the signature would be lost.',
      },
    },
  },
  TOKEN_PIN_LENGTH: {
    class: 'pin-refused',
    actions: ['enter-pin'],
    texts: {
      ru: {
        title: 'PIN-код не той длины',
        reason: 'Токен принимает от {{min}} до {{max}} знаков. Попытка не потрачена.',
      },
      en: {
        title: 'The PIN has the wrong length',
        reason: 'The token takes {{min}} to {{max}} characters. No try was spent.',
      },
    },
  },
  TOKEN_PIN_CHARACTERS: {
    class: 'pin-refused',
    actions: ['enter-pin'],
    texts: {
      ru: { title: 'В PIN-коде недопустимые знаки', reason: 'Проверьте раскладку клавиатуры и введите PIN-код снова.' },
      en: {
        title: 'The PIN has characters the token does not take',
        reason: 'Check the keyboard layout and type the PIN again.',
      },
    },
  },
  TOKEN_PIN_LAST_TRY_UNCONFIRMED: {
    class: 'needs-person',
    actions: ['enter-pin'],
    texts: {
      ru: {
        title: 'Осталась последняя попытка',
        reason:
          'После ещё одного неверного PIN-кода токен заблокируется. PIN-код пока не отправлен: подтвердите попытку.',
      },
      en: {
        title: 'One try is left',
        reason: 'One more wrong PIN locks the token. The PIN has not been sent yet: confirm the try.',
      },
    },
  },
  TOKEN_PIN_NOT_SET: {
    class: 'needs-person',
    actions: ['choose-another-token', 'copy-details'],
    texts: {
      ru: {
        title: 'PIN-код ещё не задан',
        reason: 'Сначала его должен задать тот, кто знает PIN-код администратора токена.',
      },
      en: {
        title: 'The PIN is not set yet',
        reason: 'Whoever knows the token’s administrator PIN must set it first.',
      },
    },
  },
  TOKEN_PIN_EXPIRED: {
    class: 'needs-person',
    actions: ['enter-pin', 'copy-details'],
    texts: {
      ru: {
        title: 'PIN-код пора сменить',
        reason: 'Токен требует сначала сменить PIN-код и лишь потом войти.',
      },
      en: {
        title: 'The PIN must be changed',
        reason: 'The token asks for a new PIN before signing in.',
      },
    },
  },
  TOKEN_PIN_SAME: {
    class: 'pin-refused',
    actions: ['enter-pin'],
    texts: {
      ru: {
        title: 'Новый PIN-код совпадает со старым',
        reason: 'Придумайте другой PIN-код. Попытка не потрачена.',
      },
      en: { title: 'The new PIN is the old one', reason: 'Choose another PIN. No try was spent.' },
    },
  },
  TOKEN_PIN_IN_HISTORY: {
    class: 'pin-refused',
    actions: ['enter-pin'],
    texts: {
      ru: {
        title: 'Такой PIN-код уже был',
        reason: 'Токен помнит прежние PIN-коды и не принимает их снова. Придумайте другой.',
      },
      en: {
        title: 'The PIN was used before',
        reason: 'The token remembers earlier PINs and does not take them again. Choose another one.',
      },
    },
  },
  TOKEN_PIN_POLICY: {
    class: 'pin-refused',
    actions: ['enter-pin'],
    texts: {
      ru: {
        title: 'Токен не принял новый PIN-код',
        reason: 'Он слишком простой для этого токена. Возьмите строчные и заглавные латинские буквы, цифры и знаки.',
      },
      en: {
        title: 'The token did not take the new PIN',
        reason: 'It is too simple for this token. Use small and capital Latin letters, digits and signs.',
      },
    },
  },
  TOKEN_PIN_CHANGE_UNCERTAIN: {
    class: 'not-ready',
    actions: ['check-again', 'copy-details'],
    texts: {
      ru: {
        title: 'Смена PIN-кода прервалась',
        reason: 'Токен не подтвердил новый PIN-код. При входе введите сначала новый, а если он не подойдёт — прежний.',
      },
      en: {
        title: 'The change of the PIN was cut short',
        reason: 'The token did not confirm the new PIN. When signing in, try the new one first, then the former one.',
      },
    },
  },
  TOKEN_SO_PIN_INCORRECT: {
    class: 'pin-refused',
    actions: ['enter-pin'],
    texts: {
      ru: {
        title: 'PIN-код администратора не подошёл',
        reason: 'Токен не принял PIN-код администратора, и одна его попытка потрачена. Ничего не изменено.',
      },
      en: {
        title: 'The administrator PIN did not fit',
        reason: 'The token did not accept the administrator PIN, and one of its tries is spent. Nothing was changed.',
      },
    },
  },
  TOKEN_SO_PIN_LOCKED: {
    class: 'pin-locked',
    actions: ['choose-another-token', 'copy-details'],
    texts: {
      ru: {
        title: 'PIN-код администратора заблокирован',
        reason: 'Попытки исчерпаны. Вернуть токен к заводскому состоянию может только его производитель или поставщик.',
      },
      en: {
        title: 'The administrator PIN is locked',
        reason: 'No tries are left. Only the token’s vendor or supplier can bring it back to the factory state.',
      },
    },
  },
  TOKEN_UNBLOCKS_SPENT: {
    class: 'pin-locked',
    actions: ['choose-another-token', 'copy-details'],
    texts: {
      ru: {
        title: 'Разблокировать PIN-код больше нельзя',
        reason: 'Токен разрешает лишь несколько разблокировок, и они исчерпаны. Обратитесь к тому, кто выдал токен.',
      },
      en: {
        title: 'The PIN can be unlocked no more',
        reason: 'The token allows a few unlocks only, and they are used up. Ask whoever issued the token.',
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
    actions: ['check-again', 'copy-details'],
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
  TOKEN_OBJECTS_CHANGED: {
    class: 'needs-person',
    actions: ['check-again', 'copy-details'],
    texts: {
      ru: {
        title: 'Ничего не удалено',
        reason:
          'На токене сейчас не то, удаление чего вы подтвердили, или ключ может быть кому-то нужен. Проверьте снова.',
      },
      en: {
        title: 'Nothing was deleted',
        reason: 'The token does not hold what you confirmed for deletion, or the key may still be needed. Check again.',
      },
    },
  },
  TOKEN_NOT_SIGNED_IN: {
    class: 'needs-person',
    actions: ['enter-pin'],
    texts: {
      ru: { title: 'Нужен PIN-код', reason: 'Вход на токен не выполнен или уже закончился.' },
      en: { title: 'The PIN is needed', reason: 'Nobody is signed in to the token, or the sign-in has ended.' },
    },
  },
  TOKEN_KEY_NOT_FOUND: {
    class: 'not-found',
    actions: ['check-again', 'choose-another-token'],
    texts: {
      ru: { title: 'Ключа нет на токене', reason: 'Нужный ключ на токене не найден.' },
      en: { title: 'The key is not on the token', reason: 'The key that is needed was not found on the token.' },
    },
  },
  TOKEN_KEY_MISMATCH: {
    class: 'refused-by-service',
    actions: ['choose-another-token', 'copy-details'],
    texts: {
      ru: {
        title: 'Сертификат не от этого ключа',
        reason: 'Открытый ключ сертификата и ключ на токене разные. Сертификат не записан.',
      },
      en: {
        title: 'The certificate is not for this key',
        reason: 'The certificate’s public key differs from the key on the token. It was not written.',
      },
    },
  },
  TOKEN_CERTIFICATE_UNREADABLE: {
    class: 'refused-by-service',
    actions: ['copy-details'],
    texts: {
      ru: { title: 'Сертификат не читается', reason: 'То, что лежит на месте сертификата, прочитать не удалось.' },
      en: {
        title: 'The certificate cannot be read',
        reason: 'What stands in the certificate’s place could not be read.',
      },
    },
  },
  TOKEN_SIGNATURE_UNSOUND: {
    class: 'unexpected',
    actions: ['try-again', 'copy-details'],
    texts: {
      ru: {
        title: 'Подпись токена не прошла проверку',
        reason: 'Токен подписал, но подпись не сходится с его открытым ключом. Она никуда не отправлена.',
      },
      en: {
        title: 'The token’s signature failed its check',
        reason: 'The token signed, but the signature does not agree with its public key. It was not sent anywhere.',
      },
    },
  },
} as const satisfies Record<string, ProblemEntry>;
