import type { Language } from '../../shared/language.ts';

const locale: Record<Language, string> = { ru: 'ru-RU', en: 'en-GB' };

/** «ноябрь 2027», "November 2027". */
export const formatMonth = (iso: string, language: Language): string =>
  language === 'ru'
    ? `${new Intl.DateTimeFormat(locale.ru, { month: 'long' }).format(new Date(iso))} ${new Date(iso).getFullYear()}`
    : new Intl.DateTimeFormat(locale[language], { month: 'long', year: 'numeric' }).format(new Date(iso));

/** `14:32`. */
export const formatClock = (iso: string, language: Language): string =>
  new Intl.DateTimeFormat(locale[language], { hour: '2-digit', minute: '2-digit' }).format(new Date(iso));

/** Minutes and seconds gone by, `0:23`; never negative. */
export function formatElapsed(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
