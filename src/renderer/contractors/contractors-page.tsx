import { useState } from 'react';
import type { WizardState } from '../../shared/ipc/wizard-state.ts';
import { AccountPage } from './account-page.tsx';
import { AddPage } from './add-page.tsx';
import { GuidedPage } from './guided-page.tsx';

/** «Контрагенты»: by the service of the account where one is configured, else by hand with a guide beside it. */
export function ContractorsPage({ state }: { readonly state: WizardState }) {
  const [adding, setAdding] = useState(false);
  if (!state.contractors.configured) return <GuidedPage role={state.role.chosen} />;
  if (adding) return <AddPage state={state} onClose={() => setAdding(false)} />;
  return <AccountPage state={state} onAdd={() => setAdding(true)} />;
}
