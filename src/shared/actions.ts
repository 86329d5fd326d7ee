import { z } from 'zod';
import type { Bilingual } from './language.ts';

/**
 * What a person can do about a problem or a finding, with the label of its button.
 * An action is listed here only when pressing it does something.
 */
export const actionLabels = {
  'try-again': { ru: 'Попробовать снова', en: 'Try again' },
  'check-again': { ru: 'Проверить снова', en: 'Check again' },
  'enter-pin': { ru: 'Ввести PIN-код', en: 'Enter the PIN' },
  'choose-another-token': { ru: 'Выбрать другой токен', en: 'Choose another token' },
  'choose-another-subdivision': { ru: 'Выбрать другое место', en: 'Choose another place' },
  'get-qualified-certificate': { ru: 'Получить подпись', en: 'Get a signature' },
  'insert-token': { ru: 'Вставить токен и проверить', en: 'Insert the token and check' },
  'open-jacarta-page': { ru: 'Страница «Единый Клиент JaCarta»', en: '“JaCarta Unified Client” page' },
  'open-rutoken-page': { ru: 'Страница драйверов Рутокен', en: 'Rutoken drivers page' },
  'open-utm-download-page': { ru: 'Страница загрузки УТМ', en: 'UTM download page' },
  'open-utm-home': { ru: 'Открыть страницу УТМ', en: 'Open the UTM page' },
  'install-utm': { ru: 'Установить УТМ', en: 'Install the UTM' },
  'look-at-utm': { ru: 'Посмотреть, что с УТМ', en: 'See what is with the UTM' },
  'start-smart-card-service': { ru: 'Запустить службу', en: 'Start the service' },
  'start-utm-service': { ru: 'Запустить УТМ', en: 'Start the UTM' },
  'restart-utm': { ru: 'Перезапустить УТМ', en: 'Restart the UTM' },
  'set-clock': { ru: 'Выставить часы', en: 'Set the clock' },
  'install-driver-file': { ru: 'Установить из файла…', en: 'Install from a file…' },
  'save-diagnostics': { ru: 'Сохранить диагностику', en: 'Save diagnostics' },
  'copy-details': { ru: 'Скопировать подробности', en: 'Copy the details' },
} as const satisfies Record<string, Bilingual<string>>;

export type ActionId = keyof typeof actionLabels;

export const actionIdSchema = z.enum(Object.keys(actionLabels) as [ActionId, ...ActionId[]]);
