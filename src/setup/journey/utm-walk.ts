import path from 'node:path';
import type { UtmState } from '../../shared/domain/utm.ts';
import type { UtmProofStage } from '../../shared/domain/utm-proof.ts';
import type { UtmSetup, UtmWorkKind } from '../../shared/domain/utm-setup.ts';
import { changesUtm } from '../../shared/ipc/utm-is-changed.ts';
import { type Problem, problem } from '../../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { configureUtm, sweepUtmSettings, type UtmPins } from '../configure-utm.ts';
import { installUtm, lookBeforeInstall } from '../install-utm.ts';
import { listSeveralUtms } from '../list-utms.ts';
import { mendComputer } from '../mend-computer.ts';
import { mendOrder } from '../mend-order.ts';
import { proveUtm } from '../prove-utm.ts';
import { readUtmInstaller } from '../read-utm-installer.ts';
import { readForeignDatabase, renewUtmDatabase } from '../renew-utm-database.ts';
import { Rest } from '../rest.ts';
import { downloadUtmInstaller, unpackUtmInstaller } from '../utm-installer.ts';
import { planUtmSettings, type SettingsWish, settingsOf } from '../utm-settings-plan.ts';
import { usualWaitPace, waitForUtm } from '../wait-for-utm.ts';
import type { JourneyDesk } from './journey-desk.ts';
import { blankUtmSetup, placeAndKey, stepFacts } from './journey-facts.ts';

const done = succeed(null);

/** How often the window is told of the bytes that came: it draws no faster. */
const TELL_EVERY_MS = 200;

/** What a UTM walk needs of the others. */
export interface UtmNeighbours {
  /** While the UTM takes hold of the token nobody else looks at it. */
  pauseWatch(paused: boolean): void;
  /** The computer is another one now: its checks of the UTM are run again. */
  checkUtm(): Promise<unknown>;
}

/** The settings a UTM is given, with the PINs of the token's parts on their way to its file. */
export interface UtmSettingsOrder extends SettingsWish {
  readonly pins: UtmPins;
}

/** The folder of a UTM, out of the one in which its logs stand. */
const rootOf = (folder: string): string => folder.replace(/[\\/]transport(er)?[\\/]*$/i, '');

/** What was proven of a UTM was so of the run that was. */
const anotherRun: Partial<UtmSetup> = { proof: [] };

/** The UTM of a walk: bringing it, installing it, setting it up, starting it, and reading how it is. */
export class UtmWalk {
  readonly #desk: JourneyDesk;
  readonly #near: UtmNeighbours;
  /** Path of the installer that was shown; the window knows its name alone. */
  #installer: string | null = null;
  /** Ends the work that a person may end. */
  #stop: AbortController | null = null;
  /** When the run began that was there before the last start was ordered, by its log. */
  #orderedAfter: string | null = null;
  /** Place and key that `proof` is about. */
  #provenFor: string | null = null;
  #closed = false;

  constructor(desk: JourneyDesk, near: UtmNeighbours) {
    this.#desk = desk;
    this.#near = near;
    desk.follow((state) =>
      state.utmSetup.proof.length === 0 || placeAndKey(state) === this.#provenFor
        ? state
        : { ...state, utmSetup: { ...state.utmSetup, proof: [] } },
    );
  }

  close(): void {
    this.#closed = true;
    this.#stop?.abort();
  }

  async refresh(): Promise<Result<null>> {
    this.#desk.change({ utm: { ...this.#desk.state.utm, phase: 'running', problem: null } });
    const { verdict } = await this.#look();
    // The checks of the computer know which program has the port.
    if (verdict.id === 'other-program' || verdict.id === 'port-taken') await this.#near.checkUtm();
    this.#change({ utms: [...(await listSeveralUtms(this.#desk.workplace))] });
    return done;
  }

  /** Brings the archive from the agency's site, going on where an earlier try ended, and takes the installer out. */
  download(): Promise<Result<null>> {
    return this.#work('download', async (signal) => {
      let toldAt = 0;
      const onProgress = (bytes: number, of: number) => {
        if (performance.now() - toldAt < TELL_EVERY_MS && bytes < of) return;
        toldAt = performance.now();
        this.#change({ received: { bytes, of } });
      };
      const { workplace } = this.#desk;
      const brought = await downloadUtmInstaller(workplace, workplace.installerFolder, null, { onProgress, signal });
      return brought.ok ? this.#show(brought.value.installer.file) : brought;
    });
  }

  /** Takes a file that a person has: the installer itself, or the archive it comes in. */
  pickInstaller(file: string): Promise<Result<null>> {
    return this.#work('unpack', async () => {
      if (path.extname(file).toLowerCase() !== '.zip') return this.#show(file);
      const { workplace } = this.#desk;
      const unpacked = await unpackUtmInstaller(workplace, file, workplace.installerFolder);
      return unpacked.ok ? this.#show(unpacked.value.installer.file) : unpacked;
    });
  }

  forgetInstaller(): Result<null> {
    if (this.#isAtWork) return fail(problem('SETUP_BUSY'));
    this.#installer = null;
    this.#change({ installer: null, before: null, work: null, received: null });
    return done;
  }

  /** Looks again at what an installation would meet. */
  async lookBefore(): Promise<Result<null>> {
    await this.#look();
    this.#change({ before: await this.#before() });
    return done;
  }

  install(documentsUnknown: boolean): Promise<Result<null>> {
    const { installer } = this.#setup;
    const file = this.#installer;
    if (installer === null || file === null) return Promise.resolve(fail(problem('SETUP_STEP_NOT_READY')));
    const { sha256, build } = installer;
    return this.#work('install', async () => {
      this.#change({ signs: [], installed: null });
      const order = { file, sha256, build, documentsUnknown };
      const outcome = await installUtm(this.#desk.workplace, order, {
        onBefore: (before) => this.#change({ before }),
        onSigns: (signs) => this.#change({ signs: [...signs] }),
      });
      if (!outcome.ok) return outcome;
      const { restartNeeded, before, build: comparison } = outcome.value;
      this.#installer = null;
      await this.#look();
      void this.#near.checkUtm();
      return succeed({
        installer: null,
        before: null,
        received: null,
        installed: { restartNeeded, update: before.update, build: comparison },
        ...anotherRun,
        renewed: null,
        configured: 'no',
      });
    });
  }

  /** Looks at what the settings would be for the token that is chosen. */
  async planSettings(): Promise<Result<null>> {
    const folder = this.#desk.state.utm.state?.computer?.folder;
    if (folder && !this.#isAtWork) await sweepUtmSettings(this.#desk.workplace, rootOf(folder));
    this.#change({ settings: await planUtmSettings(this.#desk.workplace, this.#desk.device) });
    return done;
  }

  /** Writes the settings and the PINs into the UTM's own file; the PINs are kept nowhere else. */
  configure({ pins, ...wish }: UtmSettingsOrder): Promise<Result<null>> {
    const { workplace, device } = this.#desk;
    return this.#work('configure', async () => {
      const state = await this.#look();
      const folder = state.computer?.folder ?? null;
      if (folder === null) return fail(problem('EGAIS_UTM_SETTINGS_NOT_FOUND', { file: '—' }));
      const settings = settingsOf(await planUtmSettings(workplace, device), wish);
      const order = { folder: rootOf(folder), settings, pins };
      const outcome = await configureUtm(workplace, workplace.utmFiles, order);
      return outcome.ok ? succeed({ configured: 'start-due' }) : outcome;
    });
  }

  /** Starts the UTM with rights the person is asked for, then watches it come up. */
  async start(): Promise<Result<null>> {
    const started = await this.#work('start', async () => {
      const { workplace } = this.#desk;
      const order = await mendOrder(await this.#startOperation(), {
        ...workplace,
        clock: () => undefined,
        installer: () => null,
      });
      if (!order.ok) return order;
      const outcome = await mendComputer(workplace, order.value);
      if (!outcome.ok) return outcome;
      await this.#look();
      return succeed({
        ...anotherRun,
        ...(this.#setup.configured === 'start-due' && { configured: 'started' as const }),
      });
    });
    return started.ok ? this.watch() : started;
  }

  /** Watches the UTM come up; ends by itself, or when the person has waited enough. */
  watch(): Promise<Result<null>> {
    return this.#work('come-up', async (signal) => {
      const { state, workplace } = this.#desk;
      this.#near.pauseWatch(true);
      try {
        const goal = stepFacts(state).accessKeyReady ? 'works' : 'answers';
        const onLook = (look: { readonly state: UtmState }) => this.#take(look.state);
        const outcome = await waitForUtm(workplace, this.#desk.fsrarId, onLook, usualWaitPace, {
          goal,
          signal,
          orderedAfter: this.#orderedAfter,
        });
        if (signal.aborted) return succeed({ work: this.#stoppedWait() });
        return outcome.ok ? succeed({}) : outcome;
      } finally {
        this.#near.pauseWatch(false);
      }
    });
  }

  /** Looks whose database the UTM has, and whether it may be put aside. */
  async lookAtDatabase(): Promise<Result<null>> {
    const read = await readForeignDatabase(this.#desk.workplace, this.#desk.fsrarId);
    this.#change({
      database: read.ok ? { facts: read.value, problem: null } : { facts: null, problem: read.problem },
    });
    return done;
  }

  /** Puts the UTM's foreign database aside; `typed` are the last characters of the FSRAR ID it belongs to. */
  async renewDatabase(typed: string): Promise<Result<null>> {
    const renewed = await this.#work('renew', async () => {
      const { workplace } = this.#desk;
      const outcome = await renewUtmDatabase(workplace, { expectedFsrarId: this.#desk.fsrarId, typed });
      await this.#look();
      return outcome.ok
        ? succeed({ ...anotherRun, renewed: outcome.value, database: null, configured: 'no' })
        : outcome;
    });
    return renewed.ok && this.#setup.renewed?.started ? this.watch() : renewed;
  }

  /** Proves that the UTM works, by one query that changes nothing and the exchange after it. */
  prove(): Promise<Result<null>> {
    return this.#work('prove', async (signal) => {
      const rest = new Rest();
      signal.addEventListener('abort', () => rest.stop());
      const onProgress = (stages: readonly UtmProofStage[]) => this.#change({ proof: [...stages] });
      onProgress([]);
      this.#provenFor = placeAndKey(this.#desk.state);
      const outcome = await proveUtm(this.#desk.workplace, this.#desk.fsrarId, onProgress, { rest });
      await this.#look();
      return outcome.ok ? succeed({ proof: outcome.value.stages }) : outcome;
    });
  }

  /** Ends a download or a wait; what came of a download stays. */
  stop(): Result<null> {
    this.#stop?.abort();
    return done;
  }

  /** Another place is set up: what is known of the computer stays, what was done for the one before does not. */
  forget(): void {
    if (this.#isAtWork) return;
    this.#installer = null;
    const { mayInstall, utms } = this.#setup;
    this.#change({ ...blankUtmSetup, mayInstall, utms });
  }

  #stoppedWait(): UtmSetup['work'] {
    return { kind: 'come-up', phase: 'stopped', startedAt: this.#desk.now().toISOString(), problem: null };
  }

  get #setup(): UtmSetup {
    return this.#desk.state.utmSetup;
  }

  get #isAtWork(): boolean {
    return this.#setup.work?.phase === 'running';
  }

  /** A UTM reads its settings when it starts: one that runs is started anew. */
  async #startOperation(): Promise<'start-utm-service' | 'restart-utm-service'> {
    const { computer } = await this.#look();
    this.#orderedAfter = computer?.log?.startedAt ?? null;
    return computer?.service?.state === 'running' ? 'restart-utm-service' : 'start-utm-service';
  }

  /** Shows whose installer a file is, and what it would meet on this computer. */
  async #show(file: string): Promise<Result<Partial<UtmSetup>>> {
    const read = await readUtmInstaller(this.#desk.workplace, file);
    if (!read.ok) return read;
    this.#installer = file;
    await this.#look();
    return succeed({ installer: read.value, before: await this.#before(), received: null });
  }

  #before() {
    return lookBeforeInstall(this.#desk.workplace, this.#desk.state.utm.state ?? undefined);
  }

  async #look(): Promise<UtmState> {
    const state = await this.#desk.workplace.readUtm(this.#desk.fsrarId);
    this.#take(state);
    return state;
  }

  #take(state: UtmState): void {
    this.#desk.settle({ utm: { phase: 'done', state, problem: null } });
  }

  /**
   * One work at a time, none while a key is written, and no change while the computer is mended; whatever happens, the
   * walk can go on.
   */
  async #work(
    kind: UtmWorkKind,
    run: (signal: AbortSignal) => Promise<Result<Partial<UtmSetup>>>,
  ): Promise<Result<null>> {
    const mends = this.#desk.state.machine.mending?.phase === 'running';
    if (this.#isAtWork || (mends && changesUtm(kind))) return fail(problem('SETUP_BUSY'));
    const refused = this.#desk.refusedWhileBusy();
    if (refused) return refused;
    const stop = new AbortController();
    this.#stop = stop;
    const startedAt = this.#desk.now().toISOString();
    this.#change({ work: { kind, phase: 'running', startedAt, problem: null } });
    const outcome = await run(stop.signal).catch((error: unknown) =>
      fail(problem('SETUP_UNEXPECTED', {}, { error: String(error) })),
    );
    this.#stop = null;
    if (this.#closed) return done;
    const stopped = stop.signal.aborted && !outcome.ok;
    const cause: Problem | null = outcome.ok || stopped ? null : outcome.problem;
    this.#change({
      work: cause === null ? null : { kind, phase: 'failed', startedAt, problem: cause },
      ...(outcome.ok ? outcome.value : {}),
    });
    return cause === null ? done : fail(cause);
  }

  #change(change: Partial<UtmSetup>): void {
    this.#desk.change({ utmSetup: { ...this.#setup, ...change } });
  }
}
