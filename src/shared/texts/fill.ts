import type { Language } from '../language.ts';

type Values = Readonly<Record<string, string | number>>;

const isoMoment = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/;
const locales: Record<Language, string> = { ru: 'ru-RU', en: 'en-GB' };

/** A day as people write it: `18.09.2027`. `iso` is ISO 8601 in UTC; the day is that of this computer's time zone. */
export const formatDay = (iso: string, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], { day: '2-digit', month: '2-digit', year: 'numeric' }).format(
    new Date(iso),
  );

const shown = (value: string | number | undefined, language: Language): string => {
  if (value === undefined) return '—';
  return typeof value === 'string' && isoMoment.test(value) ? formatDay(value, language) : String(value);
};

/** Fills `{{name}}` places of a text. Moments in ISO 8601 become days; a value that is not there becomes a dash. */
export const fillText = (text: string, values: Values, language: Language): string =>
  text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => shown(values[name], language));
