import { useTranslation } from 'react-i18next';
import { ask } from '../bridge.ts';
import { Button } from '../controls/button.tsx';
import { ModalDialog } from '../controls/modal-dialog.tsx';
import { useNow } from '../store/use-now.ts';
import { formatMoment } from '../texts/dates.ts';
import { useLanguage } from '../texts/use-language.ts';
import styles from './mending-dialog.module.css';

interface ClockDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** By how many seconds the computer is ahead of the servers; negative when it is behind. */
  readonly aheadSeconds: number;
  /** In practice the clock that is wrong is not the window's own. */
  readonly practice: boolean;
}

/** Shows the time that would be set, so that a person can compare it with a watch. */
export function ClockDialog({ isOpen, onClose, aheadSeconds, practice }: ClockDialogProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow(isOpen);
  const ahead = aheadSeconds * 1_000;
  const shown = practice ? now + ahead : now;
  const set = () => {
    onClose();
    void ask('machine:mend', { operation: 'set-clock' });
  };
  return (
    <ModalDialog
      isOpen={isOpen}
      onClose={onClose}
      title={t('mending.clock.title')}
      buttons={
        <>
          <Button kind="primary" onPress={set}>
            {t('mending.clock.verb')}
          </Button>
          <Button onPress={onClose}>{t('frame.cancel')}</Button>
        </>
      }
    >
      <p>{t('mending.clock.lead')}</p>
      <dl className={styles.facts}>
        <dt>{t('mending.clock.now')}</dt>
        <dd>{formatMoment(new Date(shown), language)}</dd>
        <dt>{t('mending.clock.willBe')}</dt>
        <dd className={styles.strong}>{formatMoment(new Date(shown - ahead), language)}</dd>
      </dl>
      <p>{t('mending.clock.permission')}</p>
    </ModalDialog>
  );
}
