import { useTranslation } from 'react-i18next';
import type { Applet, Device } from '../../../shared/domain/token.ts';
import type { WizardState } from '../../../shared/ipc/wizard-state.ts';
import { Button } from '../../controls/button.tsx';
import { ModalDialog } from '../../controls/modal-dialog.tsx';
import { PinForm, pinFormId } from '../../steps/token/pin-form.tsx';

interface SignInDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly tokens: WizardState['tokens'];
  readonly device: Device;
  readonly applet: Applet;
}

const nothing = () => undefined;

/** The same sign-in as at step 2, for a part that the steps do not ask for. */
export function SignInDialog({ isOpen, onClose, tokens, device, applet }: SignInDialogProps) {
  const { t } = useTranslation();
  return (
    <ModalDialog
      isOpen={isOpen}
      onClose={onClose}
      title={t('contents.signInTitle')}
      buttons={
        <>
          <Button kind="primary" type="submit" form={pinFormId(applet.kind)} isDisabled={tokens.signingIn !== null}>
            {t(`token.pin.verb.${applet.kind}`)}
          </Button>
          <Button onPress={onClose}>{t('frame.cancel')}</Button>
        </>
      }
    >
      <PinForm tokens={tokens} device={device} applet={applet} onEnter={nothing} alone />
    </ModalDialog>
  );
}
