import type { Contractor, ContractorDraft } from '../shared/domain/contractor.ts';
import type { Result } from '../shared/result.ts';
import type { QualifiedAsker } from './access-key-issuer.ts';

/** «Контрагенты»: the places of a holder as EGAIS has them registered, and the way to enter one. */
export interface ContractorService {
  contractors(asker: QualifiedAsker): Promise<Result<readonly Contractor[]>>;
  addContractor(asker: QualifiedAsker, draft: ContractorDraft): Promise<Result<Contractor>>;
}
