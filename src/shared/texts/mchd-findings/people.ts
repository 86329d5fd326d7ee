import type { MchdFindingText } from './entry.ts';

/** The representative beside the holder of the certificate, and the principals. */
export const peopleFindings = {
  'representative-no-person': {
    severity: 'fault',
    texts: {
      ru: {
        title: 'Доверенность выдана не человеку',
        reason:
          'Среди представителей нет физического лица, а ключ доступа получает человек со своей подписью. Попросите доверителя указать вас представителем.',
      },
      en: {
        title: 'No person is given power',
        reason:
          'There is no person among the representatives, but an access key is got by a person with a signature of his own. Ask the principal to name you.',
      },
    },
  },
  'representative-not-compared': {
    severity: 'note',
    texts: {
      ru: {
        title: 'Представитель не сверен с подписью',
        reason:
          'Подписи на токене ещё не видно. Вставьте токен с подписью того, на кого выдана доверенность, и проверьте снова.',
      },
      en: {
        title: 'The representative was not compared',
        reason: 'No signature on a token is in sight yet. Insert the token of whoever is given power, and check again.',
      },
    },
  },
  'certificate-of-organization': {
    severity: 'warning',
    texts: {
      ru: {
        title: 'На токене подпись организации',
        reason:
          'Подпись на токене — организации «{{holder}}», ей доверенность не нужна. Если вы действуете по доверенности, нужен токен с вашей подписью физлица.',
      },
      en: {
        title: 'The token holds the signature of an organisation',
        reason:
          'The signature on the token is that of {{holder}}, who needs no power of attorney. To act by one, your own signature as a person is needed.',
      },
    },
  },
  'representative-not-among': {
    severity: 'fault',
    texts: {
      ru: {
        title: 'Доверенность выдана другим людям',
        reason:
          'Представители: {{names}}. Подпись на токене: {{holder}}. Вставьте токен представителя или попросите доверенность на себя.',
      },
      en: {
        title: 'Other people are given power',
        reason:
          'Representatives: {{names}}. Signature on the token: {{holder}}. Insert the token of a representative, or ask for a document in your name.',
      },
    },
  },
  'representative-snils': {
    severity: 'fault',
    texts: {
      ru: {
        title: 'СНИЛС не совпадает с подписью',
        reason:
          'В доверенности {{inDocument}}, в подписи {{inCertificate}}. Вставьте токен представителя; если токен верный, попросите доверителя выпустить доверенность заново.',
      },
      en: {
        title: 'The СНИЛС differs from the signature’s',
        reason:
          'The document says {{inDocument}}, the signature {{inCertificate}}. Insert the representative’s token; if it is the right one, ask the principal to issue it anew.',
      },
    },
  },
  'representative-inn': {
    severity: 'fault',
    texts: {
      ru: {
        title: 'ИНН представителя не совпадает с подписью',
        reason:
          'В доверенности {{inDocument}}, в подписи {{inCertificate}}. Вставьте токен представителя; если токен верный, попросите доверителя выпустить доверенность заново.',
      },
      en: {
        title: 'The representative’s ИНН differs from the signature’s',
        reason:
          'The document says {{inDocument}}, the signature {{inCertificate}}. Insert the representative’s token; if it is the right one, ask the principal to issue it anew.',
      },
    },
  },
  'representative-surname': {
    severity: 'fault',
    texts: {
      ru: {
        title: 'Фамилия не совпадает с подписью',
        reason:
          'В доверенности «{{inDocument}}», в подписи «{{inCertificate}}». Если фамилия менялась, доверенность и подпись должны быть на одну и ту же.',
      },
      en: {
        title: 'The surname differs from the signature’s',
        reason:
          'The document says {{inDocument}}, the signature {{inCertificate}}. If the surname changed, both have to bear the same one.',
      },
    },
  },
  'representative-given-names': {
    severity: 'fault',
    texts: {
      ru: {
        title: 'Имя или отчество не совпадает с подписью',
        reason:
          'В доверенности «{{inDocument}}», в подписи «{{inCertificate}}». Исправьте доверенность и выпустите её заново.',
      },
      en: {
        title: 'The given names differ from the signature’s',
        reason:
          'The document says {{inDocument}}, the signature {{inCertificate}}. Correct the document and issue it anew.',
      },
    },
  },
  'representative-by-name': {
    severity: 'warning',
    texts: {
      ru: {
        title: 'Представитель сверен только по имени',
        reason:
          'Общих номеров (СНИЛС, ИНН) у доверенности и подписи нет. Убедитесь сами, что {{name}} — это вы, а не однофамилец.',
      },
      en: {
        title: 'The representative was compared by name only',
        reason:
          'The document and the signature have no number (СНИЛС, ИНН) in common. Make sure yourself that {{name}} is you and not a namesake.',
      },
    },
  },
  'representative-type': {
    severity: 'warning',
    texts: {
      ru: {
        title: 'Вид представителя указан иначе',
        reason:
          'ТипПред равен {{type}}, а заполнен раздел «{{element}}». Часть программ это принимает; если УТМ откажет, попросите доверителя выпустить доверенность заново.',
      },
      en: {
        title: 'The kind of the representative is named otherwise',
        reason:
          'ТипПред is {{type}}, but the section {{element}} is filled in. Some programs take it; if the UTM refuses, ask the principal to issue it anew.',
      },
    },
  },
  'principal-missing': {
    severity: 'fault',
    texts: {
      ru: {
        title: 'Не указан доверитель',
        reason: 'В файле не нашлось того, кто выдал доверенность; попросите доверителя выпустить доверенность заново.',
      },
      en: {
        title: 'No principal is named',
        reason: 'The file does not say who gives power; ask the principal to issue it anew.',
      },
    },
  },
  'principals-several': {
    severity: 'note',
    texts: {
      ru: {
        title: 'Доверителей несколько',
        reason:
          'Доверенность выдали {{count}}: {{names}}. Убедитесь, что среди них есть организация, чей ключ вы получаете.',
      },
      en: {
        title: 'There are several principals',
        reason: '{{count}} give power: {{names}}. Make sure the organisation whose key you want is among them.',
      },
    },
  },
  'principal-type': {
    severity: 'warning',
    texts: {
      ru: {
        title: 'Вид доверителя указан иначе',
        reason:
          'ТипДоверит равен {{type}}, а заполнен раздел «{{element}}». Если УТМ откажет, попросите доверителя выпустить доверенность заново.',
      },
      en: {
        title: 'The kind of the principal is named otherwise',
        reason:
          'ТипДоверит is {{type}}, but the section {{element}} is filled in. If the UTM refuses, ask the principal to issue it anew.',
      },
    },
  },
  'principal-person': {
    severity: 'warning',
    texts: {
      ru: {
        title: 'Доверитель — физическое лицо',
        reason:
          '{{name}} — не организация и не ИП, а места деятельности в ЕГАИС есть только у них. Проверьте, ту ли доверенность вы выбрали.',
      },
      en: {
        title: 'The principal is a private person',
        reason:
          '{{name}} is neither an organisation nor a sole proprietor, and only these have places in EGAIS. Check whether this is the right document.',
      },
    },
  },
  'principal-foreign': {
    severity: 'warning',
    texts: {
      ru: {
        title: 'Доверитель — иностранная организация',
        reason:
          '{{name}}: строение таких доверенностей публично не описано, мастер проверил не всё. Окончательно проверит УТМ.',
      },
      en: {
        title: 'The principal is a foreign organisation',
        reason:
          '{{name}}: how such documents are built is not public, so not everything was checked. The UTM decides in the end.',
      },
    },
  },
  'head-missing': {
    severity: 'warning',
    texts: {
      ru: {
        title: 'Не указано, кто вправе подписать доверенность',
        reason: 'У доверителя «{{name}}» не назван руководитель. Сверить с ним подпись не удастся; УТМ может отказать.',
      },
      en: {
        title: 'Nobody is named who may sign',
        reason: 'No head of {{name}} is named. The signature cannot be compared with him; the UTM may refuse.',
      },
    },
  },
  'head-without-numbers': {
    severity: 'warning',
    texts: {
      ru: {
        title: 'У руководителя нет ни СНИЛС, ни ИНН',
        reason: 'Доверитель «{{name}}»: подпись можно сверить только по фамилии, и её может носить другой человек.',
      },
      en: {
        title: 'A head without СНИЛС and ИНН',
        reason: 'Principal {{name}}: the signature can be compared by surname only, and others may bear it too.',
      },
    },
  },
  'head-kind': {
    severity: 'warning',
    texts: {
      ru: {
        title: 'Руководитель организации указан непоследовательно',
        reason:
          '{{flag}} равен {{value}}, а раздел «{{element}}» говорит обратное. УТМ может отказать; тогда попросите доверителя выпустить доверенность заново.',
      },
      en: {
        title: 'The head of the organisation is named inconsistently',
        reason:
          '{{flag}} is {{value}}, but the section {{element}} says the opposite. The UTM may refuse; then ask the principal to issue it anew.',
      },
    },
  },
} as const satisfies Record<string, MchdFindingText>;
