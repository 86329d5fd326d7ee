import type { FindingText } from '../finding-text.ts';

export const driverPublisherTexts = {
  known: {
    ru: { title: 'Известно, кто выпустил драйвер', reason: '{{files}}.' },
    en: { title: 'It is known who made the driver', reason: '{{files}}.' },
  },
  unsigned: {
    ru: {
      title: 'У файла драйвера нет подписи производителя',
      reason: '{{files}}. Кто его выпустил, проверить нельзя. Надёжнее установить драйвер с сайта производителя.',
    },
    en: {
      title: 'A driver file has no signature of its maker',
      reason: '{{files}}. Who made it cannot be checked. It is safer to install the driver from the vendor’s site.',
    },
  },
  untrusted: {
    ru: {
      title: 'Подпись файла драйвера не удалось проверить',
      reason:
        '{{files}}. Подпись есть, но система не доверяет тому, кто её выдал, или она просрочена. Надёжнее установить свежий драйвер с сайта производителя.',
    },
    en: {
      title: 'The signature of a driver file could not be verified',
      reason:
        '{{files}}. It is signed, but the system does not trust who vouches for it, or it is out of date. It is safer to install a fresh driver from the vendor’s site.',
    },
  },
  altered: {
    ru: {
      title: 'Файл драйвера изменён после подписи',
      reason: '{{files}}. Файл испорчен или подменён. Установите драйвер заново с сайта производителя.',
    },
    en: {
      title: 'A driver file was changed after it was signed',
      reason: '{{files}}. The file is damaged or replaced. Install the driver anew from the vendor’s site.',
    },
  },
  unpackaged: {
    ru: {
      title: 'Драйвер скопирован вручную',
      reason: '{{files}}. Обновления системы его не коснутся. Надёжнее установить пакет производителя.',
    },
    en: {
      title: 'The driver was copied by hand',
      reason: '{{files}}. Updates of the system do not reach it. It is safer to install the package of its maker.',
    },
  },
  nothing: {
    ru: {
      title: 'Драйвера пока нет, проверять нечего',
      reason: 'Кто выпустил драйвер, мастер покажет после установки.',
    },
    en: {
      title: 'There is no driver yet, nothing to check',
      reason: 'The wizard shows who made the driver once it is installed.',
    },
  },
  unknown: {
    ru: {
      title: 'Не удалось узнать, кто выпустил драйвер',
      reason: 'Система не ответила. Если драйвер установлен с сайта производителя, всё в порядке.',
    },
    en: {
      title: 'Who made the driver is not known',
      reason: 'The system did not answer. If the driver comes from the vendor’s site, all is well.',
    },
  },
} as const satisfies Record<string, FindingText>;
