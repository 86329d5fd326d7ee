import type { FindingText } from '../finding-text.ts';

export const utmPortTexts = {
  free: {
    ru: { title: 'Порт {{port}} свободен', reason: 'УТМ займёт его, когда запустится.' },
    en: { title: 'Port {{port}} is free', reason: 'The UTM takes it when it starts.' },
  },
  'free-no-utm': {
    ru: { title: 'Порт {{port}} свободен, УТМ ещё не установлен', reason: 'УТМ займёт его после установки.' },
    en: {
      title: 'Port {{port}} is free, the UTM is not installed yet',
      reason: 'The UTM takes it once it is installed.',
    },
  },
  'held-by-utm': {
    ru: { title: 'Порт {{port}} занят УТМ', reason: 'Так и должно быть.' },
    en: { title: 'Port {{port}} is held by the UTM', reason: 'As it should be.' },
  },
  'held-by-java': {
    ru: {
      title: 'Порт {{port}} занят программой {{program}}',
      reason: 'Скорее всего, это УТМ, который ещё запускается. Это занимает до пяти минут.',
    },
    en: {
      title: 'Port {{port}} is held by {{program}}',
      reason: 'Most likely it is the UTM, still starting. That takes up to five minutes.',
    },
  },
  'held-by-other': {
    ru: {
      title: 'Порт {{port}} занят программой {{program}}',
      reason: 'Пока она работает, УТМ не запустится. Закройте её или выберите ей другой порт.',
    },
    en: {
      title: 'Port {{port}} is held by {{program}}',
      reason: 'While it runs, the UTM cannot start. Close it or give it another port.',
    },
  },
  'held-by-windows': {
    ru: {
      title: 'Порт {{port}} занят службой Windows',
      reason:
        'Обычно это веб-сервер IIS. Пока он занимает порт, УТМ не запустится. Остановите его или выберите ему другой порт.',
    },
    en: {
      title: 'Port {{port}} is held by a Windows service',
      reason:
        'Usually it is the IIS web server. While it holds the port, the UTM cannot start. Stop it or give it another port.',
    },
  },
  'held-by-unnamed': {
    ru: {
      title: 'Порт {{port}} занят',
      reason: 'Какой программой, узнать не удалось. Если это не УТМ, он не запустится, пока порт не освободят.',
    },
    en: {
      title: 'Port {{port}} is held',
      reason: 'By which program is not known. If it is not the UTM, the UTM cannot start until the port is free.',
    },
  },
  elsewhere: {
    ru: { title: 'УТМ на другом компьютере', reason: 'Порт на этом компьютере ему не нужен.' },
    en: { title: 'The UTM is on another computer', reason: 'It needs no port on this one.' },
  },
} as const satisfies Record<string, FindingText>;
