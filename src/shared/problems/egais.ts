import type { ProblemEntry } from './entry.ts';

/** What can go wrong between the wizard and EGAIS, as far as the UTM of this computer tells it. */
export const egaisProblems = {
  EGAIS_UTM_SILENT: {
    class: 'not-ready',
    actions: ['try-again', 'look-at-utm', 'save-diagnostics', 'copy-details'],
    texts: {
      ru: {
        title: 'УТМ не отвечает',
        reason: 'По адресу {{url}} никто не отвечает. УТМ остановлен или ещё запускается: на это уходит до пяти минут.',
      },
      en: {
        title: 'The UTM does not answer',
        reason: 'Nobody answers at {{url}}. The UTM is stopped or still starting, which takes up to five minutes.',
      },
    },
  },
  EGAIS_UTM_NOT_UP: {
    class: 'not-ready',
    actions: ['try-again', 'copy-details'],
    texts: {
      ru: {
        title: 'УТМ не запустился',
        reason:
          'Прошло {{seconds}} с, и по адресу {{url}} никто не отвечает. Проверьте, запущена ли служба УТМ и вставлен ли токен.',
      },
      en: {
        title: 'The UTM did not come up',
        reason:
          'After {{seconds}} s nobody answers at {{url}}. See whether the UTM’s service is running and the token is plugged in.',
      },
    },
  },
  EGAIS_UTM_START_ENDLESS: {
    class: 'not-ready',
    actions: ['try-again', 'open-utm-home', 'copy-details'],
    texts: {
      ru: {
        title: 'УТМ запускается и не может закончить',
        reason:
          'УТМ отвечает по адресу {{url}}, но за {{seconds}} с так и не начал работать. Проверьте, вставлен ли токен, и перезапустите службу УТМ.',
      },
      en: {
        title: 'The UTM is starting without end',
        reason:
          'The UTM answers at {{url}} but has not begun to work in {{seconds}} s. See whether the token is plugged in, and restart the UTM’s service.',
      },
    },
  },
  EGAIS_UTM_OTHER_PROGRAM: {
    class: 'not-found',
    actions: ['try-again', 'save-diagnostics', 'copy-details'],
    texts: {
      ru: {
        title: 'По адресу УТМ отвечает другая программа',
        reason: 'То, что отвечает по адресу {{url}}, не похоже на УТМ. Порт занят другой программой.',
      },
      en: {
        title: 'Another program answers in place of the UTM',
        reason: 'What answers at {{url}} does not look like a UTM. Another program has taken the port.',
      },
    },
  },
  EGAIS_UTM_REFUSED: {
    class: 'refused-by-service',
    actions: ['open-utm-home', 'copy-details'],
    texts: {
      ru: { title: 'УТМ отказался выпустить ключ', reason: 'УТМ ответил: {{answer}}' },
      en: { title: 'The UTM refused to issue the key', reason: 'The UTM answered: {{answer}}' },
    },
  },
  EGAIS_UTM_OUTCOME_UNKNOWN: {
    class: 'needs-person',
    actions: ['check-again', 'save-diagnostics', 'copy-details'],
    texts: {
      ru: {
        title: 'Связь с УТМ прервалась во время выпуска ключа',
        reason: 'Ключ мог успеть записаться. Не выпускайте его ещё раз: сначала проверьте, что лежит на токене.',
      },
      en: {
        title: 'The connection to the UTM broke while the key was being issued',
        reason: 'The key may have been written. Do not issue it again before checking what is on the token.',
      },
    },
  },
  EGAIS_SUBDIVISIONS_UNREADABLE: {
    class: 'refused-by-service',
    actions: ['try-again', 'open-utm-home', 'copy-details'],
    texts: {
      ru: { title: 'УТМ не отдал список мест деятельности', reason: 'УТМ ответил: {{answer}}' },
      en: { title: 'The UTM did not give the list of places', reason: 'The UTM answered: {{answer}}' },
    },
  },
  EGAIS_UNSENT_UNREADABLE: {
    class: 'refused-by-service',
    actions: ['try-again', 'open-utm-home', 'copy-details'],
    texts: {
      ru: {
        title: 'Неизвестно, все ли документы отправлены',
        reason:
          'УТМ не показал понятного списка неотправленных документов (ответ {{status}}). Пока он не прочитан, считайте, что неотправленные документы есть.',
      },
      en: {
        title: 'It is not known whether every document was sent',
        reason:
          'The UTM gave no clear list of unsent documents (answer {{status}}). Until it is read, take it that there are some.',
      },
    },
  },
  EGAIS_NO_SUBDIVISIONS: {
    class: 'not-found',
    actions: ['try-again', 'open-utm-home'],
    texts: {
      ru: {
        title: 'Список мест деятельности пуст',
        reason:
          'УТМ не нашёл ни одного места для этой организации. Проверьте, что оно заведено в личном кабинете ЕГАИС, что вставлен нужный токен и что есть интернет.',
      },
      en: {
        title: 'The list of places is empty',
        reason:
          'The UTM found no place for this organisation. Check that it is registered in the EGAIS account, that the right token is plugged in and that the internet works.',
      },
    },
  },
  EGAIS_SUBDIVISIONS_FOREIGN: {
    class: 'not-ready',
    actions: ['restart-utm', 'check-again', 'choose-another-token'],
    texts: {
      ru: {
        title: 'УТМ показывает места другого владельца',
        reason:
          'Подпись на выбранном токене: {{name}}, ИНН {{inn}}. А УТМ дал места другого: {{listedName}}, ИНН {{listedInn}}. Значит, он работает с другим токеном. Оставьте в компьютере один токен, нужный, и перезапустите УТМ.',
      },
      en: {
        title: 'The UTM lists the places of another owner',
        reason:
          'The signature on the chosen token is of {{name}}, INN {{inn}}, but the UTM listed the places of {{listedName}}, INN {{listedInn}}: it works with another token. Leave the right token alone in the computer and restart the UTM.',
      },
    },
  },
} as const satisfies Record<string, ProblemEntry>;
