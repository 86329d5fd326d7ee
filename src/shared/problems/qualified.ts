import type { ProblemEntry } from './entry.ts';

/** Failures of the way to a qualified certificate: the request, its key, and the certificate that comes back. */
export const qualifiedProblems = {
  SETUP_SUBJECT_FAULTY: {
    class: 'usage',
    actions: [],
    texts: {
      ru: {
        title: 'Данные для сертификата заполнены неверно',
        reason: 'Исправьте и попробуйте снова: {{fields}}. На токене ничего не создано.',
      },
      en: {
        title: 'The data for the certificate are not right',
        reason: 'Correct them and try again: {{fields}}. Nothing was made on the token.',
      },
    },
  },
  SETUP_TOKEN_CANNOT_MAKE_QUALIFIED_KEY: {
    class: 'not-ready',
    actions: ['choose-another-token'],
    texts: {
      ru: {
        title: 'Этот токен такого ключа не создаст',
        reason:
          '{{name}} не умеет ключи ГОСТ с параметрами {{parameterSet}}. Выберите другие параметры или другой токен.',
      },
      en: {
        title: 'This token makes no such key',
        reason: '{{name}} has no GOST keys with the parameters {{parameterSet}}. Choose other ones, or another token.',
      },
    },
  },
  SETUP_CERTIFICATE_OF_ANOTHER_KEY: {
    class: 'not-found',
    actions: ['try-again', 'choose-another-token'],
    texts: {
      ru: {
        title: 'Сертификат не от этого ключа',
        reason:
          'На токене нет ключа, на который выдан сертификат из {{file}}. Проверьте, тот ли токен вставлен и тот ли файл выбран.',
      },
      en: {
        title: 'The certificate is of another key',
        reason: 'The key that {{file}} certifies is not on the token. Look whether this is the token, and the file.',
      },
    },
  },
  SETUP_AUTHORITY_NOT_ABOVE: {
    class: 'not-found',
    actions: [],
    texts: {
      ru: {
        title: 'Цепочка к этому центру не ведёт',
        reason:
          'Сертификат выпустил «{{issuer}}», и от него пути к тому, что в файле {{file}}, нет. Откройте цепочку этого центра целиком или его собственный сертификат.',
      },
      en: {
        title: 'The chain does not lead to this authority',
        reason:
          'The certificate was issued by {{issuer}}, and nothing leads from there to what {{file}} holds. Open the whole chain of that authority, or its own certificate.',
      },
    },
  },
  SETUP_CERTIFICATE_UNFIT: {
    class: 'refused-by-service',
    actions: ['try-again'],
    texts: {
      ru: {
        title: 'Сертификат записывать нельзя',
        reason: 'Сертификат из {{file}} не прошёл проверку. На токен ничего не записано; ключ ждёт дальше.',
      },
      en: {
        title: 'The certificate must not be written',
        reason: 'The certificate of {{file}} failed the check. Nothing was written; the key goes on waiting.',
      },
    },
  },
  SETUP_QUALIFIED_UNPROVEN: {
    class: 'not-ready',
    actions: ['try-again', 'save-diagnostics'],
    texts: {
      ru: {
        title: 'Сертификат записан, но не доказан',
        reason: 'Токен прочитан заново, и сошлось не всё. Не вынимайте токен и проверьте ещё раз.',
      },
      en: {
        title: 'The certificate is written, but not proven',
        reason: 'The token was read anew, and not everything fits. Leave the token in and check again.',
      },
    },
  },
} as const satisfies Record<string, ProblemEntry>;
