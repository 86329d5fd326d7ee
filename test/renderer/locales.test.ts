import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Language } from '../../src/shared/language.ts';
import { locales } from '../../src/shared/locales/index.ts';

const pluralSuffix = /_(zero|one|two|few|many|other)$/;

type Texts = { readonly [key: string]: string | Texts };

const flatten = (texts: Texts, path = ''): readonly (readonly [string, string])[] =>
  Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as const] : flatten(value, `${path}${key}.`),
  );

const entries = { ru: flatten(locales.ru), en: flatten(locales.en) };
const base = (key: string) => key.replace(pluralSuffix, '');
const bases = (language: Language) => [...new Set(entries[language].map(([key]) => base(key)))];
const sentence = (text: string) => text.replace(/\{\{\w+\}\}/g, '');
const placeholders = (text: string) =>
  [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name))].sort();

describe('the texts of the window', () => {
  it('have the same keys in both languages, in the same order', () => {
    expect(bases('en')).toEqual(bases('ru'));
  });

  it.each(['ru', 'en'] as const)('have every plural form that %s needs, and none it never uses', (language) => {
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const forms = new Map<string, string[]>();
    for (const [key] of entries[language]) {
      const form = pluralSuffix.exec(key)?.[1];
      if (form) forms.set(base(key), [...(forms.get(base(key)) ?? []), form]);
    }
    expect(forms.size).toBeGreaterThan(5);
    for (const [key, present] of forms) expect(present.sort(), key).toEqual([...needed].sort());
  });

  it('name the same values in both languages; a form for exactly one may leave its number out', () => {
    const named = (language: Language) => {
      const values = new Map<string, Set<string>>();
      for (const [key, text] of entries[language]) {
        const known = values.get(base(key)) ?? new Set();
        for (const name of placeholders(text)) if (name) known.add(name);
        values.set(base(key), known);
      }
      return Object.fromEntries([...values].map(([key, names]) => [key, [...names].sort()]));
    };
    expect(named('en')).toEqual(named('ru'));
  });

  it('are all used by the window', () => {
    const folder = path.resolve('src/renderer');
    const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => readFileSync(path.join(folder, file), 'utf8'))
      .join('\n');
    // t('a.b') names one key; t(`a.${x}.b`) names every key that has something in the place of x.
    const named = [
      ...sources.matchAll(/\bt\(\s*(?:'([^']+)'|`([^`]+)`)/g),
      ...sources.matchAll(/\? t\('([^']+)'/g),
    ].map(([, plain, template]) => (plain ?? template ?? '').replace(/[.]/g, '\\.').replace(/\$\{[^}]*\}/g, '[^.]*'));
    const used = new RegExp(`^(?:${named.join('|')})$`);
    expect(bases('ru').filter((key) => !used.test(key))).toEqual([]);
  });

  it('are all filled, and trimmed', () => {
    for (const language of ['ru', 'en'] as const) {
      for (const [key, text] of entries[language]) expect(text.trim(), `${language} ${key}`).toBe(text);
      for (const [key, text] of entries[language]) expect(text, `${language} ${key}`).not.toBe('');
    }
  });

  it('keep to «ёлочки», and never say a word of PKCS#11 or «Ошибка»', () => {
    for (const [key, text] of [...entries.ru, ...entries.en]) {
      expect(sentence(text), key).not.toMatch(/CKR_|PKCS|slot|слот|апплет|applet|Ошибка|"/i);
    }
    for (const [key, text] of entries.ru) expect(text, key).not.toMatch(/“|”| - /);
  });
});
