import type { MchdFiles } from '../../egais/access-key-issuer.ts';
import type { AccessKeyIssuerId, IssueCourseId, IssueStageId } from '../../shared/domain/access-key.ts';
import { fsrarIdOf } from '../../shared/domain/subdivision.ts';
import type { HandoffTroubleId, WizardState } from '../../shared/ipc/wizard-state.ts';
import { type Problem, problem } from '../../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import type { IssueOutcome } from '../access-key-course.ts';
import { installAccessKey } from '../install-access-key.ts';
import { issueAccessKey } from '../issue-access-key.ts';
import { stagesAt, stagesEnded } from '../issue-stages.ts';
import { writesPastUtm } from '../replaced-key.ts';
import { Rest } from '../rest.ts';
import type { NamedFile } from '../show-certificate.ts';
import { verifyAccessKey } from '../verify-access-key.ts';
import type { JourneyDesk } from './journey-desk.ts';
import { blankAccessKey, stepFacts } from './journey-facts.ts';
import type { TokenWalk } from './token-walk.ts';

const done = succeed(null);

const phases = { proven: 'done', requested: 'awaiting-certificate', failed: 'failed' } as const;
/** Stages of an installation at which a failure has touched nothing: the request goes on waiting. */
const beforeWriting: ReadonlySet<IssueStageId> = new Set(['recorded', 'writing']);

/** What an access key walk needs of the others. */
export interface AccessKeyNeighbours {
  readonly tokens: TokenWalk;
  mchdFiles(): MchdFiles | null;
  refreshUtm(): Promise<unknown>;
}

/** Step 4 of a walk: the way to a key, the issue, the proof. */
export class AccessKeyWalk {
  readonly #desk: JourneyDesk;
  readonly #near: AccessKeyNeighbours;
  /** Of the course that waits for a person just now. */
  #rest: Rest | null = null;

  constructor(desk: JourneyDesk, near: AccessKeyNeighbours) {
    this.#desk = desk;
    this.#near = near;
  }

  async chooseIssuer(issuer: AccessKeyIssuerId): Promise<Result<null>> {
    const busy = this.#desk.refusedWhileBusy();
    if (busy) return busy;
    const way = this.#state.ways.find((candidate) => candidate.issuer === issuer);
    if (!way || way.obstacle !== null) return fail(problem('SETUP_ISSUER_CLOSED'));
    this.#desk.settle({ accessKey: { ...this.#state, wish: issuer } });
    return done;
  }

  async issue(termsAccepted: boolean, confirmation: string): Promise<Result<null>> {
    const { tokens, subdivisions, role } = this.#desk.state;
    const { issuer } = this.#state;
    const busy = this.#desk.refusedWhileChanging();
    if (busy) return busy;
    if (!stepFacts(this.#desk.state).tokenReady || tokens.chosen === null || subdivisions.chosen === null) {
      return fail(problem('SETUP_STEP_NOT_READY'));
    }
    if (role.chosen === null) return fail(problem('SETUP_ROLE_NOT_CHOSEN'));
    if (!termsAccepted) return fail(problem('SETUP_TERMS_NOT_ACCEPTED'));
    const order = {
      device: tokens.chosen,
      subdivision: subdivisions.chosen,
      issuer,
      role: role.chosen,
      mchd: this.#near.mchdFiles(),
      termsAccepted,
      confirmation,
    };
    const rest = new Rest();
    this.#rest = rest;
    const outcome = await this.#course(issuer, (onStage) =>
      issueAccessKey(this.#desk.workplace, order, {
        onStage,
        signal: rest.signal,
        rest: (ms) => rest.rest(ms),
        showPage: (url) => this.#change({ handoff: url === null ? null : { url, trouble: null } }),
      }),
    );
    this.#rest = null;
    return outcome;
  }

  /** The person gives up on the issuer's own page. The course ends by itself, with a last look at the token. */
  async stop(): Promise<Result<null>> {
    this.#rest?.stop();
    return done;
  }

  /** The person says that it is done on the issuer's own page. */
  async look(): Promise<Result<null>> {
    this.#rest?.cutShort();
    return done;
  }

  /** The issuer's own page cannot be shown; the person may still work on it in a browser, and the watch goes on. */
  noteHandoffTrouble(trouble: HandoffTroubleId): void {
    const { handoff } = this.#state;
    if (handoff) this.#change({ handoff: { ...handoff, trouble } });
  }

  /** The certificate of a request came back. A file that does not fit leaves the request waiting. */
  async install(file: NamedFile, confirmation: string): Promise<Result<null>> {
    const { tokens, subdivisions } = this.#desk.state;
    const { chosen } = subdivisions;
    const fsrarId = chosen && fsrarIdOf(chosen);
    const busy = this.#desk.refusedWhileChanging();
    if (busy) return busy;
    if (!chosen || !fsrarId || tokens.chosen === null) return fail(problem('SETUP_STEP_NOT_READY'));
    const order = { device: tokens.chosen, fsrarId, inn: chosen.inn, file, confirmation };
    return this.#course('install', (onStage) => installAccessKey(this.#desk.workplace, order, onStage));
  }

  /** Back to the choice of a way. The key of the request stays on the token, and is used again by the next request. */
  async forgetRequest(): Promise<Result<null>> {
    const busy = this.#desk.refusedWhileBusy();
    if (busy) return busy;
    this.#desk.settle({ accessKey: { ...blankAccessKey, wish: null } });
    return done;
  }

  /** Keeps the key that is already on the token for the chosen place; it must pass the proof like a new one. */
  async keep(): Promise<Result<null>> {
    if (!this.#state.mayKeep) return fail(problem('SETUP_STEP_NOT_READY'));
    return this.#prove();
  }

  verify(): Promise<Result<null>> {
    return this.#prove();
  }

  /** A key was issued, the sign-in was lost before its proof, and everybody is signed in again. */
  async proveIfOwed(): Promise<void> {
    const owed =
      this.#state.problem?.code === 'SETUP_SIGNED_OUT_BEFORE_PROOF' &&
      this.#desk.state.tokens.signInNeeded.length === 0;
    if (owed) await this.#prove();
  }

  get #state(): WizardState['accessKey'] {
    return this.#desk.state.accessKey;
  }

  /** Runs one course: nothing else looks at the token meanwhile, and whatever happens, the walk can go on. */
  async #course(
    course: IssueCourseId,
    run: (onStage: (stage: IssueStageId) => void) => Promise<IssueOutcome>,
  ): Promise<Result<null>> {
    this.#change({
      phase: 'running',
      kept: false,
      problem: null,
      proof: null,
      stages: stagesAt(course, null, [], this.#desk.now()),
    });
    this.#near.tokens.pauseWatch(true);
    const outcome = await run((stage) =>
      this.#change({ stages: stagesAt(course, stage, this.#state.stages, this.#desk.now()) }),
    ).catch((error: unknown) => this.#fell(error));
    this.#near.tokens.pauseWatch(false);
    this.#end(outcome);
    if (outcome.report) this.#near.tokens.take(succeed(outcome.report));
    if (outcome.kind === 'failed') this.#desk.noticeOf(outcome.problem);
    await this.#near.refreshUtm();
    return outcome.kind === 'failed' ? fail(outcome.problem) : done;
  }

  #end(outcome: IssueOutcome): void {
    const { request } = this.#state;
    const waits = outcome.kind === 'failed' && request !== null && beforeWriting.has(outcome.stage);
    const phase = waits ? 'awaiting-certificate' : phases[outcome.kind];
    this.#change({
      phase,
      problem: outcome.kind === 'failed' ? outcome.problem : null,
      proof: outcome.kind === 'requested' ? null : outcome.proof,
      request: outcome.kind === 'requested' ? outcome.request : waits ? request : null,
      handoff: null,
      stages: stagesEnded(outcome.kind === 'failed' ? outcome.stage : null, this.#state.stages, this.#desk.now()),
    });
  }

  /** What nobody foresaw must not leave a walk that writes for ever. */
  #fell(error: unknown): IssueOutcome {
    const stage = this.#state.stages.find(({ status }) => status === 'running')?.id ?? 'recorded';
    const cause: Problem = problem('SETUP_UNEXPECTED', {}, { error: String(error) });
    return { kind: 'failed', stage, problem: cause, proof: null, report: null };
  }

  async #prove(): Promise<Result<null>> {
    if (this.#state.phase === 'running') return fail(problem('SETUP_BUSY'));
    await this.#near.tokens.refresh();
    const { device } = this.#desk;
    if (!device) return fail(problem('SETUP_NO_TOKEN'));
    const { chosen } = this.#desk.state.subdivisions;
    const expected = {
      fsrarId: chosen && fsrarIdOf(chosen),
      inn: chosen?.inn ?? null,
      before: null,
      pastUtm: writesPastUtm(this.#state.issuer),
    };
    const verified = await verifyAccessKey(this.#desk.workplace, device, expected);
    if (!verified.ok) {
      this.#change({ phase: 'failed', problem: verified.problem });
      return verified;
    }
    const { proven } = verified.value;
    this.#change({
      phase: proven ? 'done' : 'failed',
      kept: proven,
      proof: verified.value,
      problem: proven ? null : problem('SETUP_ACCESS_KEY_UNPROVEN'),
    });
    this.#desk.settle();
    return done;
  }

  #change(change: Partial<WizardState['accessKey']>): void {
    this.#desk.change({ accessKey: { ...this.#state, ...change } });
  }
}
