import type { FindingText } from '../finding-text.ts';

/** Verdicts on a UTM that is not there, or whose start failed or cannot be tried again. */
export const failedStartVerdictTexts = {
  'not-installed': {
    ru: {
      title: 'УТМ не установлен',
      reason: 'На этом компьютере нет ни службы УТМ, ни его папки. Скачайте УТМ на странице загрузки и установите.',
    },
    en: {
      title: 'The UTM is not installed',
      reason:
        'This computer has neither the service of a UTM nor its folder. Get the UTM from its download page and install it.',
    },
  },
  'pin-locked': {
    ru: {
      title: 'PIN-код токена заблокирован, УТМ не может войти',
      reason:
        'Попытки исчерпаны. Остановите УТМ, разблокируйте PIN-код, задайте верные PIN-коды в настройках УТМ и запустите его один раз.',
    },
    en: {
      title: 'The PIN of the token is locked, and the UTM cannot sign in',
      reason:
        'The tries are used up. Stop the UTM, unblock the PIN, set the right PINs in the UTM’s settings, and start it once.',
    },
  },
  'pin-refused': {
    ru: {
      title: 'УТМ пробует неверный PIN-код',
      reason:
        'Сразу остановите УТМ: каждый его запуск тратит попытку, и токен может заблокироваться. Задайте в настройках УТМ оба верных PIN-кода и запустите его один раз. У JaCarta PIN-коды ГОСТ и PKI разные.',
    },
    en: {
      title: 'The UTM tries a wrong PIN',
      reason:
        'Stop the UTM at once: every start spends a try, and the token may get locked. Set both right PINs in the UTM’s settings and start it once. A JaCarta has different PINs for GOST and PKI.',
    },
  },
  'pin-missing': {
    ru: {
      title: 'В настройках УТМ нет PIN-кодов',
      reason:
        'После первого успешного запуска УТМ стирает PIN-коды из настроек, а новой базе они нужны снова. Остановите УТМ, задайте оба PIN-кода сразу и запустите его один раз.',
    },
    en: {
      title: 'The PINs are missing in the UTM’s settings',
      reason:
        'After its first good start the UTM erases the PINs from its settings, and a new database needs them again. Stop the UTM, set both PINs at once, and start it once.',
    },
  },
  'other-program': {
    ru: {
      title: 'Порт УТМ занят другой программой',
      reason: 'По адресу {{url}} отвечает не УТМ. Закройте ту программу или настройте УТМ на другой порт.',
    },
    en: {
      title: 'Another program holds the port of the UTM',
      reason: 'What answers at {{url}} is not a UTM. Close that program, or set the UTM to another port.',
    },
  },
  disabled: {
    ru: {
      title: 'Служба УТМ отключена',
      reason: 'УТМ установлен, но его служба отключена и сама не запустится. Включите её и запустите.',
    },
    en: {
      title: 'The service of the UTM is disabled',
      reason: 'The UTM is installed, but its service is disabled and will not start by itself. Enable it and start it.',
    },
  },
  'port-taken': {
    ru: {
      title: 'УТМ не запустился: его порт был занят',
      reason:
        'Другая программа держала адрес {{url}}, когда УТМ запускался. Закройте её или настройте УТМ на другой порт и запустите УТМ снова.',
    },
    en: {
      title: 'The UTM did not start: its port was taken',
      reason:
        'Another program held {{url}} while the UTM was starting. Close it, or set the UTM to another port, and start the UTM again.',
    },
  },
  'database-locked': {
    ru: {
      title: 'УТМ не запустился: его база заперта',
      reason:
        'База открыта прежним запуском УТМ, который не закончился. Остановите УТМ и дождитесь, пока завершится его программа java. Если база заперта и после этого, файлы db.lck и dbex.lck в папке transportDB остались от сбоя: уберите только их.',
    },
    en: {
      title: 'The UTM did not start: its database is locked',
      reason:
        'A former run of the UTM that has not ended has the database open. Stop the UTM and wait until its java program is gone. If the database is locked even then, db.lck and dbex.lck in the folder transportDB were left by a crash: take away those two only.',
    },
  },
  'registered-wrongly': {
    ru: {
      title: 'Служба УТМ зарегистрирована неправильно',
      reason:
        'УТМ не читает своих настроек и не может запуститься. Зарегистрируйте службу заново файлом install.bat из папки УТМ, от имени администратора, или переустановите УТМ.',
    },
    en: {
      title: 'The service of the UTM is registered wrongly',
      reason:
        'The UTM does not read its settings and cannot start. Register the service anew with install.bat from the UTM’s folder, as an administrator, or reinstall the UTM.',
    },
  },
  'files-missing': {
    ru: {
      title: 'У УТМ не хватает его файлов',
      reason:
        'Установка прервалась, или файлы забрал антивирус. Скачайте УТМ заново, сверьте размер и переустановите, добавив папку УТМ в исключения антивируса.',
    },
    en: {
      title: 'The UTM lacks files of its own',
      reason:
        'The installation was cut short, or an antivirus took the files. Get the UTM anew, compare the size, and reinstall it with its folder among the antivirus’s exceptions.',
    },
  },
} as const satisfies Record<string, FindingText>;
