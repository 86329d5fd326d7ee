import type { CheckId, Finding } from '../../../shared/domain/finding.ts';
import type { WizardState } from '../../../shared/ipc/wizard-state.ts';

const severity: readonly Finding['status'][] = ['bad', 'waiting', 'attention', 'info', 'ok'];

/** Findings as the page lists them: what must be fixed first, what is in order last; otherwise as they came. */
export const findingsInOrder = (findings: readonly Finding[]): readonly Finding[] =>
  severity.flatMap((status) => findings.filter((finding) => finding.status === status));

export type MachineOutcome = 'running' | 'failed' | 'bad' | 'waiting' | 'waitingOther' | 'attention' | 'ready';

const count = (findings: readonly Finding[], status: Finding['status']) =>
  findings.filter((finding) => finding.status === status).length;

/** How many findings block the way. */
export const badCount = (machine: WizardState['machine']): number => count(machine.findings, 'bad');

/** The one thing the title says. A repeated check of a single row does not take the title away. */
export function machineOutcome({ phase, findings, pending, checkedAt }: WizardState['machine']): MachineOutcome {
  if (phase === 'idle' || (phase === 'running' && (checkedAt === null || pending.length > 1))) return 'running';
  if (phase === 'failed') return 'failed';
  if (count(findings, 'bad') > 0) return 'bad';
  const waiting = findings.filter((finding) => finding.status === 'waiting');
  if (waiting.length > 0) return waiting.every((finding) => finding.id === 'token') ? 'waiting' : 'waitingOther';
  return count(findings, 'attention') > 0 ? 'attention' : 'ready';
}

/** As many rows as stand on the smallest ordinary screen (1280 × 800) without scrolling, and the folded line. */
const MOST_ROWS = 5;
/** Green rows beyond these reassure nobody further. */
const MOST_QUIET = 4;

export interface MachineRows {
  /** Shown at once. */
  readonly open: readonly Finding[];
  /** In order, folded into one line; never a single one. */
  readonly folded: readonly Finding[];
  /** Checks that run and have no row yet. */
  readonly pending: readonly CheckId[];
}

/**
 * The rows while a check is repeated: what was known stays where it stands until the new answer replaces it, so that
 * the button just pressed, and the focus on it, do not vanish. `known` are the findings before the repetition.
 */
export function repeating(machine: WizardState['machine'], known: readonly Finding[]): WizardState['machine'] {
  if (machine.phase !== 'running' || machine.checkedAt === null) return machine;
  const fresh = (id: CheckId) => machine.findings.find((finding) => finding.id === id);
  const before = new Set(known.map(({ id }) => id));
  return {
    ...machine,
    findings: [
      ...known.map((finding) => fresh(finding.id) ?? finding),
      ...machine.findings.filter(({ id }) => !before.has(id)),
    ],
  };
}

/** A program at the UTM's port explains all that can be said of the UTM itself: one trouble is one row. */
const withoutRepeats = (findings: readonly Finding[]): readonly Finding[] =>
  findings.some(({ id, status }) => id === 'utm-port' && status === 'bad')
    ? findings.filter(({ id }) => id !== 'utm')
    : findings;

/** Sorts the rows into those that say something, the first few that only reassure, and the rest of these. */
export function machineRows({ findings, pending }: WizardState['machine']): MachineRows {
  const ordered = findingsInOrder(withoutRepeats(findings));
  const telling = ordered.filter((finding) => finding.status !== 'ok' && finding.status !== 'info');
  const quiet = ordered.filter((finding) => finding.status === 'ok' || finding.status === 'info');
  const without = pending.filter((id): id is CheckId => !findings.some((finding) => finding.id === id));
  const shown = Math.max(0, Math.min(MOST_QUIET, MOST_ROWS - telling.length));
  const fold = without.length === 0 && quiet.length - shown > 1;
  return {
    open: fold ? [...telling, ...quiet.slice(0, shown)] : ordered,
    folded: fold ? quiet.slice(shown) : [],
    pending: without,
  };
}

/** Why the way on is closed, or `null` when it is open. */
export function machineHint(state: WizardState): 'running' | 'left' | 'closed' | null {
  if (state.machine.phase === 'running' || state.machine.phase === 'idle') return 'running';
  if (badCount(state.machine) > 0) return 'left';
  return state.steps.token === 'closed' ? 'closed' : null;
}
