import type { FindingText } from '../finding-text.ts';

export const integrityCheckerTexts = {
  passed: {
    ru: { title: 'Драйвер JaCarta проверил себя', reason: 'Его файлы целы.' },
    en: { title: 'The JaCarta driver has checked itself', reason: 'Its files are sound.' },
  },
  'not-needed': {
    ru: { title: 'Проверять драйвер JaCarta не нужно', reason: 'Он не установлен.' },
    en: { title: 'The JaCarta driver needs no check', reason: 'It is not installed.' },
  },
  failed: {
    ru: {
      title: 'Драйвер JaCarta не прошёл самопроверку',
      reason: 'Его контроль целостности не найден или нашёл изменённые файлы. Переустановите «Единый Клиент JaCarta».',
    },
    en: {
      title: 'The JaCarta driver failed its own check',
      reason: 'Its integrity checker is missing or found changed files. Reinstall “JaCarta Unified Client”.',
    },
  },
  'when-loaded': {
    ru: { title: 'Драйвер JaCarta проверит себя сам', reason: 'Он делает это, когда мастер или УТМ его загружает.' },
    en: { title: 'The JaCarta driver checks itself', reason: 'It does so when the wizard or the UTM loads it.' },
  },
  unknown: {
    ru: {
      title: 'Чем кончилась самопроверка драйвера JaCarta, неизвестно',
      reason: 'Драйвер не загрузился по другой причине. Она названа в строке о токене.',
    },
    en: {
      title: 'How the own check of the JaCarta driver ended is not known',
      reason: 'The driver did not load for another reason. The line about the token names it.',
    },
  },
} as const satisfies Record<string, FindingText>;
