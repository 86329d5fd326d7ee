import type { HelpEntry } from '../entry.ts';

/** Drivers of tokens that do not load. */
export const tokenDriverHelp = [
  {
    id: 'token/driver-wrong-bitness',
    codes: ['problem:TOKEN_LIBRARY_WRONG_BITNESS', 'finding:vendor-libraries/wrong-bitness'],
    messages: [
      'Win32 error 193',
      '%1 не является приложением Win32',
      'is not a valid Win32 application',
      'wrong ELF class: ELFCLASS32',
    ],
    actions: ['open-jacarta-page', 'open-rutoken-page', 'check-again'],
    confidence: 'confirmed',
    source: 'PeculiarVentures/graphene, issues 74 and 134',
    texts: {
      ru: {
        title: 'Драйвер токена не той разрядности',
        reason:
          'Программа 64-разрядная, а файл драйвера 32-разрядный, или наоборот. Мастеру нужна 64-разрядная библиотека, УТМ на Windows — 32-разрядная; полный установщик производителя ставит обе.',
        steps: ['Переустановите программу производителя для 64-разрядной системы.', 'Проверьте снова.'],
      },
      en: {
        title: 'The token driver is of the wrong bitness',
        reason:
          'The program has 64 bits and the driver’s file 32, or the reverse. The wizard needs the 64-bit library, the UTM on Windows the 32-bit one; the vendor’s full installer brings both.',
        steps: ['Reinstall the vendor’s program for a 64-bit system.', 'Check again.'],
      },
    },
  },
  {
    id: 'token/driver-does-not-load',
    codes: ['problem:TOKEN_LIBRARY_LOAD_FAILED'],
    messages: [
      'Win32 error 126',
      'Не найден указанный модуль',
      'The specified module could not be found',
      'cannot open shared object file',
    ],
    actions: ['open-jacarta-page', 'open-rutoken-page', 'check-again'],
    confidence: 'confirmed',
    source: 'PeculiarVentures/fortify, issues 276 and 314',
    texts: {
      ru: {
        title: 'Драйвер токена не загружается',
        reason: 'Файл драйвера на месте, но не хватает частей, на которые он опирается, или он испорчен.',
        steps: [
          'Переустановите «Единый Клиент JaCarta» или «Драйверы Рутокен», самую свежую версию.',
          'Перезагрузите компьютер и проверьте снова.',
        ],
      },
      en: {
        title: 'The token driver does not load',
        reason: 'The driver’s file is there, but parts it rests on are missing, or it is damaged.',
        steps: [
          'Reinstall “JaCarta Unified Client” or “Rutoken Drivers”, the newest version.',
          'Restart the computer and check again.',
        ],
      },
    },
  },
] as const satisfies readonly HelpEntry[];
