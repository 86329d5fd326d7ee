import type { ProblemEntry } from './entry.ts';

/** What can come between a person and a change of the computer. */
export const machineProblems = {
  MACHINE_MEND_REFUSED: {
    class: 'needs-person',
    actions: ['try-again'],
    texts: {
      ru: {
        title: 'Разрешение не дано',
        reason: 'Вы не разрешили это изменение, и ничего не изменилось. Можно попробовать ещё раз.',
      },
      en: {
        title: 'The permission was not given',
        reason: 'You chose not to allow this change, and nothing was changed. It can be tried again.',
      },
    },
  },
  MACHINE_MEND_FAILED: {
    class: 'not-ready',
    actions: ['try-again', 'check-again', 'copy-details'],
    texts: {
      ru: {
        title: 'Исправить не получилось',
        reason:
          'Компьютер не выполнил этого действия. В подробностях видно, на чём оно остановилось; покажите их тому, кто обслуживает компьютер.',
      },
      en: {
        title: 'This could not be mended',
        reason:
          'The computer did not carry this out. The details tell where it stopped; show them to whoever looks after the computer.',
      },
    },
  },
  MACHINE_MEND_UNAVAILABLE: {
    class: 'needs-person',
    actions: ['check-again', 'copy-details'],
    texts: {
      ru: {
        title: 'Здесь мастер этого сделать не может',
        reason:
          'Либо на этом компьютере нельзя спросить прав администратора, либо неясно, о каком УТМ речь: по этому адресу его здесь нет. Проверьте адрес УТМ и сделайте это на том компьютере, где он установлен; если адрес верный, попросите того, кто обслуживает компьютер.',
      },
      en: {
        title: 'The wizard cannot do this here',
        reason:
          'Either administrator’s rights cannot be asked for on this computer, or it is not clear which UTM is meant: there is none at this address here. Check the address of the UTM and do this on the computer where it is installed; if the address is right, ask whoever looks after the computer.',
      },
    },
  },
  MACHINE_CLOCK_OFFSET_UNKNOWN: {
    class: 'not-ready',
    actions: ['check-again'],
    texts: {
      ru: {
        title: 'Неизвестно, который час',
        reason: 'Серверы точного времени не ответили. Проверьте интернет или выставьте дату и время сами.',
      },
      en: {
        title: 'The right time is not known',
        reason: 'No time server answered. Check the internet connection, or set date and time by hand.',
      },
    },
  },
  MACHINE_INSTALLER_UNREADABLE: {
    class: 'not-found',
    actions: ['try-again'],
    texts: {
      ru: { title: 'Файл не прочитан', reason: 'Не удалось прочитать {{file}}. Скачайте его ещё раз.' },
      en: { title: 'The file was not read', reason: '{{file}} could not be read. Download it again.' },
    },
  },
  MACHINE_INSTALLER_UNKNOWN: {
    class: 'usage',
    actions: ['try-again'],
    texts: {
      ru: {
        title: 'Это не установщик',
        reason: '{{file}} — не программа установки Windows (.exe или .msi). Если это архив, сначала распакуйте его.',
      },
      en: {
        title: 'This is not an installer',
        reason: '{{file}} is no installer of Windows (.exe or .msi). If it is an archive, unpack it first.',
      },
    },
  },
  MACHINE_INSTALLER_BROKEN: {
    class: 'needs-person',
    actions: ['try-again'],
    texts: {
      ru: {
        title: 'Файл изменён после подписания',
        reason:
          'Подпись в {{file}} не сходится с его содержимым. Не запускайте его: скачайте заново со страницы изготовителя.',
      },
      en: {
        title: 'The file was changed after it was signed',
        reason:
          'The signature in {{file}} does not fit its contents. Do not run it: download it anew from the vendor’s page.',
      },
    },
  },
  MACHINE_INSTALLER_CHANGED: {
    class: 'needs-person',
    actions: ['try-again'],
    texts: {
      ru: {
        title: 'Файл уже другой',
        reason: 'Пока вы смотрели, файл изменился. Он не запущен. Выберите его ещё раз.',
      },
      en: {
        title: 'The file is another one now',
        reason: 'The file changed while you were looking. It was not run. Choose it again.',
      },
    },
  },
  MACHINE_INSTALLER_FAILED: {
    class: 'not-ready',
    actions: ['try-again', 'check-again', 'copy-details'],
    texts: {
      ru: {
        title: 'Установка не закончена',
        reason: 'Программа установки закончила с кодом {{code}}: её могли отменить, или она не справилась.',
      },
      en: {
        title: 'The installation was not finished',
        reason: 'The installer ended with code {{code}}: it may have been cancelled, or it failed.',
      },
    },
  },
} as const satisfies Record<string, ProblemEntry>;
