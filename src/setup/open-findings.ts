import type { CheckId, Finding } from '../shared/domain/finding.ts';

/** How often a walk looks whether something is due. */
export const LOOK_AGAIN_EVERY_MS = 2_000;

const usualPauseMs = 3_000;

/** What asks servers of others, or takes long to answer, is not asked every moment. */
const pausesMs: Partial<Record<CheckId, number>> = {
  clock: 15_000,
  network: 20_000,
  'tls-inspection': 60_000,
  'driver-publisher': 60_000,
  'crypto-providers': 60_000,
};

/** A finding that a person may be about to change. */
const isOpen = ({ status, actions }: Finding): boolean =>
  status === 'bad' || status === 'waiting' || (status === 'attention' && actions.includes('check-again'));

/**
 * Checks to repeat by themselves now. `lookedAt`: when each was run last, milliseconds since 1970. Pure. A token needs
 * no look: tokens are watched by themselves.
 */
export const dueAgain = (
  findings: readonly Finding[],
  lookedAt: ReadonlyMap<CheckId, number>,
  now: number,
): readonly CheckId[] =>
  findings
    .filter(isOpen)
    .map(({ id }) => id)
    .filter((id) => id !== 'token' && now - (lookedAt.get(id) ?? 0) >= (pausesMs[id] ?? usualPauseMs));
