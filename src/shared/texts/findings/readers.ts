import type { FindingText } from '../finding-text.ts';

export const readersTexts = {
  agreed: {
    ru: { title: 'Компьютер и драйвер видят токен', reason: '{{names}}.' },
    en: { title: 'The computer and the driver see the token', reason: '{{names}}.' },
  },
  'driver-sees': {
    ru: { title: 'Драйвер видит токен', reason: 'Больше ничего не нужно.' },
    en: { title: 'The driver sees the token', reason: 'Nothing else is needed.' },
  },
  none: {
    ru: {
      title: 'Компьютер не видит ни токена, ни считывателя',
      reason: 'Если токен вставлен, переставьте его в другой USB-порт, без удлинителя и разветвителя.',
    },
    en: {
      title: 'The computer sees neither a token nor a reader',
      reason: 'If the token is in, move it to another USB port, without a hub or an extension.',
    },
  },
  'empty-reader': {
    ru: { title: 'Считыватель есть, токена в нём нет', reason: '{{names}}. Вставьте токен или карту.' },
    en: { title: 'There is a reader and no token in it', reason: '{{names}}. Insert the token or the card.' },
  },
  'no-system-driver': {
    ru: {
      title: 'Для токена не установлен драйвер',
      reason:
        'Компьютер видит «{{name}}», но не знает, что это. Установите драйвер производителя, выньте токен и вставьте снова.',
    },
    en: {
      title: 'The token has no driver',
      reason:
        'The computer sees “{{name}}” but does not know what it is. Install the vendor’s driver, pull the token out and insert it again.',
    },
  },
  disabled: {
    ru: {
      title: 'Токен отключён в диспетчере устройств',
      reason: 'Откройте «Диспетчер устройств» (Win+X), найдите «{{name}}» и нажмите «Включить устройство».',
    },
    en: {
      title: 'The token is disabled in the device manager',
      reason: 'Open “Device Manager” (Win+X), find “{{name}}” and press “Enable device”.',
    },
  },
  failed: {
    ru: {
      title: 'Токен вставлен, но не запустился',
      reason:
        'Windows не смогла запустить «{{name}}». Выньте токен и вставьте в другой USB-порт. Если не поможет, переустановите драйвер.',
    },
    en: {
      title: 'The token is in but did not start',
      reason:
        'Windows could not start “{{name}}”. Insert the token into another USB port. If that does not help, reinstall the driver.',
    },
  },
  'microsoft-driver': {
    ru: {
      title: 'JaCarta работает не на своём драйвере',
      reason:
        'Windows взяла для неё «{{name}}». Переустановите «Единый Клиент JaCarta», выньте токен и вставьте снова. То же бывает, когда токен проброшен по сети.',
    },
    en: {
      title: 'JaCarta does not run on its own driver',
      reason:
        'Windows took “{{name}}” for it. Reinstall “JaCarta Unified Client”, pull the token out and insert it again. The same happens when the token comes over a network.',
    },
  },
  'system-only': {
    ru: {
      title: 'Компьютер видит токен, а драйвер токена нет',
      reason:
        '{{names}}. Проверьте, что установлен драйвер этого производителя, выньте токен, подождите несколько секунд и вставьте снова.',
    },
    en: {
      title: 'The computer sees the token, the token driver does not',
      reason:
        '{{names}}. Check that the driver of this vendor is installed, pull the token out, wait a few seconds and insert it again.',
    },
  },
  'driver-only': {
    ru: {
      title: 'Токен виден через драйвер, а считывателя в системе нет',
      reason: 'Так бывает, когда токен проброшен по сети. УТМ нужен токен, вставленный в этот компьютер.',
    },
    en: {
      title: 'The token is seen through its driver, and the system has no reader',
      reason: 'So it is when the token comes over a network. The UTM needs a token inserted into this computer.',
    },
  },
  unknown: {
    ru: {
      title: 'Считыватели не проверены',
      reason: 'Система не ответила на вопрос о них. Если токен будет виден, всё в порядке.',
    },
    en: {
      title: 'Readers were not checked',
      reason: 'The system did not answer about them. If the token is seen, all is well.',
    },
  },
} as const satisfies Record<string, FindingText>;
