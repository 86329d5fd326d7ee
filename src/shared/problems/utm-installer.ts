import type { ProblemEntry } from './entry.ts';

/** What can happen on the way of the UTM's installer from the agency's site to the shop's disk. */
export const utmInstallerProblems = {
  EGAIS_DOWNLOAD_UNREACHABLE: {
    class: 'not-ready',
    actions: ['try-again', 'open-utm-download-page', 'copy-details'],
    texts: {
      ru: {
        title: 'Сайт с УТМ не отвечает',
        reason: 'Не удалось соединиться с {{host}}. Проверьте интернет и повторите.',
      },
      en: {
        title: 'The site with the UTM does not answer',
        reason: 'No connection to {{host}} could be made. Check the internet and repeat.',
      },
    },
  },
  EGAIS_DOWNLOAD_UNTRUSTED: {
    class: 'needs-person',
    actions: ['open-utm-download-page', 'copy-details'],
    texts: {
      ru: {
        title: 'Сайту с УТМ нельзя довериться',
        reason:
          'Сертификат {{host}} не подтверждён: соединение может подменять антивирус или прокси. Скачайте УТМ браузером и укажите мастеру файл.',
      },
      en: {
        title: 'The site with the UTM cannot be trusted',
        reason:
          'The certificate of {{host}} is not confirmed: an antivirus or a proxy may stand in the connection. Download the UTM with a browser and show the wizard the file.',
      },
    },
  },
  EGAIS_DOWNLOAD_FORBIDDEN: {
    class: 'refused-by-service',
    actions: ['open-utm-download-page', 'copy-details'],
    texts: {
      ru: {
        title: 'Сайт не отдаёт УТМ',
        reason:
          '{{host}} запретил загрузку. Так он отвечает иностранным адресам, VPN и прокси: отключите их и повторите или скачайте УТМ браузером.',
      },
      en: {
        title: 'The site does not give the UTM',
        reason:
          '{{host}} forbade the download. It answers so to foreign addresses, VPNs and proxies: switch them off and repeat, or download the UTM with a browser.',
      },
    },
  },
  EGAIS_DOWNLOAD_REFUSED: {
    class: 'refused-by-service',
    actions: ['try-again', 'open-utm-download-page', 'copy-details'],
    texts: {
      ru: {
        title: 'Сайт не отдал УТМ',
        reason:
          '{{host}} ответил кодом {{status}}. Возможно, файл переехал: найдите его на сайте и скачайте браузером.',
      },
      en: {
        title: 'The site did not give the UTM',
        reason: '{{host}} answered with code {{status}}. The file may have moved: find it on the site with a browser.',
      },
    },
  },
  EGAIS_DOWNLOAD_OTHER_HOST: {
    class: 'refused-by-service',
    actions: ['open-utm-download-page', 'copy-details'],
    texts: {
      ru: {
        title: 'Загрузку направляют на чужой адрес',
        reason:
          '{{host}} отправляет за УТМ на {{other}}. Мастер туда не пошёл. Скачайте УТМ с сайта ведомства браузером.',
      },
      en: {
        title: 'The download is sent to a strange address',
        reason:
          '{{host}} sends to {{other}} for the UTM. The wizard did not follow. Download the UTM from the agency’s site with a browser.',
      },
    },
  },
  EGAIS_DOWNLOAD_NOT_ARCHIVE: {
    class: 'refused-by-service',
    actions: ['try-again', 'open-utm-download-page', 'copy-details'],
    texts: {
      ru: {
        title: 'Вместо УТМ пришло что-то другое',
        reason: '{{host}} прислал не архив, а, скорее всего, страницу. Её могла подставить сеть, где нужен вход.',
      },
      en: {
        title: 'Something else came in place of the UTM',
        reason:
          '{{host}} sent no archive but most likely a page. A network that wants a sign-in may have put it there.',
      },
    },
  },
  EGAIS_DOWNLOAD_LENGTH: {
    class: 'refused-by-service',
    actions: ['try-again', 'copy-details'],
    texts: {
      ru: {
        title: 'Размер загрузки не сходится',
        reason: '{{host}} не назвал размер файла, назвал негодный или прислал не столько. Загрузка не принята.',
      },
      en: {
        title: 'The size of the download does not fit',
        reason: '{{host}} named no size of the file or an impossible one, or sent another. The download was not taken.',
      },
    },
  },
  EGAIS_DOWNLOAD_BROKEN: {
    class: 'not-ready',
    actions: ['try-again', 'copy-details'],
    texts: {
      ru: {
        title: 'Загрузка УТМ прервалась',
        reason: 'Получено {{got}} из {{length}} байт, они сохранены. Повторите: загрузка пойдёт с этого места.',
      },
      en: {
        title: 'The download of the UTM broke off',
        reason: '{{got}} of {{length}} bytes came and are kept. Repeat, and it goes on from there.',
      },
    },
  },
  EGAIS_DOWNLOAD_STOPPED: {
    class: 'needs-person',
    actions: ['try-again'],
    texts: {
      ru: { title: 'Загрузка остановлена', reason: 'То, что уже получено, сохранено: загрузку можно продолжить.' },
      en: { title: 'The download was stopped', reason: 'What came already is kept, and the download can go on.' },
    },
  },
  EGAIS_DOWNLOAD_DISK_FULL: {
    class: 'needs-person',
    actions: ['try-again', 'copy-details'],
    texts: {
      ru: { title: 'На диске кончилось место', reason: 'Освободите место для {{file}} и повторите.' },
      en: { title: 'The disk has run full', reason: 'Make room for {{file}} and repeat.' },
    },
  },
  EGAIS_ARCHIVE_DAMAGED: {
    class: 'needs-person',
    actions: ['try-again', 'open-utm-download-page', 'copy-details'],
    texts: {
      ru: { title: 'Архив УТМ повреждён', reason: 'Файл {{file}} — не архив или испорчен. Скачайте его заново.' },
      en: { title: 'The UTM’s archive is damaged', reason: '{{file}} is no archive or is broken. Download it anew.' },
    },
  },
  EGAIS_ARCHIVE_UNSAFE: {
    class: 'needs-person',
    actions: ['open-utm-download-page', 'copy-details'],
    texts: {
      ru: {
        title: 'Архив УТМ подозрителен',
        reason:
          'В {{file}} есть имена, которых в честном архиве не бывает. Ничего не извлечено. Скачайте УТМ с сайта ведомства.',
      },
      en: {
        title: 'The UTM’s archive is suspicious',
        reason:
          '{{file}} has names that no honest archive has. Nothing was taken out. Download the UTM from the agency’s site.',
      },
    },
  },
  EGAIS_ARCHIVE_BOMB: {
    class: 'needs-person',
    actions: ['open-utm-download-page', 'copy-details'],
    texts: {
      ru: {
        title: 'Архив УТМ слишком велик внутри',
        reason: 'Содержимое {{file}} заняло бы весь диск. Ничего не извлечено. Скачайте УТМ с сайта ведомства.',
      },
      en: {
        title: 'The UTM’s archive is too large inside',
        reason:
          'What is in {{file}} would fill the disk. Nothing was taken out. Download the UTM from the agency’s site.',
      },
    },
  },
  EGAIS_ARCHIVE_ENCRYPTED: {
    class: 'needs-person',
    actions: ['open-utm-download-page', 'copy-details'],
    texts: {
      ru: {
        title: 'Архив закрыт паролем',
        reason: 'Архив УТМ с сайта ведомства пароля не имеет, а {{file}} его требует. Скачайте УТМ заново.',
      },
      en: {
        title: 'The archive has a password',
        reason:
          'The UTM’s archive of the agency’s site has no password, and {{file}} wants one. Download the UTM anew.',
      },
    },
  },
  EGAIS_ARCHIVE_NO_INSTALLER: {
    class: 'not-found',
    actions: ['open-utm-download-page', 'copy-details'],
    texts: {
      ru: {
        title: 'В архиве нет установщика УТМ',
        reason: 'В {{file}} нет файла, названного как установщик УТМ. Проверьте, тот ли это архив.',
      },
      en: {
        title: 'The archive has no installer of the UTM',
        reason: 'No file in {{file}} is named as an installer of the UTM. See whether it is the right archive.',
      },
    },
  },
  EGAIS_ARCHIVE_SEVERAL_INSTALLERS: {
    class: 'needs-person',
    actions: ['open-utm-download-page', 'copy-details'],
    texts: {
      ru: {
        title: 'В архиве несколько установщиков УТМ',
        reason: 'Мастер не выбирает между ними: {{names}}. Извлеките нужный сами.',
      },
      en: {
        title: 'The archive has several installers of the UTM',
        reason: 'The wizard does not choose among them: {{names}}. Take out the right one yourself.',
      },
    },
  },
  SETUP_UTM_UNSENT_DOCUMENTS: {
    class: 'needs-person',
    actions: ['check-again', 'open-utm-home', 'copy-details'],
    texts: {
      ru: {
        title: 'УТМ ещё не отправил документы',
        reason:
          'Неотправленных документов: {{count}}. При установке они пропали бы. Оставьте УТМ включённым с токеном и интернетом, пока он их не отправит, обычно это минуты. Если документы не уходят, сначала выясните почему.',
      },
      en: {
        title: 'The UTM has not sent its documents yet',
        reason:
          'Documents not sent: {{count}}. An installation would lose them. Leave the UTM running with its token and the internet until it has sent them, usually some minutes. If they do not go, find out why first.',
      },
    },
  },
  SETUP_UTM_UNSENT_CHEQUES: {
    class: 'needs-person',
    actions: ['check-again', 'open-utm-home', 'copy-details'],
    texts: {
      ru: {
        title: 'УТМ ещё не отправил чеки',
        reason:
          'УТМ сообщает: чеки не отправлялись с {{since}}. Они хранятся в его базе, и при установке пропали бы. Оставьте УТМ включённым с токеном и интернетом, пока он их не отправит. Если чеки не уходят, сначала выясните почему.',
      },
      en: {
        title: 'The UTM has not sent its receipts yet',
        reason:
          'The UTM says that no receipts were sent since {{since}}. They are in its database, and an installation would lose them. Leave the UTM running with its token and the internet until it has sent them. If they do not go, find out why first.',
      },
    },
  },
  SETUP_UTM_DOCUMENTS_UNKNOWN: {
    class: 'needs-person',
    actions: ['check-again'],
    texts: {
      ru: {
        title: 'Неотправленные документы не пересчитать',
        reason:
          'УТМ установлен, но не отвечает. Если в нём остались неотправленные документы, установка может их стереть. Запустите УТМ и проверьте или подтвердите, что это известно (--documents-unknown).',
      },
      en: {
        title: 'The documents not sent cannot be counted',
        reason:
          'A UTM is installed and does not answer. If it holds documents that were not sent, the installation may erase them. Start the UTM and look, or confirm that this is known (--documents-unknown).',
      },
    },
  },
  SETUP_UTM_REMAINS_STOP: {
    class: 'not-ready',
    actions: ['try-again', 'save-diagnostics', 'copy-details'],
    texts: {
      ru: {
        title: 'Установщику мешает то, что осталось от прежнего УТМ',
        reason:
          'Он остановился с кодом {{code}}, а на компьютере есть следы прежнего УТМ ({{folder}}). Скопируйте папку transportDB, если она там есть: в ней могли остаться документы. Потом удалите прежний УТМ в списке программ Windows, перезагрузите компьютер и запустите установку снова.',
      },
      en: {
        title: 'What is left of a former UTM stops the installer',
        reason:
          'It stopped with code {{code}}, and there are traces of a former UTM ({{folder}}). Copy its folder transportDB, if there is one: documents may be left in it. Then remove the former UTM in the list of programs of Windows, restart the computer and run the installation again.',
      },
    },
  },
  SETUP_UTM_NOT_INSTALLED: {
    class: 'not-ready',
    actions: ['try-again', 'save-diagnostics', 'copy-details'],
    texts: {
      ru: {
        title: 'Установщик закрылся, а УТМ не появился',
        reason:
          'Служба УТМ не найдена. Скорее всего, окно установки закрыли раньше конца или установщик отказался продолжать. Перезагрузите компьютер и запустите установку ещё раз.',
      },
      en: {
        title: 'The installer closed and there is no UTM',
        reason:
          'No service of the UTM was found. Most likely its window was closed before the end, or the installer gave up. Restart the computer and run the installation again.',
      },
    },
  },
} as const satisfies Record<string, ProblemEntry>;
