import type { WizardState } from '../shared/ipc/wizard-state.ts';
import type { SidePage } from './store/side-page.ts';
import { outlives, runningPreparation } from './token-tasks/token-side-page-view.ts';

/** The side page to show, or `null` for the page of the step. */
export function shownSidePage({ tokens }: Pick<WizardState, 'tokens'>, side: SidePage | null): SidePage | null {
  if (!side) return runningPreparation(tokens);
  switch (side.name) {
    case 'contractors':
    case 'help':
    case 'diagnostics':
    case 'utm':
    case 'key-change':
    case 'qualified-certificate':
      return side;
    default:
      return outlives(tokens, side) ? side : null;
  }
}
