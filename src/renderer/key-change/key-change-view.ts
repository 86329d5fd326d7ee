import type { KeyChange, KeyChangePlan, KeyChangeStep } from '../../shared/domain/key-change.ts';
import { type StepId, stepIds } from '../../shared/domain/steps.ts';
import type { WizardState } from '../../shared/ipc/wizard-state.ts';
import type { Mark } from '../controls/status-mark.tsx';

export const stepMarks: Readonly<Record<KeyChangeStep['state'], Mark>> = {
  done: 'ok',
  next: 'info',
  later: 'ahead',
  'not-needed': 'needless',
  blocked: 'attention',
};

/** The change that goes on with the token of a plan: one that is remembered of a former year is not begun. */
export const changeOfPlan = ({ keyChange: { changes, plan } }: Pick<WizardState, 'keyChange'>): KeyChange | null =>
  plan?.begunAt ? (changes.find(({ serial }) => serial === plan.serial) ?? null) : null;

/** Changes that wait to be gone on with: neither finished nor of a former year, as far as their tokens are here. */
export const changesGoing = ({ changes, plan }: WizardState['keyChange']): readonly KeyChange[] =>
  changes.filter(({ serial }) => plan?.serial !== serial || (plan.begunAt !== null && !plan.finished));

/** The sub-step whose turn it is. */
export const turnOf = ({ steps }: KeyChangePlan): KeyChangeStep | null =>
  steps.find(({ state }) => state === 'next' || state === 'blocked') ?? null;

export function pageOf({ keyChange }: WizardState): 'away' | 'start' | 'going' | 'finished' {
  const { plan } = keyChange;
  if (!plan) return 'away';
  if (plan.finished) return 'finished';
  return plan.begunAt === null ? 'start' : 'going';
}

/** The step of the wizard to open on the way to one that may be closed yet. */
export const nearestOpenStep = ({ steps }: WizardState, wanted: StepId): StepId =>
  stepIds.slice(0, stepIds.indexOf(wanted) + 1).findLast((step) => steps[step] !== 'closed') ?? 'machine';
