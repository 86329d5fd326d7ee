import type { FindingText } from '../finding-text.ts';

/** Verdicts on a UTM on its way up. */
export const startVerdictTexts = {
  stopped: {
    ru: {
      title: 'УТМ остановлен',
      reason: 'УТМ установлен, но не запущен. Вставьте токен и запустите УТМ. Запуск занимает до пяти минут.',
    },
    en: {
      title: 'The UTM is stopped',
      reason:
        'The UTM is installed but not running. Plug in the token and start the UTM. A start takes up to five minutes.',
    },
  },
  'coming-up': {
    ru: {
      title: 'УТМ запускается',
      reason:
        'В его журнале пройдено этапов запуска: {{step}} из {{steps}}. Обычно хватает пяти минут, подождите и проверьте снова.',
    },
    en: {
      title: 'The UTM is starting',
      reason:
        'Its log shows {{step}} of {{steps}} stages of the start. Five minutes are usually enough: wait and check again.',
    },
  },
  'start-stuck': {
    ru: {
      title: 'Запуск УТМ не заканчивается',
      reason:
        'Прошло больше пяти минут, а УТМ не отвечает. Проверьте, что в компьютере один токен, тот самый, и перезапустите УТМ. Если не поможет, посмотрите последние строки его журнала.',
    },
    en: {
      title: 'The start of the UTM does not end',
      reason:
        'More than five minutes have passed, and the UTM does not answer. See that one token is plugged in, the right one, and restart the UTM. If that does not help, look at the last lines of its log.',
    },
  },
  silent: {
    ru: {
      title: 'УТМ не отвечает',
      reason: 'По адресу {{url}} никто не отвечает: УТМ остановлен или ещё запускается. Запуск занимает до пяти минут.',
    },
    en: {
      title: 'The UTM does not answer',
      reason: 'Nobody answers at {{url}}: the UTM is stopped or still starting, which takes up to five minutes.',
    },
  },
  outdated: {
    ru: { title: 'УТМ устарел', reason: 'Установлен УТМ {{build}}. Мастеру нужен УТМ версии 4: установите новый.' },
    en: {
      title: 'The UTM is outdated',
      reason: 'UTM {{build}} is installed. The wizard needs a UTM of version 4: install a new one.',
    },
  },
  starting: {
    ru: { title: 'УТМ ещё не готов', reason: 'УТМ уже отвечает, но запуск не закончен. Обычно хватает пяти минут.' },
    en: {
      title: 'The UTM is not ready yet',
      reason: 'The UTM answers but has not finished starting. Five minutes are usually enough.',
    },
  },
} as const satisfies Record<string, FindingText>;
