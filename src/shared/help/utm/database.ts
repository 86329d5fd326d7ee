import type { HelpEntry } from '../entry.ts';

/** The database and the PINs of a UTM. */
export const utmDatabaseHelp = [
  {
    id: 'utm/database-of-another-place',
    codes: ['verdict:foreign-database'],
    messages: [
      'FSRAR_ID (CN RSA сертификата) на используемом ключе не соответствует FSRAR_ID первичной инициализации УТМ.',
      'БД - несоответствие данных',
      'rsa БД - … rsa подразделения - …',
    ],
    actions: ['check-again', 'choose-another-token', 'open-utm-home'],
    confidence: 'confirmed',
    source: 'iMironRU/utm-orchestrator; violetGekkon/angular-widget',
    texts: {
      ru: {
        title: 'База УТМ создана для другого места',
        reason:
          'При первом запуске УТМ привязывает базу к FSRAR ID ключа доступа. Сейчас на токене ключ другого места: вставлен не тот токен, перепутан порядок токенов или ключ выпущен для другой точки.',
        steps: [
          'Вставьте токен того места, для которого УТМ устанавливали, уберите остальные и перезапустите УТМ.',
          'Если нужен именно новый FSRAR ID, сначала убедитесь, что неотправленных документов нет: их список УТМ отдаёт по адресу /opt/in, и он должен быть пуст.',
          'Остановите УТМ, сохраните копию папки transportDB и уберите её, задайте оба PIN-кода в настройках УТМ и запустите его: он создаст новую базу. Неотправленное из старой базы пропадёт.',
        ],
      },
      en: {
        title: 'The database of the UTM belongs to another place',
        reason:
          'At its first start the UTM binds the database to the FSRAR ID of the access key. The key on the token now is of another place: the wrong token is inserted, the order of tokens is mixed up, or the key was issued for another shop.',
        steps: [
          'Insert the token of the place the UTM was installed for, take the others out and restart the UTM.',
          'If the new FSRAR ID is what you want, first make sure nothing is unsent: the UTM lists it at /opt/in, and the list must be empty.',
          'Stop the UTM, keep a copy of the folder transportDB and take it away, set both PINs in the UTM’s settings and start it: it makes a new database. What was unsent in the old one is lost.',
        ],
      },
    },
  },
  {
    id: 'utm/pins-missing',
    codes: ['verdict:pin-missing'],
    messages: [
      'java.lang.IllegalStateException: Отсутствует пароль RSA KeyStore: config/transport.properties -> crypto.lib.pki.keystorePassword',
      'Отсутствует пароль GOST KeyStore: config/transport.properties -> crypto.lib.gost.keystorePassword',
    ],
    actions: ['check-again'],
    confidence: 'confirmed',
    source: 'iMironRU/utm-orchestrator',
    texts: {
      ru: {
        title: 'В настройках УТМ нет PIN-кодов',
        reason:
          'УТМ стирает оба PIN-кода из настроек после первого успешного запуска. Новой базе они нужны снова, а их нет. О части ГОСТ точный текст известен из одного сообщения.',
        steps: [
          'Остановите УТМ.',
          'В файле conf\\transport.properties задайте оба PIN-кода сразу: crypto.lib.pki.keystorePassword и crypto.lib.gost.keystorePassword (и парные им keyPassword). У JaCarta они разные, у Рутокена один.',
          'Запустите УТМ один раз и убедитесь, что он заработал. Неверный PIN-код тратит попытки при каждом запуске.',
        ],
      },
      en: {
        title: 'The PINs are missing in the UTM’s settings',
        reason:
          'The UTM erases both PINs from its settings after the first good start. A new database needs them again, and they are not there. The exact text about the GOST part is known from one report.',
        steps: [
          'Stop the UTM.',
          'In conf\\transport.properties set both PINs at once: crypto.lib.pki.keystorePassword and crypto.lib.gost.keystorePassword (and their keyPassword twins). A JaCarta has two different ones, a Rutoken has one.',
          'Start the UTM once and make sure it works. A wrong PIN spends a try at every start.',
        ],
      },
    },
  },
  {
    id: 'utm/database-locked',
    codes: ['verdict:database-locked', 'finding:utm-remains/stale-lock'],
    messages: [
      'ERROR XSDB6: Another instance of Derby may have already booted the database transportDB',
      'java.sql.SQLException: Failed to start database transportDB',
      'db.lck dbex.lck',
    ],
    actions: ['check-again'],
    confidence: 'inferred',
    source: 'iMironRU/utm-orchestrator; LiRense/utm_helper',
    texts: {
      ru: {
        title: 'База УТМ заперта',
        reason: 'База открыта вторым экземпляром УТМ или осталась запертой после аварийного завершения.',
        steps: [
          'Остановите службу Transport и дождитесь, пока завершится её процесс java.',
          'Если УТМ точно остановлен, удалите в папке transportDB файлы db.lck и dbex.lck. Остального не трогайте.',
          'Запустите службу. Если база не открывается снова, сохраните копию папки и обратитесь в поддержку.',
        ],
      },
      en: {
        title: 'The database of the UTM is locked',
        reason: 'A second copy of the UTM has it open, or it stayed locked after a crash.',
        steps: [
          'Stop the service Transport and wait until its java process is gone.',
          'If the UTM is surely stopped, delete db.lck and dbex.lck in the folder transportDB. Touch nothing else.',
          'Start the service. If the database does not open again, keep a copy of the folder and ask support.',
        ],
      },
    },
  },
] as const satisfies readonly HelpEntry[];
