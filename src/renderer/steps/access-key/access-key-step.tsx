import { useEffect, useState } from 'react';
import type { WizardState } from '../../../shared/ipc/wizard-state.ts';
import { accessKeyPage } from './access-key-view.ts';
import { CommitPage } from './commit-page.tsx';
import { DonePage } from './done-page.tsx';
import { FailedPage } from './failed-page.tsx';
import { HandoffPage } from './handoff-page.tsx';
import { ProgressPage } from './progress-page.tsx';
import { RequestPage } from './request-page.tsx';

/** Step 4: the one page that cannot be undone, and what came of it. */
export function AccessKeyStep({ state }: { readonly state: WizardState }) {
  const [reviewing, setReviewing] = useState(false);
  const { phase } = state.accessKey;
  useEffect(() => {
    if (phase === 'running') setReviewing(false);
  }, [phase]);
  const review = () => setReviewing(true);
  switch (accessKeyPage(state.accessKey, reviewing)) {
    case 'commit':
      return <CommitPage state={state} />;
    case 'progress':
      return <ProgressPage state={state} />;
    case 'handoff':
      return <HandoffPage state={state} />;
    case 'request':
      return <RequestPage state={state} />;
    case 'done':
      return <DonePage state={state} onReview={review} />;
    case 'failed':
      return <FailedPage state={state} onReview={review} />;
  }
}
