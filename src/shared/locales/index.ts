import { en } from './en/index.ts';
import { ru } from './ru/index.ts';

/** The texts of the window by language. Russian is the original and gives the keys their types. */
export const locales = { ru, en } as const;

export type RussianTexts = typeof ru;
