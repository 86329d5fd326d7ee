import type { ProblemEntry } from './entry.ts';

/** Failures of what lies on a token: keys, certificates and what they sign. */
export const tokenObjectProblems = {
  TOKEN_OBJECTS_CHANGED: {
    class: 'needs-person',
    actions: ['check-again', 'copy-details'],
    texts: {
      ru: {
        title: 'Ничего не удалено',
        reason:
          'На токене сейчас не то, удаление чего вы подтвердили, или ключ может быть кому-то нужен. Проверьте снова.',
      },
      en: {
        title: 'Nothing was deleted',
        reason: 'The token does not hold what you confirmed for deletion, or the key may still be needed. Check again.',
      },
    },
  },
  TOKEN_KEY_NOT_FOUND: {
    class: 'not-found',
    actions: ['check-again', 'choose-another-token'],
    texts: {
      ru: { title: 'Ключа нет на токене', reason: 'Нужный ключ на токене не найден.' },
      en: { title: 'The key is not on the token', reason: 'The key that is needed was not found on the token.' },
    },
  },
  TOKEN_KEY_MISMATCH: {
    class: 'refused-by-service',
    actions: ['choose-another-token', 'copy-details'],
    texts: {
      ru: {
        title: 'Сертификат не от этого ключа',
        reason: 'Открытый ключ сертификата и ключ на токене разные. Сертификат не записан.',
      },
      en: {
        title: 'The certificate is not for this key',
        reason: 'The certificate’s public key differs from the key on the token. It was not written.',
      },
    },
  },
  TOKEN_CERTIFICATE_UNREADABLE: {
    class: 'refused-by-service',
    actions: ['copy-details'],
    texts: {
      ru: { title: 'Сертификат не читается', reason: 'То, что лежит на месте сертификата, прочитать не удалось.' },
      en: {
        title: 'The certificate cannot be read',
        reason: 'What stands in the certificate’s place could not be read.',
      },
    },
  },
  TOKEN_SIGNATURE_UNSOUND: {
    class: 'unexpected',
    actions: ['try-again', 'copy-details'],
    texts: {
      ru: {
        title: 'Подпись токена не прошла проверку',
        reason: 'Токен подписал, но подпись не сходится с его открытым ключом. Она никуда не отправлена.',
      },
      en: {
        title: 'The token’s signature failed its check',
        reason: 'The token signed, but the signature does not agree with its public key. It was not sent anywhere.',
      },
    },
  },
  TOKEN_KEY_CLOSED: {
    class: 'needs-person',
    actions: ['copy-details'],
    texts: {
      ru: {
        title: 'Токен не отдаёт закрытый ключ',
        reason: 'Так и должно быть: закрытый ключ никогда не покидает токен. Скопировать его с токена нельзя.',
      },
      en: {
        title: 'The token does not give out a private key',
        reason: 'So it should be: a private key never leaves the token. It cannot be copied from it.',
      },
    },
  },
  TOKEN_CHAIN_UNVERIFIED: {
    class: 'refused-by-service',
    actions: ['check-again', 'copy-details'],
    texts: {
      ru: {
        title: 'Токен не смог проверить издателя сертификата',
        reason: 'Не хватает сертификатов удостоверяющего центра. Установите их с его сайта и повторите.',
      },
      en: {
        title: 'The token could not verify the issuer of a certificate',
        reason: 'Certificates of the certification authority are missing. Install them from its site and retry.',
      },
    },
  },
} as const satisfies Record<string, ProblemEntry>;
