import type { FindingText } from '../finding-text.ts';

export const diskSpaceTexts = {
  enough: {
    ru: { title: 'Места на диске хватает', reason: 'Свободно {{gigabytes}} ГБ ({{disk}}).' },
    en: { title: 'There is enough room on the disk', reason: '{{gigabytes}} GB are free ({{disk}}).' },
  },
  little: {
    ru: {
      title: 'На диске {{disk}} мало места',
      reason:
        'Свободно {{gigabytes}} ГБ. УТМ с документами занимает около 0,3 ГБ, и место понадобится при обновлениях. Освободите хотя бы 2 ГБ.',
    },
    en: {
      title: 'Little room on the disk {{disk}}',
      reason:
        '{{gigabytes}} GB are free. A UTM with its documents takes about 0.3 GB, and updates need room too. Free at least 2 GB.',
    },
  },
  full: {
    ru: {
      title: 'На диске {{disk}} почти нет места',
      reason:
        'Свободно {{gigabytes}} ГБ: УТМ не установится или перестанет сохранять документы. Освободите хотя бы 2 ГБ.',
    },
    en: {
      title: 'The disk {{disk}} is almost full',
      reason: '{{gigabytes}} GB are free: the UTM cannot be installed or stops saving documents. Free at least 2 GB.',
    },
  },
  unknown: {
    ru: {
      title: 'Место на диске не проверено',
      reason: 'Система не сказала, сколько свободно на {{disk}}. Нужно хотя бы 2 ГБ.',
    },
    en: {
      title: 'Room on the disk was not checked',
      reason: 'The system did not tell how much is free on {{disk}}. At least 2 GB are needed.',
    },
  },
} as const satisfies Record<string, FindingText>;
