import type { HelpEntry } from '../entry.ts';

/** A token that the computer, its driver or the vendor's program does not see, or sees ill. */
export const tokenReaderHelp = [
  {
    id: 'token/busy',
    codes: ['problem:TOKEN_BUSY'],
    messages: ['SCARD_E_SHARING_VIOLATION 0x8010000B'],
    asked: ['Токен занят другой программой', 'Токен используется другим приложением'],
    actions: ['try-again'],
    confidence: 'confirmed',
    source: 'Yubico/yubioath-flutter, issue 67; PKCS#11 2.40',
    texts: {
      ru: {
        title: 'Токен занят или не отвечает',
        reason: 'Чаще всего его держит другая программа: УТМ, КриптоПро или программа производителя токена.',
        steps: [
          'Закройте программы, которые работают с подписью, и попробуйте снова.',
          'Если токен держит УТМ, остановите службу Transport, сделайте своё и запустите её опять.',
          'Не помогает: выньте токен и вставьте снова.',
        ],
      },
      en: {
        title: 'The token is busy or does not answer',
        reason: 'Most often another program holds it: the UTM, CryptoPro or the vendor’s program.',
        steps: [
          'Close the programs that work with signatures and try again.',
          'If the UTM holds the token, stop the service Transport, do what you need and start it again.',
          'If that does not help, take the token out and insert it again.',
        ],
      },
    },
  },
  {
    id: 'token/removed',
    codes: ['problem:TOKEN_REMOVED', 'problem:SETUP_TOKEN_GONE'],
    messages: ['SCARD_W_REMOVED_CARD 0x80100069', 'Смарт-карта была извлечена'],
    asked: ['Токен пропал, токен отвалился'],
    actions: ['insert-token', 'choose-another-token'],
    confidence: 'confirmed',
    source: 'OpenSC/OpenSC, issue 1935; PKCS#11 2.40',
    texts: {
      ru: {
        title: 'Токен извлечён',
        reason:
          'Связь с токеном прервалась: его вынули, отошёл разъём, или порт на мгновение остался без питания. Начатое не завершено, PIN-код понадобится снова.',
        steps: [
          'Вставьте токен и повторите. Если он пропадает сам, вставьте его в другой порт, без удлинителя и разветвителя.',
          'Если его держит УТМ, перезапустите УТМ: сам он токен заново не находит.',
        ],
      },
      en: {
        title: 'The token was removed',
        reason:
          'The connection to the token broke: it was taken out, the plug is loose, or the port lost power for a moment. What was begun is unfinished, and the PIN will be needed again.',
        steps: [
          'Insert the token and retry. If it vanishes by itself, use another port, without an extension cord or a hub.',
          'If the UTM holds it, restart the UTM: it does not find the token again by itself.',
        ],
      },
    },
  },
  {
    id: 'token/readers-vanished',
    codes: ['finding:readers/disabled'],
    messages: [],
    asked: ['Рутокен не обнаружен', 'Список считывателей пуст', 'Пропали считыватели'],
    actions: ['check-again', 'insert-token'],
    confidence: 'confirmed',
    source: '2UTM/2UTM, README and issue 3',
    texts: {
      ru: {
        title: 'Токен вставлен, а список считывателей пуст',
        reason:
          'В Windows сбился перечень считывателей: в нём остались старые, или токен отключён в диспетчере устройств. Так бывает после опытов с несколькими УТМ.',
        steps: [
          'Выньте токен, подождите несколько секунд и вставьте снова.',
          'Откройте «Диспетчер устройств» (Win+X), отключите и снова включите устройства смарт-карт. Отключите и включите, а не удалите.',
          'Перезапустите службу «Смарт-карта» или перезагрузите компьютер.',
        ],
      },
      en: {
        title: 'The token is inserted, yet the list of readers is empty',
        reason:
          'Windows has its list of readers wrong: old ones are left in it, or the token is disabled in the Device Manager. That happens after trials with several UTMs.',
        steps: [
          'Take the token out, wait some seconds and insert it again.',
          'Open the “Device Manager” (Win+X), disable the smart card devices and enable them again. Disable and enable, do not remove.',
          'Restart the service “Smart Card”, or the computer.',
        ],
      },
    },
  },
  {
    id: 'token/usb-hang',
    codes: [],
    messages: ['EHStatusHandlerThread() Error communicating to: Aktiv Rutoken ECP 00 00'],
    actions: ['check-again'],
    confidence: 'confirmed',
    source: 'LiRense/utm_helper; public scripts of a retail chain',
    texts: {
      ru: {
        title: 'Токен завис на USB-порту',
        reason: 'Служба смарт-карт Linux перестала получать от токена ответы: порт или токен завис.',
        steps: [
          'Выньте токен на полминуты и вставьте в другой порт, без разветвителя.',
          'Перезапустите службы: sudo systemctl restart pcscd, затем sudo supervisorctl restart utm',
        ],
      },
      en: {
        title: 'The token hangs on its USB port',
        reason: 'The smart card service of Linux gets no answers from the token any more: the port or the token hangs.',
        steps: [
          'Take the token out for half a minute and use another port, without a hub.',
          'Restart the services: sudo systemctl restart pcscd, then sudo supervisorctl restart utm',
        ],
      },
    },
  },
  {
    id: 'token/linux-no-slot',
    codes: ['finding:smart-card-service/linux-absent'],
    messages: [
      'pkcs11-tool: No slots.',
      'error: No slot with a token was found',
      'sc_pkcs11_init libpcsclite.so.1: cannot open shared object file',
    ],
    actions: ['check-again'],
    confidence: 'confirmed',
    source: 'LiRense/utmmeet; AktivCo/rutoken-linux-gui-manager, issue 7',
    texts: {
      ru: {
        title: 'Linux не видит токена',
        reason: 'Не установлена служба смарт-карт, драйвер токена или 32-разрядные библиотеки, которые нужны УТМ.',
        steps: [
          'Установите службу и библиотеки: sudo apt install pcscd libpcsclite1, а для УТМ ещё libpcsclite1:i386.',
          'Установите драйвер токена с сайта производителя.',
          'Включите службу: sudo systemctl enable --now pcscd.socket',
        ],
      },
      en: {
        title: 'Linux does not see the token',
        reason: 'The smart card service, the token driver, or the 32-bit libraries the UTM needs are not installed.',
        steps: [
          'Install the service and the libraries: sudo apt install pcscd libpcsclite1, and libpcsclite1:i386 for the UTM.',
          'Install the token driver from the vendor’s site.',
          'Turn the service on: sudo systemctl enable --now pcscd.socket',
        ],
      },
    },
  },
  {
    id: 'token/memory-damaged',
    codes: ['problem:TOKEN_MEMORY_DAMAGED'],
    messages: ['0x6a82', 'Файл не найден', 'RSF не найден'],
    asked: ['Рутокен: файл RSF не найден'],
    actions: ['check-again', 'open-rutoken-page'],
    confidence: 'one-source',
    source: 'toposhibok.ru',
    texts: {
      ru: {
        title: 'Память токена повреждена',
        reason:
          'Токен не находит собственных файлов. «Панель управления Рутокен» показывает код 0x6a82 и пишет, что файл не найден.',
        steps: [
          'Вставьте токен в другой USB-порт, потом в другой компьютер.',
          'Если не помогает, спросите поддержку производителя. Форматирование сотрёт подпись и ключи: решайтесь на него, только если их можно получить заново.',
          'Токен, который портится снова, замените.',
        ],
      },
      en: {
        title: 'The memory of the token is damaged',
        reason:
          'The token does not find its own files. The “Rutoken Control Panel” shows code 0x6a82 and says a file was not found.',
        steps: [
          'Use another USB port, then another computer.',
          'If that does not help, ask the vendor’s support. Formatting erases the signature and the keys: do it only if they can be had anew.',
          'Replace a token that goes bad again.',
        ],
      },
    },
  },
  {
    id: 'token/jacarta-no-tokens',
    codes: ['finding:readers/system-only'],
    messages: ['Aladdin R.D. JaCarta 0', 'ARDS JaCarta 0'],
    asked: ['JaCarta не обнаружена, считыватель есть'],
    actions: ['open-jacarta-page', 'check-again'],
    confidence: 'one-source',
    source: 'krotname/cryptopro-key-export',
    texts: {
      ru: {
        title: 'Считыватель JaCarta есть, а токена в нём как будто нет',
        reason: 'Система видит JaCarta, но её драйвер токена не показывает: драйвер старый или для другой модели.',
        steps: [
          'Установите свежий «Единый Клиент JaCarta».',
          'Выньте токен, подождите несколько секунд и вставьте снова.',
        ],
      },
      en: {
        title: 'The JaCarta reader is there, yet seems to hold no token',
        reason: 'The system sees the JaCarta, but its driver shows no token: the driver is old, or for another model.',
        steps: [
          'Install a fresh “JaCarta Unified Client”.',
          'Take the token out, wait some seconds and insert it again.',
        ],
      },
    },
  },
  {
    id: 'token/microsoft-driver',
    codes: ['finding:readers/microsoft-driver', 'finding:readers/driver-only'],
    messages: ['Microsoft Usbccid Smartcard Reader (WUDF)', 'Устройство чтения смарт-карт Microsoft Usbccid (WUDF)'],
    actions: ['open-jacarta-page', 'check-again'],
    confidence: 'one-source',
    source: 'rustrackers.ru',
    texts: {
      ru: {
        title: 'JaCarta работает на драйвере Microsoft',
        reason:
          'В диспетчере устройств токен назван «Microsoft Usbccid (WUDF)», а не «JaCarta Usbccid Smartcard»: драйвер старый или не тот, либо токен проброшен по сети.',
        steps: [
          'Переустановите «Единый Клиент JaCarta».',
          'Вставьте токен в тот компьютер, на котором работает УТМ, а не по сети.',
        ],
      },
      en: {
        title: 'The JaCarta works on Microsoft’s driver',
        reason:
          'The Device Manager calls the token “Microsoft Usbccid (WUDF)” and not “JaCarta Usbccid Smartcard”: the driver is old or wrong, or the token comes over the network.',
        steps: [
          'Reinstall “JaCarta Unified Client”.',
          'Insert the token into the computer the UTM runs on, not over the network.',
        ],
      },
    },
  },
] as const satisfies readonly HelpEntry[];
