import { expect, it } from 'vitest';
import { describeProblem } from '../../src/shared/problems/described.ts';
import type { ProblemEntry } from '../../src/shared/problems/entry.ts';
import { type ProblemCode, problem, problemCatalogue } from '../../src/shared/problems/problem.ts';

const entries = Object.entries(problemCatalogue) as [ProblemCode, ProblemEntry][];
const places = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();

it.each(entries)('%s speaks both languages, to a person', (_code, { texts }) => {
  for (const { title, reason } of [texts.ru, texts.en]) {
    expect(title.length).toBeGreaterThan(3);
    expect(reason.length).toBeGreaterThan(10);
    expect(`${title} ${reason}`).not.toMatch(/CKR_|CKA_|PKCS|Cryptoki|слот|slot\b/i);
    expect(title).not.toMatch(/ошибка|error/i);
  }
  expect(places(texts.en.title + texts.en.reason)).toEqual(places(texts.ru.title + texts.ru.reason));
});

it('a problem in words leaves no place unfilled, and shows days instead of moments', () => {
  const described = describeProblem(
    problem('SETUP_QUALIFIED_CERTIFICATE_EXPIRED', { holder: 'ООО «Ромашка»', date: '2026-09-18T10:00:00Z' }),
    'ru',
  );
  expect(described.reason).toContain('ООО «Ромашка»');
  expect(described.reason).toContain('18.09.2026');
  expect(JSON.stringify(described)).not.toContain('{{');
});
