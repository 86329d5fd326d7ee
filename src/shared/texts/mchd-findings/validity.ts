import type { MchdFindingText } from './entry.ts';

/** When the document is in force. */
export const validityFindings = {
  'dates-reversed': {
    severity: 'fault',
    texts: {
      ru: {
        title: 'Доверенность кончается раньше, чем начинается',
        reason:
          'Выдана {{issuedOn}}, а действует до {{validUntil}}. Даты перепутаны; попросите доверителя выпустить доверенность заново.',
      },
      en: {
        title: 'It ends before it begins',
        reason:
          'Issued on {{issuedOn}}, valid until {{validUntil}}. The dates are mixed up; ask the principal to issue it anew.',
      },
    },
  },
  expired: {
    severity: 'fault',
    texts: {
      ru: {
        title: 'Срок доверенности закончился',
        reason:
          'Она действовала до {{validUntil}} включительно, сегодня {{today}}. Попросите доверителя выпустить новую.',
      },
      en: {
        title: 'The document has expired',
        reason: 'It was valid until {{validUntil}} inclusive, today is {{today}}. Ask the principal for a new one.',
      },
    },
  },
  'not-yet-in-force': {
    severity: 'fault',
    texts: {
      ru: {
        title: 'Доверенность ещё не действует',
        reason:
          'Она выдана с {{issuedOn}}, сегодня {{today}}. Подождите этого дня; если он уже наступил, проверьте часы компьютера.',
      },
      en: {
        title: 'The document is not in force yet',
        reason:
          'It counts from {{issuedOn}}, today is {{today}}. Wait for that day; if it has come, check the clock of this computer.',
      },
    },
  },
  'retrust-outlives': {
    severity: 'fault',
    texts: {
      ru: {
        title: 'Передоверие длиннее самой доверенности',
        reason:
          'Оно действует до {{validUntil}}, а первая доверенность — только до {{earlierUntil}}. Попросите доверителя выпустить доверенность заново.',
      },
      en: {
        title: 'The retrusted document outlives the first one',
        reason:
          'It is valid until {{validUntil}}, the first only until {{earlierUntil}}. Ask the principal to issue it anew.',
      },
    },
  },
  'retrust-precedes': {
    severity: 'fault',
    texts: {
      ru: {
        title: 'Передоверие выдано раньше самой доверенности',
        reason:
          'Оно выдано {{issuedOn}}, а первая доверенность — {{earlierFrom}}. Даты перепутаны; попросите доверителя выпустить доверенность заново.',
      },
      en: {
        title: 'The retrusted document is older than the first one',
        reason:
          'It was issued on {{issuedOn}}, the first on {{earlierFrom}}. The dates are mixed up; ask the principal to issue it anew.',
      },
    },
  },
  retrusted: {
    severity: 'note',
    texts: {
      ru: {
        title: 'Доверенность выдана в порядке передоверия',
        reason:
          'Она опирается на доверенность {{number}}. Убедитесь, что и та действует и есть в реестре ФНС: мастер её не видит.',
      },
      en: {
        title: 'The document was retrusted',
        reason:
          'It rests on the document {{number}}. Make sure that one is in force and in the register too: the wizard does not see it.',
      },
    },
  },
  'register-not-asked': {
    severity: 'note',
    texts: {
      ru: {
        title: 'Проверьте доверенность в реестре ФНС',
        reason:
          'Создать, подписать и загрузить в реестр — три разных действия, и последнее часто забывают. Откройте страницу реестра и найдите номер {{number}}: мастер сам реестр не спрашивает.',
      },
      en: {
        title: 'Look the document up in the tax service’s register',
        reason:
          'To make, to sign and to upload are three separate acts, and the last is often forgotten. Open the register’s page and find {{number}}: the wizard does not ask the register.',
      },
    },
  },
} as const satisfies Record<string, MchdFindingText>;
