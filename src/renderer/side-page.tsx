import type { WizardState } from '../shared/ipc/wizard-state.ts';
import { ContractorsPage } from './contractors/contractors-page.tsx';
import { DiagnosticsPage } from './diagnostics/diagnostics-page.tsx';
import { HelpPage } from './help/help-page.tsx';
import { KeyChangePage } from './key-change/key-change-page.tsx';
import { QualifiedPage } from './qualified-certificate/qualified-page.tsx';
import { UtmSidePage } from './steps/utm/utm-side-page.tsx';
import type { SidePage } from './store/side-page.ts';
import { TokenSidePageView } from './token-tasks/token-side-page.tsx';

interface SidePageViewProps {
  readonly state: WizardState;
  readonly side: SidePage;
}

/** The page beside the steps. */
export function SidePageView({ state, side }: SidePageViewProps) {
  switch (side.name) {
    case 'contractors':
      return <ContractorsPage state={state} />;
    case 'help':
      return <HelpPage code={side.code} />;
    case 'diagnostics':
      return <DiagnosticsPage />;
    case 'utm':
      return <UtmSidePage state={state} wish={side.wish} />;
    case 'key-change':
      return <KeyChangePage state={state} />;
    case 'qualified-certificate':
      return <QualifiedPage state={state} />;
    default:
      return <TokenSidePageView state={state} side={side} />;
  }
}
