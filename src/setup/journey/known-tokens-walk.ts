import type { DueReminder, KnownTokens } from '../../shared/domain/known-token.ts';
import type { WizardState } from '../../shared/ipc/wizard-state.ts';
import { type Problem, problem } from '../../shared/problems/problem.ts';
import { type Result, succeed } from '../../shared/result.ts';
import { afterShown, dueReminders, withoutToken } from '../known-tokens.ts';
import type { JourneyDesk } from './journey-desk.ts';

const done = succeed(null);

const codes = { qualified: 'SETUP_QUALIFIED_ENDS', 'access-key': 'SETUP_ACCESS_KEY_ENDS' } as const;

const reminderOf = ({ key, name, printedSerial, until }: DueReminder): Problem =>
  problem(codes[key], { name, tail: printedSerial.slice(-4), date: until });

/** Tokens that are known, of this walk or an earlier one. Whoever reads tokens remembers them; a walk shows it. */
export class KnownTokensWalk {
  readonly #desk: JourneyDesk;
  #report: WizardState['tokens']['report'] = null;

  constructor(desk: JourneyDesk) {
    this.#desk = desk;
    desk.subscribe(({ tokens: { report } }) => {
      if (report === this.#report) return;
      this.#report = report;
      void this.recall();
    });
  }

  async recall(): Promise<Result<null>> {
    return this.#take(await this.#desk.workplace.knownTokens.read());
  }

  async forget(serial: string): Promise<Result<null>> {
    return this.#take(await this.#desk.workplace.knownTokens.update((known) => withoutToken(known, serial)));
  }

  async remind(remind: boolean): Promise<Result<null>> {
    return this.#take(await this.#desk.workplace.knownTokens.update((known) => ({ ...known, remind })));
  }

  /** Shows the nearest reminder that is due, if the person asked for any. Tokens have been read by now. */
  async tellDue(): Promise<Result<null>> {
    const now = this.#desk.now();
    let told: DueReminder | undefined;
    const known = await this.#desk.workplace.knownTokens.update((before) => {
      const due = before.remind ? dueReminders(before, now) : [];
      [told] = [...due].sort((left, right) => left.until.localeCompare(right.until));
      return afterShown(before, told ? [told] : []);
    });
    if (known.ok && told && this.#desk.state.notice === null) this.#desk.change({ notice: reminderOf(told) });
    return this.#take(known);
  }

  #take(known: Result<KnownTokens>): Result<null> {
    const { knownTokens } = this.#desk.state;
    this.#desk.change({
      knownTokens: known.ok ? { ...known.value, problem: null } : { ...knownTokens, problem: known.problem },
    });
    return known.ok ? done : known;
  }
}
