import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { type Language, languageSchema } from '../shared/language.ts';

const choicesSchema = z.object({ version: z.literal(1), language: languageSchema });

const choicesFile = (profileDir: string) => path.join(profileDir, 'choices.json');

/** The language chosen in the window, `null` before anybody chose or when the file is not ours to understand. */
export function rememberedLanguage(profileDir: string): Language | null {
  try {
    return choicesSchema.parse(JSON.parse(readFileSync(choicesFile(profileDir), 'utf8'))).language;
  } catch {
    return null;
  }
}

export function rememberLanguage(profileDir: string, language: Language): void {
  writeFileSync(choicesFile(profileDir), JSON.stringify({ version: 1, language }));
}
