import { KeyRound } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isAtWork, type WizardState } from '../../shared/ipc/wizard-state.ts';
import type { Problem } from '../../shared/problems/problem.ts';
import { HelpButton } from '../help/help-button.tsx';
import styles from './frame.module.css';
import { LanguageSwitch } from './language-switch.tsx';
import { NoticeBar } from './notice-bar.tsx';
import { PracticeBanner } from './practice-banner.tsx';
import { StepRail } from './step-rail.tsx';
import { TokenCard } from './token-card.tsx';
import { useAnnouncements } from './use-announcements.ts';

interface FrameProps {
  readonly state: WizardState;
  readonly notice: Problem | null;
  readonly onDismissNotice: () => void;
  readonly children: ReactNode;
}

/** Rail, banners and the page between them. */
export function Frame({ state, notice, onDismissNotice, children }: FrameProps) {
  const { t } = useTranslation();
  useAnnouncements(state);
  const writing = isAtWork(state);
  return (
    <div className={styles.frame}>
      <aside className={styles.rail} aria-label={t('frame.product')}>
        <p className={styles.product}>
          <span className={styles.badge}>
            <KeyRound size={18} strokeWidth={2} aria-hidden />
          </span>
          <span className={styles.name}>{t('frame.product')}</span>
        </p>
        <StepRail state={state} />
        <div className={styles.foot}>
          <TokenCard state={state} />
          <div className={styles.footLine}>
            <HelpButton isDisabled={writing} />
            <LanguageSwitch language={state.language} />
          </div>
        </div>
      </aside>
      <div className={styles.room}>
        {state.practice ? <PracticeBanner practice={state.practice} /> : null}
        {notice ? <NoticeBar problem={notice} onDismiss={onDismissNotice} /> : null}
        {children}
      </div>
    </div>
  );
}

/** Before the main process has spoken: the same ground, nothing that could flash. */
export const WaitingFrame = ({ children }: { readonly children?: ReactNode }) => (
  <div className={styles.frame} aria-busy={children === undefined}>
    <div className={styles.rail} />
    <main className={styles.room}>{children}</main>
  </div>
);
