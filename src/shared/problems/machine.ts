import type { ProblemEntry } from './entry.ts';

export const machineProblems = {} as const satisfies Record<string, ProblemEntry>;
