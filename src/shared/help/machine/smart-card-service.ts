import type { HelpEntry } from '../entry.ts';

/** The smart card service of Windows. */
export const smartCardServiceHelp = [
  {
    id: 'machine/smart-card-service-stopped',
    codes: [
      'finding:smart-card-service/stopped',
      'finding:smart-card-service/disabled',
      'finding:smart-card-service/stopped-token-seen',
    ],
    messages: [
      '0x8010001D SCARD_E_NO_SERVICE',
      'Диспетчер ресурсов смарт-карт не выполняется',
      'The Smart Card Resource Manager is not running.',
      'SCardSvr STOPPED',
      'Системная ошибка 1068. Не удалось запустить дочернюю службу или группу.',
      'Error 1068: The dependency service or group failed to start.',
    ],
    asked: ['Служба смарт-карт не запускается'],
    actions: ['check-again'],
    confidence: 'confirmed',
    source: 'iMironRU/utm-orchestrator; Yubico/yubioath-flutter, issues 687 and 738',
    texts: {
      ru: {
        title: 'Служба смарт-карт не запущена',
        reason:
          'Через неё Windows видит токен, и без неё не запустится служба УТМ. По умолчанию Windows запускает её, только когда она нужна, и сама останавливает.',
        steps: [
          'Откройте «Службы» (Win+R, services.msc), найдите «Смарт-карта», выберите тип запуска «Автоматически» и нажмите «Запустить».',
          'После этого запустите службу Transport.',
          'Если служба сразу останавливается, выньте и снова вставьте токен: без считывателей она не работает.',
        ],
      },
      en: {
        title: 'The smart card service does not run',
        reason:
          'Windows sees the token through it, and the UTM’s service does not start without it. By default Windows starts it only on demand and stops it by itself.',
        steps: [
          'Open “Services” (Win+R, services.msc), find “Smart Card”, choose the startup type “Automatic” and press “Start”.',
          'Start the service Transport after it.',
          'If the service stops at once, take the token out and insert it again: it does not work without readers.',
        ],
      },
    },
  },
] as const satisfies readonly HelpEntry[];
