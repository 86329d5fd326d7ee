import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../bridge.ts';
import { Button } from '../controls/button.tsx';
import { ModalDialog } from '../controls/modal-dialog.tsx';

/** Lets go of a change that was begun, once the person has said so twice. */
export function ForgetButton({ serial }: { readonly serial: string }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const close = () => setAsking(false);
  return (
    <>
      <Button kind="quiet" onPress={() => setAsking(true)}>
        {t('keyChange.forget')}
      </Button>
      <ModalDialog
        alert
        isOpen={asking}
        onClose={close}
        title={t('keyChange.forgetTitle')}
        buttons={
          <>
            <Button
              onPress={() => {
                close();
                void ask('key-change:forget', { serial });
              }}
            >
              {t('keyChange.forgetVerb')}
            </Button>
            <Button kind="primary" autoFocus onPress={close}>
              {t('frame.cancel')}
            </Button>
          </>
        }
      >
        <p>{t('keyChange.forgetAbout')}</p>
      </ModalDialog>
    </>
  );
}
