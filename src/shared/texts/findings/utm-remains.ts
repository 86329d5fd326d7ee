import type { FindingText } from '../finding-text.ts';

export const utmRemainsTexts = {
  none: {
    ru: { title: 'Следов прежнего УТМ нет', reason: 'Установке ничего не помешает.' },
    en: { title: 'No traces of an earlier UTM', reason: 'Nothing hinders an installation.' },
  },
  several: {
    ru: {
      title: 'На компьютере несколько УТМ',
      reason:
        'Службы: {{services}}. Каждому нужны свой порт и свой токен. Если второй УТМ больше не нужен, попросите того, кто его ставил, удалить его.',
    },
    en: {
      title: 'There are several UTMs on this computer',
      reason:
        'Services: {{services}}. Each needs a port and a token of its own. If the second is no longer needed, ask whoever installed it to remove it.',
    },
  },
  'stale-lock': {
    ru: {
      title: 'УТМ остановлен, а его база заперта',
      reason:
        'Остался файл {{file}}: прошлый раз УТМ завершился аварийно. Если он не запустится, перезагрузите компьютер; не поможет, обратитесь в поддержку.',
    },
    en: {
      title: 'The UTM is stopped and its database is locked',
      reason:
        'The file {{file}} is left: last time the UTM did not end properly. If it does not start, restart the computer; if that does not help, ask support.',
    },
  },
  files: {
    ru: {
      title: 'Остались файлы прежнего УТМ',
      reason:
        'Папка {{folder}}. Установщик может из-за неё отказаться работать, а прежняя база привязана к прежнему месту. Не удаляйте её, пока не убедитесь, что в ней нет неотправленных документов.',
    },
    en: {
      title: 'Files of an earlier UTM are left',
      reason:
        'The folder {{folder}}. The installer may refuse to work because of it, and the old database belongs to the old place. Do not delete it before you are sure that it holds no unsent documents.',
    },
  },
  record: {
    ru: {
      title: 'УТМ удалён, запись о нём осталась',
      reason: 'Обычно она ничему не мешает. Если установщик откажется работать, назовите это поддержке.',
    },
    en: {
      title: 'The UTM is removed, a record of it is left',
      reason: 'Usually it hinders nothing. If the installer refuses to work, tell support about it.',
    },
  },
} as const satisfies Record<string, FindingText>;
