import type { ActionId } from '../actions.ts';
import type { Bilingual } from '../language.ts';

/** Classes of failure; each has an exit code of the command line (`exit-codes.ts`). */
export type ProblemClass =
  | 'unexpected'
  | 'usage'
  | 'no-token'
  | 'pin-refused'
  | 'pin-locked'
  | 'not-found'
  | 'refused-by-service'
  | 'not-ready'
  | 'needs-person';

/** What stands in the catalogue about one failure. Texts may name `{{values}}` that the failure carries. */
export interface ProblemEntry {
  readonly class: ProblemClass;
  readonly actions: readonly ActionId[];
  readonly texts: Bilingual<{ readonly title: string; readonly reason: string }>;
}
