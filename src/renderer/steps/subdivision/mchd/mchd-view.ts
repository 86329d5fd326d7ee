import type { MchdReport } from '../../../../shared/domain/mchd.ts';
import type { WizardState } from '../../../../shared/ipc/wizard-state.ts';

type Mchd = WizardState['mchd'];

/**
 * What the page says first: files are wanted, are being checked, could not be read, or what the check found. Only
 * `warned` and `clear` let a person go on.
 */
export type MchdView = 'pick' | 'more' | 'checking' | 'unread' | 'faults' | 'warned' | 'clear';

export function mchdView({ document, signature, phase, report, problem }: Mchd): MchdView {
  if (phase === 'running') return 'checking';
  if (problem) return 'unread';
  if (!document && !signature) return 'pick';
  if (!document || !signature) return 'more';
  if (!report) return 'checking';
  if (!report.valid) return 'faults';
  return report.findings.some(({ severity }) => severity === 'warning') ? 'warned' : 'clear';
}

/** Nothing the wizard can see speaks against this power of attorney. */
export const mayGoOn = (mchd: Mchd): boolean => ['warned', 'clear'].includes(mchdView(mchd));

/** Why going on is closed, as a key of its words; `null` where it is open. */
export const closedBecause = (view: MchdView): Exclude<MchdView, 'warned' | 'clear'> | null =>
  view === 'warned' || view === 'clear' ? null : view;

type MchdFinding = MchdReport['findings'][number];

/** The findings of a report, the gravest kind first. */
export function findingsByKind(
  report: MchdReport | null,
): Readonly<Record<MchdFinding['severity'], readonly MchdFinding[]>> {
  const of = (wanted: MchdFinding['severity']) =>
    (report?.findings ?? []).filter(({ severity }) => severity === wanted);
  return { fault: of('fault'), warning: of('warning'), note: of('note') };
}
