import type { Problem } from '../shared/problems/problem.ts';

interface Offence {
  readonly problem: Problem;
  readonly times: number;
  readonly until: number;
}

/** Libraries that broke the token process, each left alone for a while with what it did. */
export interface Quarantine {
  /** What the library did, while it is left alone. */
  problemOf(path: string): Problem | null;
  add(path: string, problem: Problem): void;
  /** The library answered: its past is forgotten. */
  release(path: string): void;
}

/**
 * @param backOffMs after the first offence; doubled by each one that follows
 * @param longestMs where the doubling ends
 */
export function createQuarantine(backOffMs: number, longestMs: number, now: () => number = Date.now): Quarantine {
  const offences = new Map<string, Offence>();
  return {
    problemOf(path) {
      const offence = offences.get(path);
      return offence && offence.until > now() ? offence.problem : null;
    },
    add(path, problem) {
      const times = (offences.get(path)?.times ?? 0) + 1;
      offences.set(path, { problem, times, until: now() + Math.min(backOffMs * 2 ** (times - 1), longestMs) });
    },
    release(path) {
      offences.delete(path);
    },
  };
}
