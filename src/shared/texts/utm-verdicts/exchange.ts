import type { FindingText } from '../finding-text.ts';

/** Verdicts on a UTM that shows all as valid: whether it signs and exchanges. */
export const exchangeVerdictTexts = {
  'signature-renewed': {
    ru: {
      title: 'Подпись обновили, а ключ доступа остался от прежней',
      reason:
        'УТМ показывает, что всё действует, но документы не подписывает: на последний он ответил отказом. Ключ доступа связан с прежней подписью. Выпустите ключ доступа заново и перезапустите УТМ.',
    },
    en: {
      title: 'The signature was renewed, the access key is of the former one',
      reason:
        'The UTM shows all as valid but signs no documents: it refused the last one. The access key is tied to the former signature. Issue the access key anew and restart the UTM.',
    },
  },
  'signing-broken': {
    ru: {
      title: 'УТМ потерял токен и не подписывает документы',
      reason:
        'На последний документ УТМ ответил отказом, хотя сертификаты показывает. Выньте токен и вставьте снова, перезапустите службу смарт-карт и УТМ. Если повторится, обновите драйвер токена.',
    },
    en: {
      title: 'The UTM lost the token and signs no documents',
      reason:
        'The UTM refused the last document although it shows the certificates. Take the token out and insert it again, restart the smart card service and the UTM. If it happens again, update the token driver.',
    },
  },
  'signing-fails': {
    ru: {
      title: 'УТМ не подписывает документы',
      reason:
        'На последний документ УТМ ответил отказом: код {{status}}, {{size}} байт. Причины он так не называет. Перезапустите УТМ с одним вставленным токеном и отправьте документ снова.',
    },
    en: {
      title: 'The UTM signs no documents',
      reason:
        'The UTM refused the last document: code {{status}}, {{size}} bytes, which does not tell the cause. Restart the UTM with one token plugged in and send the document again.',
    },
  },
  'exchange-stale': {
    ru: {
      title: 'УТМ не обменивается с ЕГАИС',
      reason:
        'УТМ отвечает, но уже {{minutes}} мин. не заканчивает обмен документами, обычно он занимает две минуты. Проверьте интернет и часы компьютера и перезапустите УТМ.',
    },
    en: {
      title: 'The UTM does not exchange documents with EGAIS',
      reason:
        'The UTM answers but has finished no exchange for {{minutes}} min; usually one takes two. Check the internet and the clock of the computer, and restart the UTM.',
    },
  },
  'cheques-unsent': {
    ru: {
      title: 'УТМ давно не отправлял чеки',
      reason:
        'УТМ сообщает: чеки не отправлялись с {{cheques}}. Проверьте интернет и часы компьютера. Не переустанавливайте УТМ, пока чеки не отправлены: они в его базе.',
    },
    en: {
      title: 'The UTM has not sent receipts for long',
      reason:
        'The UTM says that no receipts were sent since {{cheques}}. Check the internet and the clock of the computer. Do not reinstall the UTM before the receipts are sent: they are in its database.',
    },
  },
  working: {
    ru: {
      title: 'УТМ работает',
      reason: 'УТМ видит ключ доступа для FSRAR ID {{fsrarId}} и квалифицированную подпись.',
    },
    en: {
      title: 'The UTM works',
      reason: 'The UTM sees the access key of FSRAR ID {{fsrarId}} and the qualified signature.',
    },
  },
} as const satisfies Record<string, FindingText>;
