import type { HelpEntry } from '../entry.ts';

/** What a UTM says about the certificates it reads from the token. */
export const utmCertificateHelp = [
  {
    id: 'utm/access-key-trouble',
    codes: ['verdict:token-unreadable'],
    messages: ['Проблемы с RSA', 'RSA ERROR', 'rsaError'],
    asked: ['expireDate startDate error вместо даты'],
    actions: ['check-again', 'open-utm-home'],
    confidence: 'confirmed',
    source: 'public monitoring scripts of a retail chain; iMironRU/utm-orchestrator',
    texts: {
      ru: {
        title: 'УТМ не может прочитать ключ доступа',
        reason:
          'Ключа доступа на токене нет, он просрочен, или УТМ не прочитал токен. В ответах УТМ вместо даты сертификата стоит тогда текст со словом error: это состояние, а не сбой программы.',
        steps: [
          'Оставьте в компьютере один токен, тот самый, и перезапустите УТМ. Подождите десять минут; если не помогло, повторите до трёх раз.',
          'Посмотрите, действует ли квалифицированная подпись. Если да, выпустите ключ доступа заново.',
          'Если не читается и подпись, вставьте токен в другой порт и проверьте драйвер.',
        ],
      },
      en: {
        title: 'The UTM cannot read the access key',
        reason:
          'There is no access key on the token, it has expired, or the UTM did not read the token. The UTM’s answers then hold a text with the word error where the date of a certificate should be: that is a state, not a crash.',
        steps: [
          'Leave one token in the computer, the right one, and restart the UTM. Wait ten minutes; if it did not help, repeat up to three times.',
          'See whether the qualified signature is in force. If it is, issue the access key anew.',
          'If the signature cannot be read either, use another port and check the driver.',
        ],
      },
    },
  },
  {
    id: 'utm/no-certificate',
    codes: [],
    messages: ['{"success":false}', '/api/rsa/orginfo "success":false', '/api/gost/orginfo "success":false'],
    actions: ['check-again'],
    confidence: 'confirmed',
    source: 'public monitoring scripts of a retail chain',
    texts: {
      ru: {
        title: 'УТМ не нашёл сертификата этого вида',
        reason:
          'На вопрос, чей сертификат на токене, УТМ отвечает, что не вышло: ключа доступа (rsa) или подписи (gost) он не видит.',
        steps: [
          'Проверьте, вставлен ли токен.',
          'Если УТМ не видит rsa, выпустите ключ доступа; если gost, проверьте подпись на токене.',
          'Перезапустите УТМ: токен он читает при запуске.',
        ],
      },
      en: {
        title: 'The UTM found no certificate of this kind',
        reason:
          'Asked whose certificate is on the token, the UTM answers that it failed: it sees no access key (rsa) or no signature (gost).',
        steps: [
          'Check that the token is inserted.',
          'If the UTM does not see rsa, issue the access key; if gost, check the signature on the token.',
          'Restart the UTM: it reads the token when it starts.',
        ],
      },
    },
  },
  {
    id: 'utm/access-key-revoked',
    codes: ['verdict:access-key-revoked'],
    messages: ['Отозван', '"isValid":"revoked"'],
    asked: ['Сертификат RSA отозван'],
    actions: ['open-utm-home'],
    confidence: 'inferred',
    source: 'violetGekkon/angular-widget; public clients',
    texts: {
      ru: {
        title: 'Ключ доступа отозван',
        reason:
          'ЕГАИС больше не принимает этот ключ. Обычно потому, что для этого места выпущен другой, на другом токене, или отозвана доверенность.',
        steps: [
          'Выясните, не выпускал ли кто-то ключ для этого места заново.',
          'Выпустите ключ доступа снова на этот токен и перезапустите УТМ.',
        ],
      },
      en: {
        title: 'The access key is revoked',
        reason:
          'EGAIS no longer accepts this key. Usually another one was issued for the place, on another token, or the power of attorney was revoked.',
        steps: [
          'Find out whether somebody issued the key of this place anew.',
          'Issue the access key again on this token and restart the UTM.',
        ],
      },
    },
  },
  {
    id: 'utm/certificate-invalid',
    codes: ['verdict:qualified-certificate-invalid', 'verdict:access-key-invalid'],
    messages: ['Недействителен', '"isValid":"invalid"'],
    asked: ['Сертификат ГОСТ недействителен', 'Сертификат RSA недействителен'],
    actions: ['check-again', 'open-utm-home'],
    confidence: 'confirmed',
    source: 'violetGekkon/angular-widget',
    texts: {
      ru: {
        title: 'УТМ считает сертификат недействительным',
        reason:
          'Срок сертификата закончился или не проверяется его издатель. Бывает и из-за неверных часов компьютера.',
        steps: [
          'Проверьте дату и время на компьютере.',
          'Если недействительна квалифицированная подпись, сначала обновите её: организации и ИП получают её в ФНС.',
          'Потом, именно в этом порядке, выпустите ключ доступа и перезапустите УТМ.',
        ],
      },
      en: {
        title: 'The UTM takes a certificate to be invalid',
        reason:
          'The certificate has expired, or its issuer cannot be verified. A wrong clock of the computer does it too.',
        steps: [
          'Check the date and time of the computer.',
          'If the qualified signature is not in force, renew it first: organisations and sole proprietors get it from the tax service.',
          'Then, in this order, issue the access key and restart the UTM.',
        ],
      },
    },
  },
  {
    id: 'utm/other-contour',
    codes: ['verdict:wrong-contour', 'finding:utm/wrong-contour'],
    messages: ['RSA сертификат не соответствует контуру', 'Тестовый контур', 'test.pki.fsrar.ru'],
    actions: ['open-utm-download-page'],
    confidence: 'confirmed',
    source: 'violetGekkon/angular-widget',
    texts: {
      ru: {
        title: 'Ключ доступа от другого контура ЕГАИС',
        reason:
          'УТМ рабочий, а ключ тестовый, или наоборот. Рабочие ключи выпускает pki.fsrar.ru, тестовые test.pki.fsrar.ru; одно с другим не работает.',
        steps: [
          'Решите, что вам нужно: магазину нужен рабочий («Продуктивный») контур.',
          'Если тестовый УТМ, установите рабочий; если тестовый ключ, выпустите рабочий.',
        ],
      },
      en: {
        title: 'The access key is of another EGAIS contour',
        reason:
          'The UTM is of the production contour and the key of the test one, or the reverse. Production keys are issued by pki.fsrar.ru, test keys by test.pki.fsrar.ru; they do not mix.',
        steps: [
          'Decide which one you need: a shop needs the production contour.',
          'If the UTM is the test one, install the production UTM; if the key is, issue a production key.',
        ],
      },
    },
  },
  {
    id: 'utm/wrong-organisation',
    codes: [
      'verdict:wrong-token',
      'problem:EGAIS_SUBDIVISIONS_FOREIGN',
      'finding:token/several',
      'finding:utm-remains/several',
    ],
    messages: [],
    asked: ['На странице УТМ другая организация', 'УТМ показывает чужой FSRAR ID', 'Вставлено два токена'],
    actions: ['choose-another-token', 'check-again'],
    confidence: 'confirmed',
    source: 'iMironRU/utm-orchestrator; 2UTM/2UTM, issue 5; domsireni.ru',
    texts: {
      ru: {
        title: 'Вставлено несколько токенов, и УТМ взял не тот',
        reason:
          'УТМ читает токен, который система называет первым, и держит его до перезапуска. С двумя токенами он показывает другую организацию, а два УТМ на одном компьютере после переподключения «склеиваются». И личный кабинет, и УТМ рассчитаны на один токен ЕГАИС.',
        steps: [
          'Оставьте один токен, тот, что нужен этому УТМ.',
          'Перезапустите УТМ и сверьте FSRAR ID на его странице.',
          'Для второй организации нужен другой компьютер.',
        ],
      },
      en: {
        title: 'Several tokens are inserted, and the UTM took the wrong one',
        reason:
          'The UTM reads the token that the system names first and holds it until it is restarted. With two tokens it shows another organisation, and two UTMs on one computer merge after a token was re-plugged. The account and the UTM are both made for one EGAIS token.',
        steps: [
          'Leave one token, the one this UTM needs.',
          'Restart the UTM and compare the FSRAR ID on its page.',
          'A second organisation needs another computer.',
        ],
      },
    },
  },
] as const satisfies readonly HelpEntry[];
