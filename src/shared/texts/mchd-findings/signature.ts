import type { MchdFindingText } from './entry.ts';

/** The signature of the document, and who signed. */
export const signatureFindings = {
  'signature-not-given': {
    severity: 'warning',
    texts: {
      ru: {
        title: 'Файл подписи не выбран',
        reason:
          'УТМ примет доверенность только вместе с подписью: файл .sig или .p7s, обычно с тем же именем. Выберите его.',
      },
      en: {
        title: 'No signature file was chosen',
        reason:
          'The UTM takes the document only with its signature: a .sig or .p7s file, usually of the same name. Choose it.',
      },
    },
  },
  'signature-extension': {
    severity: 'fault',
    texts: {
      ru: {
        title: 'У файла подписи не то расширение',
        reason:
          'УТМ принимает подпись только с расширением .sig или .p7s, а файл называется «{{file}}». Верните файлу прежнее имя.',
      },
      en: {
        title: 'The signature file has another extension',
        reason: 'The UTM takes .sig or .p7s only, and the file is called {{file}}. Give it its former name.',
      },
    },
  },
  'signature-too-large': {
    severity: 'fault',
    texts: {
      ru: {
        title: 'Файл подписи слишком велик',
        reason:
          '«{{file}}»: {{size}} МБ, а УТМ принимает не больше 15. Обычная подпись занимает несколько килобайт; проверьте, тот ли это файл.',
      },
      en: {
        title: 'The signature file is too large',
        reason:
          '{{file}} has {{size}} MB, the UTM takes 15 at most. A signature usually takes some kilobytes; check whether this is the file.',
      },
    },
  },
  'signature-is-document': {
    severity: 'fault',
    texts: {
      ru: {
        title: 'Вместо подписи выбран документ',
        reason: '«{{file}}» — это XML, а не подпись. Подпись лежит в отдельном файле .sig или .p7s.',
      },
      en: {
        title: 'A document was chosen in place of the signature',
        reason: '{{file}} is XML and not a signature. The signature is a file of its own, .sig or .p7s.',
      },
    },
  },
  'signature-unreadable': {
    severity: 'fault',
    texts: {
      ru: {
        title: 'Файл подписи не читается',
        reason: '«{{file}}» — не электронная подпись или испорчен. Возьмите его заново у доверителя.',
      },
      en: {
        title: 'The signature file cannot be read',
        reason: '{{file}} is not an electronic signature, or it is damaged. Get it anew from the principal.',
      },
    },
  },
  'signature-bad': {
    severity: 'fault',
    texts: {
      ru: {
        title: 'Подпись неверна',
        reason: 'Подпись ({{signer}}) изменена или сделана другим ключом. Возьмите оба файла заново у доверителя.',
      },
      en: {
        title: 'The signature is wrong',
        reason:
          'The signature ({{signer}}) was changed or made with another key. Get both files anew from the principal.',
      },
    },
  },
  'signature-of-other-content': {
    severity: 'fault',
    texts: {
      ru: {
        title: 'Подпись не от этого файла',
        reason:
          'Файл доверенности изменён после подписания, или подпись ({{signer}}) от другой доверенности. Файл нельзя открывать и пересохранять; возьмите оба файла заново.',
      },
      en: {
        title: 'The signature is of another file',
        reason:
          'The document was changed after signing, or the signature ({{signer}}) belongs to another one. The file must not be opened and saved again; get both files anew.',
      },
    },
  },
  'signature-attributes': {
    severity: 'fault',
    texts: {
      ru: {
        title: 'Сведения внутри подписи противоречат ей',
        reason:
          'То, что подпись ({{signer}}) говорит о себе, не сходится с документом или сертификатом. Попросите доверителя подписать заново.',
      },
      en: {
        title: 'What the signature says of itself does not fit',
        reason:
          'What the signature ({{signer}}) says of itself contradicts the document or the certificate. Ask the principal to sign anew.',
      },
    },
  },
  'signature-unsupported': {
    severity: 'warning',
    texts: {
      ru: {
        title: 'Подпись не проверена',
        reason: 'Алгоритм подписи ({{signer}}) мастеру не знаком. Её проверит УТМ.',
      },
      en: {
        title: 'The signature was not checked',
        reason: 'The algorithm of the signature ({{signer}}) is not known to the wizard. The UTM will check it.',
      },
    },
  },
  'signature-without-certificate': {
    severity: 'fault',
    texts: {
      ru: {
        title: 'В подписи нет сертификата подписавшего',
        reason:
          'Кто подписал ({{signer}}), узнать нельзя, и проверить подпись тоже. Попросите доверителя подписать заново, вложив сертификат.',
      },
      en: {
        title: 'The signature lacks the signer’s certificate',
        reason:
          'Who signed ({{signer}}) cannot be told, and the signature cannot be checked. Ask the principal to sign anew with the certificate inside.',
      },
    },
  },
  'signer-self-signed': {
    severity: 'fault',
    texts: {
      ru: {
        title: 'Подписано самодельным сертификатом',
        reason: 'Сертификат {{signer}} никем не выдан, ключ {{key}}. Нужна квалифицированная подпись руководителя.',
      },
      en: {
        title: 'Signed with a home-made certificate',
        reason:
          'Nobody issued the certificate of {{signer}}, key {{key}}. The qualified signature of the head is needed.',
      },
    },
  },
  'signer-key': {
    severity: 'fault',
    texts: {
      ru: {
        title: 'Подписано не подписью ГОСТ',
        reason:
          'Ключ {{signer}} — {{key}}, а нужна квалифицированная подпись ГОСТ 2012 года. Попросите руководителя подписать ею.',
      },
      en: {
        title: 'Not signed with a GOST signature',
        reason:
          'The key of {{signer}} is {{key}}, but a qualified GOST signature of 2012 is needed. Ask the head to sign with one.',
      },
    },
  },
  'signer-unqualified': {
    severity: 'warning',
    texts: {
      ru: {
        title: 'Подпись может быть неквалифицированной',
        reason:
          'В сертификате {{signer}} нет отметок квалифицированного. Неквалифицированной подписи для доверенности мало; уточните у доверителя.',
      },
      en: {
        title: 'The signature may be unqualified',
        reason:
          'The certificate of {{signer}} lacks the marks of a qualified one. An unqualified signature is not enough; ask the principal.',
      },
    },
  },
  'signer-chain-bad': {
    severity: 'fault',
    texts: {
      ru: {
        title: 'Сертификат подписавшего подделан или повреждён',
        reason:
          'Подпись издателя на сертификате «{{subject}}» неверна. Такой подписи верить нельзя; попросите доверителя подписать заново.',
      },
      en: {
        title: 'The signer’s certificate is forged or damaged',
        reason:
          'The issuer’s signature on the certificate of {{subject}} is wrong. Such a signature cannot be believed; ask the principal to sign anew.',
      },
    },
  },
  'signer-chain-unsupported': {
    severity: 'warning',
    texts: {
      ru: {
        title: 'Сертификат подписавшего не проверен',
        reason: 'Алгоритм, которым подписан сертификат «{{subject}}», мастеру не знаком. Его проверит УТМ.',
      },
      en: {
        title: 'The signer’s certificate was not checked',
        reason: 'The algorithm of the certificate of {{subject}} is not known to the wizard. The UTM will check it.',
      },
    },
  },
  'signer-issuer-unknown': {
    severity: 'warning',
    texts: {
      ru: {
        title: 'Подпись верна, издатель неизвестен',
        reason:
          'Сертификат {{signer}} выдал «{{issuer}}», а сертификата этого центра у мастера нет. Окончательно его проверит УТМ.',
      },
      en: {
        title: 'The signature holds, its issuer is unknown',
        reason:
          'The certificate of {{signer}} was issued by {{issuer}}, whose own certificate is not at hand. The UTM decides in the end.',
      },
    },
  },
  'signer-issuer-not-trusted': {
    severity: 'fault',
    texts: {
      ru: {
        title: 'Издатель не из тех, кому велено доверять',
        reason: 'Сертификат {{signer}} выдал «{{issuer}}», и пути от него к указанным сертификатам нет.',
      },
      en: {
        title: 'The issuer is not among those to be trusted',
        reason:
          'The certificate of {{signer}} was issued by {{issuer}}, from whom no path leads to the certificates given.',
      },
    },
  },
  'signer-issuer-no-authority': {
    severity: 'fault',
    texts: {
      ru: {
        title: 'Сертификат выдан не удостоверяющим центром',
        reason:
          '«{{subject}}» не вправе выдавать сертификаты. Такой подписи верить нельзя; попросите доверителя подписать заново.',
      },
      en: {
        title: 'The certificate was not issued by an authority',
        reason:
          '{{subject}} may not issue certificates. Such a signature cannot be believed; ask the principal to sign anew.',
      },
    },
  },
  'signer-expired': {
    severity: 'fault',
    texts: {
      ru: {
        title: 'Подписано просроченным сертификатом',
        reason:
          'Сертификат «{{subject}}» к моменту подписания уже закончился. Попросите доверителя подписать заново действующей подписью.',
      },
      en: {
        title: 'Signed with an expired certificate',
        reason:
          'The certificate of {{subject}} had ended when it was signed. Ask the principal to sign anew with a valid one.',
      },
    },
  },
  'signer-not-yet-valid': {
    severity: 'fault',
    texts: {
      ru: {
        title: 'Подписано сертификатом, который ещё не действовал',
        reason:
          'Сертификат «{{subject}}» к моменту подписания ещё не начался. Проверьте часы компьютера; если они верны, попросите подписать заново.',
      },
      en: {
        title: 'Signed with a certificate that was not valid yet',
        reason:
          'The certificate of {{subject}} had not begun when it was signed. Check the clock of this computer; if it is right, ask for a new signature.',
      },
    },
  },
  'signer-since-expired': {
    severity: 'note',
    texts: {
      ru: {
        title: 'Сертификат подписавшего с тех пор закончился',
        reason:
          'Сертификат {{signer}} действовал до {{notAfter}}; по времени, указанному в самой подписи, подписано раньше. Обычно это допустимо.',
      },
      en: {
        title: 'The signer’s certificate has ended since',
        reason:
          'The certificate of {{signer}} was valid until {{notAfter}}; by the time the signature itself names, it was signed before. This is usually in order.',
      },
    },
  },
  'signer-not-head': {
    severity: 'fault',
    texts: {
      ru: {
        title: 'Подписал не руководитель',
        reason:
          'За «{{principal}}» вправе подписать: {{heads}}. Подписали: {{signers}}. Попросите руководителя подписать доверенность своей подписью.',
      },
      en: {
        title: 'Signed by somebody else than the head',
        reason:
          'For {{principal}} may sign: {{heads}}. Signed by: {{signers}}. Ask the head to sign the document himself.',
      },
    },
  },
  'signers-missing': {
    severity: 'fault',
    texts: {
      ru: {
        title: 'Подписали не все',
        reason: 'За «{{principal}}» должны подписать вместе; не хватает подписи: {{heads}}.',
      },
      en: {
        title: 'Not everybody signed',
        reason: 'For {{principal}} several have to sign together; the signature is missing of: {{heads}}.',
      },
    },
  },
  'signer-by-surname': {
    severity: 'warning',
    texts: {
      ru: {
        title: 'Подписавший сверен только по фамилии',
        reason:
          'Доверитель «{{principal}}», руководитель {{head}}: общих номеров у доверенности и подписи нет. Убедитесь, что это не однофамилец.',
      },
      en: {
        title: 'The signer was compared by surname only',
        reason:
          'Principal {{principal}}, head {{head}}: the document and the signature have no number in common. Make sure it is not a namesake.',
      },
    },
  },
} as const satisfies Record<string, MchdFindingText>;
