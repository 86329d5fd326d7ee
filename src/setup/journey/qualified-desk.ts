import type { QualifiedRequest } from '../../shared/domain/qualified-request.ts';
import type { QualifiedState } from '../../shared/ipc/qualified-state.ts';
import { type Problem, problem } from '../../shared/problems/problem.ts';
import type { JourneyDesk } from './journey-desk.ts';
import { withOpenRequests } from './qualified-facts.ts';
import type { TokenWalk } from './token-walk.ts';

/** Work on the token that fell over instead of ending. */
interface FellOver {
  readonly kind: 'failed';
  readonly problem: Problem;
  readonly orphans: readonly string[];
}

/** What the parts of the way to a qualified certificate share: their state, and the requests that are remembered. */
export class QualifiedDesk {
  readonly journey: JourneyDesk;
  readonly #tokens: TokenWalk;
  #requests: readonly QualifiedRequest[] = [];

  constructor(journey: JourneyDesk, tokens: TokenWalk) {
    this.journey = journey;
    this.#tokens = tokens;
    journey.follow((state) => withOpenRequests(state, this.#requests));
    void this.recall();
  }

  get state(): QualifiedState {
    return this.journey.state.qualified;
  }

  get requests(): readonly QualifiedRequest[] {
    return this.#requests;
  }

  /** The request that the pages are about, with its bytes. */
  get request(): QualifiedRequest | null {
    const { open, request } = this.state;
    const shown = open.find(({ keyId }) => keyId === request)?.request;
    return this.#requests.find(({ id }) => id === shown?.id) ?? null;
  }

  /** The moment, as the state writes it. */
  now(): string {
    return this.journey.now().toISOString();
  }

  change(change: Partial<QualifiedState>): void {
    this.journey.change({ qualified: { ...this.state, ...change } });
  }

  /** Reads again what is remembered. A request that could not be kept is known until the walk ends. */
  async recall(made: QualifiedRequest | null = null): Promise<void> {
    const { requests } = await this.journey.workplace.requests.all();
    const unkept = made && !requests.some(({ id }) => id === made.id) ? [made] : [];
    this.#requests = [...unkept, ...requests];
    this.change({});
  }

  /**
   * Nobody watches the token while it is written to, and whatever happens, the walk can go on. The token and what is
   * remembered are read again afterwards.
   */
  async onToken<T extends { readonly kind: string }>(
    work: () => Promise<T>,
    madeBy: (outcome: T | FellOver) => QualifiedRequest | null = () => null,
  ): Promise<T | FellOver> {
    const outcome = await this.#alone(work);
    await this.recall(madeBy(outcome));
    await this.#tokens.refresh();
    return outcome;
  }

  async #alone<T>(work: () => Promise<T>): Promise<T | FellOver> {
    this.#tokens.pauseWatch(true);
    try {
      return await work();
    } catch (error) {
      const cause: Problem = problem('SETUP_UNEXPECTED', {}, { error: String(error) });
      return { kind: 'failed', problem: cause, orphans: [] };
    } finally {
      this.#tokens.pauseWatch(false);
    }
  }
}
