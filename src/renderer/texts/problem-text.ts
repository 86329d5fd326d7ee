import type { Language } from '../../shared/language.ts';
import { type Problem, problemCatalogue } from '../../shared/problems/problem.ts';
import { fillText } from '../../shared/texts/fill.ts';

/** A problem in words. */
export function problemText(problem: Problem, language: Language): { readonly title: string; readonly reason: string } {
  const { title, reason } = problemCatalogue[problem.code].texts[language];
  return { title: fillText(title, problem.values, language), reason: fillText(reason, problem.values, language) };
}

/** What support wants to read, as one text. */
export const problemDetails = (problem: Problem): string =>
  [problem.code, ...Object.entries(problem.details).map(([name, value]) => `${name}: ${value}`)].join('\n');
