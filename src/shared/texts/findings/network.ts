import type { FindingText } from '../finding-text.ts';

export const networkTexts = {
  reachable: {
    ru: { title: 'Связь с интернетом есть', reason: 'Сайт {{host}} отвечает.' },
    en: { title: 'The internet is reachable', reason: 'The site {{host}} answers.' },
  },
  unreachable: {
    ru: {
      title: 'Сайт {{host}} не отвечает',
      reason: 'Проверьте подключение к интернету и прокси. Без связи УТМ не получит ключ и не обменяется документами.',
    },
    en: {
      title: 'The site {{host}} does not answer',
      reason: 'Check the internet connection and the proxy. Without them the UTM gets no key and exchanges nothing.',
    },
  },
  'unreachable-past-proxy': {
    ru: {
      title: 'Сайт {{host}} проверить не удалось',
      reason: 'Компьютер выходит в интернет через прокси, а мастер спрашивал напрямую. Откройте сайт в браузере.',
    },
    en: {
      title: 'The site {{host}} could not be checked',
      reason: 'The computer uses a proxy, and the wizard asked directly. Open the site in a browser.',
    },
  },
} as const satisfies Record<string, FindingText>;
