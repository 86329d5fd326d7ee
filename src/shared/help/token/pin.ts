import type { HelpEntry } from '../entry.ts';

/** PINs of tokens, wherever they are refused: here, in the UTM, in a vendor's program. */
export const tokenPinHelp = [
  {
    id: 'token/pin-incorrect',
    codes: ['problem:TOKEN_PIN_INCORRECT', 'verdict:pin-refused'],
    messages: ['Неверный PIN-код', 'PIN-код неверен', 'The PIN is incorrect', 'FailedLoginException'],
    actions: ['enter-pin', 'choose-another-token'],
    confidence: 'confirmed',
    source: 'iMironRU/utm-orchestrator; PKCS#11 2.40',
    texts: {
      ru: {
        title: 'PIN-код не подошёл',
        reason:
          'Токен не принял PIN-код, и попытка потрачена. На JaCarta два разных PIN-кода: для подписи (ГОСТ) и для ключа доступа (PKI); их часто путают.',
        steps: [
          'Если так пишет журнал УТМ, сразу остановите службу Transport: с неверным PIN-кодом в настройках УТМ тратит попытки при каждом запуске.',
          'Узнайте верный PIN-код у того, кто выдал токен, и посмотрите, сколько попыток осталось.',
          'В УТМ впишите оба PIN-кода и запустите его один раз.',
        ],
      },
      en: {
        title: 'The PIN did not fit',
        reason:
          'The token did not take the PIN, and a try is spent. A JaCarta has two different PINs: one for the signature (GOST), one for the access key (PKI); they are often mixed up.',
        steps: [
          'If the log of the UTM says this, stop the service Transport at once: with a wrong PIN in its settings the UTM spends a try at every start.',
          'Learn the right PIN from whoever issued the token, and see how many tries are left.',
          'Write both PINs into the UTM and start it once.',
        ],
      },
    },
  },
  {
    id: 'token/pin-locked',
    codes: ['problem:TOKEN_PIN_LOCKED', 'verdict:pin-locked'],
    messages: ['PIN-код заблокирован', 'PIN-код Пользователя заблокирован', 'PIN is blocked'],
    actions: ['choose-another-token'],
    confidence: 'confirmed',
    source: 'PKCS#11 2.40; instructions of the agency; Aleksandr-ru/RusCryptoJS',
    texts: {
      ru: {
        title: 'PIN-код заблокирован',
        reason:
          'Неверных попыток было слишком много: у Рутокена обычно десять, у JaCarta меньше. Ключи и подпись целы.',
        steps: [
          'Рутокен: «Панель управления Рутокен», вкладка администрирования, «Разблокировать». Нужен PIN-код администратора.',
          'JaCarta: «Единый Клиент JaCarta», режим администрирования, разблокировка той части, которая закрыта.',
          'Если PIN-код администратора неизвестен, обратитесь в удостоверяющий центр, который выдал токен. Не форматируйте токен: подпись пропадёт.',
        ],
      },
      en: {
        title: 'The PIN is locked',
        reason:
          'There were too many wrong tries: usually ten on a Rutoken, fewer on a JaCarta. Keys and the signature are whole.',
        steps: [
          'Rutoken: “Rutoken Control Panel”, the administration tab, “Unlock”. It takes the administrator PIN.',
          'JaCarta: “JaCarta Unified Client”, administration mode, unlock the part that is locked.',
          'If the administrator PIN is not known, ask the authority that issued the token. Do not format it: the signature would be lost.',
        ],
      },
    },
  },
  {
    id: 'token/pin-not-set',
    codes: ['problem:TOKEN_PIN_NOT_SET'],
    messages: ['0x80090020'],
    asked: ['PIN-код пользователя не инициализирован'],
    actions: ['choose-another-token'],
    confidence: 'confirmed',
    source: 'krotname/cryptopro-key-export; Aleksandr-ru/RusCryptoJS',
    texts: {
      ru: {
        title: 'На токене ещё не задан PIN-код',
        reason:
          'Так бывает у новой JaCarta ГОСТ первого поколения: PIN-код пользователя на ней пуст, и войти нечем. КриптоПро показывает тогда код 0x80090020.',
        steps: ['Задайте PIN-код пользователя, войдя с PIN-кодом администратора, в «Едином Клиенте JaCarta».'],
      },
      en: {
        title: 'No PIN is set on the token yet',
        reason:
          'A new JaCarta GOST of the first generation is like that: its user PIN is blank, and there is nothing to sign in with. CryptoPro shows code 0x80090020 then.',
        steps: ['Set the user PIN in “JaCarta Unified Client”, signing in with the administrator PIN.'],
      },
    },
  },
  {
    id: 'token/which-pin',
    codes: [],
    messages: ['Введите PIN-код'],
    asked: ['Какой PIN-код вводить, ГОСТ или PKI', 'PIN-код по умолчанию', 'Заводской PIN-код', 'Не знаю PIN-код'],
    actions: ['enter-pin'],
    confidence: 'confirmed',
    source: 'instructions of the agency; Aladdin KB0085; dev.rutoken.ru',
    texts: {
      ru: {
        title: 'Какой PIN-код спрашивают',
        reason:
          'У JaCarta две части с разными PIN-кодами: ГОСТ для подписи и PKI (RSA) для ключа доступа. У Рутокена PIN-код один на всё. PIN-код знает тот, кто выдал токен; если его не меняли, он заводской, но угадывать опасно: попытки кончаются.',
        steps: [
          'Посмотрите, какая часть названа рядом с полем: ГОСТ или PKI.',
          'Нажмите под полем «Не знаю PIN-код»: там перечислены заводские значения по моделям.',
          'Не пробуйте больше двух раз подряд: на JaCarta ГОСТ третья неверная попытка может заблокировать токен.',
        ],
      },
      en: {
        title: 'Which PIN is asked for',
        reason:
          'A JaCarta has two parts with different PINs: GOST for the signature, PKI (RSA) for the access key. A Rutoken has one PIN for all. Whoever issued the token knows it; if nobody changed it, it is the factory one, but guessing is dangerous: tries run out.',
        steps: [
          'See which part is named beside the field: GOST or PKI.',
          'Press “I don’t know the PIN” under the field: factory values by model are listed there.',
          'Do not try more than twice in a row: on a JaCarta GOST the third wrong try may lock the token.',
        ],
      },
    },
  },
] as const satisfies readonly HelpEntry[];
