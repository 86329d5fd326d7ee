import { useEffect, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { I18nextProvider } from 'react-i18next';
import type { StepId } from '../shared/domain/steps.ts';
import type { WizardState } from '../shared/ipc/wizard-state.ts';
import type { Problem } from '../shared/problems/problem.ts';
import { ask } from './bridge.ts';
import { ProblemPanel } from './controls/problem-panel.tsx';
import { Frame, WaitingFrame } from './frame/frame.tsx';
import { LiveRegion } from './frame/live-region.tsx';
import { i18n } from './i18n.ts';
import { SidePageView } from './side-page.tsx';
import { shownSidePage } from './side-page-view.ts';
import { AccessKeyStep } from './steps/access-key/access-key-step.tsx';
import { MachineStep } from './steps/machine/machine-step.tsx';
import { SubdivisionStep } from './steps/subdivision/subdivision-step.tsx';
import { TokenStep } from './steps/token/token-step.tsx';
import { UtmStep } from './steps/utm/utm-step.tsx';
import { closeSidePages, type SidePage, sidePages } from './store/side-page.ts';
import { refusalToShow, wizardMirror } from './store/wizard-mirror.ts';

const pages: Record<StepId, (props: { readonly state: WizardState }) => React.ReactNode> = {
  machine: MachineStep,
  token: TokenStep,
  subdivision: SubdivisionStep,
  'access-key': AccessKeyStep,
  utm: UtmStep,
};

const dismiss = (notice: Problem | null) => {
  if (notice) void ask('wizard:dismiss-notice', null);
  wizardMirror.setState({ refusal: null });
};

interface WizardProps {
  readonly state: WizardState;
  readonly refusal: Problem | null;
  /** The page beside the steps that the person opened. */
  readonly side: SidePage | null;
}

/** The window for one state of the wizard. */
export function Wizard({ state, refusal, side }: WizardProps) {
  const Page = pages[state.step];
  const beside = shownSidePage(state, side);
  const notice = state.notice ?? refusalToShow(state, refusal);
  return (
    <I18nProvider locale={state.language === 'ru' ? 'ru-RU' : 'en-GB'}>
      <Frame state={state} notice={notice} onDismissNotice={() => dismiss(state.notice)}>
        {beside ? <SidePageView key={beside.name} state={state} side={beside} /> : <Page state={state} />}
      </Frame>
      <LiveRegion />
    </I18nProvider>
  );
}

/** Follows the language of the state; `true` once the texts are in it. */
function useLanguageOf(state: WizardState | null): boolean {
  const wanted = state?.language;
  const [spoken, setSpoken] = useState<string | null>(null);
  useEffect(() => {
    if (!wanted) return;
    document.documentElement.lang = wanted;
    void i18n.changeLanguage(wanted).then(() => setSpoken(wanted));
  }, [wanted]);
  return spoken !== null;
}

export function App() {
  const state = wizardMirror((mirror) => mirror.state);
  const refusal = wizardMirror((mirror) => mirror.refusal);
  const side = sidePages(({ stack }) => stack.at(-1) ?? null);
  const speaks = useLanguageOf(state);
  const outlived = state !== null && side !== null && shownSidePage(state, side) === null;
  useEffect(() => {
    if (outlived) closeSidePages();
  }, [outlived]);
  if (!state && refusal) {
    return (
      <I18nextProvider i18n={i18n}>
        <WaitingFrame>
          <ProblemPanel problem={refusal} handlers={{ 'try-again': () => location.reload() }} withoutHelp />
        </WaitingFrame>
      </I18nextProvider>
    );
  }
  if (!state || !speaks) return <WaitingFrame />;
  return (
    <I18nextProvider i18n={i18n}>
      <Wizard state={state} refusal={refusal} side={side} />
    </I18nextProvider>
  );
}
