import { CircleAlert, X } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { type Problem, problemCatalogue } from '../../shared/problems/problem.ts';
import { ActionButtons } from '../controls/action-buttons.tsx';
import { CopyButton } from '../controls/copy-button.tsx';
import { problemDetails, problemText } from '../texts/problem-text.ts';
import { useLanguage } from '../texts/use-language.ts';
import styles from './notice-bar.module.css';

interface NoticeBarProps {
  readonly problem: Problem;
  readonly onDismiss: () => void;
}

/** What happened by itself: a token pulled, a vendor's library fallen, a request turned down. */
export function NoticeBar({ problem, onDismiss }: NoticeBarProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { title, reason } = problemText(problem, language);
  const { actions } = problemCatalogue[problem.code];
  return (
    <section className={styles.notice} aria-label={t('frame.notice')}>
      <CircleAlert className={styles.icon} size={19} strokeWidth={2} aria-hidden />
      <p className={styles.words} role="alert">
        <strong className={styles.title}>{title}</strong> <span>{reason}</span>
      </p>
      <div className={styles.actions}>
        <ActionButtons actions={actions.filter((action) => action !== 'try-again')} />
        {actions.some((action) => action === 'copy-details') ? (
          <CopyButton text={`${title}\n${reason}\n\n${problemDetails(problem)}`} label={t('frame.copy')} />
        ) : null}
        <Button className={styles.close ?? ''} aria-label={t('frame.dismissNotice')} onPress={onDismiss}>
          <X size={18} strokeWidth={2} aria-hidden />
        </Button>
      </div>
    </section>
  );
}
