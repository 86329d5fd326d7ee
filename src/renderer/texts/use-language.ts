import { useTranslation } from 'react-i18next';
import { type Language, languageSchema } from '../../shared/language.ts';

/** The language the window speaks now. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return languageSchema.catch('ru').parse(i18n.language);
}
