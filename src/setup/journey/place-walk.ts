import type { MchdFiles } from '../../egais/access-key-issuer.ts';
import type { AccessRole } from '../../shared/domain/access-role.ts';
import { LATER_ROW, type Subdivision } from '../../shared/domain/subdivision.ts';
import type { SubdivisionSourceId, WizardState } from '../../shared/ipc/wizard-state.ts';
import { problem } from '../../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { foundQualified } from '../chosen-token.ts';
import { qualifiedAsker } from '../qualified-asker.ts';
import type { NamedFile } from '../show-certificate.ts';
import type { JourneyDesk } from './journey-desk.ts';
import { blankAccessKey, blankMchd, listForgotten, mchdAccepted } from './journey-facts.ts';

const done = succeed(null);

export type MchdPart = 'document' | 'signature';

/** Who asks for a key and for which place: the role, the power of attorney, the list. */
export class PlaceWalk {
  readonly #desk: JourneyDesk;
  #rows: readonly Subdivision[] = [];
  #mchd: Partial<Record<MchdPart, NamedFile>> = {};

  constructor(desk: JourneyDesk) {
    this.#desk = desk;
  }

  /** The rows of the list, which are too many to travel with every change. */
  get rows(): readonly Subdivision[] {
    return this.#rows;
  }

  /** The two files of a power of attorney without faults, `null` while they are not both there. */
  get mchdFiles(): MchdFiles | null {
    const { document, signature } = this.#mchd;
    return document && signature && mchdAccepted(this.#desk.state.mchd) ? { document, signature } : null;
  }

  forget(): void {
    this.#rows = [];
    this.#mchd = {};
  }

  async chooseRole(role: AccessRole): Promise<Result<null>> {
    const busy = this.#desk.refusedWhileBusy();
    if (busy) return busy;
    if (!this.#desk.state.role.options.includes(role)) return fail(problem('SETUP_ROLE_NOT_CHOSEN'));
    if (this.#desk.state.role.chosen === role) return done;
    this.#desk.change({ role: { ...this.#desk.state.role, chosen: role } });
    this.#dropPlaces();
    return done;
  }

  /** A file of the power of attorney was picked. The check runs as soon as the document is there. */
  async pickMchd(part: MchdPart, file: NamedFile): Promise<Result<null>> {
    const busy = this.#desk.refusedWhileBusy();
    if (busy) return busy;
    this.#mchd = { ...this.#mchd, [part]: file };
    const picked = { name: file.name, size: file.bytes.length };
    this.#changeMchd({ [part]: picked, phase: 'running', report: null, problem: null });
    this.#dropPlaces();
    const { document, signature } = this.#mchd;
    if (!document) {
      this.#changeMchd({ phase: 'idle' });
      return done;
    }
    const { device, workplace } = this.#desk;
    const at = this.#desk.now();
    const checked = await workplace.checkMchd({
      document,
      signature: signature ?? null,
      certificate: device ? (foundQualified(device, at)?.certificate ?? null) : null,
      trusted: [],
      powerCodes: workplace.powerCodes,
      at,
    });
    // Another file may have been picked meanwhile; its own check answers then.
    if (this.#mchd.document !== document || this.#mchd.signature !== signature) return done;
    this.#changeMchd(
      checked.ok ? { phase: 'done', report: checked.value } : { phase: 'failed', problem: checked.problem },
    );
    this.#desk.settle();
    return checked.ok ? done : checked;
  }

  async forgetMchd(): Promise<Result<null>> {
    const busy = this.#desk.refusedWhileBusy();
    if (busy) return busy;
    this.#mchd = {};
    this.#desk.change({ mchd: blankMchd });
    this.#dropPlaces();
    return done;
  }

  async load(source: SubdivisionSourceId | null): Promise<Result<null>> {
    const { subdivisions } = this.#desk.state;
    if (subdivisions.phase === 'running') return fail(problem('SETUP_BUSY'));
    const asked = source ?? subdivisions.source;
    const { device, workplace } = this.#desk;
    this.#changeList({ source: asked, phase: 'running', problem: null });
    const asker = device ? qualifiedAsker(workplace.tokens, device, this.#desk.now()) : null;
    const rows =
      (await workplace.sources[asked]?.subdivisions(asker)) ?? fail(problem('SETUP_ISSUER_CLOSED', { source: asked }));
    this.#rows = rows.ok ? rows.value : [];
    const { chosen, revision } = this.#desk.state.subdivisions;
    const stays = chosen?.rowId === LATER_ROW ? chosen : this.#rows.find((row) => row.rowId === chosen?.rowId);
    this.#changeList({
      phase: rows.ok ? 'done' : 'failed',
      problem: rows.ok ? null : rows.problem,
      count: this.#rows.length,
      revision: revision + 1,
      chosen: stays ?? null,
    });
    this.#desk.settle();
    return rows.ok ? done : rows;
  }

  async choose(fsrarId: string, rowId: string): Promise<Result<null>> {
    const found = this.#rows.find((row) => row.fsrarId === fsrarId && row.rowId === rowId);
    if (!found) return fail(problem('SETUP_SUBDIVISION_NOT_FOUND', { fsrarId, count: this.#rows.length }));
    return this.#take(found);
  }

  /** For a person with a power of attorney, whom no list knows before the issuer's own page has seen the document. */
  async chooseLater(): Promise<Result<null>> {
    const { role, mchd } = this.#desk.state;
    const principal = mchd.report?.principals[0];
    if (role.chosen !== 'person-with-mchd' || !principal) return fail(problem('SETUP_MCHD_NOT_ACCEPTED'));
    return this.#take({
      fsrarId: '',
      rowId: LATER_ROW,
      fullName: principal.name,
      shortName: principal.name,
      inn: principal.inn ?? '',
      kpp: principal.kpp,
      regionCode: '',
      address: '',
      legalAddress: '',
    });
  }

  async #take(chosen: Subdivision): Promise<Result<null>> {
    const allowed = this.#mayChoose();
    if (!allowed.ok) return allowed;
    const { subdivisions, accessKey } = this.#desk.state;
    const same = subdivisions.chosen?.rowId === chosen.rowId;
    this.#desk.settle({
      subdivisions: { ...subdivisions, chosen },
      accessKey: same ? accessKey : blankAccessKey,
    });
    return done;
  }

  #mayChoose(): Result<null> {
    const busy = this.#desk.refusedWhileBusy();
    if (busy) return busy;
    const { role, mchd } = this.#desk.state;
    if (role.chosen === null) return fail(problem('SETUP_ROLE_NOT_CHOSEN'));
    if (role.chosen === 'person-with-mchd' && !mchdAccepted(mchd)) return fail(problem('SETUP_MCHD_NOT_ACCEPTED'));
    return done;
  }

  /** Who asks has changed, or what he shows for it: the list and what was chosen from it are another's. */
  #dropPlaces(): void {
    this.#rows = [];
    this.#desk.settle({ subdivisions: listForgotten(this.#desk.state.subdivisions), accessKey: blankAccessKey });
  }

  #changeList(change: Partial<WizardState['subdivisions']>): void {
    this.#desk.change({ subdivisions: { ...this.#desk.state.subdivisions, ...change } });
  }

  #changeMchd(change: Partial<WizardState['mchd']>): void {
    this.#desk.change({ mchd: { ...this.#desk.state.mchd, ...change } });
  }
}
