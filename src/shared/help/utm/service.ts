import type { HelpEntry } from '../entry.ts';

/** The UTM as a service of the computer: whether it starts, and who is in its way. */
export const utmServiceHelp = [
  {
    id: 'utm/silent',
    codes: [
      'verdict:silent',
      'verdict:start-stuck',
      'problem:EGAIS_UTM_SILENT',
      'finding:utm/silent',
      'finding:utm/linux-silent',
    ],
    messages: [
      'Не удается получить доступ к сайту localhost:8080',
      'ERR_CONNECTION_REFUSED',
      'Connection refused: connect localhost:8080',
      '12029',
    ],
    asked: ['УТМ не запускается', 'Страница УТМ не открывается'],
    actions: ['check-again', 'open-utm-home'],
    confidence: 'confirmed',
    source: 'iMironRU/utm-orchestrator; 2UTM/2UTM, issue 6',
    texts: {
      ru: {
        title: 'УТМ не отвечает',
        reason:
          'По адресу УТМ никто не отвечает: служба остановлена, ещё запускается (до пяти минут), не видит токена или упала при запуске. Установщик 2UTM показывает в этом случае код 12029.',
        steps: [
          'Вставьте токен и подождите пять минут: всё это время страница УТМ может молчать.',
          'Откройте «Службы» (Win+R, services.msc) и посмотрите, работает ли служба Transport. Если нет, запустите её.',
          'Если она сразу останавливается, прочитайте последние строки transport_info.log и daemon-error.log в папке C:\\UTM\\transporter\\l и вставьте их сюда.',
        ],
      },
      en: {
        title: 'The UTM does not answer',
        reason:
          'Nobody answers at the address of the UTM: its service is stopped, still starting (up to five minutes), sees no token, or fell at the start. The installer 2UTM shows code 12029 then.',
        steps: [
          'Insert the token and wait five minutes: the page of the UTM may be silent all that time.',
          'Open “Services” (Win+R, services.msc) and see whether the service Transport runs. If not, start it.',
          'If it stops at once, read the last lines of transport_info.log and daemon-error.log in C:\\UTM\\transporter\\l and paste them here.',
        ],
      },
    },
  },
  {
    id: 'utm/other-program',
    codes: [
      'verdict:other-program',
      'verdict:port-taken',
      'problem:EGAIS_UTM_OTHER_PROGRAM',
      'finding:utm/other-program',
      'finding:utm-port/held-by-other',
    ],
    messages: [
      'Web server failed to start. Port 8080 was already in use.',
      'java.net.BindException: Address already in use',
    ],
    actions: ['check-again'],
    confidence: 'inferred',
    source: 'iMironRU/utm-orchestrator',
    texts: {
      ru: {
        title: 'Порт УТМ занят другой программой',
        reason:
          'На порту 8080 работает не УТМ, и УТМ не может его занять. Так бывает с веб-серверами, программами учёта и другими службами.',
        steps: [
          'Проверка компьютера называет программу, которая держит порт. Закройте её или задайте ей другой порт.',
          'Если уступить порт некому, поменяйте его у УТМ: web.server.port в transport.properties и utm.port в agent.properties, одинаково, и укажите новый адрес в программе учёта.',
          'Перезапустите службу Transport.',
        ],
      },
      en: {
        title: 'Another program holds the port of the UTM',
        reason:
          'What works on port 8080 is not the UTM, and the UTM cannot take it. Web servers, stock programs and other services do this.',
        steps: [
          'The check of the computer names the program that holds the port. Close it, or give it another port.',
          'If it cannot give way, change the port of the UTM: web.server.port in transport.properties and utm.port in agent.properties, both alike, and tell the stock program the new address.',
          'Restart the service Transport.',
        ],
      },
    },
  },
  {
    id: 'utm/access-denied',
    codes: [],
    messages: [
      '[SC] OpenService FAILED 5: Access is denied.',
      '[SC] OpenService: ошибка: 5: Отказано в доступе.',
      'Системная ошибка 5. Отказано в доступе.',
    ],
    actions: ['try-again'],
    confidence: 'confirmed',
    source: 'iMironRU/utm-orchestrator',
    texts: {
      ru: {
        title: 'Windows не дала управлять службой УТМ',
        reason: 'Запускать и останавливать службы может только администратор, а команда выполнена без его прав.',
        steps: [
          'Откройте командную строку правой кнопкой: «Запуск от имени администратора», и повторите команду.',
          'Или откройте «Службы» (Win+R, services.msc) и запустите Transport там.',
        ],
      },
      en: {
        title: 'Windows did not let the UTM’s service be controlled',
        reason: 'Only an administrator may start and stop services, and the command was run without those rights.',
        steps: [
          'Open the command prompt with the right button, “Run as administrator”, and repeat the command.',
          'Or open “Services” (Win+R, services.msc) and start Transport there.',
        ],
      },
    },
  },
  {
    id: 'utm/dependent-service',
    codes: [],
    messages: [
      '[SC] ControlService FAILED 1051: A stop control has been sent to a service that other running services are dependent on.',
      '[SC] ControlService: ошибка: 1051: Команда остановки была отправлена службе, от которой зависят другие работающие службы.',
    ],
    actions: ['try-again'],
    confidence: 'confirmed',
    source: 'iMironRU/utm-orchestrator',
    texts: {
      ru: {
        title: 'Служба смарт-карт не останавливается, пока работает УТМ',
        reason:
          'Служба Transport зависит от службы смарт-карт, поэтому Windows не даёт остановить вторую раньше первой.',
        steps: [
          'Остановите Transport и дождитесь состояния «Остановлена».',
          'Перезапустите службу «Смарт-карта», затем запустите Transport.',
        ],
      },
      en: {
        title: 'The smart card service does not stop while the UTM runs',
        reason: 'The service Transport depends on the smart card service, so Windows stops them only in that order.',
        steps: [
          'Stop Transport and wait until it is stopped.',
          'Restart the service “Smart Card”, then start Transport.',
        ],
      },
    },
  },
  {
    id: 'utm/still-stopping',
    codes: [],
    messages: [
      '[SC] StartService FAILED 1056: An instance of the service is already running.',
      '[SC] StartService: ошибка: 1056: Одна копия службы уже запущена.',
      'STATE : 3 STOP_PENDING',
    ],
    actions: ['try-again'],
    confidence: 'confirmed',
    source: 'iMironRU/utm-orchestrator',
    texts: {
      ru: {
        title: 'Служба УТМ ещё не остановилась',
        reason: 'Её запускают снова, а прежний запуск ещё не закончился: УТМ закрывается не сразу.',
        steps: ['Дождитесь состояния «Остановлена» и только потом запускайте службу.'],
      },
      en: {
        title: 'The UTM’s service has not stopped yet',
        reason: 'It is being started again while the former run has not ended: the UTM takes time to close.',
        steps: ['Wait until the service is stopped, and only then start it.'],
      },
    },
  },
  {
    id: 'utm/registered-wrongly',
    codes: ['verdict:registered-wrongly'],
    messages: [`java.lang.NumberFormatException: For input string: "\${web.server.port}"`],
    actions: ['open-utm-download-page'],
    confidence: 'confirmed',
    source: 'iMironRU/utm-orchestrator',
    texts: {
      ru: {
        title: 'Служба УТМ зарегистрирована неправильно',
        reason:
          'УТМ запущен без рабочего профиля и не читает своих настроек: вместо номера порта видит его имя. Так бывает, когда службу создали вручную.',
        steps: [
          'Зарегистрируйте службу заново файлом install.bat из папки C:\\UTM\\transporter\\bin, от имени администратора.',
          'Если не поможет, переустановите УТМ установщиком.',
        ],
      },
      en: {
        title: 'The UTM’s service is registered wrongly',
        reason:
          'The UTM was started without its working profile and does not read its settings: it sees the name of the port setting instead of its number. That happens when the service was made by hand.',
        steps: [
          'Register the service anew with install.bat from C:\\UTM\\transporter\\bin, as an administrator.',
          'If that does not help, reinstall the UTM with its installer.',
        ],
      },
    },
  },
  {
    id: 'utm/files-missing',
    codes: ['verdict:files-missing'],
    messages: [
      'java.lang.NoClassDefFoundError',
      'java.lang.ClassNotFoundException: ru.centerinform.transport.backbone.Transport',
    ],
    actions: ['open-utm-download-page'],
    confidence: 'confirmed',
    source: 'iMironRU/utm-orchestrator',
    texts: {
      ru: {
        title: 'У УТМ не хватает собственных файлов',
        reason:
          'Папка C:\\UTM\\transporter\\lib пуста или неполна: установщик скачали не целиком, или файлы забрал антивирус.',
        steps: [
          'Скачайте установщик заново и сравните размер файла с тем, что указан на сайте.',
          'Посмотрите карантин антивируса; добавьте папку C:\\UTM в исключения. Выключать антивирус не нужно.',
          'Установите УТМ ещё раз поверх.',
        ],
      },
      en: {
        title: 'The UTM lacks files of its own',
        reason:
          'The folder C:\\UTM\\transporter\\lib is empty or incomplete: the installer was not downloaded whole, or an antivirus took the files.',
        steps: [
          'Download the installer again and compare its size with what the site says.',
          'Look into the quarantine of the antivirus; add C:\\UTM to its exceptions. There is no need to switch it off.',
          'Install the UTM once more over the old one.',
        ],
      },
    },
  },
  {
    id: 'utm/keys-not-open-yet',
    codes: [],
    messages: [
      'KeyStore is not initialized',
      'java.security.KeyStoreException: KeyStore is not initialized WSExchangeJob',
    ],
    actions: ['check-again'],
    confidence: 'confirmed',
    source: 'iMironRU/utm-orchestrator',
    texts: {
      ru: {
        title: 'УТМ ещё не открыл ключи',
        reason:
          'Одна такая строка сразу после запуска безобидна: обмен начался раньше, чем УТМ прочитал токен. Если она повторяется, ключ доступа не открыт.',
        steps: [
          'Подождите шесть минут: это два-три цикла обмена.',
          'Если строка появляется снова, проверьте, вставлен ли нужный токен и заданы ли в УТМ оба PIN-кода, и перезапустите УТМ.',
        ],
      },
      en: {
        title: 'The UTM has not opened the keys yet',
        reason:
          'One such line right after the start is harmless: the exchange began before the UTM had read the token. If it comes again, the access key is not open.',
        steps: [
          'Wait six minutes: that is two or three cycles of exchange.',
          'If the line comes again, check that the right token is inserted and that both PINs are set in the UTM, and restart the UTM.',
        ],
      },
    },
  },
  {
    id: 'utm/settings-update',
    codes: [],
    messages: ['Обновление настроек не требуется'],
    asked: ['УТМ требует обновления настроек'],
    actions: ['open-utm-home'],
    confidence: 'one-source',
    source: 'artempavlov/utm_egais_monitor',
    texts: {
      ru: {
        title: 'УТМ просит обновить настройки',
        reason: 'На странице УТМ версии 3 нет строки о том, что обновлять настройки не нужно.',
        steps: [
          'Дайте УТМ обновить настройки, затем перезапустите его.',
          'Версия 3 устарела: установите УТМ версии 4.',
        ],
      },
      en: {
        title: 'The UTM asks to update its settings',
        reason: 'The page of a UTM of version 3 lacks the line that no update of the settings is needed.',
        steps: ['Let the UTM update its settings, then restart it.', 'Version 3 is outdated: install version 4.'],
      },
    },
  },
  {
    id: 'utm/slow-answers',
    codes: ['finding:proxy/server'],
    messages: ['Прокси-сервер отказывается принимать соединения'],
    asked: ['УТМ отвечает медленно, каждый запрос 8 секунд, прокси localhost'],
    actions: ['check-again'],
    confidence: 'confirmed',
    source: 'iMironRU/utm-orchestrator',
    texts: {
      ru: {
        title: 'УТМ отвечает очень медленно или через прокси',
        reason:
          'Компьютер настроен ходить в сеть через прокси, и программы спрашивают через него даже УТМ на этом же компьютере: каждый ответ ждут около восьми секунд. Мастер говорит с УТМ без прокси; сам УТМ прокси из системы не берёт.',
        steps: [
          'В параметрах прокси отметьте «Не использовать прокси-сервер для локальных адресов» или добавьте исключения localhost и 127.0.0.1.',
          'В программе учёта укажите адрес УТМ как 127.0.0.1, а не localhost.',
          'Если без прокси интернета нет, задайте прокси самому УТМ: proxy.host и proxy.port в transport.properties.',
        ],
      },
      en: {
        title: 'The UTM answers very slowly, or through a proxy',
        reason:
          'The computer is set to use a proxy, and programs ask even the UTM of this computer through it: every answer takes about eight seconds. The wizard talks to the UTM without a proxy; the UTM itself does not take the system’s proxy.',
        steps: [
          'In the proxy settings tick “Don’t use the proxy server for local addresses”, or add the exceptions localhost and 127.0.0.1.',
          'Give the stock program the address 127.0.0.1 rather than localhost.',
          'If there is no internet without the proxy, tell it to the UTM itself: proxy.host and proxy.port in transport.properties.',
        ],
      },
    },
  },
] as const satisfies readonly HelpEntry[];
