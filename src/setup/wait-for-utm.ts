import type { UtmState, UtmVerdictId } from '../shared/domain/utm.ts';
import { type Problem, problem } from '../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../shared/result.ts';
import { Rest } from './rest.ts';
import type { Workplace } from './workplace.ts';

/** Milliseconds. */
export interface WaitPace {
  readonly timeoutMs: number;
  /** Rest between two looks. */
  readonly restMs: number;
  /** How long an ill verdict has to stand: a UTM that is starting says much that is no longer so a moment later. */
  readonly settleMs: number;
}

/** A start takes up to five minutes (docs/sources.md, UTM); that an ill verdict settles in half a minute is a guess. */
export const usualWaitPace: WaitPace = { timeoutMs: 300_000, restMs: 2_000, settleMs: 30_000 };

export interface UtmComeUp {
  readonly state: UtmState;
  readonly waitedMs: number;
}

/** How a verdict bears on the wait: `up` ends it, `coming` goes on, the others end it once they have stood. */
type Bearing = 'up' | 'coming' | 'ill' | 'foreign';

/** An installer may be at work, and a start may get on after all: neither ends a wait before its time. */
const bearings: Partial<Readonly<Record<UtmVerdictId, Bearing>>> = {
  silent: 'coming',
  starting: 'coming',
  'not-installed': 'coming',
  'coming-up': 'coming',
  'start-stuck': 'coming',
};

/**
 * What is waited for: a UTM that works, or, where there is no access key for it yet, one that answers and needs a key.
 */
type WaitGoal = 'works' | 'answers';

const enough: Readonly<Record<WaitGoal, readonly UtmVerdictId[]>> = {
  works: ['working'],
  answers: ['working', 'needs-access-key'],
};

const bearingOf = ({ reachability, verdict }: UtmState, goal: WaitGoal): Bearing => {
  if (reachability === 'other-program') return 'foreign';
  return enough[goal].includes(verdict.id) ? 'up' : (bearings[verdict.id] ?? 'ill');
};

/** What a wait is about. */
export interface WaitTerms {
  readonly goal: WaitGoal;
  readonly signal: AbortSignal | null;
  /**
   * After an order to start: when the run before it began (`UtmLog.startedAt` as read before the order). What the log
   * tells of that run is no answer to the order. `null` or left out: no start was ordered, or no run was known.
   */
  readonly orderedAfter?: string | null;
}

/** The last look, and since when its verdict has stood. */
interface Look {
  readonly state: UtmState;
  readonly since: number;
}

/**
 * Whether nothing is to be seen yet of a start that was ordered: nobody answers, and the log still tells of the run
 * before. A service that has stopped again will add nothing to it.
 */
const isOfRunBefore = ({ reachability, computer }: UtmState, orderedAfter: string | null): boolean =>
  orderedAfter !== null &&
  reachability === 'silent' &&
  computer?.service?.state !== 'stopped' &&
  computer?.log?.startedAt === orderedAfter;

/** A verdict begins to stand when it is first seen of the run that is waited for. */
const lookAfter = (last: Look | null, state: UtmState, now: number, orderedAfter: string | null): Look => ({
  state,
  since:
    last !== null && last.state.verdict.id === state.verdict.id && !isOfRunBefore(state, orderedAfter)
      ? last.since
      : now,
});

const ends = ({ state, since }: Look, now: number, settleMs: number, goal: WaitGoal): boolean => {
  const bearing = bearingOf(state, goal);
  return bearing === 'up' || (bearing !== 'coming' && now - since >= settleMs);
};

/** Why a UTM that was waited for is not there. */
function absence(url: string, look: Look | null, waitedMs: number): Problem {
  const values = { url, seconds: Math.round(waitedMs / 1000) };
  if (look === null || look.state.reachability === 'silent') {
    return problem('EGAIS_UTM_NOT_UP', values, { verdict: look?.state.verdict.id ?? null });
  }
  if (look.state.reachability === 'other-program') return problem('EGAIS_UTM_OTHER_PROGRAM', { url });
  return problem('EGAIS_UTM_START_ENDLESS', values, { build: look.state.build });
}

/**
 * Watches a UTM come up. Answers its state as soon as it works, or when another verdict on it has stood for a while;
 * that it is ill is an answer, not a failure.
 * Problems: `EGAIS_UTM_NOT_UP` (nobody answered in all the time), `EGAIS_UTM_START_ENDLESS` (it answers and does not get
 * on), `EGAIS_UTM_OTHER_PROGRAM`.
 */
export async function waitForUtm(
  place: Pick<Workplace, 'readUtm' | 'utmUrl'>,
  expectedFsrarId: string | null,
  onLook: (look: UtmComeUp) => void,
  { timeoutMs, restMs, settleMs }: WaitPace = usualWaitPace,
  { goal, signal, orderedAfter = null }: WaitTerms = { goal: 'works', signal: null },
): Promise<Result<UtmComeUp>> {
  // A clock that a person may set meanwhile would not do.
  const startedAt = performance.now();
  const waited = () => performance.now() - startedAt;
  const rest = new Rest();
  const deadline = new Promise<null>((resolve) => {
    const timer = setTimeout(() => resolve(null), timeoutMs);
    signal?.addEventListener('abort', () => resolve(null));
    rest.signal.addEventListener('abort', () => clearTimeout(timer));
  });
  let look: Look | null = null;
  try {
    for (;;) {
      const state = await Promise.race([place.readUtm(expectedFsrarId), deadline]);
      if (state === null) break;
      look = lookAfter(look, state, waited(), orderedAfter);
      onLook({ state, waitedMs: waited() });
      if (ends(look, waited(), settleMs, goal)) break;
      if ((await Promise.race([rest.rest(restMs), deadline])) === null) break;
    }
  } finally {
    rest.stop();
  }
  const bearing = look === null ? 'coming' : bearingOf(look.state, goal);
  if (look !== null && (bearing === 'up' || bearing === 'ill')) {
    return succeed({ state: look.state, waitedMs: waited() });
  }
  return fail(absence(place.utmUrl, look, waited()));
}
