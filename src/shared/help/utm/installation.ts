import type { HelpEntry } from '../entry.ts';

/** Downloading, installing and renewing a UTM. */
export const utmInstallationHelp = [
  {
    id: 'utm/installer-aborts',
    codes: ['finding:utm-remains/files', 'finding:utm-remains/record'],
    messages: ['InitializeSetup returned False; aborting.'],
    asked: ['Установщик УТМ закрывается сразу'],
    actions: ['open-utm-download-page'],
    confidence: 'confirmed',
    source: 'iMironRU/utm-orchestrator',
    texts: {
      ru: {
        title: 'Установщик УТМ отказался работать',
        reason:
          'Чаще всего ему мешают остатки прежнего УТМ: папка C:\\UTM, запись об установке или служба. Бывает, что он отказывается и без них; почему, открыто не описано.',
        steps: [
          'Убедитесь, что в прежней базе нет неотправленных документов, и сохраните копию папки C:\\UTM.',
          'Удалите прежний УТМ целиком и перезагрузите компьютер.',
          'Запустите установщик обычным образом, с окнами, от имени администратора: в окне он скажет, что не так.',
        ],
      },
      en: {
        title: 'The UTM installer refused to work',
        reason:
          'Most often remains of an earlier UTM are in its way: the folder C:\\UTM, the record of the installation, or the service. At times it refuses without them; why is not described openly.',
        steps: [
          'Make sure the former database holds no unsent documents, and keep a copy of C:\\UTM.',
          'Remove the former UTM completely and restart the computer.',
          'Run the installer the ordinary way, with its windows, as an administrator: there it says what is wrong.',
        ],
      },
    },
  },
  {
    id: 'utm/service-name-missing',
    codes: [],
    messages: [],
    asked: ['install.bat procrun exit code 8', 'utm.exe install код завершения 8'],
    actions: [],
    confidence: 'confirmed',
    source: 'iMironRU/utm-orchestrator',
    texts: {
      ru: {
        title: 'Служба УТМ не создана: не указано её имя',
        reason: 'Файл install.bat вызван без имени службы, и программа установки служб завершилась с кодом 8.',
        steps: ['Напишите имя службы после «utm.exe install» (обычно Transport) и запустите install.bat снова.'],
      },
      en: {
        title: 'The UTM’s service was not made: its name is missing',
        reason:
          'The file install.bat was run without the name of the service, and the installer of services ended with code 8.',
        steps: ['Put the name of the service after “utm.exe install” (usually Transport) and run install.bat again.'],
      },
    },
  },
  {
    id: 'utm/download-forbidden',
    codes: [],
    messages: ['403 Forbidden'],
    asked: ['fsrar.gov.ru доступ запрещён 403', 'Не скачивается УТМ с сайта'],
    actions: ['open-utm-download-page'],
    confidence: 'confirmed',
    source: 'iMironRU/utm-orchestrator',
    texts: {
      ru: {
        title: 'Сайт не отдаёт установщик УТМ',
        reason:
          'Сайт ведомства отвечает отказом программам, которые не похожи на браузер, и тем, кто выходит в сеть из-за границы или через прокси.',
        steps: [
          'Скачайте файл обычным браузером, без VPN и прокси.',
          'Если не выходит, попробуйте через другого провайдера.',
        ],
      },
      en: {
        title: 'The site does not give out the UTM installer',
        reason:
          'The agency’s site refuses programs that do not look like a browser, and those who come from abroad or through a proxy.',
        steps: [
          'Download the file with an ordinary browser, without a VPN or proxy.',
          'If that fails, try another provider.',
        ],
      },
    },
  },
  {
    id: 'utm/download-cut',
    codes: [],
    messages: ['Неожиданный конец архива', 'Unexpected end of archive'],
    asked: ['Архив с УТМ повреждён, размер меньше'],
    actions: ['open-utm-download-page'],
    confidence: 'confirmed',
    source: 'iMironRU/utm-orchestrator',
    texts: {
      ru: {
        title: 'Установщик УТМ скачан не целиком',
        reason: 'Файл короче, чем на сайте: связь прервалась, и архив не открывается.',
        steps: ['Удалите файл, скачайте его снова и сравните размер. Иногда это выходит с третьего раза.'],
      },
      en: {
        title: 'The UTM installer was not downloaded whole',
        reason: 'The file is shorter than on the site: the connection broke, and the archive does not open.',
        steps: ['Delete the file, download it again and compare the size. At times the third try succeeds.'],
      },
    },
  },
  {
    id: 'utm/outdated',
    codes: ['verdict:outdated', 'finding:utm/outdated'],
    messages: ['устаревшая версия'],
    actions: ['open-utm-download-page'],
    confidence: 'confirmed',
    source: 'violetGekkon/angular-widget; support.evotor.ru',
    texts: {
      ru: {
        title: 'УТМ устарел',
        reason: 'Мастеру нужен УТМ версии 4. Для физического лица с доверенностью нужна сборка не старше 4.2.0-2538.',
        steps: [
          'Дождитесь, пока отправятся все документы.',
          'Установите новый УТМ поверх прежнего: база и настройки сохранятся.',
        ],
      },
      en: {
        title: 'The UTM is outdated',
        reason:
          'The wizard needs a UTM of version 4. A person with a power of attorney needs build 4.2.0-2538 or newer.',
        steps: [
          'Wait until all documents are sent.',
          'Install the new UTM over the former one: the database and the settings stay.',
        ],
      },
    },
  },
] as const satisfies readonly HelpEntry[];
