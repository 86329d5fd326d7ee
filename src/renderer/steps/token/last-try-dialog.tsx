import { useTranslation } from 'react-i18next';
import type { AppletKind } from '../../../shared/domain/token.ts';
import { Button } from '../../controls/button.tsx';
import { ModalDialog } from '../../controls/modal-dialog.tsx';

interface LastTryDialogProps {
  readonly isOpen: boolean;
  readonly applet: AppletKind;
  readonly onCancel: () => void;
  readonly onConfirm: () => void;
}

/** The last try is spent only after a second word; Cancel has the focus. */
export function LastTryDialog({ isOpen, applet, onCancel, onConfirm }: LastTryDialogProps) {
  const { t } = useTranslation();
  return (
    <ModalDialog
      alert
      isOpen={isOpen}
      onClose={onCancel}
      title={t('token.lastTry.title')}
      buttons={
        <>
          <Button onPress={onConfirm}>{t('token.lastTry.confirm')}</Button>
          <Button kind="primary" autoFocus onPress={onCancel}>
            {t('frame.cancel')}
          </Button>
        </>
      }
    >
      <p>{t('token.lastTry.body', { storage: t(`token.storage.${applet}`) })}</p>
    </ModalDialog>
  );
}
