import type { KeyChangeChoices } from '../../shared/domain/key-change.ts';
import type { AppletKind } from '../../shared/domain/token.ts';
import type { WizardState } from '../../shared/ipc/wizard-state.ts';
import { problem } from '../../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { begun, changeFor, changeOf, forgotten, pinsKnown } from '../key-change/remembered-changes.ts';
import { saveDeviceCertificates } from '../key-change/save-certificates.ts';
import { setsPin, type TokenTask } from '../token-tasks.ts';
import type { JourneyDesk } from './journey-desk.ts';
import { requestedKeyIds } from './journey-facts.ts';

const done = succeed(null);

/** The change of keys of a walk: what is remembered of it, and what the person says of it. Its plan is derived. */
export class KeyChangeWalk {
  readonly #desk: JourneyDesk;
  /** Serial of the token whose change is over, and forgotten for the next run. */
  #finished: string | null = null;

  constructor(desk: JourneyDesk) {
    this.#desk = desk;
    desk.subscribe(({ keyChange }) => void this.#forgetFinished(keyChange.plan));
  }

  /** What was begun in earlier runs, and which certificates lie in files. */
  async recall(): Promise<Result<null>> {
    const { keyChanges, archive } = this.#desk.workplace;
    const [changes, saved] = await Promise.all([keyChanges.read(), archive.fingerprints()]);
    return this.#take(changes, saved.ok ? [...saved.value] : this.#state.saved);
  }

  /** Begins a change of the chosen token, or says anew what it is about. */
  async begin(choices: KeyChangeChoices): Promise<Result<null>> {
    const { device } = this.#desk;
    if (!device) return fail(problem('SETUP_NO_TOKEN'));
    const { keyChanges, record } = this.#desk.workplace;
    const fresh = changeOf(device, choices, this.#desk.now(), requestedKeyIds(this.#desk.state));
    this.#finished = null;
    const outcome = await keyChanges.update((changes) => begun(changes, fresh));
    record.write({ event: 'key-change-begins', facts: { device: device.serial, reason: choices.reason } });
    return this.#take(outcome);
  }

  async forget(serial: string): Promise<Result<null>> {
    return this.#take(await this.#desk.workplace.keyChanges.update((changes) => forgotten(changes, serial)));
  }

  /** Every certificate of the token into files of the profile. */
  async save(): Promise<Result<null>> {
    const { device, workplace } = this.#desk;
    if (!device) return fail(problem('SETUP_NO_TOKEN'));
    const kept = await saveDeviceCertificates(workplace.archive, device);
    return kept.ok ? this.recall() : kept;
  }

  /** Somebody signed in, and so a PIN that was lost is not. */
  async noteSignIn(): Promise<void> {
    const parts = this.#desk.device?.applets.filter(({ signedIn }) => signedIn) ?? [];
    await this.#noteKnown(parts.map(({ kind }) => kind));
  }

  /** Work on a part went well: where it has set a PIN, that is known. */
  async noteTask(task: TokenTask): Promise<void> {
    if (setsPin(task)) await this.#noteKnown([task.applet]);
  }

  async #noteKnown(parts: readonly AppletKind[]): Promise<void> {
    const { device } = this.#desk;
    const change = device && changeFor(this.#state.changes, device.serial);
    if (!change || change.choices.lostPins.length === 0) return;
    this.#take(await this.#desk.workplace.keyChanges.update((changes) => pinsKnown(changes, device.serial, parts)));
  }

  /** A change that is over is not remembered longer than this walk, which still shows that it is. */
  async #forgetFinished(plan: WizardState['keyChange']['plan']): Promise<void> {
    if (!plan?.finished || this.#finished === plan.serial) return;
    this.#finished = plan.serial;
    await this.#desk.workplace.keyChanges.update((changes) => forgotten(changes, plan.serial));
  }

  get #state(): WizardState['keyChange'] {
    return this.#desk.state.keyChange;
  }

  #take(
    changes: Result<readonly WizardState['keyChange']['changes'][number][]>,
    saved = this.#state.saved,
  ): Result<null> {
    const read = changes.ok ? { changes: [...changes.value], problem: null } : { problem: changes.problem };
    this.#desk.settle({ keyChange: { ...this.#state, ...read, saved } });
    return changes.ok ? done : changes;
  }
}
