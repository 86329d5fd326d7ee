import { useTranslation } from 'react-i18next';
import { Button } from '../../controls/button.tsx';
import { ModalDialog } from '../../controls/modal-dialog.tsx';

interface LastTryDialogProps {
  readonly isOpen: boolean;
  /** What locks, and who could help then. */
  readonly body: string;
  readonly confirm: string;
  readonly onCancel: () => void;
  readonly onConfirm: () => void;
}

/** The last try is spent only after a second word; Cancel has the focus. */
export function LastTryDialog({ isOpen, body, confirm, onCancel, onConfirm }: LastTryDialogProps) {
  const { t } = useTranslation();
  return (
    <ModalDialog
      alert
      isOpen={isOpen}
      onClose={onCancel}
      title={t('token.lastTry.title')}
      buttons={
        <>
          <Button onPress={onConfirm}>{confirm}</Button>
          <Button kind="primary" autoFocus onPress={onCancel}>
            {t('frame.cancel')}
          </Button>
        </>
      }
    >
      <p>{body}</p>
    </ModalDialog>
  );
}
