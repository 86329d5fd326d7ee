import type { Device } from '../../shared/domain/token.ts';
import { utmIsChanged } from '../../shared/ipc/utm-is-changed.ts';
import { isAtWork, type WizardState } from '../../shared/ipc/wizard-state.ts';
import { type Problem, problem } from '../../shared/problems/problem.ts';
import { processFell } from '../../shared/problems/process-fell.ts';
import { fail, type Result } from '../../shared/result.ts';
import type { Workplace } from '../workplace.ts';
import { chosenDevice, derive, withSteps } from './journey-facts.ts';

/** Problems that take the person to another page by themselves, and therefore say why in a notice. */
const worthNotice = (cause: Problem): boolean => processFell(cause) || cause.code === 'SETUP_SIGNED_OUT_BEFORE_PROOF';

/** The state of one walk, and whoever follows it. The parts of a journey share one desk and keep no state elsewhere. */
export class JourneyDesk {
  readonly workplace: Workplace;
  readonly #listeners = new Set<(state: WizardState) => void>();
  readonly #rules: ((state: WizardState) => WizardState)[] = [];
  #state: WizardState;
  #closed = false;

  constructor(workplace: Workplace, state: WizardState) {
    this.workplace = workplace;
    this.#state = state;
  }

  get state(): WizardState {
    return this.#state;
  }

  /** The chosen device as it was last read. */
  get device(): Device | null {
    return chosenDevice(this.#state);
  }

  /** FSRAR ID of the place that was chosen; `null` while there is none, or while it has none that is known. */
  get fsrarId(): string | null {
    return this.#state.subdivisions.chosen?.fsrarId || null;
  }

  now(): Date {
    return this.workplace.now();
  }

  subscribe(listener: (state: WizardState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Something that follows from every state, and needs more for it than the state has. */
  follow(rule: (state: WizardState) => WizardState): void {
    this.#rules.push(rule);
  }

  close(): void {
    this.#closed = true;
    this.#listeners.clear();
  }

  /** A change from which nothing else follows but the steps. */
  change(change: Partial<WizardState>): void {
    this.publish(withSteps({ ...this.#state, ...change }));
  }

  /** A change from which more follows: tokens, choices, lists. */
  settle(change: Partial<WizardState> = {}): void {
    this.publish(derive({ ...this.#state, ...change }, this.now()));
  }

  publish(state: WizardState): void {
    if (this.#closed) return;
    this.#state = this.#rules.reduce((followed, rule) => rule(followed), state);
    for (const listener of this.#listeners) listener(this.#state);
  }

  noticeOf(cause: Problem): void {
    if (worthNotice(cause)) this.change({ notice: cause });
  }

  /** A key is being written, or a token is being worked on: nothing else may begin. */
  get isBusy(): boolean {
    return isAtWork(this.#state);
  }

  /** Refuses while something runs that must not be disturbed. */
  refusedWhileBusy(): Result<never> | null {
    return this.isBusy ? fail(problem('SETUP_BUSY')) : null;
  }

  /** Refuses what writes on a token or changes the computer, also while a UTM, which works with both, is changed. */
  refusedWhileChanging(): Result<never> | null {
    return this.isBusy || utmIsChanged(this.#state) ? fail(problem('SETUP_BUSY')) : null;
  }
}
