import type { Subdivision } from '../../../shared/domain/subdivision.ts';
import type { WizardState } from '../../../shared/ipc/wizard-state.ts';

/** Rows drawn at once; more would only be scrolled past, and the search is quicker. */
export const MOST_ROWS = 200;

export type SubdivisionPage = 'loading' | 'failed' | 'empty' | 'choose';

export function subdivisionPage({ phase, count, problem }: WizardState['subdivisions']): SubdivisionPage {
  if (phase === 'idle' || phase === 'running') return 'loading';
  if (phase === 'failed') return problem?.code === 'EGAIS_NO_SUBDIVISIONS' ? 'empty' : 'failed';
  return count === 0 ? 'empty' : 'choose';
}

/** One row's own key: an FSRAR ID may stand in several rows. */
export const rowKey = ({ fsrarId, rowId }: Subdivision): string => `${fsrarId}/${rowId}`;

/** The row marked at first: the one chosen before, else the place whose key is on the token, else the only one. */
export function firstSelection(
  rows: readonly Subdivision[],
  { chosen, current }: Pick<WizardState['subdivisions'], 'chosen' | 'current'>,
): Subdivision | null {
  const before = chosen && rows.find((row) => rowKey(row) === rowKey(chosen));
  const [only, ...others] = rows;
  return before || rows.find((row) => row.fsrarId === current) || (others.length === 0 ? (only ?? null) : null);
}
