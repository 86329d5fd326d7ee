import type { Language } from '../../shared/language.ts';

const locales: Record<Language, string> = { ru: 'ru-RU', en: 'en-GB' };
const MEGABYTE = 1024 * 1024;

/** The size of a file as people read it: `812 байт`, `14 кБ`, `3,2 МБ`. */
export function fileSize(bytes: number, language: Language): string {
  const print = (value: number, unit: string, digits = 0) =>
    new Intl.NumberFormat(locales[language], {
      style: 'unit',
      unit,
      unitDisplay: 'short',
      maximumFractionDigits: digits,
    }).format(value);
  if (bytes < 1024) return print(bytes, 'byte');
  // Rounded up, so that a file that is too large never reads as one that just fits.
  if (bytes < MEGABYTE) return print(Math.ceil(bytes / 1024), 'kilobyte');
  return print(Math.ceil((bytes / MEGABYTE) * 10) / 10, 'megabyte', 1);
}
