import type { AppletKind, Device, TokenReport } from '../../shared/domain/token.ts';
import type { WizardState } from '../../shared/ipc/wizard-state.ts';
import { type Problem, problem } from '../../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import type { TokenWatch } from '../../token/token-access.ts';
import { absence, serialTail } from '../chosen-token.ts';
import { performTokenTask, type TokenTask } from '../token-tasks.ts';
import type { JourneyDesk } from './journey-desk.ts';
import { chosenDevice, derive } from './journey-facts.ts';

const done = succeed(null);

/** What else has to happen when something happened to a token. */
export interface TokenWalkEvents {
  /** Tokens came or went while the computer was already judged. */
  judgeAgain(): Promise<unknown>;
  /** A sign-in succeeded or failed, and the tokens were read anew. */
  afterSignIn(): Promise<unknown>;
  /** Other work went well, and the tokens were read anew. */
  afterTask(task: TokenTask): Promise<unknown>;
}

/** The tokens of a walk: reading them, choosing one, signing in, working on it. */
export class TokenWalk {
  readonly #desk: JourneyDesk;
  readonly #events: TokenWalkEvents;
  readonly #watch: TokenWatch;
  #scanning: Promise<Result<null>> | null = null;

  constructor(desk: JourneyDesk, events: TokenWalkEvents) {
    this.#desk = desk;
    this.#events = events;
    this.#watch = desk.workplace.tokens.watch(() => void this.#moved());
  }

  close(): void {
    this.#watch.stop();
  }

  refresh(): Promise<Result<null>> {
    this.#scanning ??= this.#scan().finally(() => {
      this.#scanning = null;
    });
    return this.#scanning;
  }

  async choose(device: string): Promise<Result<null>> {
    const { tokens } = this.#desk.state;
    if (!tokens.report?.devices.some((candidate) => candidate.id === device)) return fail(problem('SETUP_NO_TOKEN'));
    this.#desk.change({ tokens: { ...tokens, chosen: device, signInProblem: null } });
    this.#desk.settle();
    return done;
  }

  /** One login at most. The PIN goes straight on to the token process and is kept nowhere. */
  async signIn(applet: AppletKind, pin: string, lastTryConfirmed: boolean): Promise<Result<null>> {
    const { device, workplace } = this.#desk;
    if (!device) return fail(problem('SETUP_NO_TOKEN'));
    if (this.#desk.state.tokens.signingIn !== null) return fail(problem('SETUP_BUSY'));
    this.#change({ signingIn: applet, signInProblem: null });
    const answer = await workplace.tokens.signIn({ device: device.id, applet, pin, lastTryConfirmed });
    workplace.record.write({
      event: 'sign-in',
      facts: { device: device.serial, applet, outcome: answer.ok ? 'signed-in' : answer.problem.code },
    });
    this.#change({ signingIn: null, signInProblem: answer.ok ? null : { applet, problem: answer.problem } });
    if (!answer.ok) this.#desk.noticeOf(answer.problem);
    await this.refresh();
    await this.#events.afterSignIn();
    return answer.ok ? done : answer;
  }

  /** Work on the chosen token other than signing in; the state tells how it goes. */
  async perform(task: TokenTask): Promise<Result<null>> {
    const { device } = this.#desk;
    if (!device) return fail(problem('SETUP_NO_TOKEN'));
    const { tokens } = this.#desk.state;
    if (tokens.signingIn !== null) return fail(problem('SETUP_BUSY'));
    const busy = this.#desk.refusedWhileChanging();
    if (busy) return busy;
    const begun = {
      kind: task.kind,
      applet: task.applet,
      phase: 'running' as const,
      startedAt: this.#desk.now().toISOString(),
      problem: null,
    };
    this.#change({ task: begun });
    const saved = tokens.saved?.applet === task.applet ? tokens.saved.count : 0;
    const outcome = await performTokenTask(this.#desk.workplace, device, task, saved);
    const ended = outcome.ok
      ? { ...begun, phase: 'done' as const }
      : { ...begun, phase: 'failed' as const, problem: outcome.problem };
    this.#change({ task: ended, saved: null });
    if (!outcome.ok) this.#desk.noticeOf(outcome.problem);
    await this.refresh();
    if (outcome.ok) await this.#events.afterTask(task);
    return outcome;
  }

  /** The certificates of an applet lie in a folder now; preparing it anew may go on. */
  noteSaved(applet: AppletKind, folder: string, count: number): void {
    this.#change({ saved: { applet, folder, count } });
  }

  /** Takes a report that somebody else has read. */
  take(scan: Result<TokenReport>): void {
    const before = this.#desk.device;
    const { tokens } = this.#desk.state;
    const read: WizardState['tokens'] = scan.ok
      ? { ...tokens, phase: 'done', report: scan.value, problem: null }
      : { ...tokens, phase: 'failed', problem: scan.problem };
    const after = derive({ ...this.#desk.state, tokens: read }, this.#desk.now());
    this.#desk.publish({ ...after, notice: noticeOfAbsence(scan, before, after) ?? after.notice });
    if (!scan.ok) this.#desk.noticeOf(scan.problem);
  }

  /** While a UTM writes to the token nobody else watches it. */
  pauseWatch(paused: boolean): void {
    this.#watch.pause(paused);
    this.#change({ watchPaused: paused });
  }

  async #scan(): Promise<Result<null>> {
    this.#change({ phase: 'running' });
    const scan = await this.#desk.workplace.tokens.scan();
    this.take(scan);
    return scan.ok ? done : scan;
  }

  /** A token appeared or vanished: look at it, and judge the computer's token again where that is on the page. */
  async #moved(): Promise<void> {
    if (this.#desk.isBusy) return;
    // The check of the computer reads the tokens itself.
    if (this.#desk.state.machine.phase === 'done') await this.#events.judgeAgain();
    else await this.refresh();
  }

  #change(change: Partial<WizardState['tokens']>): void {
    this.#desk.change({ tokens: { ...this.#desk.state.tokens, ...change } });
  }
}

/** The chosen device was there and is not any more: it was removed, or its library fell and hides it. */
function noticeOfAbsence(scan: Result<TokenReport>, before: Device | null, after: WizardState): Problem | null {
  if (before === null || !scan.ok || chosenDevice(after)?.id === before.id) return null;
  const cause = absence(scan.value);
  if (cause.code !== 'SETUP_NO_TOKEN') return cause;
  return problem('SETUP_TOKEN_GONE', { name: before.name, tail: serialTail(before) });
}
