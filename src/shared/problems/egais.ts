import type { ProblemEntry } from './entry.ts';

export const egaisProblems = {} as const satisfies Record<string, ProblemEntry>;
