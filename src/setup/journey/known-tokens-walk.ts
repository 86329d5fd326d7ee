import type { KnownTokens } from '../../shared/domain/known-token.ts';
import type { WizardState } from '../../shared/ipc/wizard-state.ts';
import { type Result, succeed } from '../../shared/result.ts';
import { withoutToken } from '../known-tokens.ts';
import type { JourneyDesk } from './journey-desk.ts';

const done = succeed(null);

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

  #take(known: Result<KnownTokens>): Result<null> {
    const { knownTokens } = this.#desk.state;
    this.#desk.change({
      knownTokens: known.ok ? { ...known.value, problem: null } : { ...knownTokens, problem: known.problem },
    });
    return known.ok ? done : known;
  }
}
