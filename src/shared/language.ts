import { z } from 'zod';

export const languageSchema = z.enum(['ru', 'en']);
export type Language = z.infer<typeof languageSchema>;

/** EGAIS is Russian, and so are its users; everybody else has the switch on the first screen, or `--lang en`. */
export const DEFAULT_LANGUAGE: Language = 'ru';

/** A text in every language of the product; Russian is the original. */
export type Bilingual<T> = { readonly [language in Language]: T };
