import { useTranslation } from 'react-i18next';
import type { PickedInstaller } from '../../shared/domain/mending.ts';
import { ask } from '../bridge.ts';
import { Button } from '../controls/button.tsx';
import { ModalDialog } from '../controls/modal-dialog.tsx';
import { fileSize } from '../texts/file-size.ts';
import { useLanguage } from '../texts/use-language.ts';
import styles from './mending-dialog.module.css';

const forget = () => void ask('machine:forget-installer', null);
const install = () => void ask('machine:mend', { operation: 'install-file' });

/** Whose installer this is, before it is run with an administrator's rights. An unsigned one is not the default. */
export function InstallerDialog({ installer }: { readonly installer: PickedInstaller | null }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (installer === null) return null;
  const state = installer.signature?.state ?? 'untold';
  const nobody = state === 'untold' ? t('mending.installer.unknown') : t('mending.installer.nobody');
  const trusted = state === 'valid';
  return (
    <ModalDialog
      isOpen
      alert={!trusted}
      onClose={forget}
      title={t('mending.installer.title')}
      buttons={
        <>
          <Button {...(trusted ? { kind: 'primary' as const } : {})} onPress={install}>
            {trusted ? t('mending.installer.verb') : t('mending.installer.verbAnyway')}
          </Button>
          <Button {...(trusted ? {} : { kind: 'primary' as const, autoFocus: true })} onPress={forget}>
            {t('frame.cancel')}
          </Button>
        </>
      }
    >
      <dl className={styles.facts}>
        <dt>{t('mending.installer.file')}</dt>
        <dd>
          {installer.name}, {fileSize(installer.size, language)}
        </dd>
        <dt>{t('mending.installer.publisher')}</dt>
        <dd className={styles.strong}>{installer.signature?.publisher ?? nobody}</dd>
      </dl>
      <p>{t(`mending.installer.signature.${state}`)}</p>
      <p>{t('mending.installer.permission')}</p>
    </ModalDialog>
  );
}
