import type { ProblemEntry } from './entry.ts';

/** Failures of PINs and of the sign-in. */
export const tokenPinProblems = {
  TOKEN_PIN_INCORRECT: {
    class: 'pin-refused',
    actions: ['enter-pin'],
    texts: {
      ru: { title: 'PIN-код не подошёл', reason: 'Токен не принял PIN-код, и одна попытка потрачена.' },
      en: { title: 'The PIN did not fit', reason: 'The token did not accept the PIN, and one try is spent.' },
    },
  },
  TOKEN_PIN_LOCKED: {
    class: 'pin-locked',
    actions: ['choose-another-token', 'save-diagnostics', 'copy-details'],
    texts: {
      ru: {
        title: 'PIN-код заблокирован',
        reason:
          'Попытки исчерпаны. Разблокировать может тот, кто знает PIN-код администратора, или удостоверяющий центр. Не форматируйте токен: пропадёт подпись.',
      },
      en: {
        title: 'The PIN is locked',
        reason:
          'No tries are left. The holder of the administrator PIN or the certification authority can unlock it. Do not format the token: the signature would be lost.',
      },
    },
  },
  TOKEN_PIN_LENGTH: {
    class: 'pin-refused',
    actions: ['enter-pin'],
    texts: {
      ru: {
        title: 'PIN-код не той длины',
        reason: 'Токен принимает от {{min}} до {{max}} знаков. Попытка не потрачена.',
      },
      en: {
        title: 'The PIN has the wrong length',
        reason: 'The token takes {{min}} to {{max}} characters. No try was spent.',
      },
    },
  },
  TOKEN_PIN_CHARACTERS: {
    class: 'pin-refused',
    actions: ['enter-pin'],
    texts: {
      ru: { title: 'В PIN-коде недопустимые знаки', reason: 'Проверьте раскладку клавиатуры и введите PIN-код снова.' },
      en: {
        title: 'The PIN has characters the token does not take',
        reason: 'Check the keyboard layout and type the PIN again.',
      },
    },
  },
  TOKEN_PIN_LAST_TRY_UNCONFIRMED: {
    class: 'needs-person',
    actions: ['enter-pin'],
    texts: {
      ru: {
        title: 'Осталась последняя попытка',
        reason:
          'После ещё одного неверного PIN-кода токен заблокируется. PIN-код пока не отправлен: подтвердите попытку.',
      },
      en: {
        title: 'One try is left',
        reason: 'One more wrong PIN locks the token. The PIN has not been sent yet: confirm the try.',
      },
    },
  },
  TOKEN_PIN_NOT_SET: {
    class: 'needs-person',
    actions: ['choose-another-token', 'copy-details'],
    texts: {
      ru: {
        title: 'PIN-код ещё не задан',
        reason: 'Сначала его должен задать тот, кто знает PIN-код администратора токена.',
      },
      en: {
        title: 'The PIN is not set yet',
        reason: 'Whoever knows the token’s administrator PIN must set it first.',
      },
    },
  },
  TOKEN_PIN_EXPIRED: {
    class: 'needs-person',
    actions: ['enter-pin', 'copy-details'],
    texts: {
      ru: {
        title: 'PIN-код пора сменить',
        reason: 'Токен требует сначала сменить PIN-код и лишь потом войти.',
      },
      en: {
        title: 'The PIN must be changed',
        reason: 'The token asks for a new PIN before signing in.',
      },
    },
  },
  TOKEN_PIN_SAME: {
    class: 'pin-refused',
    actions: ['enter-pin'],
    texts: {
      ru: {
        title: 'Новый PIN-код совпадает со старым',
        reason: 'Придумайте другой PIN-код. Попытка не потрачена.',
      },
      en: { title: 'The new PIN is the old one', reason: 'Choose another PIN. No try was spent.' },
    },
  },
  TOKEN_PIN_IN_HISTORY: {
    class: 'pin-refused',
    actions: ['enter-pin'],
    texts: {
      ru: {
        title: 'Такой PIN-код уже был',
        reason: 'Токен помнит прежние PIN-коды и не принимает их снова. Придумайте другой.',
      },
      en: {
        title: 'The PIN was used before',
        reason: 'The token remembers earlier PINs and does not take them again. Choose another one.',
      },
    },
  },
  TOKEN_PIN_POLICY: {
    class: 'pin-refused',
    actions: ['enter-pin'],
    texts: {
      ru: {
        title: 'Токен не принял новый PIN-код',
        reason: 'Он слишком простой для этого токена. Возьмите строчные и заглавные латинские буквы, цифры и знаки.',
      },
      en: {
        title: 'The token did not take the new PIN',
        reason: 'It is too simple for this token. Use small and capital Latin letters, digits and signs.',
      },
    },
  },
  TOKEN_PIN_CHANGE_UNCERTAIN: {
    class: 'not-ready',
    actions: ['check-again', 'copy-details'],
    texts: {
      ru: {
        title: 'Смена PIN-кода прервалась',
        reason: 'Токен не подтвердил новый PIN-код. При входе введите сначала новый, а если он не подойдёт — прежний.',
      },
      en: {
        title: 'The change of the PIN was cut short',
        reason: 'The token did not confirm the new PIN. When signing in, try the new one first, then the former one.',
      },
    },
  },
  TOKEN_SO_PIN_INCORRECT: {
    class: 'pin-refused',
    actions: ['enter-pin'],
    texts: {
      ru: {
        title: 'PIN-код администратора не подошёл',
        reason: 'Токен не принял PIN-код администратора, и одна его попытка потрачена. Ничего не изменено.',
      },
      en: {
        title: 'The administrator PIN did not fit',
        reason: 'The token did not accept the administrator PIN, and one of its tries is spent. Nothing was changed.',
      },
    },
  },
  TOKEN_SO_PIN_LOCKED: {
    class: 'pin-locked',
    actions: ['choose-another-token', 'copy-details'],
    texts: {
      ru: {
        title: 'PIN-код администратора заблокирован',
        reason: 'Попытки исчерпаны. Вернуть токен к заводскому состоянию может только его производитель или поставщик.',
      },
      en: {
        title: 'The administrator PIN is locked',
        reason: 'No tries are left. Only the token’s vendor or supplier can bring it back to the factory state.',
      },
    },
  },
  TOKEN_UNBLOCKS_SPENT: {
    class: 'pin-locked',
    actions: ['choose-another-token', 'copy-details'],
    texts: {
      ru: {
        title: 'Разблокировать PIN-код больше нельзя',
        reason: 'Токен разрешает лишь несколько разблокировок, и они исчерпаны. Обратитесь к тому, кто выдал токен.',
      },
      en: {
        title: 'The PIN can be unlocked no more',
        reason: 'The token allows a few unlocks only, and they are used up. Ask whoever issued the token.',
      },
    },
  },
  TOKEN_NOT_SIGNED_IN: {
    class: 'needs-person',
    actions: ['enter-pin'],
    texts: {
      ru: { title: 'Нужен PIN-код', reason: 'Вход на токен не выполнен или уже закончился.' },
      en: { title: 'The PIN is needed', reason: 'Nobody is signed in to the token, or the sign-in has ended.' },
    },
  },
  TOKEN_PIN_ALREADY_SET: {
    class: 'needs-person',
    actions: ['enter-pin'],
    texts: {
      ru: {
        title: 'PIN-код уже задан',
        reason: 'Задать его второй раз нельзя: войдите с ним или смените его. Ничего не изменено.',
      },
      en: {
        title: 'The PIN is set already',
        reason: 'It cannot be set a second time: sign in with it, or change it. Nothing was changed.',
      },
    },
  },
  TOKEN_PUK_INCORRECT: {
    class: 'pin-refused',
    actions: ['enter-pin'],
    texts: {
      ru: {
        title: 'Код разблокировки не подошёл',
        reason:
          'Токен не принял код разблокировки (PUK), и одна его попытка потрачена. Уточните код у того, кто выдал токен.',
      },
      en: {
        title: 'The unlocking code did not fit',
        reason:
          'The token did not accept the unlocking code (PUK), and one of its tries is spent. Ask whoever issued the token for it.',
      },
    },
  },
  TOKEN_PUK_FORM: {
    class: 'pin-refused',
    actions: ['enter-pin'],
    texts: {
      ru: {
        title: 'Код разблокировки написан неверно',
        reason:
          'У кода разблокировки (PUK) не та длина или не те знаки. Проверьте раскладку клавиатуры и введите его снова.',
      },
      en: {
        title: 'The unlocking code is written wrongly',
        reason:
          'The unlocking code (PUK) has the wrong length or wrong characters. Check the keyboard layout and type it again.',
      },
    },
  },
} as const satisfies Record<string, ProblemEntry>;
