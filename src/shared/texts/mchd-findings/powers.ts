import type { MchdFindingText } from './entry.ts';

/** What the representative may do. */
export const powerFindings = {
  'powers-missing': {
    severity: 'fault',
    texts: {
      ru: {
        title: 'Полномочия не указаны',
        reason:
          'В доверенности нет ни одного полномочия. Попросите доверителя выпустить её заново с нужными полномочиями.',
      },
      en: {
        title: 'No powers are given',
        reason: 'The document gives no power at all. Ask the principal to issue it anew with the powers needed.',
      },
    },
  },
  'powers-to-compare': {
    severity: 'note',
    texts: {
      ru: {
        title: 'Сверьте полномочия',
        reason:
          'Полномочий в доверенности: {{count}}. Какое из них требует ЕГАИС, публично не известно, поэтому мастер не решает за вас: сверьте их с тем, о чём просили доверителя.',
      },
      en: {
        title: 'Compare the powers',
        reason:
          'Powers in the document: {{count}}. Which one EGAIS wants is not public, so the wizard does not decide: compare them with what the principal was asked for.',
      },
    },
  },
  'power-absent': {
    severity: 'fault',
    texts: {
      ru: {
        title: 'Нужного полномочия нет',
        reason:
          'Ни одного из полномочий, заданных в настройке ({{codes}}), в доверенности нет. Попросите доверителя добавить его и выпустить доверенность заново.',
      },
      en: {
        title: 'The power needed is not there',
        reason:
          'None of the powers that were configured ({{codes}}) is in the document. Ask the principal to add it and issue the document anew.',
      },
    },
  },
  'powers-many': {
    severity: 'note',
    texts: {
      ru: {
        title: 'Показаны не все полномочия',
        reason: 'Показано {{shown}} из {{count}}. Проверены все; остальные смотрите в самой доверенности.',
      },
      en: {
        title: 'Not all powers are shown',
        reason: '{{shown}} of {{count}} are shown. All were checked; see the document for the rest.',
      },
    },
  },
  'powers-type': {
    severity: 'fault',
    texts: {
      ru: {
        title: 'Вид полномочий указан неверно',
        reason:
          'ТипПолн равен {{type}}, а раздела «{{element}}» нет; попросите доверителя выпустить доверенность заново.',
      },
      en: {
        title: 'The kind of the powers is named wrongly',
        reason: 'ТипПолн is {{type}}, but there is no section {{element}}; ask the principal to issue it anew.',
      },
    },
  },
  'powers-joint': {
    severity: 'warning',
    texts: {
      ru: {
        title: 'Проверьте, можно ли действовать в одиночку',
        reason:
          'Представителей {{count}}, ПрСовмПолн равен «{{value}}». Открытые источники понимают это значение по-разному: оно может значить, что действовать можно только вместе. Спросите доверителя.',
      },
      en: {
        title: 'Find out whether you may act alone',
        reason:
          'There are {{count}} representatives, and ПрСовмПолн is {{value}}. Public sources read this value differently: it may mean acting together only. Ask the principal.',
      },
    },
  },
  'powers-lost': {
    severity: 'note',
    texts: {
      ru: {
        title: 'Утрата полномочий при передоверии',
        reason:
          'ПрУтрПолн равен «{{value}}». Открытые источники понимают это значение по-разному, мастер его не толкует.',
      },
      en: {
        title: 'Loss of powers on retrusting',
        reason: 'ПрУтрПолн is {{value}}. Public sources read this value differently, the wizard does not interpret it.',
      },
    },
  },
} as const satisfies Record<string, MchdFindingText>;
