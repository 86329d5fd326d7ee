import type { FindingText } from '../finding-text.ts';

/** Verdicts on what a UTM reads from the token and keeps in its database. */
export const tokenVerdictTexts = {
  'foreign-database': {
    ru: {
      title: 'База УТМ создана для другого места',
      reason:
        'База УТМ привязана к FSRAR ID {{databaseFsrarId}}, а ключ на токене — к {{fsrarId}}. Вставьте токен того места или начните новую базу УТМ: неотправленные документы старой базы пропадут.',
    },
    en: {
      title: 'The database of the UTM belongs to another place',
      reason:
        'The database of the UTM is bound to FSRAR ID {{databaseFsrarId}}, the key on the token to {{fsrarId}}. Plug in the token of that place, or start a new database: unsent documents of the old one are lost.',
    },
  },
  'needs-access-key': {
    ru: {
      title: 'УТМ ждёт ключ доступа',
      reason:
        'Квалифицированная подпись в порядке, а действующего ключа доступа УТМ на токене не нашёл. Выпустите ключ.',
    },
    en: {
      title: 'The UTM waits for an access key',
      reason: 'The qualified signature is fine, but the UTM found no working access key on the token. Issue one.',
    },
  },
  'token-unreadable': {
    ru: {
      title: 'УТМ не читает токен',
      reason:
        'УТМ не может прочитать с токена ключ доступа или квалифицированную подпись. Вставьте один токен, остальные уберите и перезапустите УТМ.',
    },
    en: {
      title: 'The UTM cannot read the token',
      reason:
        'The UTM cannot read the access key or the qualified signature from the token. Leave one token plugged in and restart the UTM.',
    },
  },
  'wrong-token': {
    ru: {
      title: 'УТМ работает с другим токеном',
      reason:
        'УТМ читает ключ для FSRAR ID {{fsrarId}}, а выбрано место {{expectedFsrarId}}. Оставьте один нужный токен и перезапустите УТМ.',
    },
    en: {
      title: 'The UTM works with another token',
      reason:
        'The UTM reads the key of FSRAR ID {{fsrarId}}, but the chosen place is {{expectedFsrarId}}. Leave the right token alone in the computer and restart the UTM.',
    },
  },
  'wrong-contour': {
    ru: {
      title: 'Ключ доступа от другого контура ЕГАИС',
      reason:
        'УТМ настроен на контур {{contour}}, а ключ выпустил {{issuer}}. Рабочий и тестовый контуры не смешиваются.',
    },
    en: {
      title: 'The access key is of another EGAIS contour',
      reason:
        'The UTM is set to the contour {{contour}}, the key was issued by {{issuer}}. The production and test contours do not mix.',
    },
  },
  'access-key-revoked': {
    ru: {
      title: 'Ключ доступа отозван',
      reason: 'ЕГАИС больше не принимает этот ключ: обычно потому, что выпущен другой. Выпустите ключ снова.',
    },
    en: {
      title: 'The access key is revoked',
      reason: 'EGAIS no longer accepts this key, usually because another one was issued. Issue the key again.',
    },
  },
  'access-key-invalid': {
    ru: {
      title: 'Ключ доступа не действует',
      reason: 'УТМ не считает ключ доступа действующим. Выпустите ключ снова.',
    },
    en: {
      title: 'The access key is not in force',
      reason: 'The UTM does not accept the access key. Issue the key again.',
    },
  },
  'qualified-certificate-invalid': {
    ru: {
      title: 'Квалифицированная подпись не действует',
      reason:
        'УТМ не считает квалифицированный сертификат действующим. Сначала обновите его, потом выпустите ключ доступа.',
    },
    en: {
      title: 'The qualified signature is not in force',
      reason: 'The UTM does not accept the qualified certificate. Renew it first, then issue the access key.',
    },
  },
} as const satisfies Record<string, FindingText>;
