import type { ProblemEntry } from './entry.ts';

/** Why the file of a power of attorney (МЧД) is not read at all. What was read but is wrong are findings. */
export const mchdProblems = {
  MCHD_EMPTY: {
    class: 'needs-person',
    actions: [],
    texts: {
      ru: {
        title: 'Файл доверенности пуст',
        reason: 'В «{{file}}» ничего нет. Возьмите файл заново там, где доверенность создавали.',
      },
      en: {
        title: 'The file is empty',
        reason: '{{file}} contains nothing. Get the file anew from where the document was made.',
      },
    },
  },
  MCHD_TOO_LARGE: {
    class: 'needs-person',
    actions: [],
    texts: {
      ru: {
        title: 'Файл доверенности слишком велик',
        reason:
          '«{{file}}» больше 15 МБ, такой УТМ не примет. Обычная доверенность занимает несколько килобайт; проверьте, тот ли это файл.',
      },
      en: {
        title: 'The file is too large',
        reason:
          '{{file}} has more than 15 MB, which the UTM does not take. A power of attorney usually has some kilobytes; check whether this is the file.',
      },
    },
  },
  MCHD_NOT_XML: {
    class: 'needs-person',
    actions: [],
    texts: {
      ru: {
        title: 'Это не файл доверенности',
        reason:
          '«{{file}}» — не XML. Доверенность — файл .xml, его имя обычно начинается с ON_EMCHD_. PDF и архивы не подойдут.',
      },
      en: {
        title: 'This is not the file of a power of attorney',
        reason:
          '{{file}} is not XML. The document is an .xml file whose name usually begins with ON_EMCHD_. PDFs and archives will not do.',
      },
    },
  },
  MCHD_FILES_SWAPPED: {
    class: 'needs-person',
    actions: [],
    texts: {
      ru: {
        title: 'Файлы перепутаны местами',
        reason: '«{{file}}» — это подпись, а не доверенность. Выберите здесь файл XML, а этот — в поле подписи.',
      },
      en: {
        title: 'The files are the wrong way round',
        reason:
          '{{file}} is the signature and not the document. Choose the XML file here, and this one as the signature.',
      },
    },
  },
  MCHD_UTF16: {
    class: 'needs-person',
    actions: [],
    texts: {
      ru: {
        title: 'Файл сохранён в кодировке UTF-16',
        reason:
          'Похоже, «{{file}}» открывали и пересохранили, и подпись к нему больше не подходит. Возьмите файл заново там, где доверенность создавали.',
      },
      en: {
        title: 'The file is saved as UTF-16',
        reason:
          'It seems {{file}} was opened and saved again, and the signature no longer fits. Get the file anew from where the document was made.',
      },
    },
  },
  MCHD_NULL_CHARACTER: {
    class: 'needs-person',
    actions: [],
    texts: {
      ru: {
        title: 'Файл доверенности повреждён',
        reason:
          'В «{{file}}» есть нулевые символы, которых в XML не бывает. Возьмите файл заново там, где доверенность создавали.',
      },
      en: {
        title: 'The file is damaged',
        reason:
          '{{file}} contains null characters, which XML never does. Get the file anew from where the document was made.',
      },
    },
  },
  MCHD_ENCODING_UNSUPPORTED: {
    class: 'needs-person',
    actions: [],
    texts: {
      ru: {
        title: 'Незнакомая кодировка файла',
        reason:
          'В «{{file}}» указана кодировка «{{encoding}}», а доверенности пишут в UTF-8 или windows-1251. Возьмите файл заново там, где доверенность создавали.',
      },
      en: {
        title: 'An unknown encoding',
        reason:
          '{{file}} names the encoding {{encoding}}, but powers of attorney are in UTF-8 or windows-1251. Get the file anew from where the document was made.',
      },
    },
  },
  MCHD_ENCODING_FALSE: {
    class: 'needs-person',
    actions: [],
    texts: {
      ru: {
        title: 'Кодировка указана неверно',
        reason:
          'В «{{file}}» указана кодировка «{{encoding}}», но написан он в другой. Файл пересохраняли; возьмите файл заново там, где доверенность создавали.',
      },
      en: {
        title: 'The encoding is named wrongly',
        reason:
          '{{file}} names the encoding {{encoding}} but is written in another. It was saved again. Get the file anew from where the document was made.',
      },
    },
  },
  MCHD_XML_VERSION: {
    class: 'needs-person',
    actions: [],
    texts: {
      ru: {
        title: 'Незнакомая версия XML',
        reason:
          'В «{{file}}» указан XML версии {{version}}, а доверенности пишут в 1.0. Возьмите файл заново там, где доверенность создавали.',
      },
      en: {
        title: 'An unknown version of XML',
        reason:
          '{{file}} names XML version {{version}}, but powers of attorney are in 1.0. Get the file anew from where the document was made.',
      },
    },
  },
  MCHD_DOCTYPE: {
    class: 'needs-person',
    actions: [],
    texts: {
      ru: {
        title: 'В файле запрещённая вставка',
        reason:
          'В «{{file}}» есть описание DOCTYPE (строка {{line}}). В доверенностях его не бывает, а вредоносные файлы на нём построены, поэтому мастер такой файл не читает. Возьмите файл заново там, где доверенность создавали.',
      },
      en: {
        title: 'The file contains something forbidden',
        reason:
          '{{file}} contains a DOCTYPE (line {{line}}). Powers of attorney have none and malicious files are built on it, so the wizard does not read on. Get the file anew from where the document was made.',
      },
    },
  },
  MCHD_ENTITY: {
    class: 'needs-person',
    actions: [],
    texts: {
      ru: {
        title: 'В файле незнакомая подстановка',
        reason:
          'В «{{file}}» (строка {{line}}) есть подстановка, которую нечем заменить. Возьмите файл заново там, где доверенность создавали.',
      },
      en: {
        title: 'The file contains an unknown entity',
        reason:
          '{{file}} (line {{line}}) contains an entity that nothing stands for. Get the file anew from where the document was made.',
      },
    },
  },
  MCHD_MALFORMED: {
    class: 'needs-person',
    actions: [],
    texts: {
      ru: {
        title: 'Файл доверенности испорчен',
        reason:
          '«{{file}}» не читается как XML: строка {{line}}, место {{column}}. Его меняли вручную или передали с потерями. Возьмите файл заново там, где доверенность создавали.',
      },
      en: {
        title: 'The file is spoilt',
        reason:
          '{{file}} cannot be read as XML: line {{line}}, column {{column}}. It was edited by hand or damaged on the way. Get the file anew from where the document was made.',
      },
    },
  },
  MCHD_UNCLOSED: {
    class: 'needs-person',
    actions: [],
    texts: {
      ru: {
        title: 'Файл доверенности обрывается',
        reason:
          '«{{file}}» кончается раньше, чем должен: его скачали или скопировали не целиком. Возьмите файл заново там, где доверенность создавали.',
      },
      en: {
        title: 'The file breaks off',
        reason:
          '{{file}} ends before it should: it was not downloaded or copied whole. Get the file anew from where the document was made.',
      },
    },
  },
  MCHD_INVALID_CHARACTER: {
    class: 'needs-person',
    actions: [],
    texts: {
      ru: {
        title: 'В файле недопустимый символ',
        reason:
          '«{{file}}»: строка {{line}}, место {{column}}. Файл повреждён. Возьмите файл заново там, где доверенность создавали.',
      },
      en: {
        title: 'The file contains a forbidden character',
        reason:
          '{{file}}: line {{line}}, column {{column}}. The file is damaged. Get the file anew from where the document was made.',
      },
    },
  },
  MCHD_DUPLICATE_ATTRIBUTE: {
    class: 'needs-person',
    actions: [],
    texts: {
      ru: {
        title: 'Одно сведение указано дважды',
        reason:
          '«{{file}}»: строка {{line}}. Неясно, какому из двух верить. Возьмите файл заново там, где доверенность создавали.',
      },
      en: {
        title: 'One particular is given twice',
        reason:
          '{{file}}: line {{line}}. It is unclear which of the two counts. Get the file anew from where the document was made.',
      },
    },
  },
  MCHD_AFTER_ROOT: {
    class: 'needs-person',
    actions: [],
    texts: {
      ru: {
        title: 'В файле два документа',
        reason:
          'В «{{file}}» после конца доверенности стоит что-то ещё (строка {{line}}). Возьмите файл заново там, где доверенность создавали.',
      },
      en: {
        title: 'There are two documents in the file',
        reason:
          'In {{file}} something stands after the end of the document (line {{line}}). Get the file anew from where the document was made.',
      },
    },
  },
  MCHD_TOO_DEEP: {
    class: 'needs-person',
    actions: [],
    texts: {
      ru: {
        title: 'Файл устроен слишком сложно',
        reason:
          'В «{{file}}» больше {{limit}} разделов вложены друг в друга. В доверенностях так не бывает, и мастер такой файл не читает.',
      },
      en: {
        title: 'The file is nested too deeply',
        reason:
          'In {{file}} more than {{limit}} sections enclose each other. Powers of attorney are never like that, and the wizard does not read on.',
      },
    },
  },
  MCHD_TOO_MANY_ELEMENTS: {
    class: 'needs-person',
    actions: [],
    texts: {
      ru: {
        title: 'В файле слишком много разделов',
        reason: 'В «{{file}}» больше {{limit}} разделов. В доверенностях так не бывает, и мастер такой файл не читает.',
      },
      en: {
        title: 'The file has too many sections',
        reason:
          '{{file}} has more than {{limit}} sections. Powers of attorney are never like that, and the wizard does not read on.',
      },
    },
  },
  MCHD_TOO_MANY_ATTRIBUTES: {
    class: 'needs-person',
    actions: [],
    texts: {
      ru: {
        title: 'В одном разделе слишком много сведений',
        reason:
          '«{{file}}», строка {{line}}: больше {{limit}}. В доверенностях так не бывает, и мастер такой файл не читает.',
      },
      en: {
        title: 'One section has too many particulars',
        reason:
          '{{file}}, line {{line}}: more than {{limit}}. Powers of attorney are never like that, and the wizard does not read on.',
      },
    },
  },
  MCHD_ATTRIBUTE_TOO_LONG: {
    class: 'needs-person',
    actions: [],
    texts: {
      ru: {
        title: 'Слишком длинное сведение в файле',
        reason:
          '«{{file}}», строка {{line}}: больше {{limit}} знаков. В доверенностях так не бывает, и мастер такой файл не читает.',
      },
      en: {
        title: 'A particular of the file is far too long',
        reason:
          '{{file}}, line {{line}}: more than {{limit}} characters. Powers of attorney are never like that, and the wizard does not read on.',
      },
    },
  },
  MCHD_NAME_TOO_LONG: {
    class: 'needs-person',
    actions: [],
    texts: {
      ru: {
        title: 'Слишком длинное название в файле',
        reason:
          '«{{file}}», строка {{line}}: название раздела или сведения длиннее {{limit}} знаков. Мастер такой файл не читает.',
      },
      en: {
        title: 'A name in the file is far too long',
        reason:
          '{{file}}, line {{line}}: the name of a section or a particular has more than {{limit}} characters. The wizard does not read on.',
      },
    },
  },
  MCHD_TEXT_TOO_LONG: {
    class: 'needs-person',
    actions: [],
    texts: {
      ru: {
        title: 'Слишком длинный текст в файле',
        reason:
          '«{{file}}», строка {{line}}: один текст длиннее {{limit}} знаков. В доверенностях так не бывает, и мастер такой файл не читает.',
      },
      en: {
        title: 'A text in the file is far too long',
        reason:
          '{{file}}, line {{line}}: one text has more than {{limit}} characters. Powers of attorney are never like that, and the wizard does not read on.',
      },
    },
  },
} as const satisfies Record<string, ProblemEntry>;
