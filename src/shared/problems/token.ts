import type { ProblemEntry } from './entry.ts';

export const tokenProblems = {} as const satisfies Record<string, ProblemEntry>;
