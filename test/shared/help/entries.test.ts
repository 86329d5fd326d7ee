import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { codesInWords } from '../../../src/shared/help/codes.ts';
import { describeHelp } from '../../../src/shared/help/described.ts';
import { helpById, helpEntries, helpOf } from '../../../src/shared/help/registry.ts';
import { findHelp } from '../../../src/shared/help/search.ts';
import { problemCatalogue } from '../../../src/shared/problems/problem.ts';

const entries = helpEntries.map((entry) => [entry.id, entry] as const);
const languages = ['ru', 'en'] as const;

describe('the help', () => {
  it('explains every code of every catalogue, each in one place, and none that is not there', () => {
    expect(helpEntries.flatMap(({ codes }) => codes).sort()).toEqual([...codesInWords.keys()].sort());
    for (const code of codesInWords.keys()) expect(helpOf(code)?.codes).toContain(code);
  });

  it('has more than a hundred and twenty entries, each under a name of its own', () => {
    expect(helpEntries.length).toBeGreaterThan(120);
    expect(new Set(helpEntries.map(({ id }) => id)).size).toBe(helpEntries.length);
  });

  it('says nothing twice', () => {
    for (const language of languages) {
      const said = helpEntries.map(({ texts }) => `${texts[language].title}\n${texts[language].reason}`);
      expect(said.filter((words, at) => said.indexOf(words) !== at)).toEqual([]);
    }
  });

  it('keeps each literal message for one entry', () => {
    const messages = helpEntries.flatMap((entry) => entry.messages);
    expect(messages.filter((message, at) => messages.indexOf(message) !== at)).toEqual([]);
  });

  it.each(entries)('%s speaks both languages, to a person', (_id, { texts, messages }) => {
    expect(texts.en.steps).toHaveLength(texts.ru.steps.length);
    for (const language of languages) {
      const { title, reason, steps } = texts[language];
      expect(title.length).toBeGreaterThan(3);
      expect(reason.length).toBeGreaterThan(1);
      expect(title).not.toMatch(/ошибка|\berror\b/i);
      expect([title, reason, ...steps].join(' ')).not.toMatch(/CKR_|CKA_|PKCS|Cryptoki|слот\b|\bslot\b|\{\{|\}\}/i);
      for (const step of steps) expect(step.trim()).toBe(step);
    }
    expect(texts.ru.title).toMatch(/[а-яё]/i);
    for (const message of messages) expect(message.trim()).toBe(message);
  });

  it.each([
    'utm/cheques-unsent',
    'utm/licence',
    'utm/settings-update',
    'utm/other-program',
    'utm/database-locked',
    'utm/access-key-revoked',
    'access-key/no-places',
    'access-key/refused',
    'access-key/what-is-what',
    'account/smart-card-asked',
    'account/site-down',
    'token/memory-damaged',
    'token/jacarta-no-tokens',
    'token/microsoft-driver',
  ])('%s, known from one report or by inference, says so', (id) => {
    const entry = helpById(id);
    for (const language of languages) expect(entry && describeHelp(entry, language).doubt).toMatch(/[.]$/);
  });

  it('names a source for whatever the product does not know of itself', () => {
    for (const { id, messages, source } of helpEntries)
      if (id.startsWith('utm/') && messages.length > 0) expect(source).not.toBeNull();
  });

  it.each(entries)('%s is found by its own title', (id, { texts }) => {
    for (const language of languages) {
      const found = findHelp(texts[language].title).slice(0, 3);
      expect(found.map(({ entry }) => entry.id)).toContain(id);
    }
  });

  it.each(entries)('%s is found first by each of its literal messages', (id, { messages }) => {
    for (const message of messages) expect(findHelp(message)[0]?.entry.id, message).toBe(id);
  });
});

it('every problem of the catalogue can happen', () => {
  const sources = ['src', 'scripts'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((file) => path.join(folder, file))
      .filter((file) => /\.(?:tsx?|mjs)$/.test(file)),
  );
  const elsewhere = sources
    .filter((file) => !file.includes(path.join('shared', 'help')))
    .filter((file) => !/shared.problems.(?!token-return-codes)/.test(file))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  expect(Object.keys(problemCatalogue).filter((code) => !elsewhere.includes(code))).toEqual([]);
});
