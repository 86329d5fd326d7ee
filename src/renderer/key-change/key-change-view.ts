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

/** The change that goes on with the token of a plan. */
export const changeOfPlan = (state: WizardState): KeyChange | null =>
  state.keyChange.changes.find(({ serial }) => serial === state.keyChange.plan?.serial) ?? null;

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
