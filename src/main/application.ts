import type { System } from '../machine/system.ts';
import { Journey } from '../setup/journey/journey.ts';
import type { OutsideEvent, ScenarioId } from '../shared/domain/scenario.ts';
import type { WizardState } from '../shared/ipc/wizard-state.ts';
import type { Language } from '../shared/language.ts';
import type { OpenWorkplace } from './open-workplace.ts';

export interface ApplicationOptions {
  readonly language: Language;
  /** `null` for the real computer. */
  readonly scenario: ScenarioId | null;
  openWorkplace(scenario: ScenarioId | null): Promise<OpenWorkplace>;
  onState(state: WizardState): void;
}

interface Walk {
  readonly open: OpenWorkplace;
  readonly journey: Journey;
}

/** The walk that is on, and its replacement when another practice scenario is chosen. */
export class Application {
  readonly #options: ApplicationOptions;
  #walk: Promise<Walk>;

  constructor(options: ApplicationOptions) {
    this.#options = options;
    this.#walk = this.#begin(options.scenario, options.language);
  }

  async journey(): Promise<Journey> {
    return (await this.#walk).journey;
  }

  /** The computer as this walk has it: the real one, or the one of practice. */
  async system(): Promise<System> {
    return (await this.#walk).open.workplace.system;
  }

  /** Starts another practice scenario from its beginning. */
  async choosePractice(scenario: ScenarioId): Promise<void> {
    const before = this.#walk;
    this.#walk = before.then(async ({ open, journey }) => {
      const { language } = journey.state;
      journey.close();
      await open.close();
      return this.#begin(scenario, language);
    });
    await this.#walk;
  }

  async plug(plugged: boolean): Promise<void> {
    const { open, journey } = await this.#walk;
    const { practice } = journey.state;
    if (!open.plug || !practice) return;
    journey.setPractice({ ...practice, plugged: await open.plug(plugged) });
    await journey.tokens.refresh();
    if (journey.state.step === 'machine') await journey.machine.check(['token']);
  }

  /** Something happens beside the wizard, which has to see it by itself. */
  async happen(event: OutsideEvent): Promise<void> {
    const { open, journey } = await this.#walk;
    const { practice } = journey.state;
    if (!open.outside || !practice) return;
    await open.outside.happen(event);
    journey.setPractice({ ...practice, event: open.outside.next() });
  }

  /** What the practice phone has received, the latest last; nothing where the phone is real. */
  async messages(): Promise<readonly { readonly at: string; readonly text: string }[]> {
    const { open } = await this.#walk;
    return (open.messages?.() ?? []).map(({ at, text }) => ({ at, text }));
  }

  async close(): Promise<void> {
    const { open, journey } = await this.#walk;
    journey.close();
    await open.close();
  }

  async #begin(scenario: ScenarioId | null, language: Language): Promise<Walk> {
    const open = await this.#options.openWorkplace(scenario);
    const plugged = scenario !== 'no-token';
    const event = open.outside?.next() ?? null;
    const journey = new Journey(open.workplace, language, scenario === null ? null : { scenario, plugged, event });
    journey.subscribe(this.#options.onState);
    this.#options.onState(journey.state);
    void journey.keyChange.recall();
    void journey.knownTokens.recall();
    void journey.machine.check(null).then(() => journey.knownTokens.tellDue());
    return { open, journey };
  }
}
