import type { DueReminder, KnownTokens, Reminders } from '../shared/domain/known-token.ts';
import { type Problem, type ProblemCode, problem } from '../shared/problems/problem.ts';
import { type Result, succeed } from '../shared/result.ts';
import { afterShown, dueReminders } from './known-tokens.ts';
import type { Workplace } from './workplace.ts';

const codes = {
  qualified: { coming: 'SETUP_QUALIFIED_ENDS', over: 'SETUP_QUALIFIED_ENDED' },
  'access-key': { coming: 'SETUP_ACCESS_KEY_ENDS', over: 'SETUP_ACCESS_KEY_ENDED' },
} as const satisfies Record<DueReminder['key'], Record<'coming' | 'over', ProblemCode>>;

/** A reminder as a sentence for the person. */
export const reminderNotice = ({ key, name, printedSerial, until, daysLeft }: DueReminder): Problem =>
  problem(codes[key][daysLeft < 0 ? 'over' : 'coming'], { name, tail: printedSerial.slice(-4), date: until });

/** Says that a broken file of what is known was put aside under this name. */
export const lossNotice = (setAside: string): Problem => problem('SETUP_KNOWN_TOKENS_SET_ASIDE', { file: setAside });

/** The one reminder to give now, of the nearest end; `null`: none is due, or nobody asked for any. */
export function nextReminder(known: KnownTokens, now: Date): DueReminder | null {
  if (!known.remind) return null;
  const [next] = [...dueReminders(known, now)].sort((left, right) => left.until.localeCompare(right.until));
  return next ?? null;
}

/** What is known once a reminder was given: whoever gives one, in the window or without it, keeps this book. */
export const afterGiven = (known: KnownTokens, given: DueReminder): KnownTokens => afterShown(known, [given]);

type Place = Pick<Workplace, 'knownTokens' | 'startWithSystem'>;

/** Whether the person is reminded, and whether the system starts the program for it. */
export async function readReminders({ knownTokens, startWithSystem }: Place): Promise<Result<Reminders>> {
  const known = await knownTokens.read();
  if (!known.ok) return known;
  const starts = await startWithSystem.read();
  return starts.ok ? succeed({ remind: known.value.remind, startsWithSystem: starts.value }) : starts;
}

const remember = ({ knownTokens }: Place, remind: boolean): Promise<Result<KnownTokens>> =>
  knownTokens.update((known) => (known.remind === remind ? known : { ...known, remind }));

/** All or nothing: a wish that could not be remembered starts nothing with the system. */
async function askFor(place: Place): Promise<Result<unknown>> {
  const started = await place.startWithSystem.set();
  if (!started.ok) return started;
  const remembered = await remember(place, true);
  if (!remembered.ok) await place.startWithSystem.unset();
  return remembered;
}

/** First the wish: a program that is started all the same then finds nothing to say. */
async function askNoMore(place: Place): Promise<Result<unknown>> {
  const remembered = await remember(place, false);
  const ended = await place.startWithSystem.unset();
  return remembered.ok ? ended : remembered;
}

/** The person wants to be reminded, or does not any more. Answers what is so afterwards. */
export async function setReminders(place: Place, remind: boolean): Promise<Result<Reminders>> {
  const done = remind ? await askFor(place) : await askNoMore(place);
  return done.ok ? readReminders(place) : done;
}
