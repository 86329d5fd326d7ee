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
} as const satisfies Record<string, FindingText>;
