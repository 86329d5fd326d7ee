import { useTranslation } from 'react-i18next';
import { Button } from '../../controls/button.tsx';
import { ModalDialog } from '../../controls/modal-dialog.tsx';
import styles from './commit-page.module.css';

interface TermsDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly holder: string;
}

/** What the tick means. The consent is quoted as the UTM's own page words it (instructions of the agency). */
export function TermsDialog({ isOpen, onClose, holder }: TermsDialogProps) {
  const { t } = useTranslation();
  return (
    <ModalDialog
      isOpen={isOpen}
      onClose={onClose}
      title={t('accessKey.terms.title')}
      buttons={
        <Button kind="primary" autoFocus onPress={onClose}>
          {t('frame.close')}
        </Button>
      }
    >
      <p>{t('accessKey.terms.p1')}</p>
      <p>{t('accessKey.terms.p2')}</p>
      <ul className={styles.items}>
        <li>{t('accessKey.terms.item1', { holder })}</li>
        <li>{t('accessKey.terms.item2')}</li>
        <li>{t('accessKey.terms.item3')}</li>
      </ul>
      <p>{t('accessKey.terms.p3')}</p>
    </ModalDialog>
  );
}
