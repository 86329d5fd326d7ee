import { type CheckId, checkIdSchema } from '../shared/domain/finding.ts';
import type { StepId } from '../shared/domain/steps.ts';
import type { Subdivision } from '../shared/domain/subdivision.ts';
import type { AppletKind, Device, TokenReport } from '../shared/domain/token.ts';
import type { WizardState } from '../shared/ipc/wizard-state.ts';
import type { Language } from '../shared/language.ts';
import { type Problem, problem } from '../shared/problems/problem.ts';
import { processFell } from '../shared/problems/process-fell.ts';
import { fail, type Result, succeed } from '../shared/result.ts';
import type { TokenWatch } from '../token/token-access.ts';
import { checkMachine } from './check-machine.ts';
import { absence, accessKeys, qualifiedCertificate, serialTail } from './chosen-token.ts';
import { type IssueOutcome, issueAccessKey } from './issue-access-key.ts';
import { stagesAt, stagesEnded } from './issue-stages.ts';
import {
  blankAccessKey,
  blankState,
  blankSubdivisions,
  chosenDevice,
  derive,
  stepFacts,
  withSteps,
} from './journey-facts.ts';
import { performTokenTask, type TokenTask } from './token-tasks.ts';
import { verifyAccessKey } from './verify-access-key.ts';
import type { Workplace } from './workplace.ts';

const done = succeed(null);
/** Problems that take the person to another page by themselves, and therefore say why in a notice. */
const worthNotice = (cause: Problem): boolean => processFell(cause) || cause.code === 'SETUP_SIGNED_OUT_BEFORE_PROOF';

/**
 * One walk of a person through the wizard: holds what is known and chosen, runs the use cases, and tells the window of
 * every change. All that can be derived is derived (`journey-facts.ts`); nothing here outlives the walk.
 */
export class Journey {
  readonly #workplace: Workplace;
  readonly #listeners = new Set<(state: WizardState) => void>();
  #state: WizardState;
  #rows: readonly Subdivision[] = [];
  readonly #watch: TokenWatch;
  #scanning: Promise<Result<null>> | null = null;
  #closed = false;

  constructor(workplace: Workplace, language: Language, practice: WizardState['practice']) {
    this.#workplace = workplace;
    this.#state = blankState(language, practice);
    this.#watch = workplace.tokens.watch(() => void this.#tokensMoved());
  }

  get state(): WizardState {
    return this.#state;
  }

  /** The rows of the list, which are too many to travel with every change. */
  get subdivisions(): readonly Subdivision[] {
    return this.#rows;
  }

  subscribe(listener: (state: WizardState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.#closed = true;
    this.#watch.stop();
    this.#listeners.clear();
  }

  setLanguage(language: Language): Result<null> {
    this.#change({ language });
    return done;
  }

  setPractice(practice: WizardState['practice']): void {
    this.#change({ practice });
  }

  dismissNotice(): Result<null> {
    this.#change({ notice: null });
    return done;
  }

  async go(step: StepId): Promise<Result<null>> {
    const moved = withSteps(this.#state, step);
    if (moved.step !== step) return fail(problem('SETUP_STEP_NOT_READY'));
    this.#publish(moved);
    if (step === 'subdivision' && this.#state.subdivisions.phase === 'idle') return this.loadSubdivisions();
    if (step === 'utm') return this.refreshUtm();
    return done;
  }

  /** Another place, the same computer: what was chosen and done is forgotten, what is plugged in and signed in stays. */
  async startOver(): Promise<Result<null>> {
    if (stepFacts(this.#state).writing) return fail(problem('SETUP_BUSY'));
    this.#rows = [];
    this.#publish(
      withSteps(
        {
          ...this.#state,
          subdivisions: { ...blankSubdivisions, revision: this.#state.subdivisions.revision + 1 },
          accessKey: blankAccessKey,
          notice: null,
        },
        'machine',
      ),
    );
    return this.checkMachine(null);
  }

  async checkMachine(only: CheckId | null): Promise<Result<null>> {
    if (this.#state.machine.phase === 'running') return fail(problem('SETUP_BUSY'));
    const asked = only ? [only] : [...checkIdSchema.options];
    const kept = this.#state.machine.findings.filter((finding) => !asked.includes(finding.id));
    this.#change({ machine: { ...this.#state.machine, phase: 'running', findings: kept, pending: asked } });
    const check = await checkMachine(this.#workplace, only, (finding) => {
      const { findings, pending } = this.#state.machine;
      this.#change({
        machine: {
          ...this.#state.machine,
          findings: [...findings.filter((other) => other.id !== finding.id), finding],
          pending: pending.filter((id) => id !== finding.id),
        },
      });
    });
    this.#change({
      machine: { ...this.#state.machine, phase: 'done', pending: [], checkedAt: this.#workplace.now().toISOString() },
      utm: { phase: 'done', state: check.utm, problem: null },
    });
    this.#takeScan(check.tokens);
    return done;
  }

  refreshTokens(): Promise<Result<null>> {
    this.#scanning ??= this.#scan().finally(() => {
      this.#scanning = null;
    });
    return this.#scanning;
  }

  async chooseToken(device: string): Promise<Result<null>> {
    if (!this.#state.tokens.report?.devices.some((candidate) => candidate.id === device)) {
      return fail(problem('SETUP_NO_TOKEN'));
    }
    this.#change({ tokens: { ...this.#state.tokens, chosen: device, signInProblem: null } });
    this.#settle();
    return done;
  }

  /** One login at most. The PIN goes straight on to the token process and is kept nowhere. */
  async signIn(applet: AppletKind, pin: string, lastTryConfirmed: boolean): Promise<Result<null>> {
    const device = chosenDevice(this.#state);
    if (!device) return fail(problem('SETUP_NO_TOKEN'));
    if (this.#state.tokens.signingIn !== null) return fail(problem('SETUP_BUSY'));
    this.#change({ tokens: { ...this.#state.tokens, signingIn: applet, signInProblem: null } });
    const answer = await this.#workplace.tokens.signIn({ device: device.id, applet, pin, lastTryConfirmed });
    this.#workplace.record.write({
      event: 'sign-in',
      facts: { device: device.serial, applet, outcome: answer.ok ? 'signed-in' : answer.problem.code },
    });
    const signInProblem = answer.ok ? null : { applet, problem: answer.problem };
    this.#change({ tokens: { ...this.#state.tokens, signingIn: null, signInProblem } });
    if (!answer.ok) this.#noticeOf(answer.problem);
    await this.refreshTokens();
    if (this.#proofIsOwed()) await this.#prove();
    return answer.ok ? done : answer;
  }

  /** A key was issued, the sign-in was lost before its proof, and everybody is signed in again. */
  #proofIsOwed(): boolean {
    const { accessKey, tokens } = this.#state;
    return accessKey.problem?.code === 'SETUP_SIGNED_OUT_BEFORE_PROOF' && tokens.signInNeeded.length === 0;
  }

  /** Work on the chosen token other than signing in; the state tells how it goes. */
  async performTask(task: TokenTask): Promise<Result<null>> {
    const device = chosenDevice(this.#state);
    if (!device) return fail(problem('SETUP_NO_TOKEN'));
    const { tokens } = this.#state;
    if (tokens.signingIn !== null || tokens.task?.phase === 'running' || stepFacts(this.#state).writing) {
      return fail(problem('SETUP_BUSY'));
    }
    const begun = {
      kind: task.kind,
      applet: task.applet,
      phase: 'running' as const,
      startedAt: this.#workplace.now().toISOString(),
      problem: null,
    };
    this.#change({ tokens: { ...tokens, task: begun } });
    const saved = tokens.saved?.applet === task.applet ? tokens.saved.count : 0;
    const outcome = await performTokenTask(this.#workplace, device, task, saved);
    const ended = outcome.ok
      ? { ...begun, phase: 'done' as const }
      : { ...begun, phase: 'failed' as const, problem: outcome.problem };
    this.#change({ tokens: { ...this.#state.tokens, task: ended, saved: null } });
    if (!outcome.ok) this.#noticeOf(outcome.problem);
    await this.refreshTokens();
    return outcome;
  }

  /** The chosen device as it was last read. */
  get device(): Device | null {
    return chosenDevice(this.#state);
  }

  /** The certificates of an applet lie in a folder now; preparing it anew may go on. */
  noteSaved(applet: AppletKind, folder: string, count: number): void {
    this.#change({ tokens: { ...this.#state.tokens, saved: { applet, folder, count } } });
  }

  async loadSubdivisions(): Promise<Result<null>> {
    if (this.#state.subdivisions.phase === 'running') return fail(problem('SETUP_BUSY'));
    this.#change({ subdivisions: { ...this.#state.subdivisions, phase: 'running', problem: null } });
    const rows = await this.#workplace.issuer.subdivisions();
    this.#rows = rows.ok ? rows.value : [];
    const { subdivisions } = this.#state;
    this.#change({
      subdivisions: {
        ...subdivisions,
        phase: rows.ok ? 'done' : 'failed',
        problem: rows.ok ? null : rows.problem,
        count: this.#rows.length,
        revision: subdivisions.revision + 1,
        chosen: this.#rows.find((row) => row.rowId === subdivisions.chosen?.rowId) ?? null,
      },
    });
    return rows.ok ? done : rows;
  }

  async chooseSubdivision(fsrarId: string, rowId: string): Promise<Result<null>> {
    const chosen = this.#rows.find((row) => row.fsrarId === fsrarId && row.rowId === rowId);
    if (!chosen) return fail(problem('SETUP_SUBDIVISION_NOT_FOUND', { fsrarId, count: this.#rows.length }));
    const device = chosenDevice(this.#state);
    const qualified = device ? qualifiedCertificate(device, this.#workplace.now()) : null;
    const current = device ? (accessKeys(device)[0]?.certificate.fsrarId ?? null) : null;
    const same = this.#state.subdivisions.chosen?.rowId === rowId;
    const certainty = qualified
      ? this.#workplace.issuer.certainty({
          subdivision: chosen,
          currentFsrarId: current,
          qualifiedCertificate: qualified,
        })
      : 'unconfirmed';
    const accessKey = same ? this.#state.accessKey : blankAccessKey;
    this.#change({
      subdivisions: { ...this.#state.subdivisions, chosen },
      accessKey: { ...accessKey, issuer: this.#workplace.issuer.id, certainty },
    });
    this.#settle();
    return done;
  }

  async issueAccessKey(termsAccepted: boolean): Promise<Result<null>> {
    const { tokens, subdivisions, accessKey } = this.#state;
    if (accessKey.phase === 'running') return fail(problem('SETUP_BUSY'));
    const facts = stepFacts(this.#state);
    if (!facts.tokenReady || tokens.chosen === null || subdivisions.chosen === null) {
      return fail(problem('SETUP_STEP_NOT_READY'));
    }
    if (!termsAccepted) return fail(problem('SETUP_TERMS_NOT_ACCEPTED'));
    this.#changeAccessKey({
      phase: 'running',
      kept: false,
      problem: null,
      proof: null,
      stages: stagesAt(null, [], this.#workplace.now()),
    });
    this.#pauseWatch(true);
    const outcome = await issueAccessKey(
      this.#workplace,
      { device: tokens.chosen, subdivision: subdivisions.chosen, termsAccepted },
      (stage) =>
        this.#changeAccessKey({ stages: stagesAt(stage, this.#state.accessKey.stages, this.#workplace.now()) }),
    ).catch((error: unknown) => this.#issueFell(error));
    this.#pauseWatch(false);
    const failedAt = outcome.kind === 'failed' ? outcome.stage : null;
    this.#changeAccessKey({
      phase: outcome.kind === 'proven' ? 'done' : 'failed',
      problem: outcome.kind === 'failed' ? outcome.problem : null,
      proof: outcome.proof,
      stages: stagesEnded(failedAt, this.#state.accessKey.stages, this.#workplace.now()),
    });
    if (outcome.report) this.#takeScan(succeed(outcome.report));
    if (outcome.kind === 'failed') this.#noticeOf(outcome.problem);
    await this.refreshUtm();
    return outcome.kind === 'proven' ? done : fail(outcome.problem);
  }

  /** What nobody foresaw must not leave a walk that writes for ever. */
  #issueFell(error: unknown): IssueOutcome {
    const stage = this.#state.accessKey.stages.find(({ status }) => status === 'running')?.id ?? 'recorded';
    const cause = problem('SETUP_UNEXPECTED', {}, { error: String(error) });
    return { kind: 'failed', stage, problem: cause, proof: null, report: null };
  }

  /** Keeps the key that is already on the token for the chosen place; it must pass the proof like a new one. */
  async keepAccessKey(): Promise<Result<null>> {
    if (!this.#state.accessKey.mayKeep) return fail(problem('SETUP_STEP_NOT_READY'));
    return this.#prove();
  }

  async verifyAccessKey(): Promise<Result<null>> {
    return this.#prove();
  }

  async refreshUtm(): Promise<Result<null>> {
    this.#change({ utm: { ...this.#state.utm, phase: 'running', problem: null } });
    const state = await this.#workplace.readUtm(this.#state.subdivisions.chosen?.fsrarId ?? null);
    this.#change({ utm: { phase: 'done', state, problem: null } });
    this.#settle();
    return done;
  }

  async #prove(): Promise<Result<null>> {
    if (this.#state.accessKey.phase === 'running') return fail(problem('SETUP_BUSY'));
    await this.refreshTokens();
    const device = chosenDevice(this.#state);
    if (!device) return fail(problem('SETUP_NO_TOKEN'));
    const fsrarId = this.#state.subdivisions.chosen?.fsrarId ?? null;
    const verified = await verifyAccessKey(this.#workplace, device, { fsrarId, before: null });
    if (!verified.ok) {
      this.#changeAccessKey({ phase: 'failed', problem: verified.problem });
      return verified;
    }
    const { proven } = verified.value;
    this.#changeAccessKey({
      phase: proven ? 'done' : 'failed',
      kept: proven,
      proof: verified.value,
      problem: proven ? null : problem('SETUP_ACCESS_KEY_UNPROVEN'),
    });
    this.#settle();
    return done;
  }

  async #scan(): Promise<Result<null>> {
    this.#change({ tokens: { ...this.#state.tokens, phase: 'running' } });
    const scan = await this.#workplace.tokens.scan();
    this.#takeScan(scan);
    return scan.ok ? done : scan;
  }

  #takeScan(scan: Result<TokenReport>): void {
    const before = chosenDevice(this.#state);
    const { tokens } = this.#state;
    const read: WizardState['tokens'] = scan.ok
      ? { ...tokens, phase: 'done', report: scan.value, problem: null }
      : { ...tokens, phase: 'failed', problem: scan.problem };
    const after = derive({ ...this.#state, tokens: read }, this.#workplace.now());
    this.#publish({ ...after, notice: this.#noticeOfAbsence(scan, before, after) ?? after.notice });
    if (!scan.ok) this.#noticeOf(scan.problem);
  }

  /** The chosen device was there and is not any more: it was removed, or its library fell and hides it. */
  #noticeOfAbsence(scan: Result<TokenReport>, before: Device | null, after: WizardState): Problem | null {
    if (before === null || !scan.ok || chosenDevice(after)?.id === before.id) return null;
    const cause = absence(scan.value);
    if (cause.code !== 'SETUP_NO_TOKEN') return cause;
    return problem('SETUP_TOKEN_GONE', { name: before.name, tail: serialTail(before) });
  }

  /** A token appeared or vanished: look at it, and judge the computer's token again where that is on the page. */
  async #tokensMoved(): Promise<void> {
    if (stepFacts(this.#state).writing || this.#state.tokens.task?.phase === 'running') return;
    // The check of the computer reads the tokens itself.
    if (this.#state.machine.phase === 'done') await this.checkMachine('token');
    else await this.refreshTokens();
  }

  /** While the UTM writes to the token nobody else looks into it. */
  #pauseWatch(paused: boolean): void {
    this.#watch.pause(paused);
    this.#change({ tokens: { ...this.#state.tokens, watchPaused: paused } });
  }

  #noticeOf(cause: Problem): void {
    if (worthNotice(cause)) this.#change({ notice: cause });
  }

  #changeAccessKey(change: Partial<WizardState['accessKey']>): void {
    this.#change({ accessKey: { ...this.#state.accessKey, ...change } });
  }

  #settle(): void {
    this.#publish(derive(this.#state, this.#workplace.now()));
  }

  #change(change: Partial<WizardState>): void {
    this.#publish(withSteps({ ...this.#state, ...change }));
  }

  #publish(state: WizardState): void {
    if (this.#closed) return;
    this.#state = state;
    for (const listener of this.#listeners) listener(state);
  }
}
