import type { ProblemEntry } from './entry.ts';

/** Ends of keys a person asked to be reminded of, and the start with the system that reminding needs. */
export const reminderProblems = {
  SETUP_QUALIFIED_ENDS: {
    class: 'needs-person',
    actions: [],
    texts: {
      ru: {
        title: 'Пора получать новую электронную подпись',
        reason: 'Подпись на токене {{name}} …{{tail}} действует до {{date}}. После неё сменится и ключ доступа.',
      },
      en: {
        title: 'Time to get a new qualified signature',
        reason:
          'The signature on the token {{name}} …{{tail}} is valid until {{date}}. The access key changes after it.',
      },
    },
  },
  SETUP_ACCESS_KEY_ENDS: {
    class: 'needs-person',
    actions: [],
    texts: {
      ru: {
        title: 'Пора сменить ключ доступа',
        reason:
          'Ключ доступа на токене {{name}} …{{tail}} действует до {{date}}. Без него УТМ не обменивается документами.',
      },
      en: {
        title: 'Time to change the access key',
        reason:
          'The access key on the token {{name}} …{{tail}} is valid until {{date}}. Without it the UTM exchanges no documents.',
      },
    },
  },
  SETUP_QUALIFIED_ENDED: {
    class: 'needs-person',
    actions: [],
    texts: {
      ru: {
        title: 'Срок электронной подписи закончился',
        reason:
          'Подпись на токене {{name}} …{{tail}} действовала до {{date}}. Получите новую, потом смените ключ доступа: прежний связан с прежней подписью.',
      },
      en: {
        title: 'The qualified signature has ended',
        reason:
          'The signature on the token {{name}} …{{tail}} was valid until {{date}}. Get a new one, then change the access key: it belongs to the former signature.',
      },
    },
  },
  SETUP_ACCESS_KEY_ENDED: {
    class: 'needs-person',
    actions: [],
    texts: {
      ru: {
        title: 'Срок ключа доступа закончился',
        reason:
          'Ключ доступа на токене {{name}} …{{tail}} действовал до {{date}}. УТМ не обменивается документами, пока ключ не сменён.',
      },
      en: {
        title: 'The access key has ended',
        reason:
          'The access key on the token {{name}} …{{tail}} was valid until {{date}}. The UTM exchanges no documents until the key is changed.',
      },
    },
  },
  SETUP_KNOWN_TOKENS_SET_ASIDE: {
    class: 'needs-person',
    actions: [],
    texts: {
      ru: {
        title: 'Мастер забыл токены и напоминания',
        reason:
          'Файл с ними испортился. Мастер начал новый, а испорченный сохранил рядом: {{file}}. Вставьте токены по одному, чтобы мастер снова узнал их сроки. Если вам нужны напоминания, включите их ещё раз.',
      },
      en: {
        title: 'The wizard has forgotten tokens and reminders',
        reason:
          'The file they were in is broken. The wizard began a new one and kept the broken one beside it: {{file}}. Insert your tokens one by one, and the wizard learns their ends again. If you want reminders, turn them on once more.',
      },
    },
  },
  SETUP_START_WITH_SYSTEM_REFUSED: {
    class: 'unexpected',
    actions: ['try-again'],
    texts: {
      ru: {
        title: 'Запуск при входе в систему не изменён',
        reason: 'Система не дала изменить автозапуск ({{place}}). Напоминания о сроках можно сохранить в календарь.',
      },
      en: {
        title: 'The start at log-in was not changed',
        reason:
          'The system did not let the start at log-in be changed ({{place}}). Reminders of the ends can be saved to a calendar.',
      },
    },
  },
  SETUP_START_WITH_SYSTEM_UNSUPPORTED: {
    class: 'not-ready',
    actions: [],
    texts: {
      ru: {
        title: 'Здесь напоминания включить нельзя',
        reason:
          'При входе в систему может запускаться только программа с окном, на Windows или Linux. Включите напоминания в окне мастера или командой установленной программы.',
      },
      en: {
        title: 'Reminders cannot be turned on here',
        reason:
          'Only the program with a window can be started at log-in, on Windows or Linux. Turn reminders on in the window of the wizard or by a command of the installed program.',
      },
    },
  },
} as const satisfies Record<string, ProblemEntry>;
