import type { ProblemEntry } from './entry.ts';

/** What can stand in the way of setting a UTM's own settings. */
export const utmSettingsProblems = {
  EGAIS_UTM_SETTINGS_NOT_FOUND: {
    class: 'not-found',
    actions: ['open-utm-download-page', 'copy-details'],
    texts: {
      ru: {
        title: 'Настройки УТМ не найдены',
        reason: 'Здесь нет файла настроек УТМ: {{file}}. Укажите папку, в которую установлен УТМ.',
      },
      en: {
        title: 'The UTM’s settings were not found',
        reason: 'There is no settings file of a UTM here: {{file}}. Name the folder where the UTM is installed.',
      },
    },
  },
  EGAIS_UTM_SETTINGS_FOREIGN: {
    class: 'not-found',
    actions: ['copy-details'],
    texts: {
      ru: {
        title: 'Это не настройки УТМ',
        reason: 'В файле {{file}} нет ни одной известной настройки УТМ. Он оставлен как есть.',
      },
      en: {
        title: 'These are not a UTM’s settings',
        reason: 'The file {{file}} has none of the settings of a UTM. It is left as it is.',
      },
    },
  },
  EGAIS_UTM_SETTINGS_UNREADABLE: {
    class: 'not-found',
    actions: ['try-again', 'copy-details'],
    texts: {
      ru: {
        title: 'Настройки УТМ не прочитаны',
        reason: 'Файл {{file}} не читается или слишком велик. Откройте мастер от имени администратора и повторите.',
      },
      en: {
        title: 'The UTM’s settings were not read',
        reason: 'The file {{file}} cannot be read or is too large. Open the wizard as administrator and repeat.',
      },
    },
  },
  EGAIS_UTM_SETTINGS_MALFORMED: {
    class: 'needs-person',
    actions: ['copy-details'],
    texts: {
      ru: {
        title: 'В настройках УТМ испорчена строка',
        reason:
          'Строку {{line}} файла {{file}} УТМ прочитать не сможет и потому не запустится. Обычно в ней путь, где каждую обратную черту нужно написать дважды. Исправьте строку и повторите.',
      },
      en: {
        title: 'A line of the UTM’s settings is broken',
        reason:
          'The UTM cannot read line {{line}} of {{file}} and will not start. Usually it holds a path whose every backslash has to be written twice. Mend the line and repeat.',
      },
    },
  },
  EGAIS_UTM_SETTINGS_NEED_ADMINISTRATOR: {
    class: 'needs-person',
    actions: ['try-again', 'copy-details'],
    texts: {
      ru: {
        title: 'Нужны права администратора',
        reason: 'Рядом с {{file}} нельзя записать файл. Откройте мастер от имени администратора и повторите.',
      },
      en: {
        title: 'Administrator’s rights are needed',
        reason: 'No file can be written beside {{file}}. Open the wizard as administrator and repeat.',
      },
    },
  },
  EGAIS_UTM_SETTINGS_HELD: {
    class: 'not-ready',
    actions: ['try-again', 'copy-details'],
    texts: {
      ru: {
        title: 'Файл настроек УТМ занят',
        reason: 'Файл {{file}} держит или меняет другая программа. Остановите УТМ, закройте файл и повторите.',
      },
      en: {
        title: 'The UTM’s settings are in use',
        reason: 'Another program holds or changes {{file}}. Stop the UTM, close the file and repeat.',
      },
    },
  },
  EGAIS_UTM_SETTINGS_NOT_WRITTEN: {
    class: 'needs-person',
    actions: ['try-again', 'copy-details'],
    texts: {
      ru: {
        title: 'Настройки УТМ не записаны',
        reason: 'Файл {{file}} не записан. Проверьте, есть ли место на диске, и повторите.',
      },
      en: {
        title: 'The UTM’s settings were not written',
        reason: 'The file {{file}} was not written. See whether the disk has room, and repeat.',
      },
    },
  },
  EGAIS_UTM_SETTINGS_PINS_LEFT: {
    class: 'needs-person',
    actions: ['try-again', 'copy-details'],
    texts: {
      ru: {
        title: 'В лишнем файле остались PIN-коды',
        reason:
          'Файл {{file}} держит другая программа, и мастер не смог его удалить, а в нём PIN-коды. Настройки УТМ не изменены. Закройте эту программу (обычно это антивирус или резервное копирование) и повторите: мастер удалит файл сам. Или удалите его вручную.',
      },
      en: {
        title: 'PINs are left in a file that should be gone',
        reason:
          'Another program holds {{file}}, the wizard could not delete it, and it has PINs in it. The UTM’s settings are unchanged. Close that program (an antivirus or a backup, as a rule) and repeat: the wizard deletes the file by itself. Or delete it by hand.',
      },
    },
  },
  EGAIS_UTM_SETTINGS_ONE_PIN: {
    class: 'usage',
    actions: [],
    texts: {
      ru: {
        title: 'УТМ нужны оба PIN-кода сразу',
        reason:
          'После первого запуска УТМ стирает оба PIN-кода, и с одним он не заработает. Введите PIN-код ГОСТ и PKI.',
      },
      en: {
        title: 'The UTM needs both PINs at once',
        reason:
          'The UTM erases both PINs after its first start and does not work with one. Give the GOST and the PKI PIN.',
      },
    },
  },
} as const satisfies Record<string, ProblemEntry>;
