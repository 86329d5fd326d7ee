import type { QualifiedAsker } from '../../egais/access-key-issuer.ts';
import type { ContractorService } from '../../egais/contractor-service.ts';
import type { Contractor, ContractorDraft } from '../../shared/domain/contractor.ts';
import type { WizardState } from '../../shared/ipc/wizard-state.ts';
import { problem } from '../../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { qualifiedAsker } from '../qualified-asker.ts';
import type { JourneyDesk } from './journey-desk.ts';

const done = succeed(null);

type Ask = (service: ContractorService, asker: QualifiedAsker) => Promise<Result<readonly Contractor[]>>;

/** «Контрагенты» of the account: the places of the holder as EGAIS has them, and entering one. */
export class ContractorWalk {
  readonly #desk: JourneyDesk;

  constructor(desk: JourneyDesk) {
    this.#desk = desk;
  }

  find(id: string): Contractor | null {
    return this.#desk.state.contractors.rows.find((row) => row.id === id) ?? null;
  }

  load(): Promise<Result<null>> {
    return this.#work(async (service, asker) => service.contractors(asker));
  }

  add(draft: ContractorDraft): Promise<Result<null>> {
    return this.#work(async (service, asker) => {
      const added = await service.addContractor(asker, draft);
      return added.ok ? service.contractors(asker) : added;
    });
  }

  async #work(ask: Ask): Promise<Result<null>> {
    const { workplace, device } = this.#desk;
    if (this.#desk.state.contractors.phase === 'running') return fail(problem('SETUP_BUSY'));
    const asker = device ? qualifiedAsker(workplace.tokens, device, this.#desk.now()) : null;
    if (!workplace.contractors) return fail(problem('SETUP_ISSUER_CLOSED'));
    if (!asker) return this.#end(fail(problem('SETUP_SIGN_IN_FIRST')));
    this.#change({ phase: 'running', problem: null });
    return this.#end(await ask(workplace.contractors, asker));
  }

  #end(answer: Result<readonly Contractor[]>): Result<null> {
    if (answer.ok) this.#change({ phase: 'done', rows: [...answer.value] });
    else this.#change({ phase: 'failed', problem: answer.problem });
    return answer.ok ? done : answer;
  }

  #change(change: Partial<WizardState['contractors']>): void {
    this.#desk.change({ contractors: { ...this.#desk.state.contractors, ...change } });
  }
}
