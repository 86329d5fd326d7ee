import type { FindingText } from '../finding-text.ts';

export const utmTexts = {
  absent: {
    ru: {
      title: 'УТМ ещё не установлен',
      reason: 'Без него нет ни списка мест, ни ключа доступа. Мастер скачает его и поможет установить.',
    },
    en: {
      title: 'The UTM is not installed yet',
      reason: 'Without it there is neither a list of places nor an access key. The wizard downloads it and helps.',
    },
  },
  installed: {
    ru: { title: 'УТМ установлен', reason: 'Его работу проверим на последнем шаге.' },
    en: { title: 'The UTM is installed', reason: 'Its work is checked at the last step.' },
  },
  working: {
    ru: { title: 'УТМ работает', reason: 'Он отвечает, замечаний нет.' },
    en: { title: 'The UTM works', reason: 'It answers and has no complaints.' },
  },
  'needs-access-key': {
    ru: { title: 'УТМ ждёт ключ доступа', reason: 'Выпустим его на шаге «Ключ доступа».' },
    en: { title: 'The UTM waits for an access key', reason: 'It is issued at the step “Access key”.' },
  },
  starting: {
    ru: { title: 'УТМ запускается', reason: 'Это занимает до пяти минут. Подождите и проверьте снова.' },
    en: { title: 'The UTM is starting', reason: 'That takes up to five minutes. Wait and check again.' },
  },
  outdated: {
    ru: { title: 'УТМ устарел', reason: 'Установлен УТМ {{build}}. Нужен УТМ версии 4: установите новый.' },
    en: {
      title: 'The UTM is outdated',
      reason: 'UTM {{build}} is installed. A UTM of version 4 is needed: install a new one.',
    },
  },
  'wrong-contour': {
    ru: {
      title: 'УТМ настроен не на тот контур ЕГАИС',
      reason: 'Контур: {{contour}}. Рабочий магазин и испытательный контур не связаны. Подробности на последнем шаге.',
    },
    en: {
      title: 'The UTM is set to the wrong contour of EGAIS',
      reason: 'The contour: {{contour}}. A working shop and the test contour do not meet. The last step tells more.',
    },
  },
  troubled: {
    ru: { title: 'УТМ отвечает, но не всё в порядке', reason: 'Что именно не так, покажет последний шаг.' },
    en: { title: 'The UTM answers, but not all is well', reason: 'The last step shows what is wrong.' },
  },
  silent: {
    ru: {
      title: 'УТМ запущен, но не отвечает',
      reason: 'После запуска ему нужно до пяти минут. Подождите и проверьте снова.',
    },
    en: {
      title: 'The UTM is started but does not answer',
      reason: 'It needs up to five minutes after the start. Wait and check again.',
    },
  },
  stopped: {
    ru: {
      title: 'УТМ установлен, но не запущен',
      reason:
        'Нажмите «Запустить УТМ» и разрешите изменение, когда Windows спросит. После запуска ему нужно до пяти минут.',
    },
    en: {
      title: 'The UTM is installed but not started',
      reason:
        'Press “Start the UTM” and allow the change when Windows asks. It needs up to five minutes after the start.',
    },
  },
  disabled: {
    ru: {
      title: 'УТМ установлен, но его запуск отключён',
      reason: 'Нажмите «Запустить УТМ»: он будет запускаться вместе с Windows. После запуска ему нужно до пяти минут.',
    },
    en: {
      title: 'The UTM is installed but its start is disabled',
      reason:
        'Press “Start the UTM”: it will start together with Windows. It needs up to five minutes after the start.',
    },
  },
  'start-failed': {
    ru: {
      title: 'УТМ не смог запуститься',
      reason: 'Причина известна из его журнала, её назовёт последний шаг. Не запускайте УТМ снова, пока не прочитаете.',
    },
    en: {
      title: 'The UTM could not start',
      reason: 'Its log tells the reason, and the last step names it. Do not start the UTM again before you read it.',
    },
  },
  'linux-silent': {
    ru: {
      title: 'УТМ установлен, но не отвечает',
      reason: 'После запуска ему нужно до пяти минут. Если он не запущен, нажмите «Запустить УТМ».',
    },
    en: {
      title: 'The UTM is installed but does not answer',
      reason: 'It needs up to five minutes after the start. If it is not started, press “Start the UTM”.',
    },
  },
  'other-program': {
    ru: {
      title: 'Вместо УТМ отвечает другая программа',
      reason: 'Она занимает адрес {{url}}. Закройте её и проверьте снова.',
    },
    en: {
      title: 'Another program answers instead of the UTM',
      reason: 'It holds the address {{url}}. Close it and check again.',
    },
  },
  'elsewhere-silent': {
    ru: {
      title: 'УТМ не отвечает',
      reason: 'Он настроен на другом компьютере: {{url}}. Проверьте, что тот включён и виден по сети.',
    },
    en: {
      title: 'The UTM does not answer',
      reason: 'It is set to be on another computer: {{url}}. Check that it is on and reachable.',
    },
  },
} as const satisfies Record<string, FindingText>;
