import type { MchdFindingText } from './entry.ts';

/** Registration numbers and their check digits. */
export const numberFindings = {
  'inn-organization-form': {
    severity: 'fault',
    texts: {
      ru: {
        title: 'ИНН организации не той длины',
        reason:
          '«{{name}}» ({{path}}): стоит «{{value}}», а в ИНН организации 10 цифр. Сверьте с документами и выпустите доверенность заново.',
      },
      en: {
        title: 'The ИНН of an organisation has another length',
        reason:
          '{{name}} ({{path}}) is {{value}}, but an organisation’s ИНН has 10 digits. Compare it with the papers and issue the document anew.',
      },
    },
  },
  'inn-organization-digits': {
    severity: 'fault',
    texts: {
      ru: {
        title: 'ИНН организации с опечаткой',
        reason:
          '«{{name}}» ({{path}}): у «{{value}}» не сходятся контрольные цифры. Сверьте с документами и выпустите доверенность заново.',
      },
      en: {
        title: 'The ИНН of an organisation has a slip',
        reason:
          '{{name}} ({{path}}): the check digits of {{value}} do not fit. Compare it with the papers and issue the document anew.',
      },
    },
  },
  'inn-person-form': {
    severity: 'fault',
    texts: {
      ru: {
        title: 'ИНН человека не той длины',
        reason:
          '«{{name}}» ({{path}}): стоит «{{value}}», а в ИНН человека 12 цифр. Сверьте с документами и выпустите доверенность заново.',
      },
      en: {
        title: 'The ИНН of a person has another length',
        reason:
          '{{name}} ({{path}}) is {{value}}, but a person’s ИНН has 12 digits. Compare it with the papers and issue the document anew.',
      },
    },
  },
  'inn-person-digits': {
    severity: 'fault',
    texts: {
      ru: {
        title: 'ИНН человека с опечаткой',
        reason:
          '«{{name}}» ({{path}}): у «{{value}}» не сходятся контрольные цифры. Сверьте с документами и выпустите доверенность заново.',
      },
      en: {
        title: 'The ИНН of a person has a slip',
        reason:
          '{{name}} ({{path}}): the check digits of {{value}} do not fit. Compare it with the papers and issue the document anew.',
      },
    },
  },
  'kpp-form': {
    severity: 'fault',
    texts: {
      ru: {
        title: 'КПП написан неверно',
        reason:
          '«{{name}}» ({{path}}): стоит «{{value}}», а в КПП 9 знаков: четыре цифры, два знака, три цифры. Сверьте с документами и выпустите доверенность заново.',
      },
      en: {
        title: 'The КПП is written wrongly',
        reason:
          '{{name}} ({{path}}) is {{value}}, but a КПП has 9 characters: four digits, two characters, three digits. Compare it with the papers and issue the document anew.',
      },
    },
  },
  'ogrn-form': {
    severity: 'fault',
    texts: {
      ru: {
        title: 'ОГРН не той длины',
        reason:
          '«{{name}}» ({{path}}): стоит «{{value}}», а в ОГРН 13 цифр. Сверьте с документами и выпустите доверенность заново.',
      },
      en: {
        title: 'The ОГРН has another length',
        reason:
          '{{name}} ({{path}}) is {{value}}, but an ОГРН has 13 digits. Compare it with the papers and issue the document anew.',
      },
    },
  },
  'ogrn-digits': {
    severity: 'fault',
    texts: {
      ru: {
        title: 'ОГРН с опечаткой',
        reason:
          '«{{name}}» ({{path}}): у «{{value}}» не сходятся контрольные цифры. Сверьте с документами и выпустите доверенность заново.',
      },
      en: {
        title: 'The ОГРН has a slip',
        reason:
          '{{name}} ({{path}}): the check digits of {{value}} do not fit. Compare it with the papers and issue the document anew.',
      },
    },
  },
  'ogrnip-form': {
    severity: 'fault',
    texts: {
      ru: {
        title: 'ОГРНИП не той длины',
        reason:
          '«{{name}}» ({{path}}): стоит «{{value}}», а в ОГРНИП 15 цифр. Сверьте с документами и выпустите доверенность заново.',
      },
      en: {
        title: 'The ОГРНИП has another length',
        reason:
          '{{name}} ({{path}}) is {{value}}, but an ОГРНИП has 15 digits. Compare it with the papers and issue the document anew.',
      },
    },
  },
  'ogrnip-digits': {
    severity: 'fault',
    texts: {
      ru: {
        title: 'ОГРНИП с опечаткой',
        reason:
          '«{{name}}» ({{path}}): у «{{value}}» не сходятся контрольные цифры. Сверьте с документами и выпустите доверенность заново.',
      },
      en: {
        title: 'The ОГРНИП has a slip',
        reason:
          '{{name}} ({{path}}): the check digits of {{value}} do not fit. Compare it with the papers and issue the document anew.',
      },
    },
  },
  'snils-form': {
    severity: 'fault',
    texts: {
      ru: {
        title: 'СНИЛС не той длины',
        reason:
          '«{{name}}» ({{path}}): стоит «{{value}}», а в СНИЛС 11 цифр. Сверьте с документами и выпустите доверенность заново.',
      },
      en: {
        title: 'The СНИЛС has another length',
        reason:
          '{{name}} ({{path}}) is {{value}}, but a СНИЛС has 11 digits. Compare it with the papers and issue the document anew.',
      },
    },
  },
  'snils-digits': {
    severity: 'fault',
    texts: {
      ru: {
        title: 'СНИЛС с опечаткой',
        reason:
          '«{{name}}» ({{path}}): у «{{value}}» не сходятся контрольные цифры. Сверьте с документами и выпустите доверенность заново.',
      },
      en: {
        title: 'The СНИЛС has a slip',
        reason:
          '{{name}} ({{path}}): the check digits of {{value}} do not fit. Compare it with the papers and issue the document anew.',
      },
    },
  },
} as const satisfies Record<string, MchdFindingText>;
