import type { HelpEntry } from '../entry.ts';

/** Powers of attorney (МЧД): refused, out of force, or of a file that is no such file. */
export const mchdHelp = [
  {
    id: 'mchd/refused',
    codes: ['problem:ACCOUNT_MCHD_REFUSED', 'problem:SETUP_MCHD_NOT_ACCEPTED'],
    messages: [],
    asked: ['МЧД не прошла проверку', 'МЧД не найдена в реестре ФНС', 'Доверенность не приняли'],
    actions: ['copy-details'],
    confidence: 'confirmed',
    source: 'instructions of the agency, part 4; wiki.dxbx.ru',
    texts: {
      ru: {
        title: 'Доверенность (МЧД) не приняли',
        reason:
          'Доверенность должна быть единой формы, загружена в реестр ФНС, действовать сегодня, быть выдана тому человеку, чья подпись на токене, и содержать нужные полномочия. Какой именно код полномочия нужен, открыто не описано.',
        steps: [
          'Проверьте файл и подпись к нему здесь, на шаге «Место деятельности»: мастер назовёт, что не сходится.',
          'Откройте реестр ФНС и найдите номер доверенности. Создать, подписать и загрузить в реестр — три разных действия.',
          'Если дело в полномочиях или в человеке, попросите доверителя выпустить новую.',
        ],
      },
      en: {
        title: 'The power of attorney (МЧД) was not taken',
        reason:
          'It must have the unified form, be in the tax service’s register, be in force today, be given to the person whose signature is on the token, and contain the powers. Which code of power is needed is not described openly.',
        steps: [
          'Check the file and its signature here, on the step “Place of activity”: the wizard names what does not fit.',
          'Open the tax service’s register and find the number. To make, to sign and to upload are three separate acts.',
          'If it is the powers or the person, ask the principal for a new one.',
        ],
      },
    },
  },
  {
    id: 'mchd/inactive',
    codes: ['mchd:expired'],
    messages: [],
    asked: ['МЧД неактивна', 'Доверенность отозвана', 'Обмен отклонён, МЧД истекла'],
    actions: [],
    confidence: 'confirmed',
    source: 'LiRense/utmmeet',
    texts: {
      ru: {
        title: 'Доверенность больше не действует, и обмен отклоняют',
        reason:
          'Ключ доступа исправен, но доверенность, по которой его выпустили, истекла или отозвана. ЕГАИС отклоняет документы законно.',
        steps: [
          'Попросите доверителя выпустить новую доверенность и загрузить её в реестр ФНС.',
          'Выпустите по ней новый ключ доступа и перезапустите УТМ.',
        ],
      },
      en: {
        title: 'The power of attorney has ended, and the exchange is refused',
        reason:
          'The access key is sound, but the power of attorney it was issued by has expired or was revoked. EGAIS is right to refuse documents.',
        steps: [
          'Ask the principal for a new one and to upload it to the tax service’s register.',
          'Issue a new access key by it and restart the UTM.',
        ],
      },
    },
  },
  {
    id: 'mchd/old-access-key-left',
    codes: [],
    messages: [],
    asked: ['Переход на МЧД, на токене старый ключ RSA'],
    actions: [],
    confidence: 'confirmed',
    source: 'support.evotor.ru',
    texts: {
      ru: {
        title: 'Переходите на доверенность, а прежний ключ доступа ещё на токене',
        reason: 'Прежний ключ мешает: УТМ берёт его вместо нового.',
        steps: [
          'Удалите прежний ключ доступа на странице «Сертификаты и ключи на токене».',
          'Получите доверенность и загрузите её в реестр ФНС.',
          'Выпустите новый ключ доступа.',
        ],
      },
      en: {
        title: 'You change to a power of attorney, and the former access key is still on the token',
        reason: 'The former key is in the way: the UTM takes it in place of the new one.',
        steps: [
          'Delete the former access key on the page “Certificates and keys on the token”.',
          'Get the power of attorney and upload it to the register.',
          'Issue a new access key.',
        ],
      },
    },
  },
  {
    id: 'mchd/file-abnormal',
    codes: [
      'problem:MCHD_TOO_DEEP',
      'problem:MCHD_TOO_MANY_ELEMENTS',
      'problem:MCHD_TOO_MANY_ATTRIBUTES',
      'problem:MCHD_ATTRIBUTE_TOO_LONG',
      'problem:MCHD_NAME_TOO_LONG',
      'problem:MCHD_TEXT_TOO_LONG',
    ],
    messages: [],
    actions: [],
    confidence: 'confirmed',
    source: null,
    texts: {
      ru: {
        title: 'Файл доверенности устроен так, как доверенности не бывают',
        reason:
          'Слишком много разделов, слишком глубоко вложенные или слишком длинные тексты. Так выглядят файлы, сделанные во вред, поэтому мастер их не читает.',
        steps: ['Возьмите файл заново там, где доверенность создавали.'],
      },
      en: {
        title: 'The file is built as no power of attorney is',
        reason:
          'Too many sections, nested too deeply, or texts that are too long. Files made to do harm look like that, so the wizard does not read them.',
        steps: ['Get the file anew from where the document was made.'],
      },
    },
  },
  {
    id: 'mchd/number-mistyped',
    codes: [
      'mchd:inn-organization-form',
      'mchd:inn-organization-digits',
      'mchd:inn-person-form',
      'mchd:inn-person-digits',
      'mchd:kpp-form',
      'mchd:ogrn-form',
      'mchd:ogrn-digits',
      'mchd:ogrnip-form',
      'mchd:ogrnip-digits',
      'mchd:snils-form',
      'mchd:snils-digits',
    ],
    messages: [],
    actions: [],
    confidence: 'confirmed',
    source: null,
    texts: {
      ru: {
        title: 'В доверенности опечатка в номере: ИНН, КПП, ОГРН или СНИЛС',
        reason:
          'У таких номеров есть длина и контрольные цифры, и здесь они не сходятся: одну цифру пропустили, добавили или переставили.',
        steps: [
          'Сверьте номер с документом.',
          'Исправить файл нельзя: подпись перестанет подходить. Попросите доверителя выпустить доверенность заново.',
        ],
      },
      en: {
        title: 'A number in the power of attorney is mistyped: ИНН, КПП, ОГРН or СНИЛС',
        reason:
          'Such numbers have a length and check digits, and they do not fit here: a digit was left out, added or swapped.',
        steps: [
          'Compare the number with the paper.',
          'The file cannot be mended: the signature would no longer fit. Ask the principal to issue it anew.',
        ],
      },
    },
  },
] as const satisfies readonly HelpEntry[];
