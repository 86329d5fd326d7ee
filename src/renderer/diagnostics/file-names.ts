import type { Language } from '../../shared/language.ts';

/** Under which words each file is shown. */
export const fileWords = {
  'manifest.json': 'manifest',
  'checks.json': 'checks',
  'tokens.json': 'tokens',
  'pcsc.txt': 'readers',
  'utm.json': 'utm',
  'utm-log.txt': 'utmLog',
  'app.log': 'appLog',
  'run-record.json': 'runRecord',
} as const;

export const isKnownFile = (name: string): name is keyof typeof fileWords => Object.hasOwn(fileWords, name);

const locale: Record<Language, string> = { ru: 'ru-RU', en: 'en-GB' };

/** `12,5 кБ`, `1.2 kB`. */
export const formatSize = (bytes: number, language: Language): string =>
  new Intl.NumberFormat(locale[language], { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 1 }).format(
    bytes / 1000,
  );
