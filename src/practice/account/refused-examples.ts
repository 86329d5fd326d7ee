import type { PracticeToken } from '../scenarios.ts';
import type { EnteredPlace } from './account-folder.ts';

const dayMs = 24 * 60 * 60 * 1000;
const daysBefore = (now: Date, days: number): string => new Date(now.getTime() - days * dayMs).toISOString();

/** For everybody who enters places by hand one that the tax service refused a while ago: an address without a house. */
export function refusedExamples(tokens: readonly PracticeToken[], now: Date): readonly EnteredPlace[] {
  const holders = new Map(tokens.map(({ holder }) => [holder.inn, holder]));
  return [...holders.values()]
    .filter(({ hasKpp }) => !hasKpp)
    .map(({ inn, shortName }) => ({
      id: `refused-${inn}`,
      inn,
      kpp: null,
      name: shortName,
      address: '143900, Московская область, г. Балашиха, ул. Советская',
      submittedAt: daysBefore(now, 20),
      decidedAt: daysBefore(now, 16),
      decision: 'refused',
      fsrarId: null,
    }));
}
