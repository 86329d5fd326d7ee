import type { FindingText } from '../finding-text.ts';

export const cryptoProvidersTexts = {
  none: {
    ru: { title: 'Других программ электронной подписи нет', reason: 'УТМ они не нужны.' },
    en: { title: 'There are no other signature programs', reason: 'The UTM needs none.' },
  },
  found: {
    ru: {
      title: 'Установлено и другое: {{names}}',
      reason: 'УТМ это не мешает. Но ключ, созданный на токене в формате такой программы, УТМ использовать не может.',
    },
    en: {
      title: 'Also installed: {{names}}',
      reason:
        'It does not hinder the UTM. But a key made on the token in the format of such a program is of no use to the UTM.',
    },
  },
  unknown: {
    ru: {
      title: 'Другие программы электронной подписи не проверены',
      reason: 'Система не ответила. УТМ они не нужны.',
    },
    en: {
      title: 'Other signature programs were not checked',
      reason: 'The system did not answer. The UTM needs none.',
    },
  },
} as const satisfies Record<string, FindingText>;
