import type { FindingText } from '../finding-text.ts';

export const proxyTexts = {
  none: {
    ru: { title: 'Прокси не настроен', reason: 'Компьютер выходит в интернет напрямую.' },
    en: { title: 'No proxy is set', reason: 'The computer reaches the internet directly.' },
  },
  server: {
    ru: {
      title: 'Интернет через прокси {{server}}',
      reason:
        'УТМ не берёт прокси из системы: его указывают в настройках самого УТМ. С УТМ на этом компьютере мастер говорит без прокси.',
    },
    en: {
      title: 'The internet is reached through the proxy {{server}}',
      reason:
        'The UTM does not take the proxy from the system: it is entered in the settings of the UTM itself. The wizard talks to a UTM on this computer without a proxy.',
    },
  },
  script: {
    ru: {
      title: 'Прокси выбирает сценарий',
      reason:
        '{{script}}. УТМ сценариев не читает: узнайте адрес прокси у того, кто настраивал сеть, и укажите его в настройках УТМ.',
    },
    en: {
      title: 'A script chooses the proxy',
      reason:
        '{{script}}. The UTM reads no scripts: ask whoever set up the network for the address of the proxy and enter it in the settings of the UTM.',
    },
  },
} as const satisfies Record<string, FindingText>;
