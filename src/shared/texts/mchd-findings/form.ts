import type { MchdFindingText } from './entry.ts';

/** What form the document is in, and what its file is called. */
export const formFindings = {
  'not-a-power-of-attorney': {
    severity: 'fault',
    texts: {
      ru: {
        title: 'Это не доверенность',
        reason:
          'Файл начинается с «{{root}}», а доверенность начинается с «Доверенность». Выберите файл доверенности: его имя начинается с ON_EMCHD_.',
      },
      en: {
        title: 'This is not a power of attorney',
        reason:
          'The file begins with {{root}}, a power of attorney begins with «Доверенность». Choose its file: the name begins with ON_EMCHD_.',
      },
    },
  },
  'form-001': {
    severity: 'fault',
    texts: {
      ru: {
        title: 'Доверенность старой формы 001',
        reason:
          'Эту форму больше не принимают. Попросите доверителя выпустить доверенность по единой форме (003) на портале ФНС.',
      },
      en: {
        title: 'A power of attorney of the old form 001',
        reason:
          'This form is not accepted any more. Ask the principal to issue one in the unified form (003) on the tax service’s portal.',
      },
    },
  },
  'form-tax': {
    severity: 'fault',
    texts: {
      ru: {
        title: 'Это доверенность для налоговой',
        reason:
          'Имя файла начинается с ON_DOVEL_: такая доверенность действует только для отчётности в ФНС. Для ЕГАИС нужна единая форма (003).',
      },
      en: {
        title: 'This power of attorney is for the tax office',
        reason:
          'The file’s name begins with ON_DOVEL_: it serves tax reports only. EGAIS needs the unified form (003).',
      },
    },
  },
  'form-bank': {
    severity: 'fault',
    texts: {
      ru: {
        title: 'Это доверенность для Банка России',
        reason:
          'Имя файла начинается с DOVER_CBR_: такая доверенность действует только для Банка России. Для ЕГАИС нужна единая форма (003).',
      },
      en: {
        title: 'This power of attorney is for the Bank of Russia',
        reason:
          'The file’s name begins with DOVER_CBR_: it serves the Bank of Russia only. EGAIS needs the unified form (003).',
      },
    },
  },
  'form-unknown': {
    severity: 'fault',
    texts: {
      ru: {
        title: 'Форма доверенности не опознана',
        reason:
          'В файле указана форма «{{version}}», мастер читает 003 (EMCHD_1) и 002. Попросите доверителя выпустить доверенность по единой форме (003).',
      },
      en: {
        title: 'The form is not recognised',
        reason:
          'The file names the form {{version}}; the wizard reads 003 (EMCHD_1) and 002. Ask the principal for one in the unified form (003).',
      },
    },
  },
  'namespace-wrong': {
    severity: 'fault',
    texts: {
      ru: {
        title: 'Файл не соответствует форме 003',
        reason:
          'Форма названа как 003, но указано не то пространство имён: «{{namespace}}». Файл изменён или собран неверно; попросите доверителя выпустить доверенность заново.',
      },
      en: {
        title: 'The file does not fit form 003',
        reason:
          'It claims form 003 with another namespace: {{namespace}}. The file was changed or badly made; ask the principal to issue it anew.',
      },
    },
  },
  'form-flags-unknown': {
    severity: 'fault',
    texts: {
      ru: {
        title: 'Состав доверенности указан неверно',
        reason:
          'В ПрЭлФорм стоит «{{value}}», возможны только: {{allowed}}. Файл собран неверно; попросите доверителя выпустить доверенность заново.',
      },
      en: {
        title: 'The parts of the document are named wrongly',
        reason:
          'ПрЭлФорм is {{value}}, possible are: {{allowed}}. The file was badly made; ask the principal to issue it anew.',
      },
    },
  },
  'form-002-doubtful': {
    severity: 'warning',
    texts: {
      ru: {
        title: 'Форма 002 может не подойти',
        reason:
          'ЕГАИС просит доверенность по форме единого портала, то есть, скорее всего, 003. Если УТМ откажет, попросите доверителя выпустить доверенность заново по единой форме.',
      },
      en: {
        title: 'Form 002 may not do',
        reason:
          'EGAIS asks for the form of the unified portal, most likely 003. If the UTM refuses, ask the principal to issue it anew in the unified form.',
      },
    },
  },
  'form-002-own-check': {
    severity: 'note',
    texts: {
      ru: {
        title: 'Форма 002 проверена частично',
        reason:
          'Полное строение этой формы публично не описано. Проверены номер, даты, номера организаций и людей, подпись; остальное проверит УТМ.',
      },
      en: {
        title: 'Form 002 was checked in part',
        reason:
          'Its full structure is not public. Checked were the number, dates, registration numbers and the signature; the UTM will check the rest.',
      },
    },
  },
  'own-check': {
    severity: 'note',
    texts: {
      ru: {
        title: 'Строение проверено по открытым описаниям',
        reason:
          'Это собственная проверка мастера: официальной схемы ФНС (XSD) у него нет. Окончательно доверенность проверит УТМ.',
      },
      en: {
        title: 'The structure was checked against public descriptions',
        reason:
          'This is the wizard’s own check: it does not have the tax service’s official schema (XSD). The UTM decides in the end.',
      },
    },
  },
  'declaration-missing': {
    severity: 'warning',
    texts: {
      ru: {
        title: 'В начале файла нет строки XML',
        reason:
          'Файл прочитан как UTF-8, но некоторые программы требуют первую строку <?xml …?>. Возьмите файл оттуда, где доверенность создавали, а не из переписки.',
      },
      en: {
        title: 'The XML line at the beginning is missing',
        reason:
          'The file was read as UTF-8, but some programs insist on the first line <?xml …?>. Take the file from where it was made.',
      },
    },
  },
  'notary-part': {
    severity: 'warning',
    texts: {
      ru: {
        title: 'Нотариальная часть не сходится',
        reason:
          'ПрЭлФорм и наличие раздела «СвНотУд» противоречат друг другу (признак {{claimed}}). УТМ может отказать; тогда попросите доверителя выпустить доверенность заново.',
      },
      en: {
        title: 'The notary’s part does not agree',
        reason:
          'ПрЭлФорм and the section СвНотУд contradict each other (flag {{claimed}}). The UTM may refuse; then ask the principal to issue it anew.',
      },
    },
  },
  'irrevocable-part': {
    severity: 'warning',
    texts: {
      ru: {
        title: 'Сведения о безотзывности не сходятся',
        reason:
          'ВидДовер равен {{claimed}}, и это не согласуется с разделом «Безотзыв». УТМ может отказать; тогда попросите доверителя выпустить доверенность заново.',
      },
      en: {
        title: 'The particulars of irrevocability do not agree',
        reason:
          'ВидДовер is {{claimed}}, which does not agree with the section «Безотзыв». The UTM may refuse; then ask the principal to issue it anew.',
      },
    },
  },
  'document-extension': {
    severity: 'fault',
    texts: {
      ru: {
        title: 'У файла доверенности не то расширение',
        reason:
          'УТМ принимает доверенность только с расширением .xml, а файл называется «{{file}}». Верните файлу прежнее имя.',
      },
      en: {
        title: 'The file of the document has another extension',
        reason: 'The UTM takes .xml only, and the file is called {{file}}. Give it its former name.',
      },
    },
  },
  'file-name-differs': {
    severity: 'warning',
    texts: {
      ru: {
        title: 'Файл переименован',
        reason:
          'Он называется «{{file}}», а внутри записано имя «{{expected}}». Верните ему это имя: часть программ без этого его не примет. Подпись от этого не испортится.',
      },
      en: {
        title: 'The file was renamed',
        reason:
          'It is called {{file}}, but inside stands {{expected}}. Give it that name: some programs refuse it otherwise. The signature does not suffer.',
      },
    },
  },
  'file-id-missing': {
    severity: 'warning',
    texts: {
      ru: {
        title: 'Внутри файла не записано его имя',
        reason:
          'Нет сведения ИдФайл, по которому доверенность связывают с файлом. УТМ может отказать; тогда попросите доверителя выпустить доверенность заново.',
      },
      en: {
        title: 'The file does not name itself',
        reason:
          'ИдФайл, which ties the document to its file, is missing. The UTM may refuse; then ask the principal to issue it anew.',
      },
    },
  },
  'file-id-form': {
    severity: 'warning',
    texts: {
      ru: {
        title: 'Имя внутри файла составлено не по правилам',
        reason:
          'В ИдФайл стоит «{{fileId}}», а ждали ON_EMCHD_, дату и номер доверенности (для формы 002 — ON_DOVBB_). УТМ может отказать.',
      },
      en: {
        title: 'The name inside the file is not made by the rules',
        reason:
          'ИдФайл is {{fileId}}; expected were ON_EMCHD_, a date and the number of the document (ON_DOVBB_ for form 002). The UTM may refuse.',
      },
    },
  },
  'file-id-number': {
    severity: 'fault',
    texts: {
      ru: {
        title: 'Имя и номер доверенности разные',
        reason:
          'ИдФайл «{{fileId}}» заканчивается не номером {{number}}. Файл собран неверно; попросите доверителя выпустить доверенность заново.',
      },
      en: {
        title: 'The name and the number differ',
        reason:
          'ИдФайл {{fileId}} does not end in the number {{number}}. The file was badly made; ask the principal to issue it anew.',
      },
    },
  },
} as const satisfies Record<string, MchdFindingText>;
