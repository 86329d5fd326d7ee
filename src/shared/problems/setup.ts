import type { ProblemEntry } from './entry.ts';

/** Failures of the application itself: wrong calls, refused messages, things a person still has to do. */
export const setupProblems = {
  SETUP_UNEXPECTED: {
    class: 'unexpected',
    actions: ['try-again', 'save-diagnostics', 'copy-details'],
    texts: {
      ru: { title: 'Что-то пошло не так', reason: 'Мастер встретил то, чего не ждал. Сделанное раньше сохранилось.' },
      en: {
        title: 'Something went wrong',
        reason: 'The wizard met something it did not expect. Earlier work is kept.',
      },
    },
  },
  SETUP_MESSAGE_REFUSED: {
    class: 'unexpected',
    actions: ['save-diagnostics', 'copy-details'],
    texts: {
      ru: { title: 'Сообщение окна отклонено', reason: 'Окно прислало то, чего мастер не принимает: {{channel}}.' },
      en: {
        title: 'A message of the window was refused',
        reason: 'The window sent what the wizard does not accept: {{channel}}.',
      },
    },
  },
  SETUP_USAGE: {
    class: 'usage',
    actions: [],
    texts: {
      ru: { title: 'Команда написана неверно', reason: '{{explanation}}' },
      en: { title: 'The command is not well formed', reason: '{{explanation}}' },
    },
  },
  SETUP_TERMS_NOT_ACCEPTED: {
    class: 'needs-person',
    actions: [],
    texts: {
      ru: {
        title: 'Нужно принять условия выдачи ключей',
        reason: 'Ключ доступа выпускается только после согласия с условиями выдачи ключей доступа к ЕГАИС.',
      },
      en: {
        title: 'The terms must be accepted',
        reason: 'An access key is issued only after the terms of issuing EGAIS access keys have been accepted.',
      },
    },
  },
  SETUP_STEP_NOT_READY: {
    class: 'not-ready',
    actions: [],
    texts: {
      ru: { title: 'До этого шага ещё не дошли', reason: 'Сначала закончите предыдущие шаги.' },
      en: { title: 'This step is not reached yet', reason: 'Finish the earlier steps first.' },
    },
  },
  SETUP_BUSY: {
    class: 'not-ready',
    actions: ['try-again'],
    texts: {
      ru: { title: 'Предыдущее действие ещё идёт', reason: 'Дождитесь, пока оно закончится.' },
      en: { title: 'The previous action is still running', reason: 'Wait until it ends.' },
    },
  },
  SETUP_FILE_UNREADABLE: {
    class: 'not-found',
    actions: ['try-again'],
    texts: {
      ru: { title: 'Файл не прочитан', reason: 'Не удалось прочитать {{file}}.' },
      en: { title: 'The file was not read', reason: '{{file}} could not be read.' },
    },
  },
  SETUP_FILE_NOT_CERTIFICATE: {
    class: 'not-found',
    actions: ['try-again'],
    texts: {
      ru: {
        title: 'В файле нет сертификата',
        reason: '{{file}} не похож ни на сертификат, ни на запрос на сертификат.',
      },
      en: {
        title: 'No certificate in the file',
        reason: '{{file}} is neither a certificate nor a certificate request.',
      },
    },
  },
  SETUP_NOT_PRINTED: {
    class: 'not-ready',
    actions: ['try-again'],
    texts: {
      ru: { title: 'Напечатать не вышло', reason: 'Принтер не принял документ. Его можно сохранить в PDF.' },
      en: { title: 'Printing did not work', reason: 'The printer did not take the document. It can be saved as PDF.' },
    },
  },
  SETUP_SETTINGS_UNREADABLE: {
    class: 'usage',
    actions: ['copy-details'],
    texts: {
      ru: {
        title: 'Файл настроек не прочитан',
        reason: 'В {{file}} не то, чего ждёт мастер. Исправьте его или удалите: без него мастер работает как обычно.',
      },
      en: {
        title: 'The settings file was not read',
        reason:
          '{{file}} does not hold what the wizard expects. Mend or delete it: without it the wizard works as usual.',
      },
    },
  },
  SETUP_NO_TOKEN: {
    class: 'no-token',
    actions: ['insert-token'],
    texts: {
      ru: {
        title: 'Токен не вставлен',
        reason: 'Вставьте JaCarta или Рутокен в USB-порт компьютера, лучше без удлинителя.',
      },
      en: {
        title: 'No token is inserted',
        reason: 'Insert a JaCarta or a Rutoken into a USB port, preferably without an extension cord.',
      },
    },
  },
  SETUP_TOKEN_NOT_FOUND: {
    class: 'no-token',
    actions: ['insert-token', 'choose-another-token'],
    texts: {
      ru: { title: 'Этого токена здесь нет', reason: 'Токен {{serial}} не вставлен. Сейчас вставлены: {{present}}.' },
      en: { title: 'That token is not here', reason: 'Token {{serial}} is not inserted. Inserted now: {{present}}.' },
    },
  },
  SETUP_SEVERAL_TOKENS: {
    class: 'needs-person',
    actions: ['choose-another-token'],
    texts: {
      ru: { title: 'Вставлено несколько токенов', reason: 'Назовите нужный его номером: {{present}}.' },
      en: { title: 'Several tokens are inserted', reason: 'Name the one you mean by its serial: {{present}}.' },
    },
  },
  SETUP_TOKEN_GONE: {
    class: 'no-token',
    actions: ['insert-token', 'choose-another-token'],
    texts: {
      ru: {
        title: 'Токен извлечён',
        reason: 'Вставьте {{name}} {{tail}} обратно: после этого PIN-коды понадобятся снова.',
      },
      en: {
        title: 'The token was removed',
        reason: 'Insert {{name}} {{tail}} again: its PINs will be needed once more.',
      },
    },
  },
  SETUP_NO_QUALIFIED_CERTIFICATE: {
    class: 'needs-person',
    actions: ['get-qualified-certificate', 'choose-another-token', 'check-again'],
    texts: {
      ru: {
        title: 'На токене нет электронной подписи',
        reason:
          'Ключ доступа выпускают владельцу квалифицированной подписи ГОСТ. Получите её в удостоверяющем центре на этот токен.',
      },
      en: {
        title: 'There is no qualified signature on the token',
        reason:
          'An access key is issued to the holder of a qualified GOST signature. Get one from a certification authority onto this token.',
      },
    },
  },
  SETUP_QUALIFIED_CERTIFICATE_EXPIRED: {
    class: 'needs-person',
    actions: ['get-qualified-certificate', 'choose-another-token', 'check-again'],
    texts: {
      ru: {
        title: 'Срок электронной подписи закончился',
        reason:
          'Подпись {{holder}} действовала до {{date}}. Сначала получите новую в удостоверяющем центре, затем ключ доступа.',
      },
      en: {
        title: 'The qualified signature has expired',
        reason: 'The signature of {{holder}} was valid until {{date}}. Get a new one first, the access key after it.',
      },
    },
  },
  SETUP_QUALIFIED_CERTIFICATE_NOT_YET: {
    class: 'needs-person',
    actions: ['check-again'],
    texts: {
      ru: {
        title: 'Электронная подпись ещё не действует',
        reason: 'Подпись {{holder}} начнёт действовать {{date}}. Если это уже в прошлом, проверьте часы компьютера.',
      },
      en: {
        title: 'The qualified signature is not valid yet',
        reason:
          'The signature of {{holder}} becomes valid on {{date}}. If that day has passed, check the clock of this computer.',
      },
    },
  },
  SETUP_TOKEN_CANNOT_HOLD_ACCESS_KEY: {
    class: 'needs-person',
    actions: ['choose-another-token', 'save-diagnostics'],
    texts: {
      ru: {
        title: 'На этот токен нельзя записать ключ доступа',
        reason:
          'Токен {{name}} не создаёт ключей RSA. Для ЕГАИС нужен токен, на котором есть и подпись ГОСТ, и место для ключа RSA.',
      },
      en: {
        title: 'This token cannot hold an access key',
        reason: '{{name}} makes no RSA keys. EGAIS needs a token that holds both the GOST signature and an RSA key.',
      },
    },
  },
  SETUP_TOKEN_NOT_INITIALISED: {
    class: 'needs-person',
    actions: ['choose-another-token', 'check-again'],
    texts: {
      ru: {
        title: 'Токен ещё не подготовлен',
        reason: 'Токен {{name}} пуст. Сначала его готовят к работе: задают PIN-код и имя.',
      },
      en: {
        title: 'The token is not prepared yet',
        reason: '{{name}} is blank. It is prepared first: given a PIN and a name.',
      },
    },
  },
  SETUP_SUBDIVISION_NOT_FOUND: {
    class: 'not-found',
    actions: ['choose-another-subdivision'],
    texts: {
      ru: {
        title: 'Такого места деятельности нет в списке',
        reason: 'В списке из {{count}} мест нет FSRAR ID {{fsrarId}}.',
      },
      en: {
        title: 'That place of activity is not in the list',
        reason: 'The list of {{count}} places has no FSRAR ID {{fsrarId}}.',
      },
    },
  },
  SETUP_NO_ACCESS_KEY: {
    class: 'not-found',
    actions: ['check-again'],
    texts: {
      ru: { title: 'Ключа доступа на токене нет', reason: 'На токене {{name}} не нашлось ключа доступа к ЕГАИС.' },
      en: { title: 'There is no access key on the token', reason: 'No EGAIS access key was found on {{name}}.' },
    },
  },
  SETUP_ACCESS_KEY_UNPROVEN: {
    class: 'not-ready',
    actions: ['check-again', 'save-diagnostics', 'copy-details'],
    texts: {
      ru: {
        title: 'Новый ключ не прошёл проверку',
        reason: 'Ниже видно, что именно не сошлось. Создавать ключ ещё раз пока не нужно.',
      },
      en: {
        title: 'The new key did not pass the check',
        reason: 'See below what does not fit. There is no need to make another key yet.',
      },
    },
  },
  SETUP_SIGNED_OUT_BEFORE_PROOF: {
    class: 'pin-refused',
    actions: ['enter-pin'],
    texts: {
      ru: {
        title: 'Осталось проверить ключ',
        reason:
          'Связь с токеном прервалась, и вход по PIN-коду пропал. Ключ уже на токене; введите PIN-код ещё раз, чтобы закончить проверку.',
      },
      en: {
        title: 'The key still has to be checked',
        reason:
          'The connection to the token broke and the sign-in was lost. The key is on the token; enter the PIN again to finish the check.',
      },
    },
  },
  SETUP_CONFIRMATION_MISMATCH: {
    class: 'needs-person',
    actions: [],
    texts: {
      ru: {
        title: 'Номер токена не сошёлся',
        reason: 'Нужны последние четыре знака номера того токена, который вставлен: {{name}}. Ничего не изменено.',
      },
      en: {
        title: 'The serial does not match',
        reason: 'The last four characters of the inserted token’s serial are needed: {{name}}. Nothing was changed.',
      },
    },
  },
  SETUP_CERTIFICATES_NOT_SAVED: {
    class: 'needs-person',
    actions: [],
    texts: {
      ru: {
        title: 'Сначала сохраните сертификаты',
        reason: 'Подготовка сотрёт с токена сертификаты: {{count}}. Сохраните их в папку, а затем продолжайте.',
      },
      en: {
        title: 'Save the certificates first',
        reason: 'Preparation will erase certificates from the token: {{count}}. Save them to a folder, then go on.',
      },
    },
  },
  SETUP_CERTIFICATE_NOT_FOUND: {
    class: 'not-found',
    actions: ['check-again'],
    texts: {
      ru: {
        title: 'Такого сертификата на токене нет',
        reason: 'Возможно, его удалила другая программа. Прочитайте токен заново.',
      },
      en: {
        title: 'That certificate is not on the token',
        reason: 'Another program may have deleted it. Read the token anew.',
      },
    },
  },
  SETUP_FILE_NOT_WRITTEN: {
    class: 'unexpected',
    actions: ['try-again'],
    texts: {
      ru: { title: 'Файл не записан', reason: 'Не удалось записать {{file}}. Выберите другую папку.' },
      en: { title: 'The file was not written', reason: '{{file}} could not be written. Choose another folder.' },
    },
  },
  SETUP_PIN_TRIES_SPENT: {
    class: 'pin-locked',
    actions: ['enter-pin'],
    texts: {
      ru: {
        title: 'Попытки ввода PIN-кода уже тратились',
        reason:
          '{{part}}: без человека мастер не рискует оставшимися попытками. Введите PIN-код в окне или добавьте --accept-low-pin-count.',
      },
      en: {
        title: 'Tries of the PIN were already spent',
        reason:
          '{{part}}: unattended, the wizard does not risk those that are left. Enter the PIN in the window, or add --accept-low-pin-count.',
      },
    },
  },
  SETUP_PIN_NEEDED: {
    class: 'needs-person',
    actions: ['enter-pin'],
    texts: {
      ru: {
        title: 'Нужен PIN-код',
        reason: 'Введите PIN-код: {{part}}. Без экрана передайте его строкой «{{line}}» через --pin-stdin.',
      },
      en: {
        title: 'A PIN is needed',
        reason: 'Enter the PIN: {{part}}. Without a terminal pass it as the line “{{line}}” with --pin-stdin.',
      },
    },
  },
} as const satisfies Record<string, ProblemEntry>;
