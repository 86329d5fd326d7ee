import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { WizardState } from '../../../shared/ipc/wizard-state.ts';
import { PageFrame } from '../../frame/page-frame.tsx';
import { StepPage } from '../../frame/step-page.tsx';
import { closeSidePage } from '../../store/side-page.ts';

/** A UTM is brought up at the last step; before there is a key, and for an update, on a page beside the steps. */
export type UtmStage = 'step' | 'beside';

interface UtmFrameProps {
  readonly state: WizardState;
  readonly stage: UtmStage;
  /** Names this page. */
  readonly page: string;
  readonly title: string;
  readonly lead: string;
  readonly children?: ReactNode;
  readonly verb?: ReactNode;
  readonly hint?: string | null;
  /** The way back would leave something that runs. */
  readonly noBack?: boolean;
  readonly onBack?: () => void;
}

/** One page about the UTM, at its step or beside the steps. */
export function UtmFrame({ state, stage, page, noBack = false, onBack, children, ...rest }: UtmFrameProps) {
  const { t } = useTranslation();
  if (stage === 'step') {
    return (
      <StepPage
        {...rest}
        state={state}
        step="utm"
        page={page}
        noBack={noBack}
        {...(onBack === undefined ? {} : { onBack })}
      >
        {children}
      </StepPage>
    );
  }
  return (
    <PageFrame
      {...rest}
      page={`side/utm-${page}`}
      over={t('utmSetup.over')}
      windowTitle={t('frame.sideTitle', { title: rest.title })}
      onBack={noBack ? null : (onBack ?? closeSidePage)}
    >
      {children}
    </PageFrame>
  );
}
