import { z } from 'zod';

export const languageSchema = z.enum(['ru', 'en']);
export type Language = z.infer<typeof languageSchema>;

/** A text in every language of the product; Russian is the original. */
export type Bilingual<T> = { readonly [language in Language]: T };
