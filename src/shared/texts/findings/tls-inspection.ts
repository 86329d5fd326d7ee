import type { FindingText } from '../finding-text.ts';

export const tlsInspectionTexts = {
  untouched: {
    ru: {
      title: 'Признаков подмены сертификатов нет',
      reason: 'Сайт {{host}} показал сертификат, выданный «{{issuer}}».',
    },
    en: {
      title: 'No sign of replaced certificates',
      reason: 'The site {{host}} showed a certificate issued by “{{issuer}}”.',
    },
  },
  inspected: {
    ru: {
      title: 'Защищённые соединения просматривает другая программа',
      reason:
        'Вместо сертификата сайта {{host}} показан сертификат «{{issuer}}». Из-за этого УТМ может не связаться с ЕГАИС. Добавьте УТМ в исключения проверки соединений; выключать антивирус не нужно.',
    },
    en: {
      title: 'Another program looks into secure connections',
      reason:
        'Instead of the certificate of {{host}} one of “{{issuer}}” is shown. The UTM may fail to reach EGAIS because of it. Add the UTM to the exceptions of that check; the antivirus need not be switched off.',
    },
  },
  'antivirus-unproven': {
    ru: {
      title: 'Антивирус может просматривать соединения',
      reason:
        '{{suspects}}. Проверить это сейчас нельзя: сайт {{host}} не ответил. Если УТМ не свяжется с ЕГАИС, добавьте его в исключения.',
    },
    en: {
      title: 'The antivirus may look into connections',
      reason:
        '{{suspects}}. It cannot be checked now: the site {{host}} did not answer. If the UTM cannot reach EGAIS, add it to the exceptions.',
    },
  },
  unknown: {
    ru: { title: 'Защищённые соединения не проверены', reason: 'Сайт {{host}} не показал сертификата.' },
    en: { title: 'Secure connections were not checked', reason: 'The site {{host}} showed no certificate.' },
  },
} as const satisfies Record<string, FindingText>;
