import { createInstance } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { locales, type RussianTexts } from '../shared/locales/index.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    readonly defaultNS: 'translation';
    readonly resources: { readonly translation: RussianTexts };
  }
}

/** The texts of the window. React escapes what it shows, so the texts do not. */
export const i18n = createInstance();
void i18n.use(initReactI18next).init({
  lng: 'ru',
  fallbackLng: 'ru',
  resources: { ru: { translation: locales.ru }, en: { translation: locales.en } },
  interpolation: { escapeValue: false },
  initAsync: false,
});
