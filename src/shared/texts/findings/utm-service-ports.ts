import type { FindingText } from '../finding-text.ts';

export const utmServicePortsTexts = {
  free: {
    ru: { title: 'Внутренние порты УТМ свободны', reason: '8192, 8193 и 8194.' },
    en: { title: 'The inner ports of the UTM are free', reason: '8192, 8193 and 8194.' },
  },
  'held-by-utm': {
    ru: { title: 'Внутренние порты УТМ заняты им самим', reason: 'Так и должно быть.' },
    en: { title: 'The inner ports of the UTM are held by itself', reason: 'As it should be.' },
  },
  'held-by-other': {
    ru: {
      title: 'Внутренние порты УТМ заняты: {{programs}}',
      reason:
        'Порты {{ports}} нужны частям УТМ, чтобы говорить друг с другом. Закройте эту программу или выберите ей другой порт.',
    },
    en: {
      title: 'Inner ports of the UTM are held: {{programs}}',
      reason:
        'The parts of the UTM need the ports {{ports}} to talk to each other. Close that program or give it another port.',
    },
  },
  'held-by-unnamed': {
    ru: {
      title: 'Внутренние порты УТМ заняты',
      reason: 'Порты {{ports}}. Какой программой, узнать не удалось. Если УТМ работает, это он сам.',
    },
    en: {
      title: 'Inner ports of the UTM are held',
      reason: 'Ports {{ports}}. By which program is not known. If the UTM works, it is the UTM itself.',
    },
  },
  elsewhere: {
    ru: { title: 'УТМ на другом компьютере', reason: 'Его внутренние порты здесь не нужны.' },
    en: { title: 'The UTM is on another computer', reason: 'Its inner ports are not needed here.' },
  },
} as const satisfies Record<string, FindingText>;
