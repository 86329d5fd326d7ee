import type { WizardState } from '../../shared/ipc/wizard-state.ts';
import { shownDevice } from '../steps/token/token-view.ts';
import { AbsentPage } from './absent-page.tsx';
import { ApplicationPage } from './application-page.tsx';
import { ApplicationsPage } from './applications-page.tsx';
import { AuthorityPage } from './authority-page.tsx';
import { CertificatePage } from './certificate-page.tsx';
import { DonePage } from './done-page.tsx';
import { useDraft } from './draft-store.ts';
import { FormPage } from './form-page.tsx';
import { chapterOf, previousCertificate } from './qualified-view.ts';
import { RequestPage } from './request-page.tsx';
import { SignInPage } from './sign-in-page.tsx';
import { firstDraft, orderIn } from './subject-draft.ts';
import { SummaryPage } from './summary-page.tsx';
import { UnfitPage } from './unfit-page.tsx';
import { VisitPage } from './visit-page.tsx';
import { WaitingPage } from './waiting-page.tsx';
import { WorkPage } from './work-page.tsx';

/**
 * The way to a qualified certificate, beside the steps. Which page is shown follows from the facts; what was typed stays
 * here while the token is away.
 */
export function QualifiedPage({ state }: { readonly state: WizardState }) {
  const { qualified, tokens } = state;
  const device = shownDevice(tokens);
  const { turns, turn, type, ...kept } = useDraft(device?.id ?? null);
  const anew = () => turn({ anew: true, formDone: false });
  const previous = previousCertificate(tokens);
  const draft = kept.draft ?? firstDraft(previous);
  const chapter = chapterOf(state, turns);
  const family = device?.family ?? 'generic';
  switch (chapter.name) {
    case 'making':
    case 'installing':
      return (
        <WorkPage
          key={chapter.name}
          work={chapter.name}
          startedAt={qualified[chapter.name].startedAt}
          family={family}
        />
      );
    case 'authority':
      return <AuthorityPage state={state} />;
    case 'visit':
      return <VisitPage authority={chapter.authority} />;
    case 'form':
      return <FormPage draft={draft} previous={previous} onChange={type} onDone={() => turn({ formDone: true })} />;
    case 'request':
      return <RequestPage state={state} onAnew={anew} onByAccount={() => turn({ way: 'account' })} />;
    case 'sign-in':
      return <SignInPage state={state} onByFile={() => turn({ way: 'file' })} />;
    case 'applications':
      return <ApplicationsPage state={state} />;
    case 'application':
      return <ApplicationPage state={state} application={chapter.application} onAnew={anew} />;
    case 'waiting':
      return <WaitingPage state={state} application={chapter.application} />;
    case 'certificate':
      return qualified.received ? (
        <CertificatePage state={state} device={device} received={qualified.received} />
      ) : null;
    case 'absent':
      return <AbsentPage />;
    default:
      break;
  }
  if (!device) return <AbsentPage />;
  switch (chapter.name) {
    case 'unfit':
      return <UnfitPage device={device} why={chapter.why} />;
    case 'summary':
      return (
        <SummaryPage
          state={state}
          device={device}
          order={orderIn(draft, previous)}
          onBack={() => turn({ formDone: false })}
          onMake={() => turn({ anew: false })}
        />
      );
    case 'done':
      return <DonePage state={state} device={device} />;
  }
}
