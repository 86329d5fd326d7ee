import type { HelpEntry } from '../entry.ts';

/** Places of activity that are missing or told apart wrongly. */
export const placesHelp = [
  {
    id: 'access-key/no-places',
    codes: ['problem:EGAIS_NO_SUBDIVISIONS'],
    messages: ['{"rows":[]}'],
    asked: ['Список мест осуществления деятельности пуст', 'Нет доступных подразделений'],
    actions: ['try-again', 'open-utm-home'],
    confidence: 'inferred',
    source: 'iMironRU/utm-orchestrator; its.1c.ru',
    texts: {
      ru: {
        title: 'Список мест деятельности пуст',
        reason:
          'УТМ не прочитал подпись на токене, не связался с ЕГАИС, или место в ЕГАИС не заведено. Какая из трёх причин, УТМ не говорит.',
        steps: [
          'Проверьте, что на токене действующая подпись и есть интернет.',
          'Организация с лицензией: место должно быть в лицензии и в реестре. Без лицензии: заведите его в личном кабинете, раздел «Контрагенты», и дождитесь «Подтверждена ФНС».',
        ],
      },
      en: {
        title: 'The list of places is empty',
        reason:
          'The UTM did not read the signature on the token, did not reach EGAIS, or the place is not registered in EGAIS. Which of the three it is, the UTM does not say.',
        steps: [
          'Check that the token holds a signature in force and that the internet works.',
          'An organisation with a licence: the place must be in the licence and its register. Without one: enter it in the account, section “Контрагенты”, and wait for «Подтверждена ФНС».',
        ],
      },
    },
  },
  {
    id: 'access-key/same-kpp',
    codes: [],
    messages: [],
    asked: ['Одинаковый КПП, адреса разные', 'КПП не соответствует адресу'],
    actions: [],
    confidence: 'confirmed',
    source: 'its.1c.ru',
    texts: {
      ru: {
        title: 'У двух точек один КПП и разные адреса',
        reason: 'ЕГАИС ждёт, что у одного КПП один адрес, до номера дома.',
        steps: [
          'Если это одна точка, исправьте адрес, чтобы он совпал.',
          'Если точки разные, получите в ФНС отдельный КПП.',
        ],
      },
      en: {
        title: 'Two places have one КПП and different addresses',
        reason: 'EGAIS expects one КПП to have one address, down to the house.',
        steps: [
          'If it is one place, correct the address so that both agree.',
          'If the places differ, get a separate КПП from the tax service.',
        ],
      },
    },
  },
] as const satisfies readonly HelpEntry[];
