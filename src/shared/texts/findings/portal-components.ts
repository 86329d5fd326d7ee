import type { FindingText } from '../finding-text.ts';

export const portalComponentsTexts = {
  none: {
    ru: { title: 'Программ старого портала нет', reason: 'Они и не нужны: ключ выпускается через УТМ.' },
    en: {
      title: 'There are no programs of the old portal',
      reason: 'None is needed: the key is issued through the UTM.',
    },
  },
  found: {
    ru: { title: 'Установлено для старого портала: {{names}}', reason: 'Мастеру и УТМ это не нужно и не мешает.' },
    en: {
      title: 'Installed for the old portal: {{names}}',
      reason: 'The wizard and the UTM neither need it nor mind it.',
    },
  },
} as const satisfies Record<string, FindingText>;
