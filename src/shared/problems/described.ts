import { z } from 'zod';
import { type ActionId, actionIdSchema, actionLabels } from '../actions.ts';
import type { Language } from '../language.ts';
import { fillText } from '../texts/fill.ts';
import type { ProblemEntry } from './entry.ts';
import { type Problem, problemCatalogue, problemCodeSchema, problemSchema } from './problem.ts';

/** A problem in words: what the command line prints and every error screen shows. */
export const describedProblemSchema = z.object({
  code: problemCodeSchema,
  title: z.string(),
  reason: z.string(),
  actions: z.array(z.object({ id: actionIdSchema, label: z.string() })),
  details: problemSchema.shape.details,
});
export type DescribedProblem = z.infer<typeof describedProblemSchema>;

const describeAction = (id: ActionId, language: Language) => ({ id, label: actionLabels[id][language] });

export function describeProblem(problem: Problem, language: Language): DescribedProblem {
  const entry: ProblemEntry = problemCatalogue[problem.code];
  const { title, reason } = entry.texts[language];
  return {
    code: problem.code,
    title: fillText(title, problem.values, language),
    reason: fillText(reason, problem.values, language),
    actions: entry.actions.map((id) => describeAction(id, language)),
    details: problem.details,
  };
}
