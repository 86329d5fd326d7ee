import { Info } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { WizardState } from '../../shared/ipc/wizard-state.ts';
import { ask } from '../bridge.ts';
import { ProblemPanel } from '../controls/problem-panel.tsx';
import { PracticePhone } from './practice-phone.tsx';
import styles from './qualified.module.css';
import { QualifiedFrame } from './qualified-frame.tsx';
import type { Chapter } from './qualified-view.ts';

interface AccountFrameProps {
  readonly state: WizardState;
  readonly chapter: Chapter['name'];
  readonly title: string;
  readonly lead: string;
  readonly onBack: () => void;
  readonly children?: ReactNode;
  readonly verb?: ReactNode;
  readonly hint?: string | null;
}

/** One page of the account of an authority: what it last refused, and honestly who answers. */
export function AccountFrame({ state, children, ...rest }: AccountFrameProps) {
  const { t } = useTranslation();
  const { problem } = state.qualified.account;
  const again = () =>
    void ask(state.qualified.account.chosen === null ? 'qualified:load-applications' : 'qualified:look', null);
  return (
    <QualifiedFrame {...rest}>
      {problem ? (
        <div role="alert">
          <ProblemPanel
            problem={problem}
            handlers={rest.chapter === 'sign-in' ? {} : { 'try-again': again, 'check-again': again }}
          />
        </div>
      ) : null}
      {children}
      {state.practice ? <PracticePhone /> : null}
      <p className={styles.unsure}>
        <Info size={17} strokeWidth={1.9} aria-hidden />
        {t(`qualifiedCertificate.account.${state.practice ? 'practice' : 'real'}`)}
      </p>
    </QualifiedFrame>
  );
}
