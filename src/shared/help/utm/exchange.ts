import type { HelpEntry } from '../entry.ts';

/** The exchange of documents with EGAIS. */
export const utmExchangeHelp = [
  {
    id: 'utm/exchange-stopped',
    codes: [],
    messages: ['Задача обмена документами отменена. Ошибка работы RSA'],
    actions: ['check-again', 'open-utm-home'],
    confidence: 'confirmed',
    source: 'iMironRU/utm-orchestrator',
    texts: {
      ru: {
        title: 'Обмен с ЕГАИС остановлен: не работает ключ доступа',
        reason: 'Пока с ключом доступа что-то не так, УТМ ничего не отправляет и не получает.',
        steps: [
          'Найдите в журнале строку выше этой: она называет, что с ключом. Вставьте её сюда.',
          'Исправьте ключ; обмен возобновится сам, примерно через две минуты.',
        ],
      },
      en: {
        title: 'The exchange with EGAIS is stopped: the access key does not work',
        reason: 'While something is wrong with the access key, the UTM sends and receives nothing.',
        steps: [
          'Find the line above this one in the log: it says what is wrong with the key. Paste it here.',
          'Mend the key; the exchange goes on by itself after about two minutes.',
        ],
      },
    },
  },
  {
    id: 'utm/signature-renewed',
    codes: ['verdict:signature-renewed'],
    messages: ['ГОСТ сертификат не соответствует RSA сертификату', '"POST /opt/in/ HTTP/1.1" 500 362'],
    asked: ['После замены подписи (ЭЦП, КЭП) УТМ не отправляет документы'],
    actions: ['open-utm-home'],
    confidence: 'confirmed',
    source: 'iMironRU/utm-orchestrator',
    texts: {
      ru: {
        title: 'Подпись обновили, а ключ доступа остался от прежней',
        reason:
          'Ключ доступа связан с тем сертификатом подписи, при котором его выпустили. После замены подписи страница УТМ показывает, что всё действует, а документы не подписываются: УТМ отвечает 500, около 362 байт.',
        steps: ['Выпустите ключ доступа заново на том же токене.', 'Перезапустите УТМ и отправьте документ ещё раз.'],
      },
      en: {
        title: 'The signature was renewed, the access key is of the former one',
        reason:
          'An access key is tied to the signature certificate it was issued with. After the signature was replaced, the UTM’s page shows all as valid, and yet documents are not signed: the UTM answers 500 with about 362 bytes.',
        steps: ['Issue the access key anew on the same token.', 'Restart the UTM and send the document again.'],
      },
    },
  },
  {
    id: 'utm/signing-broken',
    codes: ['verdict:signing-broken'],
    messages: ['"POST /opt/in/ HTTP/1.1" 500 89'],
    asked: ['УТМ потерял токен, не подписывает документы'],
    actions: ['check-again', 'open-rutoken-page', 'open-jacarta-page'],
    confidence: 'confirmed',
    source: 'iMironRU/utm-orchestrator',
    texts: {
      ru: {
        title: 'УТМ потерял токен и не может подписать',
        reason:
          'Токен вынимали при работающем УТМ, сбился драйвер, или два УТМ делят одну библиотеку. На отправку документа УТМ отвечает 500, около 89 байт.',
        steps: [
          'Выньте токен и вставьте снова.',
          'Остановите Transport, перезапустите службу «Смарт-карта», запустите Transport.',
          'Если повторяется, обновите драйвер токена.',
        ],
      },
      en: {
        title: 'The UTM lost the token and cannot sign',
        reason:
          'The token was taken out while the UTM ran, the driver went astray, or two UTMs share one library. The UTM answers 500 with about 89 bytes to a document.',
        steps: [
          'Take the token out and insert it again.',
          'Stop Transport, restart the service “Smart Card”, start Transport.',
          'If it happens again, update the token driver.',
        ],
      },
    },
  },
  {
    id: 'utm/cheques-unsent',
    codes: ['verdict:cheques-unsent'],
    messages: ['Чеки не отправлялись с', '"checkInfo"'],
    asked: ['Чеки не отправляются, непогашенные чеки'],
    actions: ['check-again', 'open-utm-home'],
    confidence: 'inferred',
    source: 'violetGekkon/angular-widget',
    texts: {
      ru: {
        title: 'УТМ давно не отправлял чеки',
        reason:
          'УТМ не может связаться с ЕГАИС или не работает ключ. После предела работы без связи продажа алкоголя остановится.',
        steps: [
          'Проверьте интернет и время на компьютере.',
          'Посмотрите, действует ли ключ доступа и подпись.',
          'Не переустанавливайте УТМ, пока чеки не отправлены: они в его базе.',
        ],
      },
      en: {
        title: 'The UTM has not sent receipts for long',
        reason:
          'The UTM cannot reach EGAIS, or the key does not work. Past the limit of offline work the sale of alcohol stops.',
        steps: [
          'Check the internet and the time of the computer.',
          'See whether the access key and the signature are in force.',
          'Do not reinstall the UTM before the receipts are sent: they are in its database.',
        ],
      },
    },
  },
  {
    id: 'utm/licence',
    codes: [],
    messages: ['Лицензия на вид деятельности не действует', '"license":false'],
    actions: [],
    confidence: 'inferred',
    source: 'violetGekkon/angular-widget; iMironRU/utm-orchestrator',
    texts: {
      ru: {
        title: 'УТМ пишет, что лицензия не действует',
        reason: 'Для тех, кто продаёт только пиво, это обычное состояние: лицензии у них и не должно быть.',
        steps: [
          'Если вы продаёте только пиво и слабый алкоголь без лицензии, делать ничего не нужно.',
          'Если лицензия у вас есть, сверьте её с реестром и обратитесь в Росалкогольтабакконтроль.',
        ],
      },
      en: {
        title: 'The UTM says the licence is not in force',
        reason: 'For those who sell beer only this is the usual state: they need no licence.',
        steps: [
          'If you sell beer only, without a licence, there is nothing to do.',
          'If you have a licence, compare it with the register and ask the alcohol agency.',
        ],
      },
    },
  },
] as const satisfies readonly HelpEntry[];
