import type { Language } from '../../shared/language.ts';

const locale: Record<Language, string> = { ru: 'ru-RU', en: 'en-GB' };

/** «ноябрь 2027», "November 2027". */
export const formatMonth = (iso: string, language: Language): string =>
  language === 'ru'
    ? `${new Intl.DateTimeFormat(locale.ru, { month: 'long' }).format(new Date(iso))} ${new Date(iso).getFullYear()}`
    : new Intl.DateTimeFormat(locale[language], { month: 'long', year: 'numeric' }).format(new Date(iso));

/** The calendar day of a text that begins with one (`2026-12-02`), whatever the time zone of this computer. */
const localDay = (iso: string): Date => new Date(`${iso.slice(0, 10)}T00:00:00`);

/** `02.12.2026`. */
export const formatCalendarDay = (iso: string, language: Language): string =>
  new Intl.DateTimeFormat(locale[language], { day: '2-digit', month: '2-digit', year: 'numeric' }).format(
    localDay(iso),
  );

/** A calendar day that is near enough to do without its year: `02.12`. */
export const formatNearDay = (iso: string, language: Language): string =>
  new Intl.DateTimeFormat(locale[language], { day: '2-digit', month: '2-digit' }).format(localDay(iso));

/** `14:32`. */
export const formatClock = (iso: string, language: Language): string =>
  new Intl.DateTimeFormat(locale[language], { hour: '2-digit', minute: '2-digit' }).format(new Date(iso));

/** Minutes and seconds gone by, `0:23`; never negative. */
export function formatElapsed(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Day and time to the second, as a clock on the wall is compared with: `26 ноября 2026 г. в 14:32:05`. */
export const formatMoment = (moment: Date, language: Language): string =>
  new Intl.DateTimeFormat(locale[language], { dateStyle: 'long', timeStyle: 'medium' }).format(moment);
