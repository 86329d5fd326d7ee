import { useEffect } from 'react';
import type { WizardState } from '../../../shared/ipc/wizard-state.ts';
import { askQuietly } from '../../bridge.ts';
import type { UtmWish } from './utm-chapters.ts';
import { UtmPages } from './utm-pages.tsx';

interface UtmSidePageProps {
  readonly state: WizardState;
  readonly wish: UtmWish;
}

/** The same beside the steps: before there is a key, for without a UTM there is no list of places; and for an update. */
export function UtmSidePage({ state, wish }: UtmSidePageProps) {
  useEffect(() => {
    void askQuietly('utm:refresh', null);
  }, []);
  return <UtmPages state={state} stage="beside" wish={wish} />;
}
