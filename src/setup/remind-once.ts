import type { KnownTokens } from '../shared/domain/known-token.ts';
import type { Problem } from '../shared/problems/problem.ts';
import type { Remembered } from './remembered.ts';
import { afterGiven, lossNotice, nextReminder, reminderNotice } from './reminders.ts';

/** A notice of the system, beside every window. */
export interface SystemNotice {
  /** Settles when the system has taken it, or refused it. */
  readonly shown: Promise<boolean>;
  /** Settles when the person has pressed it or put it away. */
  readonly answered: Promise<'pressed' | 'closed'>;
}

export interface RemindOnce {
  readonly knownTokens: Remembered<KnownTokens>;
  now(): Date;
  show(notice: Problem): SystemNotice;
  /** Settles when a notice has stood for as long as one is waited for. */
  patience(): Promise<void>;
}

/** How a look at what is remembered ended; `unremembered`: the notice was given, and could not be noted down. */
export type RemindOnceEnd =
  | { readonly kind: 'unreadable'; readonly problem: Problem }
  | { readonly kind: 'nothing-due' | 'not-shown' }
  | { readonly kind: 'pressed' | 'closed' | 'ignored'; readonly problem: Problem | null };

/**
 * Looks once at what is remembered of tokens and gives the one notice that is due. A notice that the system did not take
 * was not given, and stays due. Always ends: a person may answer nothing, and a system nothing either.
 */
export async function remindOnce({ knownTokens, now, show, patience }: RemindOnce): Promise<RemindOnceEnd> {
  const known = await knownTokens.update((before) => before);
  if (!known.ok) return { kind: 'unreadable', problem: known.problem };
  const { setAside } = known.value;
  const reminder = nextReminder(known.value, now());
  // A loss is told at every start until the window has said it too: without it nobody is reminded any more.
  const due = setAside === undefined ? reminder && reminderNotice(reminder) : lossNotice(setAside);
  if (due === null) return { kind: 'nothing-due' };
  const notice = show(due);
  const over = patience();
  if (!(await Promise.race([notice.shown, over.then(() => false)]))) return { kind: 'not-shown' };
  const noted = await knownTokens.update((before) => (reminder ? afterGiven(before, reminder) : before));
  const kind = await Promise.race([notice.answered, over.then(() => 'ignored' as const)]);
  return { kind, problem: noted.ok ? null : noted.problem };
}
