import type { DocumentsKept } from '../domain/utm-setup.ts';
import { type Problem, problem } from './problem.ts';

/** What a UTM is known not to have sent yet, and an installation would lose; `null`: nothing is known. */
export function unsentProblem(documents: DocumentsKept): Problem | null {
  switch (documents.kind) {
    case 'none-installed':
    case 'unknown':
      return null;
    case 'counted':
      return documents.count === 0 ? null : problem('SETUP_UTM_UNSENT_DOCUMENTS', { count: documents.count });
    case 'cheques':
      return problem('SETUP_UTM_UNSENT_CHEQUES', { since: documents.since });
  }
}
