import type { FindingText } from '../finding-text.ts';

export const virtualMachineTexts = {
  physical: {
    ru: { title: 'Признаков виртуальной машины нет', reason: 'Токен будет виден без дополнительных настроек.' },
    en: { title: 'No sign of a virtual machine', reason: 'A token is seen without further settings.' },
  },
  virtual: {
    ru: {
      title: 'Компьютер виртуальный',
      reason: '{{hardware}}. Токен появится здесь, когда в настройках виртуальной машины ей передадут USB-устройство.',
    },
    en: {
      title: 'The computer is virtual',
      reason:
        '{{hardware}}. A token appears here once the settings of the virtual machine pass the USB device on to it.',
    },
  },
  'virtual-token-seen': {
    ru: {
      title: 'Компьютер виртуальный, токен ему передан',
      reason: '{{hardware}}. Если токен пропадёт после перезапуска, передайте USB-устройство виртуальной машине снова.',
    },
    en: {
      title: 'The computer is virtual, and the token is passed on to it',
      reason:
        '{{hardware}}. If the token is gone after a restart, pass the USB device on to the virtual machine again.',
    },
  },
  container: {
    ru: {
      title: 'Мастер работает в контейнере',
      reason: '{{hardware}}. Токен виден здесь, только если контейнеру передали USB-устройство или службу смарт-карт.',
    },
    en: {
      title: 'The wizard runs in a container',
      reason:
        '{{hardware}}. A token is seen here only if the USB device or the smart card service was passed on to the container.',
    },
  },
  unknown: {
    ru: {
      title: 'Не удалось узнать, не виртуальный ли это компьютер',
      reason: 'Виртуальному компьютеру токен нужно передать в его настройках.',
    },
    en: {
      title: 'Whether this computer is virtual is not known',
      reason: 'To a virtual one the token has to be passed on in its settings.',
    },
  },
} as const satisfies Record<string, FindingText>;
