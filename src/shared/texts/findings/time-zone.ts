import type { FindingText } from '../finding-text.ts';

export const timeZoneTexts = {
  russian: {
    ru: { title: 'Часовой пояс выбран', reason: '{{zone}}.' },
    en: { title: 'The time zone is set', reason: '{{zone}}.' },
  },
  'old-rules': {
    ru: {
      title: 'Часовой пояс показывает {{found}}, а нужно {{needed}}',
      reason:
        'Windows давно не обновлялась или переходит на летнее время. Установите обновления Windows и не исправляйте сдвиг переводом часов.',
    },
    en: {
      title: 'The time zone shows {{found}}, and {{needed}} is right',
      reason:
        'Windows was not updated for long, or changes to summer time. Install the updates of Windows, and do not set the clock to make up for it.',
    },
  },
  foreign: {
    ru: {
      title: 'Часовой пояс не российский',
      reason: '{{zone}}. Если магазин в России, выберите пояс своего города: по нему УТМ показывает время документов.',
    },
    en: {
      title: 'The time zone is not a Russian one',
      reason:
        '{{zone}}. If the shop is in Russia, choose the zone of its town: the UTM shows the time of documents by it.',
    },
  },
  unknown: {
    ru: { title: 'Часовой пояс не проверен', reason: 'Система не сказала, какой пояс выбран.' },
    en: { title: 'The time zone was not checked', reason: 'The system did not tell which zone is set.' },
  },
} as const satisfies Record<string, FindingText>;
