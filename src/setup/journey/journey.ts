import type { StepId } from '../../shared/domain/steps.ts';
import type { WizardState } from '../../shared/ipc/wizard-state.ts';
import { subdivisionSourceIdSchema } from '../../shared/ipc/wizard-state.ts';
import type { Language } from '../../shared/language.ts';
import { problem } from '../../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { aboutUtm } from '../check-machine.ts';
import type { Workplace } from '../workplace.ts';
import { AccessKeyWalk } from './access-key-walk.ts';
import { ContractorWalk } from './contractor-walk.ts';
import { JourneyDesk } from './journey-desk.ts';
import { blankAccessKey, blankMchd, blankState, listForgotten, stepFacts, withSteps } from './journey-facts.ts';
import { KeyChangeWalk } from './key-change-walk.ts';
import { KnownTokensWalk } from './known-tokens-walk.ts';
import { MachineWalk } from './machine-walk.ts';
import { PlaceWalk } from './place-walk.ts';
import { QualifiedWalk } from './qualified-walk.ts';
import { TokenWalk } from './token-walk.ts';
import { UtmWalk } from './utm-walk.ts';

const done = succeed(null);

/**
 * One walk of a person through the wizard: its parts run the use cases and share one state, which the window follows.
 * All that can be derived is derived (`journey-facts.ts`); nothing here outlives the walk.
 */
export class Journey {
  readonly #desk: JourneyDesk;
  readonly machine: MachineWalk;
  readonly tokens: TokenWalk;
  readonly places: PlaceWalk;
  readonly contractors: ContractorWalk;
  readonly accessKey: AccessKeyWalk;
  readonly utm: UtmWalk;
  readonly keyChange: KeyChangeWalk;
  readonly qualified: QualifiedWalk;
  readonly knownTokens: KnownTokensWalk;

  constructor(workplace: Workplace, language: Language, practice: WizardState['practice']) {
    const sources = subdivisionSourceIdSchema.options.filter((id) => workplace.sources[id] !== null);
    const offers = {
      sources,
      contractors: workplace.contractors !== null,
      installsUtm: workplace.system.platform === 'win32',
      certification: workplace.certificationAccount !== null,
    };
    this.#desk = new JourneyDesk(workplace, blankState(language, practice, offers));
    this.machine = new MachineWalk(this.#desk, (tokens) => this.tokens.take(tokens));
    this.tokens = new TokenWalk(this.#desk, {
      judgeAgain: () => this.machine.check(['token']),
      afterSignIn: async () => {
        await this.keyChange.noteSignIn();
        await this.qualified.forgetSettled();
        await this.accessKey.proveIfOwed();
      },
      afterTask: (task) => this.keyChange.noteTask(task),
    });
    this.places = new PlaceWalk(this.#desk);
    this.keyChange = new KeyChangeWalk(this.#desk);
    this.knownTokens = new KnownTokensWalk(this.#desk);
    this.contractors = new ContractorWalk(this.#desk);
    this.accessKey = new AccessKeyWalk(this.#desk, {
      tokens: this.tokens,
      mchdFiles: () => this.places.mchdFiles,
      refreshUtm: () => this.utm.refresh(),
    });
    this.utm = new UtmWalk(this.#desk, {
      pauseWatch: (paused) => this.tokens.pauseWatch(paused),
      checkUtm: () => this.machine.check(aboutUtm),
    });
    this.qualified = new QualifiedWalk(this.#desk, this.tokens);
  }

  get state(): WizardState {
    return this.#desk.state;
  }

  /** The chosen device as it was last read. */
  get device() {
    return this.#desk.device;
  }

  subscribe(listener: (state: WizardState) => void): () => void {
    return this.#desk.subscribe(listener);
  }

  close(): void {
    void this.accessKey.stop();
    this.utm.close();
    this.qualified.close();
    this.machine.close();
    this.tokens.close();
    this.#desk.close();
  }

  setLanguage(language: Language): Result<null> {
    this.#desk.change({ language });
    return done;
  }

  setPractice(practice: WizardState['practice']): void {
    this.#desk.change({ practice });
  }

  dismissNotice(): Result<null> {
    this.#desk.change({ notice: null });
    return done;
  }

  async go(step: StepId): Promise<Result<null>> {
    const moved = withSteps(this.state, step);
    if (moved.step !== step) return fail(problem('SETUP_STEP_NOT_READY'));
    this.#desk.publish(moved);
    if (step === 'subdivision' && this.state.subdivisions.phase === 'idle' && this.#mayList()) {
      return this.places.load(null);
    }
    if (step === 'utm') return this.utm.refresh();
    return done;
  }

  /** Another place, the same computer: what was chosen and done is forgotten, what is plugged in and signed in stays. */
  async startOver(): Promise<Result<null>> {
    if (stepFacts(this.state).writing) return fail(problem('SETUP_BUSY'));
    this.places.forget();
    this.utm.forget();
    this.#desk.settle({
      step: 'machine',
      role: { ...this.state.role, chosen: null },
      mchd: blankMchd,
      subdivisions: listForgotten(this.state.subdivisions),
      accessKey: blankAccessKey,
      notice: null,
    });
    return this.machine.check(null);
  }

  /** A list is asked for only once it is known who asks. */
  #mayList(): boolean {
    const { role, mchd } = this.state;
    return role.chosen !== null && (role.chosen !== 'person-with-mchd' || mchd.report?.valid === true);
  }
}
