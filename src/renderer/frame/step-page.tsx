import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type StepId, stepIds } from '../../shared/domain/steps.ts';
import type { WizardState } from '../../shared/ipc/wizard-state.ts';
import { ask } from '../bridge.ts';
import { type Beside, PageFrame } from './page-frame.tsx';

interface StepPageProps {
  readonly state: WizardState;
  readonly step: StepId;
  /** Names this page of the step. */
  readonly page: string;
  readonly title: string;
  readonly lead: string;
  readonly children: ReactNode;
  readonly verb?: ReactNode;
  readonly hint?: string | null;
  readonly hintId?: string;
  readonly noBack?: boolean;
  /** The way back within the step. */
  readonly onBack?: () => void;
  readonly beside?: Beside;
}

/** One page of a step; the way back is the step before, unless the page says otherwise. */
export function StepPage({ state, step, page, noBack = false, onBack, ...rest }: StepPageProps) {
  const { t } = useTranslation();
  const number = stepIds.indexOf(step) + 1;
  const previous = stepIds[number - 2];
  const mayGoBack = !noBack && previous !== undefined && state.steps[previous] !== 'closed';
  return (
    <PageFrame
      {...rest}
      page={`${step}/${page}`}
      over={t('frame.stepOf', { step: number, of: stepIds.length })}
      windowTitle={t('frame.windowTitle', { title: rest.title, step: number, of: stepIds.length })}
      onBack={onBack ?? (mayGoBack ? () => void ask('wizard:go', { step: previous }) : null)}
    />
  );
}
