import type { FindingText } from '../finding-text.ts';

export const operatingSystemTexts = {
  suitable: {
    ru: { title: '{{name}}', reason: 'Система подходит мастеру и УТМ.' },
    en: { title: '{{name}}', reason: 'The system suits the wizard and the UTM.' },
  },
  unfamiliar: {
    ru: {
      title: '{{name}}',
      reason: 'С этой системой мастер не проверялся. Если что-то не получится, сообщите её название поддержке.',
    },
    en: {
      title: '{{name}}',
      reason: 'The wizard was not tried on this system. If something does not work, tell support its name.',
    },
  },
  'too-old': {
    ru: {
      title: '{{name}} слишком старая',
      reason: 'Нужна 64-разрядная Windows 10 или 11: под более старой мастер не работает. Обновите систему.',
    },
    en: {
      title: '{{name}} is too old',
      reason: 'A 64-bit Windows 10 or 11 is needed: the wizard does not run on older ones. Update the system.',
    },
  },
  'thirty-two-bit': {
    ru: {
      title: 'Система 32-разрядная',
      reason: '{{name}}. Мастеру нужна 64-разрядная система. Её ставят заново, обновлением не перейти.',
    },
    en: {
      title: 'The system is 32-bit',
      reason: '{{name}}. The wizard needs a 64-bit system, which has to be installed anew; an update cannot switch.',
    },
  },
  'another-processor': {
    ru: {
      title: 'Процессор не Intel и не AMD',
      reason: '{{name}}, процессор {{architecture}}. Драйверов токенов и УТМ для него может не быть.',
    },
    en: {
      title: 'The processor is neither Intel nor AMD',
      reason: '{{name}}, {{architecture}} processor. Token drivers and the UTM may not exist for it.',
    },
  },
  unsupported: {
    ru: {
      title: 'УТМ не работает на этой системе',
      reason: '{{name}}. Рабочее место ЕГАИС настраивают на Windows 10 и 11 или на Linux.',
    },
    en: {
      title: 'The UTM does not run on this system',
      reason: '{{name}}. An EGAIS workplace is set up on Windows 10, Windows 11 or Linux.',
    },
  },
} as const satisfies Record<string, FindingText>;
