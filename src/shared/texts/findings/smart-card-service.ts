import type { FindingText } from '../finding-text.ts';

export const smartCardServiceTexts = {
  running: {
    ru: { title: 'Служба смарт-карт работает', reason: 'Через неё компьютер видит токен.' },
    en: { title: 'The smart card service is running', reason: 'The computer sees the token through it.' },
  },
  starting: {
    ru: { title: 'Служба смарт-карт запускается', reason: 'Подождите несколько секунд и проверьте снова.' },
    en: { title: 'The smart card service is starting', reason: 'Wait a few seconds and check again.' },
  },
  'starts-with-token': {
    ru: {
      title: 'Служба смарт-карт ждёт токен',
      reason:
        'Windows запустит её сама, когда токен будет вставлен. Если токен уже вставлен, но не виден, откройте «Службы» (клавиши Win+R, services.msc), найдите «Смарт-карта» и нажмите «Запустить».',
    },
    en: {
      title: 'The smart card service waits for a token',
      reason:
        'Windows starts it by itself when a token is inserted. If the token is in and not seen, open “Services” (Win+R, services.msc), find “Smart Card” and press “Start”.',
    },
  },
  'starts-on-demand': {
    ru: { title: 'Служба смарт-карт запустится, когда понадобится', reason: 'Токен виден, делать ничего не нужно.' },
    en: {
      title: 'The smart card service starts when it is needed',
      reason: 'The token is seen, nothing is to be done.',
    },
  },
  'running-until-restart': {
    ru: {
      title: 'Служба смарт-карт не запустится после перезагрузки',
      reason:
        'Сейчас она работает, но её запуск отключён. Нажмите «Запустить службу»: она будет запускаться вместе с Windows.',
    },
    en: {
      title: 'The smart card service will not start after a restart',
      reason:
        'It is running now, but its start is disabled. Press “Start the service”: it will start together with Windows.',
    },
  },
  stopped: {
    ru: {
      title: 'Служба смарт-карт не запущена',
      reason:
        'Без неё Windows не видит токен. Нажмите «Запустить службу» и разрешите изменение, когда Windows спросит.',
    },
    en: {
      title: 'The smart card service is not running',
      reason:
        'Without it Windows does not see the token. Press “Start the service” and allow the change when Windows asks.',
    },
  },
  disabled: {
    ru: {
      title: 'Служба смарт-карт не запущена',
      reason:
        'Без неё Windows не видит токен, а её запуск отключён. Нажмите «Запустить службу» и разрешите изменение, когда Windows спросит.',
    },
    en: {
      title: 'The smart card service is not running',
      reason:
        'Without it Windows does not see the token, and its start is disabled. Press “Start the service” and allow the change when Windows asks.',
    },
  },
  'stopped-token-seen': {
    ru: {
      title: 'Служба смарт-карт не запущена, но токен виден',
      reason:
        'Мастеру она не понадобилась, а УТМ без неё не запустится. Нажмите «Запустить службу» и разрешите изменение, когда Windows спросит.',
    },
    en: {
      title: 'The smart card service is not running, yet the token is seen',
      reason:
        'The wizard did not need it, but the UTM does not start without it. Press “Start the service” and allow the change when Windows asks.',
    },
  },
  absent: {
    ru: {
      title: 'В этой Windows нет службы смарт-карт',
      reason:
        'Без неё токен не виден. Обычно её удаляют из сборок Windows, сделанных не Microsoft. Нужна обычная установка Windows 10 или 11.',
    },
    en: {
      title: 'This Windows has no smart card service',
      reason:
        'Without it no token is seen. It is usually removed from Windows builds not made by Microsoft. A regular Windows 10 or 11 is needed.',
    },
  },
  'linux-running': {
    ru: { title: 'Служба смарт-карт работает', reason: 'Через pcscd компьютер видит токен.' },
    en: { title: 'The smart card service is running', reason: 'The computer sees the token through pcscd.' },
  },
  'linux-running-until-restart': {
    ru: {
      title: 'Служба смарт-карт не запустится после перезагрузки',
      reason:
        'Сейчас она работает. Чтобы работала всегда, нажмите «Запустить службу» или выполните в терминале: sudo systemctl enable pcscd.socket',
    },
    en: {
      title: 'The smart card service will not start after a restart',
      reason:
        'It is running now. To keep it so, press “Start the service” or run in a terminal: sudo systemctl enable pcscd.socket',
    },
  },
  'linux-stopped': {
    ru: {
      title: 'Служба смарт-карт не запущена',
      reason:
        'Без неё компьютер не видит токен. Нажмите «Запустить службу» или выполните в терминале: sudo systemctl enable --now pcscd.socket',
    },
    en: {
      title: 'The smart card service is not running',
      reason:
        'Without it the computer does not see the token. Press “Start the service” or run in a terminal: sudo systemctl enable --now pcscd.socket',
    },
  },
  'linux-absent': {
    ru: {
      title: 'Служба смарт-карт не установлена',
      reason: 'Без неё компьютер не видит токен. Выполните в терминале: sudo {{command}}',
    },
    en: {
      title: 'The smart card service is not installed',
      reason: 'Without it the computer does not see the token. Run in a terminal: sudo {{command}}',
    },
  },
  'linux-not-needed': {
    ru: {
      title: 'Служба смарт-карт не запущена, но токен виден',
      reason: 'Этот токен читается и без неё.',
    },
    en: {
      title: 'The smart card service is not running, yet the token is seen',
      reason: 'This token is read without it.',
    },
  },
  unknown: {
    ru: {
      title: 'Служба смарт-карт не проверена',
      reason: 'Система не ответила на вопрос о ней. Если токен будет виден, всё в порядке.',
    },
    en: {
      title: 'The smart card service was not checked',
      reason: 'The system did not answer about it. If the token is seen, all is well.',
    },
  },
} as const satisfies Record<string, FindingText>;
