import type { MchdFindingText } from './entry.ts';

/** Whether everything stands where the form wants it. */
export const structureFindings = {
  'element-missing': {
    severity: 'fault',
    texts: {
      ru: {
        title: 'В доверенности не хватает раздела',
        reason:
          'Нет раздела «{{name}}» ({{path}}). Без него доверенность не примут; попросите доверителя выпустить доверенность заново.',
      },
      en: {
        title: 'A section is missing',
        reason:
          'There is no section {{name}} ({{path}}). It will not be accepted without; ask the principal to issue it anew.',
      },
    },
  },
  'element-repeated': {
    severity: 'fault',
    texts: {
      ru: {
        title: 'Раздел повторяется',
        reason:
          'Раздел «{{name}}» стоит больше одного раза ({{path}}), и неясно, какому верить; попросите доверителя выпустить доверенность заново.',
      },
      en: {
        title: 'A section stands twice',
        reason:
          'The section {{name}} stands more than once ({{path}}), and it is unclear which one counts; ask the principal to issue it anew.',
      },
    },
  },
  'element-unknown': {
    severity: 'warning',
    texts: {
      ru: {
        title: 'Незнакомый раздел',
        reason:
          'Раздел «{{name}}» ({{path}}) мастеру не знаком и не проверен. Если УТМ откажет, покажите это место тому, кто готовил доверенность.',
      },
      en: {
        title: 'An unknown section',
        reason:
          'The section {{name}} ({{path}}) is not known to the wizard and was not checked. If the UTM refuses, show this to whoever made the document.',
      },
    },
  },
  'attribute-missing': {
    severity: 'fault',
    texts: {
      ru: {
        title: 'В доверенности не хватает сведения',
        reason:
          'Не указано «{{name}}» ({{path}}). Без него доверенность не примут; попросите доверителя выпустить доверенность заново.',
      },
      en: {
        title: 'A particular is missing',
        reason:
          '{{name}} is not given ({{path}}). It will not be accepted without; ask the principal to issue it anew.',
      },
    },
  },
  'attribute-unknown': {
    severity: 'warning',
    texts: {
      ru: {
        title: 'Незнакомое сведение',
        reason:
          'Сведение «{{name}}» ({{path}}) мастеру не знакомо и не проверено. Если УТМ откажет, покажите это место тому, кто готовил доверенность.',
      },
      en: {
        title: 'An unknown particular',
        reason:
          '{{name}} ({{path}}) is not known to the wizard and was not checked. If the UTM refuses, show this to whoever made the document.',
      },
    },
  },
  'choice-missing': {
    severity: 'fault',
    texts: {
      ru: {
        title: 'Не выбран вид сведений',
        reason:
          'В разделе «{{path}}» должен быть один из разделов: {{names}}. Нет ни одного; попросите доверителя выпустить доверенность заново.',
      },
      en: {
        title: 'None of the possible sections is there',
        reason: '{{path}} has to contain one of: {{names}}. There is none; ask the principal to issue it anew.',
      },
    },
  },
  'choice-several': {
    severity: 'fault',
    texts: {
      ru: {
        title: 'Указано лишнее',
        reason:
          'В разделе «{{path}}» должен быть только один из разделов, а стоят: {{names}}; попросите доверителя выпустить доверенность заново.',
      },
      en: {
        title: 'There is one section too many',
        reason: '{{path}} may contain one section only, but there are: {{names}}; ask the principal to issue it anew.',
      },
    },
  },
  'text-unexpected': {
    severity: 'fault',
    texts: {
      ru: {
        title: 'Лишний текст в доверенности',
        reason:
          'В разделе «{{path}}» стоит текст «{{text}}», которого там быть не должно. Файл изменили; возьмите его заново у доверителя.',
      },
      en: {
        title: 'Text where there must be none',
        reason: '{{path}} contains the text “{{text}}”. The file was changed; get it anew from the principal.',
      },
    },
  },
  'value-too-long': {
    severity: 'fault',
    texts: {
      ru: {
        title: 'Слишком длинное сведение',
        reason:
          '«{{name}}» ({{path}}): знаков {{length}}, а можно не больше {{most}}. Сократите и выпустите доверенность заново.',
      },
      en: {
        title: 'A particular is too long',
        reason:
          '{{name}} ({{path}}) has {{length}} characters, at most {{most}} are allowed. Shorten it and issue the document anew.',
      },
    },
  },
  'value-too-short': {
    severity: 'fault',
    texts: {
      ru: {
        title: 'Слишком короткое сведение',
        reason:
          '«{{name}}» ({{path}}): знаков {{length}}, а нужно не меньше {{least}}. Исправьте и выпустите доверенность заново.',
      },
      en: {
        title: 'A particular is too short',
        reason:
          '{{name}} ({{path}}) has {{length}} characters, at least {{least}} are needed. Correct it and issue the document anew.',
      },
    },
  },
  'value-empty': {
    severity: 'fault',
    texts: {
      ru: {
        title: 'Сведение не заполнено',
        reason: '«{{name}}» ({{path}}) стоит пустым. Заполните и выпустите доверенность заново.',
      },
      en: {
        title: 'A particular is empty',
        reason: '{{name}} ({{path}}) is empty. Fill it in and issue the document anew.',
      },
    },
  },
  'value-not-listed': {
    severity: 'fault',
    texts: {
      ru: {
        title: 'Недопустимое значение',
        reason:
          '«{{name}}» ({{path}}): стоит «{{value}}», возможны только: {{allowed}}. Исправьте и выпустите доверенность заново.',
      },
      en: {
        title: 'A value that is not possible',
        reason: '{{name}} ({{path}}) is {{value}}; possible are: {{allowed}}. Correct it and issue the document anew.',
      },
    },
  },
  'value-not-digits': {
    severity: 'fault',
    texts: {
      ru: {
        title: 'Код написан неверно',
        reason:
          '«{{name}}» ({{path}}): стоит «{{value}}», а нужны цифры, ровно {{length}}. Исправьте и выпустите доверенность заново.',
      },
      en: {
        title: 'A code is written wrongly',
        reason:
          '{{name}} ({{path}}) is {{value}}; exactly {{length}} digits are needed. Correct it and issue the document anew.',
      },
    },
  },
  'number-not-uuid': {
    severity: 'fault',
    texts: {
      ru: {
        title: 'Номер доверенности написан неверно',
        reason:
          '«{{name}}» ({{path}}): стоит «{{value}}», а нужен номер вида 1b4e28ba-2fa1-11d2-883f-0016d3cca427. По нему доверенность ищут в реестре ФНС; попросите доверителя выпустить доверенность заново.',
      },
      en: {
        title: 'The number is written wrongly',
        reason:
          '{{name}} ({{path}}) is {{value}}; a number like 1b4e28ba-2fa1-11d2-883f-0016d3cca427 is needed. The register finds the document by it; ask the principal to issue it anew.',
      },
    },
  },
  'date-form-wrong': {
    severity: 'fault',
    texts: {
      ru: {
        title: 'Дата написана неверно',
        reason:
          '«{{name}}» ({{path}}): стоит «{{value}}», а нужен вид 2026-09-01. Исправьте и выпустите доверенность заново.',
      },
      en: {
        title: 'A date is written wrongly',
        reason:
          '{{name}} ({{path}}) is {{value}}; the form 2026-09-01 is needed. Correct it and issue the document anew.',
      },
    },
  },
  'date-impossible': {
    severity: 'fault',
    texts: {
      ru: {
        title: 'Такого дня нет',
        reason: '«{{name}}» ({{path}}): дня {{value}} в календаре нет. Исправьте и выпустите доверенность заново.',
      },
      en: {
        title: 'There is no such day',
        reason: '{{name}} ({{path}}): the calendar has no {{value}}. Correct it and issue the document anew.',
      },
    },
  },
} as const satisfies Record<string, MchdFindingText>;
