import type { WizardState } from '../shared/ipc/wizard-state.ts';
import { ContractorsPage } from './contractors/contractors-page.tsx';
import type { SidePage } from './store/side-page.ts';
import { TokenSidePageView } from './token-tasks/token-side-page.tsx';

interface SidePageViewProps {
  readonly state: WizardState;
  readonly side: SidePage;
}

/** The page beside the steps. */
export const SidePageView = ({ state, side }: SidePageViewProps) =>
  side.name === 'contractors' ? <ContractorsPage state={state} /> : <TokenSidePageView state={state} side={side} />;
