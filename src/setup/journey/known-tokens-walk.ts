import type { KnownTokens } from '../../shared/domain/known-token.ts';
import type { WizardState } from '../../shared/ipc/wizard-state.ts';
import type { Problem } from '../../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { afterLossTold, withoutToken } from '../known-tokens.ts';
import { afterGiven, lossNotice, nextReminder, reminderNotice, setReminders } from '../reminders.ts';
import type { JourneyDesk } from './journey-desk.ts';

const done = succeed(null);

/** Tokens that are known, of this walk or an earlier one. Whoever reads tokens remembers them; a walk shows it. */
export class KnownTokensWalk {
  readonly #desk: JourneyDesk;
  #report: WizardState['tokens']['report'] = null;
  /** Why the last wish was not granted: it stands until the next one, whatever is read meanwhile. */
  #refusal: Problem | null = null;
  /** A reminder is due and finds another notice in its place. */
  #waits = false;

  constructor(desk: JourneyDesk) {
    this.#desk = desk;
    desk.subscribe(({ notice }) => {
      if (!this.#waits || notice !== null) return;
      this.#waits = false;
      void this.tellDue();
    });
    desk.subscribe(({ tokens: { report } }) => {
      if (report === this.#report) return;
      this.#report = report;
      void this.recall();
    });
  }

  /** What is known now. A broken file of it is put aside first, and that is said as long as the walk lasts. */
  async recall(): Promise<Result<null>> {
    const { knownTokens, startWithSystem } = this.#desk.workplace;
    const known = await knownTokens.update((before) => before);
    if (!known.ok) return this.#refuse(known.problem);
    const { setAside } = known.value;
    if (setAside !== undefined) this.#refusal = lossNotice(setAside);
    const shown = this.#show(afterLossTold(known.value), await startWithSystem.read());
    if (setAside !== undefined) await knownTokens.update(afterLossTold);
    return shown;
  }

  async forget(serial: string): Promise<Result<null>> {
    return this.#take(await this.#desk.workplace.knownTokens.update((known) => withoutToken(known, serial)));
  }

  /** Turns reminders on or off; what stands afterwards is read anew, whatever came of it. */
  async remind(remind: boolean): Promise<Result<null>> {
    const done = await setReminders(this.#desk.workplace, remind);
    this.#refusal = done.ok ? null : done.problem;
    const read = await this.recall();
    return done.ok ? read : done;
  }

  /**
   * Shows the nearest reminder that is due, if the person asked for any. Tokens have been read by now. While another
   * notice stands, the reminder waits until that one is put away: what was not shown was not given.
   */
  async tellDue(): Promise<Result<null>> {
    const { knownTokens } = this.#desk.workplace;
    const known = await knownTokens.read();
    if (!known.ok) return this.#refuse(known.problem);
    const due = nextReminder(known.value, this.#desk.now());
    this.#waits = due !== null && this.#desk.state.notice !== null;
    if (due === null || this.#waits) return this.#take(known);
    this.#desk.change({ notice: reminderNotice(due) });
    return this.#take(await knownTokens.update((before) => afterGiven(before, due)));
  }

  #take(known: Result<KnownTokens>): Result<null> {
    if (!known.ok) return this.#refuse(known.problem);
    return this.#show(known.value, succeed(this.#desk.state.knownTokens.startsWithSystem));
  }

  #show(known: KnownTokens, starts: Result<boolean>): Result<null> {
    const problem = starts.ok ? this.#refusal : starts.problem;
    this.#desk.change({ knownTokens: { ...known, startsWithSystem: starts.ok && starts.value, problem } });
    return starts.ok ? done : starts;
  }

  #refuse(problem: Problem): Result<never> {
    this.#desk.change({ knownTokens: { ...this.#desk.state.knownTokens, problem } });
    return fail(problem);
  }
}
