import type { ProblemClass } from '../../shared/problems/entry.ts';
import { type Problem, problemCatalogue } from '../../shared/problems/problem.ts';

/** Exit codes of the command line, by name. Published in docs/cli.md; numbers never change their meaning. */
export const exitCodes = {
  done: 0,
  unexpected: 1,
  usage: 2,
  'no-token': 3,
  'pin-refused': 4,
  'pin-locked': 5,
  'not-found': 6,
  'refused-by-service': 7,
  'not-ready': 8,
  'needs-person': 9,
} as const satisfies Record<'done' | ProblemClass, number>;

export const exitCodeOf = (problem: Problem): number => exitCodes[problemCatalogue[problem.code].class];
