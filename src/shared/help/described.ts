import type { Bilingual, Language } from '../language.ts';
import type { HelpConfidence, HelpEntry } from './entry.ts';

/** What is said beside an entry that is not sure; `null` where it is. */
const doubts: { readonly [confidence in HelpConfidence]: Bilingual<string> | null } = {
  confirmed: null,
  'one-source': { ru: 'Известно по одному сообщению.', en: 'Known from one report.' },
  inferred: {
    ru: 'Это наш вывод из того, что известно; сама программа причины не называет.',
    en: 'This is our conclusion from what is known; the program itself does not name the cause.',
  },
  undescribed: { ru: 'Открыто это нигде не описано.', en: 'This is not described openly anywhere.' },
};

/** An entry in one language. `doubt` says how far it is to be believed where it is not certain. */
export function describeHelp({ id, texts, confidence }: HelpEntry, language: Language) {
  const { title, reason, steps } = texts[language];
  return { id, title, reason, steps: [...steps], doubt: doubts[confidence]?.[language] ?? null };
}
