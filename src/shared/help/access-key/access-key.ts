import type { HelpEntry } from '../entry.ts';

/** Making the access key, and what it must stand beside. */
export const accessKeyHelp = [
  {
    id: 'access-key/refused',
    codes: ['problem:EGAIS_UTM_REFUSED'],
    messages: [],
    asked: ['Не удалось сгенерировать сертификат', 'GET /api/rsa/keygen 500'],
    actions: ['open-utm-home', 'copy-details'],
    confidence: 'undescribed',
    source: 'one production script of a retail chain',
    texts: {
      ru: {
        title: 'УТМ отказался выпустить ключ доступа',
        reason:
          'Причину УТМ пишет в ответе своими словами; полного списка его отказов открыто нет. Мастер показывает ответ как есть и сам запрос не повторяет.',
        steps: [
          'Прочитайте ответ УТМ: в нём обычно назван ИНН, КПП или адрес, который не сошёлся.',
          'Проверьте, что на токене одна подпись и нет лишней ключевой пары ГОСТ.',
          'Попробуйте на странице самого УТМ: «Генерация ключа доступа к ЕГАИС».',
        ],
      },
      en: {
        title: 'The UTM refused to issue the access key',
        reason:
          'The UTM gives the reason in words of its own; there is no open list of its refusals. The wizard shows the answer as it is and does not repeat the request.',
        steps: [
          'Read the UTM’s answer: it usually names the ИНН, КПП or address that did not fit.',
          'Check that the token holds one signature and no stray GOST key pair.',
          'Try on the UTM’s own page: «Генерация ключа доступа к ЕГАИС».',
        ],
      },
    },
  },
  {
    id: 'access-key/several-signatures',
    codes: [],
    messages: ['Ключевая пара ГОСТ Р'],
    asked: ['Лишняя ключевая пара ГОСТ без сертификата'],
    actions: ['check-again'],
    confidence: 'confirmed',
    source: 'support.evotor.ru',
    texts: {
      ru: {
        title: 'На токене несколько подписей или лишняя ключевая пара',
        reason:
          'УТМ берёт не ту подпись, и ключ доступа не выпускается или выпускается негодный. Мешает и прежний ключ доступа.',
        steps: [
          'Оставьте на токене одну подпись. Контейнер действующей подписи не удаляйте ни в коем случае.',
          'Удалите прежний ключ доступа и ключевую пару ГОСТ, у которой нет сертификата.',
          'Выпустите ключ доступа снова.',
        ],
      },
      en: {
        title: 'Several signatures or a stray key pair on the token',
        reason:
          'The UTM takes the wrong signature, and the access key is not issued, or a bad one is. A former access key is in the way too.',
        steps: [
          'Leave one signature on the token. Never delete the container of the signature in force.',
          'Delete the former access key and the GOST key pair that has no certificate.',
          'Issue the access key again.',
        ],
      },
    },
  },
  {
    id: 'access-key/no-role',
    codes: [],
    messages: ['Физическое лицо с машиночитаемой доверенностью', 'Физическое лицо с МЧД'],
    asked: ['Нет роли физического лица с доверенностью'],
    actions: ['open-utm-download-page'],
    confidence: 'confirmed',
    source: 'support.evotor.ru',
    texts: {
      ru: {
        title: 'УТМ не предлагает роль с доверенностью',
        reason: 'Роль «Физическое лицо с МЧД» есть только в УТМ не старше сборки 4.2.0-2538.',
        steps: ['Обновите УТМ и откройте «Генерация ключа доступа к ЕГАИС» снова.'],
      },
      en: {
        title: 'The UTM offers no role with a power of attorney',
        reason: 'The role «Физическое лицо с МЧД» exists in UTM build 4.2.0-2538 and newer only.',
        steps: ['Update the UTM and open «Генерация ключа доступа к ЕГАИС» again.'],
      },
    },
  },
  {
    id: 'access-key/role-for-organisation',
    codes: [],
    messages: ['Выберите роль доступа', 'Руководитель ИП'],
    actions: [],
    confidence: 'undescribed',
    source: 'instructions of the agency; support.evotor.ru',
    texts: {
      ru: {
        title: 'УТМ просит выбрать роль доступа',
        reason:
          'Роль спрашивают, когда на токене подпись человека, а не организации. По инструкции для подписи организации выбора нет; если страница всё же появилась, пользователи советуют «Руководитель ИП».',
        steps: [
          'ИП выбирает «Руководитель ИП», сотрудник с доверенностью — «Физическое лицо с машиночитаемой доверенностью».',
          'Если вы организация, проверьте сначала, та ли подпись на токене.',
        ],
      },
      en: {
        title: 'The UTM asks for a role of access',
        reason:
          'It asks when the signature on the token is a person’s and not an organisation’s. By the instructions an organisation has no choice; if the page came up all the same, users advise «Руководитель ИП».',
        steps: [
          'A sole proprietor chooses «Руководитель ИП», an employee with a power of attorney «Физическое лицо с машиночитаемой доверенностью».',
          'If you are an organisation, first check whether the right signature is on the token.',
        ],
      },
    },
  },
  {
    id: 'access-key/on-another-token',
    codes: [],
    messages: [],
    asked: ['RSA и ГОСТ на разных токенах'],
    actions: ['choose-another-token'],
    confidence: 'confirmed',
    source: 'its.1c.ru',
    texts: {
      ru: {
        title: 'Ключ доступа и подпись на разных токенах',
        reason: 'УТМ так не работает: ключ доступа (RSA) и подпись (ГОСТ) должны лежать на одном токене.',
        steps: ['Вставьте токен с подписью и выпустите ключ доступа на него.', 'Токен со старым ключом уберите.'],
      },
      en: {
        title: 'The access key and the signature are on different tokens',
        reason: 'The UTM does not work like that: the access key (RSA) and the signature (GOST) must be on one token.',
        steps: [
          'Insert the token with the signature and issue the access key onto it.',
          'Put the token with the old key away.',
        ],
      },
    },
  },
  {
    id: 'access-key/old-signature-left',
    codes: [],
    messages: [
      'В процессе инициализации все данные из памяти приложения на токене будут удалены',
      'Приложение успешно проинициализировано.',
    ],
    actions: ['open-jacarta-page'],
    confidence: 'confirmed',
    source: 'instructions of the agency, parts 1 and 3',
    texts: {
      ru: {
        title: 'Подпись обновили, а прежняя осталась на JaCarta',
        reason:
          'Инструкция советует перед новой подписью инициализировать часть ГОСТ. Инициализация стирает в этой части всё, и действующую подпись тоже.',
        steps: [
          'Не инициализируйте токен, если новая подпись уже на нём.',
          'Удалите прежнюю подпись, когда её срок закончился, или попросите удостоверяющий центр.',
          'Потом выпустите ключ доступа.',
        ],
      },
      en: {
        title: 'The signature was renewed, and the former one stayed on the JaCarta',
        reason:
          'The instructions advise to initialise the GOST part before a new signature. That erases everything in the part, a signature in force included.',
        steps: [
          'Do not initialise a token that holds the new signature already.',
          'Delete the former signature once it has expired, or ask the certification authority.',
          'Then issue the access key.',
        ],
      },
    },
  },
  {
    id: 'access-key/evotor',
    codes: [],
    messages: [],
    asked: ['Эвотор не продаёт алкоголь', 'Эвотор: ошибка при продаже алкоголя, реквизиты'],
    actions: [],
    confidence: 'confirmed',
    source: 'support.evotor.ru',
    texts: {
      ru: {
        title: 'Касса Эвотор не продаёт алкоголь',
        reason:
          'В кассе указаны реквизиты человека, на которого выпущен ключ по доверенности, а нужны реквизиты организации.',
        steps: ['Укажите в настройках кассы ИНН, КПП и название организации.'],
      },
      en: {
        title: 'An Evotor till does not sell alcohol',
        reason:
          'The till holds the particulars of the person whose key was issued by a power of attorney; those of the organisation are needed.',
        steps: ['Enter the ИНН, КПП and name of the organisation in the settings of the till.'],
      },
    },
  },
  {
    id: 'access-key/what-is-what',
    codes: [],
    messages: [],
    asked: ['Где взять FSRAR ID', 'Какой сертификат перевыпускать'],
    actions: [],
    confidence: 'one-source',
    source: 'a public note',
    texts: {
      ru: {
        title: 'Что где получают: подпись, ключ доступа, FSRAR ID',
        reason:
          'Подпись (ГОСТ) выдаёт удостоверяющий центр, организациям и ИП это ФНС. Ключ доступа (RSA, PKI) выпускают через УТМ или личный кабинет ЕГАИС. FSRAR ID — двенадцать цифр, номер места в ЕГАИС: он написан в сертификате ключа доступа.',
        steps: [
          'Кончилась подпись: в удостоверяющий центр, потом новый ключ доступа.',
          'Кончился ключ доступа: только новый ключ доступа.',
          'FSRAR ID показывают страница УТМ и страница «Сертификаты и ключи на токене».',
        ],
      },
      en: {
        title: 'What is got where: signature, access key, FSRAR ID',
        reason:
          'The signature (GOST) is issued by a certification authority, for organisations and sole proprietors the tax service. The access key (RSA, PKI) is issued through the UTM or the EGAIS account. The FSRAR ID, twelve digits, is the number of a place in EGAIS: it stands in the certificate of the access key.',
        steps: [
          'The signature has ended: go to the authority, then get a new access key.',
          'The access key has ended: a new access key is all you need.',
          'The FSRAR ID is on the UTM’s page and on the page “Certificates and keys on the token”.',
        ],
      },
    },
  },
] as const satisfies readonly HelpEntry[];
