import type { FindingText } from '../finding-text.ts';

export const administratorTexts = {
  available: {
    ru: {
      title: 'Права администратора под рукой',
      reason: 'Они понадобятся только для установки драйвера и УТМ: Windows или Linux спросит разрешение.',
    },
    en: {
      title: 'Administrator rights are at hand',
      reason: 'They are needed only to install a driver or the UTM: the system will ask for permission.',
    },
  },
  elevated: {
    ru: {
      title: 'Мастер запущен с правами администратора',
      reason: 'Так тоже можно, но мастеру они не нужны. В следующий раз запустите его обычным способом.',
    },
    en: {
      title: 'The wizard runs with administrator rights',
      reason: 'It may, but it does not need them. Start it the ordinary way next time.',
    },
  },
  'another-person': {
    ru: {
      title: 'Вы вошли без прав администратора',
      reason:
        'Мастеру они не нужны. Чтобы установить драйвер или УТМ, понадобится пароль администратора этого компьютера.',
    },
    en: {
      title: 'You are signed in without administrator rights',
      reason:
        'The wizard does not need them. Installing a driver or the UTM takes the password of this computer’s administrator.',
    },
  },
  unknown: {
    ru: {
      title: 'Права не проверены',
      reason: 'Система не ответила на вопрос о них. Для установки драйвера и УТМ нужны права администратора.',
    },
    en: {
      title: 'Rights were not checked',
      reason: 'The system did not answer about them. Installing a driver or the UTM takes administrator rights.',
    },
  },
} as const satisfies Record<string, FindingText>;
