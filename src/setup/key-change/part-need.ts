import type { KeyChange, KeyChangeWhy } from '../../shared/domain/key-change.ts';
import type { Applet } from '../../shared/domain/token.ts';
import { heldAnything, holdsNew, holdsNewCertificate, holdsOld } from './baseline.ts';

/** What has to be done to a part of a token before new keys come into it. */
export interface PartNeed {
  readonly way: 'unblock' | 'prepare';
  readonly why: KeyChangeWhy;
}

/** Less than a pair and its certificate may take, in bytes. */
const tooLittleRoom = 4_096;

const isBlank = ({ initialised, userPin }: Applet): boolean => !initialised || !userPin.initialised;

/** The administrator's PIN may set a new one, and every key stays. */
const isMendable = ({ canUnblock, soPin }: Applet): boolean => canUnblock && soPin !== null && soPin.tries !== 'locked';

/** Nobody can work with this part: its PIN is locked, or nobody knows it and nothing shows that somebody does. */
function closed(applet: Applet, { choices, baseline }: KeyChange): 'locked' | 'lost' | null {
  if (applet.userPin.tries === 'locked') return 'locked';
  if (!choices.lostPins.includes(applet.kind)) return null;
  const wasEmptied = heldAnything(baseline, applet.kind) && !holdsOld(baseline, applet);
  // A pair whose request is out shows nobody who knows the PIN now: it may have been lost since.
  return wasEmptied || holdsNewCertificate(baseline, applet) ? null : 'lost';
}

/**
 * A part is prepared anew only where nothing milder helps: preparing destroys what is in it. A part with a successor in
 * it is not, unless its PIN is locked for good; one whose request is out is not, unless nobody can get in.
 *
 * @param awaitsKeys new keys are to come into it anyway; for room alone nothing that lasts is destroyed
 */
export function partNeed(applet: Applet, change: KeyChange, awaitsKeys: boolean): PartNeed | null {
  const { baseline, choices } = change;
  if (isBlank(applet)) return { way: 'prepare', why: 'prepare-blank' };
  const wanted = choices.blankParts.includes(applet.kind);
  const state = closed(applet, change);
  if (state !== null && isMendable(applet) && !wanted) return { way: 'unblock', why: `unblock-${state}` };
  if (state !== null) return { way: 'prepare', why: `prepare-${state}` };
  const untouched = holdsOld(baseline, applet) && !holdsNew(baseline, applet);
  if (wanted && untouched) return { way: 'prepare', why: 'prepare-chosen' };
  const isFull = applet.freeMemory !== null && applet.freeMemory < tooLittleRoom;
  return isFull && untouched && awaitsKeys ? { way: 'prepare', why: 'prepare-full' } : null;
}

/** A person wanted this part prepared or could not get in, and what was in it is gone. */
export const wasPrepared = ({ kind, ...applet }: Applet, { choices, baseline }: KeyChange): boolean =>
  [...choices.blankParts, ...choices.lostPins].includes(kind) &&
  heldAnything(baseline, kind) &&
  !holdsOld(baseline, { kind, ...applet });
