import type { FindingText } from '../finding-text.ts';

export const clockTexts = {
  right: {
    ru: { title: 'Часы идут верно', reason: 'Расхождение меньше {{seconds}} с.' },
    en: { title: 'The clock is right', reason: 'The difference is less than {{seconds}} s.' },
  },
  'right-unsynchronised': {
    ru: {
      title: 'Часы идут верно, но сами не сверяются',
      reason:
        'Расхождение меньше {{seconds}} с. Включите в параметрах даты и времени автоматическую установку времени, чтобы оно не ушло.',
    },
    en: {
      title: 'The clock is right but does not set itself',
      reason:
        'The difference is less than {{seconds}} s. Turn on automatic time in the date settings, so that it stays so.',
    },
  },
  'ahead-minutes': {
    ru: {
      title: 'Часы спешат на {{minutes}} мин',
      reason: 'Нажмите «Выставить часы»: от времени зависят подписи и обмен с ЕГАИС.',
    },
    en: {
      title: 'The clock is {{minutes}} min fast',
      reason: 'Press “Set the clock”: signatures and the exchange with EGAIS depend on the time.',
    },
  },
  'behind-minutes': {
    ru: {
      title: 'Часы отстают на {{minutes}} мин',
      reason: 'Нажмите «Выставить часы»: от времени зависят подписи и обмен с ЕГАИС.',
    },
    en: {
      title: 'The clock is {{minutes}} min slow',
      reason: 'Press “Set the clock”: signatures and the exchange with EGAIS depend on the time.',
    },
  },
  'ahead-hours': {
    ru: {
      title: 'Часы спешат на {{hours}} ч {{minutes}} мин',
      reason: 'Если на экране верное время, выбран не тот часовой пояс. Поправьте время или пояс.',
    },
    en: {
      title: 'The clock is {{hours}} h {{minutes}} min fast',
      reason: 'If the screen shows the right time, the time zone is wrong. Set the time or the zone right.',
    },
  },
  'behind-hours': {
    ru: {
      title: 'Часы отстают на {{hours}} ч {{minutes}} мин',
      reason: 'Если на экране верное время, выбран не тот часовой пояс. Поправьте время или пояс.',
    },
    en: {
      title: 'The clock is {{hours}} h {{minutes}} min slow',
      reason: 'If the screen shows the right time, the time zone is wrong. Set the time or the zone right.',
    },
  },
  'ahead-days': {
    ru: {
      title: 'Часы спешат на {{days}} дн.',
      reason:
        'С такой датой сертификаты выглядят просроченными. Нажмите «Выставить часы». Если они сбиваются снова, замените батарейку на материнской плате.',
    },
    en: {
      title: 'The clock is {{days}} d fast',
      reason:
        'With such a date certificates look expired. Press “Set the clock”. If they go wrong again, change the battery on the motherboard.',
    },
  },
  'behind-days': {
    ru: {
      title: 'Часы отстают на {{days}} дн.',
      reason:
        'С такой датой сертификаты выглядят ещё не действующими. Нажмите «Выставить часы». Если они сбиваются снова, замените батарейку на материнской плате.',
    },
    en: {
      title: 'The clock is {{days}} d slow',
      reason:
        'With such a date certificates look not valid yet. Press “Set the clock”. If they go wrong again, change the battery on the motherboard.',
    },
  },
  unknown: {
    ru: { title: 'Часы не проверены', reason: 'Сверить время не с чем: серверы в интернете не ответили.' },
    en: { title: 'The clock was not checked', reason: 'There is nothing to compare with: no server answered.' },
  },
} as const satisfies Record<string, FindingText>;
