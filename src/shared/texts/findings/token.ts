import type { FindingText } from '../finding-text.ts';

export const tokenTexts = {
  'not-read': {
    ru: { title: 'Токены ещё не прочитаны', reason: 'Вставьте токен и проверьте снова.' },
    en: { title: 'Tokens are not read yet', reason: 'Insert the token and check again.' },
  },
  none: {
    ru: { title: 'Ждём токен', reason: 'Вставьте JaCarta или Рутокен в USB-порт компьютера, лучше без удлинителя.' },
    en: { title: 'Waiting for the token', reason: 'Insert JaCarta or Rutoken into a USB port, better without a hub.' },
  },
  'none-without-driver': {
    ru: { title: 'Токен пока не виден', reason: 'Сначала установите драйвер: без него мастер токен не увидит.' },
    en: {
      title: 'No token is seen yet',
      reason: 'Install the driver first: without it the wizard cannot see the token.',
    },
  },
  'none-driver-failed': {
    ru: {
      title: 'Ждём токен',
      reason: 'Драйвер {{libraries}} не загрузился, его токены не видны. Переустановите его и проверьте снова.',
    },
    en: {
      title: 'Waiting for the token',
      reason: 'The driver {{libraries}} did not load, so its tokens are not seen. Reinstall it and check again.',
    },
  },
  unreadable: {
    ru: {
      title: 'Вставленный токен не читается',
      reason:
        'Выньте его, подождите несколько секунд и вставьте снова, лучше в другой порт и без удлинителя. Закройте другие программы, которые с ним работают.',
    },
    en: {
      title: 'The inserted token cannot be read',
      reason:
        'Pull it out, wait a few seconds and insert it again, better into another port and without a hub. Close other programs that use it.',
    },
  },
  one: {
    ru: { title: 'Токен вставлен: {{name}}', reason: 'Серийный номер оканчивается на {{serialTail}}.' },
    en: { title: 'The token is in: {{name}}', reason: 'Its serial number ends with {{serialTail}}.' },
  },
  'one-driver-failed': {
    ru: {
      title: 'Токен вставлен: {{name}}',
      reason:
        'Серийный номер оканчивается на {{serialTail}}. Драйвер {{libraries}} не загрузился: токены этого производителя не видны.',
    },
    en: {
      title: 'The token is in: {{name}}',
      reason:
        'Its serial number ends with {{serialTail}}. The driver {{libraries}} did not load: tokens of that vendor are not seen.',
    },
  },
  several: {
    ru: {
      title: 'Вставлено несколько токенов',
      reason: '{{names}}. Оставьте один: УТМ может взять не тот.',
    },
    en: { title: 'Several tokens are in', reason: '{{names}}. Leave one: the UTM may take the wrong one.' },
  },
} as const satisfies Record<string, FindingText>;
