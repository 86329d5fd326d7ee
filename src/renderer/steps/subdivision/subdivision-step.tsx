import { useState } from 'react';
import type { WizardState } from '../../../shared/ipc/wizard-state.ts';
import { ask } from '../../bridge.ts';
import { chooseLater } from './choose-later.ts';
import { ListHead } from './list-head.tsx';
import { MchdPage } from './mchd/mchd-page.tsx';
import { PlacesPage } from './places-page.tsx';
import { RolePage } from './role/role-page.tsx';
import { firstPart, type StepThreePart, sourcesFor, stepThreePart } from './subdivision-view.ts';

/** Step 3: who asks, by which power of attorney, and for which place. */
export function SubdivisionStep({ state }: { readonly state: WizardState }) {
  const [wanted, setWanted] = useState<StepThreePart>(() => firstPart(state));
  const part = stepThreePart(state, wanted);
  // Whoever came to the power of attorney leaves it by going on, not because its check has just succeeded.
  if (part === 'mchd' && wanted === 'places') setWanted('mchd');
  const { role, subdivisions } = state;
  if (part === 'role') return <RolePage state={state} onDone={() => setWanted('places')} />;
  if (part === 'mchd') {
    const [lister] = sourcesFor(role.chosen, subdivisions.sources);
    const list = () => {
      if (lister === undefined) return void chooseLater();
      if (subdivisions.source !== lister) void ask('subdivisions:load', { source: lister });
      setWanted('places');
    };
    return <MchdPage state={state} placeLater={lister === undefined} onBack={() => setWanted('role')} onDone={list} />;
  }
  return (
    <PlacesPage
      state={state}
      head={<ListHead state={state} onChangeRole={() => setWanted('role')} onOpenMchd={() => setWanted('mchd')} />}
      {...(role.chosen === 'person-with-mchd' ? { onBack: () => setWanted('mchd') } : {})}
    />
  );
}
