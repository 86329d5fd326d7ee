import type { FindingText } from '../finding-text.ts';

export const vendorLibrariesTexts = {
  jacarta: {
    ru: { title: 'Драйвер JaCarta установлен', reason: '{{products}}: всё нужное на месте.' },
    en: { title: 'The JaCarta driver is installed', reason: '{{products}}: all that is needed is there.' },
  },
  rutoken: {
    ru: { title: 'Драйвер Рутокен установлен', reason: '{{products}}: всё нужное на месте.' },
    en: { title: 'The Rutoken driver is installed', reason: '{{products}}: all that is needed is there.' },
  },
  installed: {
    ru: { title: 'Драйверы токенов установлены', reason: '{{products}}: всё нужное на месте.' },
    en: { title: 'Token drivers are installed', reason: '{{products}}: all that is needed is there.' },
  },
  'one-unfit': {
    ru: {
      title: 'Один из драйверов не подойдёт',
      reason:
        'Файл {{file}} повреждён или не той разрядности. Если ваш токен этого производителя, переустановите «{{product}}».',
    },
    en: {
      title: 'One of the drivers will not do',
      reason:
        'The file {{file}} is damaged or of the wrong bitness. If your token is of this vendor, reinstall “{{product}}”.',
    },
  },
  'utm-copy-missing': {
    ru: {
      title: 'УТМ не увидит токен',
      reason: 'Мастеру драйвера хватит, а УТМ нужен 32-разрядный файл {{file}}. Переустановите «{{product}}».',
    },
    en: {
      title: 'The UTM will not see the token',
      reason:
        'The driver is enough for the wizard, but the UTM needs the 32-bit file {{file}}. Reinstall “{{product}}”.',
    },
  },
  absent: {
    ru: {
      title: 'Драйвер токена не установлен',
      reason:
        'Для JaCarta нужен «Единый Клиент JaCarta», для Рутокена нужны «Драйверы Рутокен». Скачайте и установите: мастер увидит это сам.',
    },
    en: {
      title: 'No token driver is installed',
      reason:
        'JaCarta needs “JaCarta Unified Client”, Rutoken needs “Rutoken Drivers”. Download and install it: the wizard sees it by itself.',
    },
  },
  'wrong-bitness': {
    ru: {
      title: 'Драйвер не той разрядности',
      reason:
        'Файл {{file}} {{found}}-разрядный, а нужен {{needed}}-разрядный. Установите «{{product}}» для {{needed}}-разрядной системы.',
    },
    en: {
      title: 'The driver is of the wrong bitness',
      reason:
        'The file {{file}} is {{found}}-bit, and a {{needed}}-bit one is needed. Install “{{product}}” for a {{needed}}-bit system.',
    },
  },
  'wrong-processor': {
    ru: {
      title: 'Драйвер для другого процессора',
      reason: 'Файл {{file}} для {{found}}, а нужен для {{needed}}. Установите «{{product}}» для этой системы.',
    },
    en: {
      title: 'The driver is for another processor',
      reason:
        'The file {{file}} is for {{found}}, and one for {{needed}} is needed. Install “{{product}}” for this system.',
    },
  },
  damaged: {
    ru: { title: 'Файл драйвера повреждён', reason: '{{file}}: это не библиотека. Переустановите «{{product}}».' },
    en: { title: 'The driver file is damaged', reason: '{{file}} is not a library. Reinstall “{{product}}”.' },
  },
  'by-hand': {
    ru: { title: 'Драйвер указан вручную', reason: '{{files}}' },
    en: { title: 'The driver was given by hand', reason: '{{files}}' },
  },
  'by-hand-absent': {
    ru: { title: 'Файла, указанного вручную, нет', reason: '{{file}}: такого файла нет или его не разрешают читать.' },
    en: { title: 'The file given by hand is not there', reason: '{{file}} does not exist or may not be read.' },
  },
  'by-hand-unfit': {
    ru: {
      title: 'Файл, указанный вручную, не подходит',
      reason: '{{file}}: это не библиотека, или она для другого процессора или другой разрядности.',
    },
    en: {
      title: 'The file given by hand will not do',
      reason: '{{file}} is not a library, or is for another processor or bitness.',
    },
  },
} as const satisfies Record<string, FindingText>;
