import type { AccessRole } from '../../../shared/domain/access-role.ts';
import type { Subdivision } from '../../../shared/domain/subdivision.ts';
import type { SubdivisionSourceId, WizardState } from '../../../shared/ipc/wizard-state.ts';
import { mayGoOn } from './mchd/mchd-view.ts';

/** The parts of step 3: who asks, by which power of attorney, and for which place. */
export type StepThreePart = 'role' | 'mchd' | 'places';

type StepThreeState = Pick<WizardState, 'role' | 'mchd' | 'subdivisions'>;

/** Who can list the places of this role: a UTM knows none of a principal's before its own page has the document. */
export const sourcesFor = (
  role: AccessRole | null,
  sources: readonly SubdivisionSourceId[],
): readonly SubdivisionSourceId[] =>
  role === 'person-with-mchd' ? sources.filter((source) => source !== 'utm') : sources;

/** Where step 3 begins: a power of attorney that led to no list yet is looked at first. */
export const firstPart = ({ role, subdivisions }: StepThreeState): StepThreePart =>
  role.chosen === 'person-with-mchd' && subdivisions.phase === 'idle' ? 'mchd' : 'places';

/** The part to show when the person wants `wanted`: the list waits until it is settled who asks. */
export function stepThreePart({ role, mchd, subdivisions }: StepThreeState, wanted: StepThreePart): StepThreePart {
  const mayChoose = role.options.length > 1;
  if (mayChoose && (role.chosen === null || wanted === 'role')) return 'role';
  if (role.chosen !== 'person-with-mchd') return 'places';
  const listed = sourcesFor(role.chosen, subdivisions.sources).length > 0;
  return wanted === 'places' && listed && mayGoOn(mchd) ? 'places' : 'mchd';
}

export type SubdivisionPage = 'loading' | 'failed' | 'empty' | 'choose';

export function subdivisionPage({ phase, count, problem }: WizardState['subdivisions']): SubdivisionPage {
  if (phase === 'idle' || phase === 'running') return 'loading';
  if (phase === 'failed') return problem?.code === 'EGAIS_NO_SUBDIVISIONS' ? 'empty' : 'failed';
  return count === 0 ? 'empty' : 'choose';
}

/** One row's own key: an FSRAR ID may stand in several rows. */
const rowKey = ({ fsrarId, rowId }: Subdivision): string => `${fsrarId}/${rowId}`;

/** The row marked at first: the one chosen before, else the place whose key is on the token, else the only one. */
export function firstSelection(
  rows: readonly Subdivision[],
  { chosen, current }: Pick<WizardState['subdivisions'], 'chosen' | 'current'>,
): Subdivision | null {
  const before = chosen && rows.find((row) => rowKey(row) === rowKey(chosen));
  const [only, ...others] = rows;
  return before || rows.find((row) => row.fsrarId === current) || (others.length === 0 ? (only ?? null) : null);
}
