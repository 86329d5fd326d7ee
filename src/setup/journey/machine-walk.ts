import { readPickedInstaller } from '../../machine/mending/picked-installer.ts';
import { type CheckId, checkIdSchema, type Finding } from '../../shared/domain/finding.ts';
import type { MendOperation } from '../../shared/domain/mending.ts';
import type { WizardState } from '../../shared/ipc/wizard-state.ts';
import { type Problem, problem } from '../../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { aboutUtm, checkMachine, type KnownOfMachine, type MachineCheck } from '../check-machine.ts';
import { checksAfter, mendComputer } from '../mend-computer.ts';
import { mendOrder } from '../mend-order.ts';
import { dueAgain, LOOK_AGAIN_EVERY_MS } from '../open-findings.ts';
import type { JourneyDesk } from './journey-desk.ts';

const done = succeed(null);

/** The computer of a walk: checking it, mending it, and looking again by itself at what is not in order. */
export class MachineWalk {
  readonly #desk: JourneyDesk;
  readonly #takeTokens: (tokens: MachineCheck['tokens']) => void;
  readonly #lookedAt = new Map<CheckId, number>();
  readonly #timer: NodeJS.Timeout;
  /** Path of the picked installer. */
  #installer: string | null = null;
  #looking = false;

  constructor(desk: JourneyDesk, takeTokens: (tokens: MachineCheck['tokens']) => void) {
    this.#desk = desk;
    this.#takeTokens = takeTokens;
    this.#timer = setInterval(() => void this.lookAgain(), LOOK_AGAIN_EVERY_MS);
    this.#timer.unref();
  }

  close(): void {
    clearInterval(this.#timer);
  }

  /** Checks everything, or only what is named; the state tells each finding as it comes. */
  async check(only: readonly CheckId[] | null): Promise<Result<null>> {
    if (this.#machine.phase === 'running') return fail(problem('SETUP_BUSY'));
    const asked = [...(only ?? checkIdSchema.options)];
    const kept = this.#machine.findings.filter((finding) => !asked.includes(finding.id));
    this.#change({ phase: 'running', findings: kept, pending: asked });
    const check = await checkMachine(
      this.#desk.workplace,
      only,
      (finding) => {
        this.#change({ pending: this.#machine.pending.filter((id) => id !== finding.id) });
        this.#take(finding);
      },
      this.#chosen,
    );
    this.#change({ phase: 'done', pending: [], checkedAt: this.#desk.now().toISOString() });
    this.#note(asked);
    this.#takeRest(check);
    return done;
  }

  /**
   * Looks quietly at the findings that stand in the way: a person installs a driver, frees a port, sets the clock, and
   * nobody has to press anything. Called by the walk's own clock, and when the window comes to the front again.
   */
  async lookAgain(): Promise<void> {
    const { step, machine } = this.#desk.state;
    if (this.#looking || step !== 'machine' || machine.phase !== 'done' || this.#mends || this.#desk.isBusy) return;
    const due = dueAgain(machine.findings, this.#lookedAt, Date.now());
    if (due.length === 0) return;
    this.#looking = true;
    try {
      const { workplace } = this.#desk;
      const { findings } = await checkMachine(workplace, due, () => undefined, this.#known(due));
      this.#note(due);
      if (findings.every((finding) => this.#stands(finding))) return;
      // Something changed, and whatever else was read may have changed with it.
      const check = await checkMachine(workplace, null, () => undefined, this.#chosen);
      // Somebody began a whole check meanwhile: its answers are newer.
      if (this.#machine.phase !== 'done') return;
      for (const finding of check.findings) this.#take(finding);
      this.#change({ checkedAt: this.#desk.now().toISOString() });
      this.#takeRest(check);
    } finally {
      this.#looking = false;
    }
  }

  /** Changes the computer as the person wishes, then looks at what that concerns. */
  async mend(operation: MendOperation): Promise<Result<null>> {
    if (this.#mends) return fail(problem('SETUP_BUSY'));
    const refused = this.#desk.refusedWhileChanging();
    if (refused) return refused;
    this.#change({ mending: { operation, phase: 'running', restartNeeded: false, problem: null } });
    const order = await mendOrder(operation, {
      utmUrl: this.#desk.workplace.utmUrl,
      system: this.#desk.workplace.system,
      clock: () => this.#machine.findings.find(({ id }) => id === 'clock'),
      installer: () => this.#shownInstaller(),
    });
    if (!order.ok) return this.#ended(operation, order);
    const outcome = await mendComputer(this.#desk.workplace, order.value);
    if (operation === 'install-file') this.forgetInstaller();
    const answer = this.#ended(operation, outcome);
    await this.check(checksAfter[operation]);
    return answer;
  }

  /** What was said of the last change goes away. */
  dismissMending(): Result<null> {
    if (!this.#mends) this.#change({ mending: null });
    return done;
  }

  /** Looks at the installer that a person picked and shows whose it is. */
  async pickInstaller(file: string): Promise<Result<null>> {
    const read = await readPickedInstaller(this.#desk.workplace.system, file);
    if (!read.ok) return this.#ended('install-file', read);
    if (read.value.signature?.state === 'broken') {
      return this.#ended('install-file', fail(problem('MACHINE_INSTALLER_BROKEN', { file: read.value.name })));
    }
    this.#installer = file;
    this.#change({ installer: read.value, mending: null });
    return done;
  }

  forgetInstaller(): Result<null> {
    this.#installer = null;
    this.#change({ installer: null });
    return done;
  }

  get #machine(): WizardState['machine'] {
    return this.#desk.state.machine;
  }

  /** A UTM is judged by the place that was chosen, whoever reads it. */
  get #chosen(): KnownOfMachine {
    return { fsrarId: this.#desk.fsrarId };
  }

  get #mends(): boolean {
    return this.#machine.mending?.phase === 'running';
  }

  /** The installer that was shown; the window knows its name alone. */
  #shownInstaller(): { readonly file: string; readonly sha256: string } | null {
    const { installer } = this.#machine;
    return this.#installer === null || installer === null ? null : { file: this.#installer, sha256: installer.sha256 };
  }

  #ended(operation: MendOperation, outcome: Result<{ readonly restartNeeded: boolean } | object>): Result<null> {
    const cause: Problem | null = outcome.ok ? null : outcome.problem;
    const restartNeeded = outcome.ok && 'restartNeeded' in outcome.value && outcome.value.restartNeeded === true;
    this.#change({
      mending: { operation, phase: cause === null ? 'done' : 'failed', restartNeeded, problem: cause },
    });
    return cause === null ? done : fail(cause);
  }

  /** A token is not read every moment for the sake of a port; the UTM is asked where it is what the check is about. */
  #known(due: readonly CheckId[]): KnownOfMachine {
    const { tokens, utm } = this.#desk.state;
    return {
      ...this.#chosen,
      ...(tokens.report === null ? {} : { tokens: succeed(tokens.report) }),
      ...(utm.state === null || due.some((id) => aboutUtm.includes(id)) ? {} : { utm: utm.state }),
    };
  }

  #stands(finding: Finding): boolean {
    const known = this.#machine.findings.find(({ id }) => id === finding.id);
    return JSON.stringify(known) === JSON.stringify(finding);
  }

  #take(finding: Finding): void {
    this.#change({ findings: [...this.#machine.findings.filter(({ id }) => id !== finding.id), finding] });
  }

  #takeRest(check: MachineCheck): void {
    this.#desk.change({ utm: { phase: 'done', state: check.utm, problem: null } });
    this.#takeTokens(check.tokens);
  }

  #note(ids: readonly CheckId[]): void {
    for (const id of ids) this.#lookedAt.set(id, Date.now());
  }

  #change(change: Partial<WizardState['machine']>): void {
    this.#desk.change({ machine: { ...this.#machine, ...change } });
  }
}
