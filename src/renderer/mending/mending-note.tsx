import { Check, X } from 'lucide-react';
import { Button as IconButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { MendOperation } from '../../shared/domain/mending.ts';
import type { WizardState } from '../../shared/ipc/wizard-state.ts';
import { ask } from '../bridge.ts';
import { Button } from '../controls/button.tsx';
import { ProblemPanel } from '../controls/problem-panel.tsx';
import { StatusMark } from '../controls/status-mark.tsx';
import styles from './mending-note.module.css';

interface MendingNoteProps {
  readonly mending: NonNullable<WizardState['machine']['mending']>;
  /** How the same change is asked for once more. */
  readonly again: (operation: MendOperation) => void;
}

const dismiss = () => void ask('machine:dismiss-mending', null);

/** The change was asked for somewhere on the page; what comes of it must not stand out of sight. */
const bringIntoView = (note: HTMLElement | null) => note?.scrollIntoView({ block: 'nearest' });

/** How the last change of the computer goes, or what came of it. A refused permission is no fault. */
export function MendingNote({ mending, again }: MendingNoteProps) {
  const { t } = useTranslation();
  const { operation, phase, problem, restartNeeded } = mending;
  const repeat = () => again(operation);
  if (phase === 'running') {
    return (
      <div ref={bringIntoView} className={styles.note} role="status">
        <StatusMark mark="running" label={null} />
        <p>
          <strong className={styles.title}>{t(`mending.running.${operation}`)}</strong> {t('mending.prompt')}
        </p>
      </div>
    );
  }
  if (phase === 'failed' && problem && problem.code !== 'MACHINE_MEND_REFUSED') {
    return (
      <div ref={bringIntoView}>
        <ProblemPanel problem={problem} handlers={{ 'try-again': repeat }} />
      </div>
    );
  }
  const refused = phase === 'failed';
  return (
    <div ref={bringIntoView} className={styles.note} role="status">
      {refused ? (
        <StatusMark mark="info" label={null} />
      ) : (
        <Check className={styles.done} size={20} strokeWidth={2.2} aria-hidden />
      )}
      <p>
        <strong className={styles.title}>{refused ? t('mending.refused') : t(`mending.done.${operation}`)}</strong>{' '}
        {refused ? t('mending.refusedReason') : restartNeeded ? t('mending.restart') : null}
      </p>
      <div className={styles.actions}>
        {refused ? <Button onPress={repeat}>{t('mending.again')}</Button> : null}
        <IconButton className={styles.close ?? ''} aria-label={t('frame.dismissNotice')} onPress={dismiss}>
          <X size={18} strokeWidth={2} aria-hidden />
        </IconButton>
      </div>
    </div>
  );
}
