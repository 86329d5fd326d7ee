import type { HelpEntry } from '../entry.ts';

/** The old account of EGAIS in Internet Explorer. */
export const oldAccountHelp = [
  {
    id: 'account/component-missing',
    codes: [],
    messages: [
      'Не установлен программный компонент для работы с электронной подписью с использованием Web-браузера Internet Explorer (Фсрар-Крипто 3)',
      'Инструкция по решению ошибки на 3 этапе',
    ],
    actions: [],
    confidence: 'confirmed',
    source: 'Rutoken knowledge base, RU1041',
    texts: {
      ru: {
        title: 'Личный кабинет просит «Фсрар-Крипто»',
        reason:
          'Старый личный кабинет подписывает через эту программу в Internet Explorer. Мастеру и УТМ она не нужна: ключ выпускается через УТМ.',
        steps: [
          'Проще всего выпустить ключ здесь, через УТМ.',
          'Если нужен сам кабинет: закройте все окна Internet Explorer, установите «Фсрар-Крипто» со страницы проверки, вставьте токен и начните проверку снова.',
        ],
      },
      en: {
        title: 'The account asks for «Фсрар-Крипто»',
        reason:
          'The old account signs through that program in Internet Explorer. Neither the wizard nor the UTM needs it: the key is issued through the UTM.',
        steps: [
          'The easiest is to issue the key here, through the UTM.',
          'If you need the account itself: close every window of Internet Explorer, install «Фсрар-Крипто» from the page of the check, insert the token and start the check again.',
        ],
      },
    },
  },
  {
    id: 'account/smart-card-asked',
    codes: [],
    messages: [
      'Выберите устройство чтения смарт-карт',
      'Обнаружена смарт-карта, но она не может использоваться для текущей операции.',
      'Смарт-карта не может выполнить запрошенную операцию либо операция требует другой смарт-карты',
      'The smart card cannot perform the requested operation or the operation requires a different smart card',
    ],
    actions: ['check-again'],
    confidence: 'one-source',
    source: 'domsireni.ru',
    texts: {
      ru: {
        title: 'Windows просит выбрать смарт-карту вместо PIN-кода',
        reason:
          'Так бывает при выпуске ключа в старом личном кабинете: Windows перехватывает обращение к токену. Слова переведены обратно с английского и могут немного отличаться.',
        steps: [
          'Нажмите «Отмена»: PIN-код вводят не в этом окне.',
          'Оставьте в компьютере один токен и обновите его драйвер.',
          'Выпустите ключ здесь, через УТМ: этого окна не будет.',
        ],
      },
      en: {
        title: 'Windows asks for a smart card instead of the PIN',
        reason:
          'It happens when a key is issued in the old account: Windows steps in between. The words were translated back and may differ a little.',
        steps: [
          'Press “Cancel”: the PIN is not typed in that window.',
          'Leave one token in the computer and update its driver.',
          'Issue the key here, through the UTM: that window will not come.',
        ],
      },
    },
  },
  {
    id: 'account/outlet-missing',
    codes: ['problem:ACCOUNT_PLACE_UNKNOWN'],
    messages: ['Подтверждена ФНС', 'Получить ключ'],
    asked: ['В разделе «Получить ключ» нет торговой точки'],
    actions: ['choose-another-subdivision'],
    confidence: 'confirmed',
    source: 'instructions of the agency, parts 0 and 2',
    texts: {
      ru: {
        title: 'В личном кабинете нет нужной точки',
        reason: 'Точки с лицензией приходят в кабинет из реестра лицензий, остальные вводят сами, и их проверяет ФНС.',
        steps: [
          'Есть лицензия: обратитесь в поддержку ФСРАР по вопросам ЕГАИС.',
          'Нет лицензии: добавьте точку в разделе «Контрагенты» и ждите статуса «Подтверждена ФНС», до пяти рабочих дней.',
        ],
      },
      en: {
        title: 'The place is missing in the account',
        reason:
          'Places with a licence come from the register of licences; the others are entered by hand, and the tax service checks them.',
        steps: [
          'With a licence: ask the agency’s support for EGAIS.',
          'Without one: add the place in the section «Контрагенты» and wait for «Подтверждена ФНС», up to five working days.',
        ],
      },
    },
  },
  {
    id: 'account/no-make-key-button',
    codes: [],
    messages: ['Сформировать ключ', 'убедитесь, что на каждом подразделении есть кнопка'],
    asked: ['Нет кнопки «Сформировать ключ»'],
    actions: [],
    confidence: 'confirmed',
    source: 'its.1c.ru',
    texts: {
      ru: {
        title: 'Под точкой нет кнопки «Сформировать ключ»',
        reason: 'У этой точки неверны реквизиты: КПП или адрес.',
        steps: ['Исправьте реквизиты точки в разделе «Контрагенты».', 'Дождитесь проверки; кнопка появится.'],
      },
      en: {
        title: 'The place has no button «Сформировать ключ»',
        reason: 'The particulars of the place are wrong: КПП or address.',
        steps: ['Correct them in the section «Контрагенты».', 'Wait for the check; the button will appear.'],
      },
    },
  },
  {
    id: 'account/site-down',
    codes: ['problem:ACCOUNT_UNREACHABLE'],
    messages: ['503 Service Unavailable'],
    asked: ['Сайт ЕГАИС не открывается', 'service.egais.ru недоступен'],
    actions: ['try-again'],
    confidence: 'one-source',
    source: 'domsireni.ru',
    texts: {
      ru: {
        title: 'Личный кабинет не отвечает',
        reason: 'Сам сайт ЕГАИС лежит крайне редко; чаще дело в этом компьютере: в интернете, прокси или часах.',
        steps: [
          'Откройте сайт с другого устройства, например с телефона.',
          'Если там он открывается, проверьте этот компьютер на первом шаге мастера.',
        ],
      },
      en: {
        title: 'The account does not answer',
        reason:
          'The EGAIS site itself is down extremely rarely; more often it is this computer: the internet, a proxy or the clock.',
        steps: [
          'Open the site on another device, a phone for example.',
          'If it opens there, check this computer on the first step of the wizard.',
        ],
      },
    },
  },
] as const satisfies readonly HelpEntry[];
