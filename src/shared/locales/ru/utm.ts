export const utm = {
  title: { looking: 'Спрашиваем УТМ', failed: 'УТМ проверить не удалось' },
  lead: { looking: 'УТМ запускается до пяти минут, это нормально.', failed: 'Ниже сказано почему.' },
  refreshing: 'Спрашиваем УТМ ещё раз…',
  checks: 'Что подтвердил УТМ',
  status: { passed: 'В порядке', failed: 'Нужно исправить', unknown: 'Пока неизвестно' },
  check: {
    'access-key': {
      passed: 'УТМ видит ключ доступа',
      failed: 'УТМ не принимает ключ доступа',
      unknown: 'Про ключ доступа УТМ пока молчит',
    },
    qualified: {
      passed: 'УТМ видит подпись ГОСТ',
      failed: 'УТМ не принимает подпись ГОСТ',
      unknown: 'Про подпись ГОСТ УТМ пока молчит',
    },
    database: {
      passed: 'База УТМ принадлежит этой точке',
      failed: 'База УТМ создана для другой точки',
      unknown: 'Чья база у УТМ, пока неизвестно',
    },
    contour: {
      passed: 'Контур: {{contour}}',
      failed: 'Контур не подходит ключу: {{contour}}',
      unknown: 'Контур пока неизвестен',
    },
  },
  contour: { prod: 'рабочий', test: 'тестовый' },
  note: {
    fsrarId: 'FSRAR ID {{fsrarId}}',
    fsrarIdUntil: 'FSRAR ID {{fsrarId}}, до {{date}}',
    until: 'Действует до {{date}}',
    databaseOf: 'Записан FSRAR ID {{fsrarId}}',
    utmSays: 'УТМ пишет: {{text}}',
  },
  handover: {
    title: 'Для учётной программы',
    lead: 'Впишите это в 1С, кассовую или другую программу.',
    address: 'Адрес УТМ',
    fsrarId: 'FSRAR ID',
    copyAddress: 'Скопировать адрес УТМ',
    copyFsrarId: 'Скопировать FSRAR ID',
  },
  next: {
    title: 'Следующая смена ключей: {{month}}',
    both: 'Подпись ГОСТ заканчивается {{qualified}}, ключ доступа {{accessKey}}. Начните за месяц.',
    qualified: 'Подпись ГОСТ заканчивается {{qualified}}. Начните за месяц.',
    accessKey: 'Ключ доступа заканчивается {{accessKey}}. Начните за месяц.',
  },
  checkAgain: 'Проверить снова',
  another: 'Настроить ещё одну точку',
  hintDone: 'Окно можно закрыть, токен оставьте в компьютере',
} as const;
