import type { ProblemEntry } from './entry.ts';

/** Failures of the drivers of tokens and of the process that loads them. */
export const tokenLibraryProblems = {
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
    actions: ['check-again', 'save-diagnostics', 'copy-details'],
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
    actions: ['check-again', 'save-diagnostics', 'copy-details'],
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
    actions: ['open-jacarta-page', 'open-rutoken-page', 'check-again', 'save-diagnostics', 'copy-details'],
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
    actions: ['open-jacarta-page', 'check-again', 'save-diagnostics', 'copy-details'],
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
    actions: ['try-again', 'save-diagnostics', 'copy-details'],
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
    actions: ['try-again', 'save-diagnostics', 'copy-details'],
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
  TOKEN_DRIVER_FAILED: {
    class: 'unexpected',
    actions: ['try-again', 'save-diagnostics', 'copy-details'],
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
  TOKEN_CALL_REFUSED: {
    class: 'unexpected',
    actions: ['try-again', 'save-diagnostics', 'copy-details'],
    texts: {
      ru: {
        title: 'Драйвер не понял мастера',
        reason:
          'Драйвер {{library}} не принял обращение мастера. Ваши данные ни при чём. Обновите драйвер и мастер; если не поможет, передайте подробности поддержке.',
      },
      en: {
        title: 'The driver did not understand the wizard',
        reason:
          'The driver {{library}} did not take what the wizard asked. Nothing you entered is to blame. Update the driver and the wizard; if that does not help, give the details to support.',
      },
    },
  },
} as const satisfies Record<string, ProblemEntry>;
