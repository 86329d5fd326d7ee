import type { FindingText } from '../finding-text.ts';

export const memoryTexts = {
  enough: {
    ru: { title: 'Памяти хватает', reason: '{{gigabytes}} ГБ.' },
    en: { title: 'There is enough memory', reason: '{{gigabytes}} GB.' },
  },
  little: {
    ru: {
      title: 'Мало памяти: {{gigabytes}} ГБ',
      reason: 'УТМ может запускаться долго. Закройте лишние программы, пока он запускается.',
    },
    en: {
      title: 'Little memory: {{gigabytes}} GB',
      reason: 'The UTM may take long to start. Close other programs while it starts.',
    },
  },
} as const satisfies Record<string, FindingText>;
