import { FileInput } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { utmIsChanged } from '../../../shared/ipc/utm-is-changed.ts';
import type { WizardState } from '../../../shared/ipc/wizard-state.ts';
import { ask } from '../../bridge.ts';
import { Button } from '../../controls/button.tsx';
import { ModalDialog } from '../../controls/modal-dialog.tsx';
import { summaryOf } from './access-key-view.ts';
import styles from './replacement-note.module.css';
import { ReplacementTerms } from './replacement-note.tsx';
import { useTail } from './use-tail.ts';

interface InstallButtonProps {
  readonly state: WizardState;
  readonly kind: 'primary' | 'secondary';
}

const install = (confirmation: string) => void ask('access-key:install', { confirmation });

/** Takes the certificate a waiting key has got; where it replaces a key, a person agrees to that first. */
export function InstallButton({ state, kind }: InstallButtonProps) {
  const { t } = useTranslation();
  const [confirming, setConfirming] = useState(false);
  const form = useId();
  const { fields, confirmed } = useTail(summaryOf(state).device);
  const { replaces, confirmReplacement } = state.accessKey;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const confirmation = confirmed();
    if (confirmation === null) return;
    setConfirming(false);
    install(confirmation);
  };
  return (
    <>
      <Button
        kind={kind}
        isDisabled={utmIsChanged(state)}
        icon={<FileInput size={18} strokeWidth={2} aria-hidden />}
        onPress={() => (replaces !== null || confirmReplacement ? setConfirming(true) : install(''))}
      >
        {t('accessKey.request.verb')}
      </Button>
      <ModalDialog
        alert
        isOpen={confirming}
        onClose={() => setConfirming(false)}
        title={t('accessKey.request.installTitle')}
        buttons={
          <>
            <Button type="submit" form={form}>
              {t('accessKey.request.verb')}
            </Button>
            <Button kind="primary" autoFocus onPress={() => setConfirming(false)}>
              {t('frame.cancel')}
            </Button>
          </>
        }
      >
        <form id={form} className={styles.words} onSubmit={submit} noValidate autoComplete="off">
          <ReplacementTerms state={state} fields={fields} />
        </form>
      </ModalDialog>
    </>
  );
}
