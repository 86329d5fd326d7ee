import { z } from 'zod';
import type { Bilingual } from '../language.ts';

interface CertificateFindingText {
  readonly severity: 'fault' | 'warning' | 'note';
  readonly texts: Bilingual<{ readonly title: string; readonly reason: string }>;
}

/** What can be said about a certificate or a request that was read from a file. */
export const certificateFindingTexts = {
  'signature-bad': {
    severity: 'fault',
    texts: {
      ru: { title: 'Подпись издателя неверна', reason: 'Сертификат «{{subject}}» изменён или подписан не тем ключом.' },
      en: {
        title: 'The issuer’s signature is wrong',
        reason: 'The certificate of {{subject}} was changed or signed with another key.',
      },
    },
  },
  'request-signature-bad': {
    severity: 'fault',
    texts: {
      ru: { title: 'Подпись запроса неверна', reason: 'Запрос «{{subject}}» изменён или подписан не своим ключом.' },
      en: {
        title: 'The signature of the request is wrong',
        reason: 'The request of {{subject}} was changed or signed with another key.',
      },
    },
  },
  'signature-unsupported': {
    severity: 'warning',
    texts: {
      ru: { title: 'Подпись не проверена', reason: 'Алгоритм подписи «{{subject}}» мастеру не знаком.' },
      en: {
        title: 'The signature was not checked',
        reason: 'The signature algorithm of {{subject}} is not known to the wizard.',
      },
    },
  },
  'issuer-unknown': {
    severity: 'warning',
    texts: {
      ru: { title: 'Издатель неизвестен', reason: 'Сертификата издателя «{{issuer}}» среди данных для проверки нет.' },
      en: {
        title: 'The issuer is unknown',
        reason: 'The certificate of the issuer {{issuer}} was not given for the check.',
      },
    },
  },
  'issuer-not-authority': {
    severity: 'fault',
    texts: {
      ru: { title: 'Издатель не вправе выдавать сертификаты', reason: '«{{subject}}» — не удостоверяющий центр.' },
      en: { title: 'The issuer may not issue certificates', reason: '{{subject}} is not a certification authority.' },
    },
  },
  expired: {
    severity: 'fault',
    texts: {
      ru: { title: 'Срок действия закончился', reason: 'Сертификат «{{subject}}» действовал до {{notAfter}}.' },
      en: {
        title: 'The certificate has expired',
        reason: 'The certificate of {{subject}} was valid until {{notAfter}}.',
      },
    },
  },
  'not-yet-valid': {
    severity: 'fault',
    texts: {
      ru: {
        title: 'Срок действия ещё не начался',
        reason: 'Сертификат «{{subject}}» начнёт действовать {{notBefore}}.',
      },
      en: {
        title: 'The certificate is not valid yet',
        reason: 'The certificate of {{subject}} becomes valid on {{notBefore}}.',
      },
    },
  },
  'subject-number-form': {
    severity: 'warning',
    texts: {
      ru: {
        title: 'Номер в сертификате записан не по форме',
        reason:
          '{{name}} владельца «{{subject}}» записан как «{{number}}». Подпись от этого не страдает, но сверка по номеру не пройдёт. Сверьте с документами; исправить может только удостоверяющий центр, выпустив новый сертификат.',
      },
      en: {
        title: 'A number in the certificate has another form',
        reason:
          'The {{name}} of {{subject}} is written as {{number}}. The signature is none the worse, but a comparison by this number will fail. Compare it with the papers; only the certification authority can correct it, by a new certificate.',
      },
    },
  },
  'subject-number-digits': {
    severity: 'warning',
    texts: {
      ru: {
        title: 'Номер в сертификате с опечаткой',
        reason:
          '{{name}} владельца «{{subject}}»: у «{{number}}» не сходятся контрольные цифры. Подпись от этого не страдает, но сверка по номеру не пройдёт. Сверьте с документами; исправить может только удостоверяющий центр, выпустив новый сертификат.',
      },
      en: {
        title: 'A number in the certificate has a slip',
        reason:
          'The {{name}} of {{subject}}: the check digits of {{number}} do not fit. The signature is none the worse, but a comparison by this number will fail. Compare it with the papers; only the certification authority can correct it, by a new certificate.',
      },
    },
  },
  'holder-unknown': {
    severity: 'fault',
    texts: {
      ru: { title: 'Владелец не назван', reason: 'По сертификату «{{subject}}» не видно, кому он выдан.' },
      en: { title: 'The holder is not named', reason: 'The certificate of {{subject}} does not tell whose it is.' },
    },
  },
  'no-sign-tool-class': {
    severity: 'warning',
    texts: {
      ru: {
        title: 'Не видно, что сертификат квалифицированный',
        reason: 'В сертификате «{{subject}}» не назван класс средства подписи (КС1, КС2 и другие).',
      },
      en: {
        title: 'Nothing shows that the certificate is a qualified one',
        reason: 'The certificate of {{subject}} names no class of signature tools (КС1, КС2 and so on).',
      },
    },
  },
  'subject-differs': {
    severity: 'warning',
    texts: {
      ru: {
        title: 'В сертификате не то, что в запросе',
        reason: '{{name}}: в запросе «{{requested}}», в сертификате «{{number}}». Сверьте с документами.',
      },
      en: {
        title: 'The certificate says something else than the request',
        reason: '{{name}}: “{{requested}}” in the request, “{{number}}” in the certificate. Compare with the papers.',
      },
    },
  },
} as const satisfies Record<string, CertificateFindingText>;

export type CertificateFindingCode = keyof typeof certificateFindingTexts;

export const certificateFindingCodeSchema = z.enum(
  Object.keys(certificateFindingTexts) as [CertificateFindingCode, ...CertificateFindingCode[]],
);
