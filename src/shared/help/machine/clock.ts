import type { HelpEntry } from '../entry.ts';

/** A wrong clock. */
export const clockHelp = [
  {
    id: 'machine/clock-wrong',
    codes: [
      'finding:clock/ahead-minutes',
      'finding:clock/behind-minutes',
      'finding:clock/ahead-hours',
      'finding:clock/behind-hours',
      'finding:clock/ahead-days',
      'finding:clock/behind-days',
    ],
    messages: ['NET::ERR_CERT_DATE_INVALID', 'CertificateNotYetValidException', 'CertificateExpiredException'],
    actions: ['check-again'],
    confidence: 'confirmed',
    source: null,
    texts: {
      ru: {
        title: 'Часы компьютера идут неверно',
        reason:
          'От времени зависят подписи и обмен с ЕГАИС. Если часы ушли на дни, сертификаты кажутся просроченными или ещё не действующими.',
        steps: [
          'Откройте параметры даты и времени, включите автоматическую установку и нажмите «Синхронизировать».',
          'Если на экране верное время, а расхождение в часах, выбран не тот часовой пояс.',
          'Если дата сбивается после выключения, замените батарейку на материнской плате.',
        ],
      },
      en: {
        title: 'The clock of the computer is wrong',
        reason:
          'Signatures and the exchange with EGAIS depend on the time. If it is off by days, certificates look expired or not valid yet.',
        steps: [
          'Open the date and time settings, turn on automatic time and press “Sync now”.',
          'If the screen shows the right time and the difference is in hours, the time zone is wrong.',
          'If the date is lost when the computer is off, change the battery on the motherboard.',
        ],
      },
    },
  },
] as const satisfies readonly HelpEntry[];
