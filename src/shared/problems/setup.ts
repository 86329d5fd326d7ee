import type { ProblemEntry } from './entry.ts';

/** Failures of the application itself: wrong calls, refused messages, things a person still has to do. */
export const setupProblems = {
  SETUP_UNEXPECTED: {
    class: 'unexpected',
    actions: ['try-again', 'copy-details'],
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
    actions: ['copy-details'],
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
  SETUP_NO_DISPLAY: {
    class: 'not-ready',
    actions: [],
    texts: {
      ru: {
        title: 'Нет экрана',
        reason: 'Окну мастера негде открыться. Без экрана пройдите тот же путь командой «npm run story».',
      },
      en: {
        title: 'No display',
        reason: 'The window has nowhere to open. Without a display, “npm run story” walks the same path.',
      },
    },
  },
} as const satisfies Record<string, ProblemEntry>;
