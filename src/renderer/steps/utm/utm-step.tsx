import type { WizardState } from '../../../shared/ipc/wizard-state.ts';
import { useStart } from '../../store/use-start.ts';
import { UtmPages } from './utm-pages.tsx';

/** Step 5: a UTM that works with this key, from whatever is there now. */
export function UtmStep({ state }: { readonly state: WizardState }) {
  useStart('utm', state.utm.phase);
  return <UtmPages state={state} stage="step" wish="bring-up" />;
}
