import { FolderCheck, FolderDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Applet } from '../../../shared/domain/token.ts';
import type { WizardState } from '../../../shared/ipc/wizard-state.ts';
import { ask } from '../../bridge.ts';
import { Button } from '../../controls/button.tsx';
import styles from './prepare.module.css';

interface SaveCertificatesProps {
  readonly applet: Applet;
  readonly saved: WizardState['tokens']['saved'];
}

/** Certificates into files before they may be erased: where they went, and how many. */
export function SaveCertificates({ applet, saved }: SaveCertificatesProps) {
  const { t } = useTranslation();
  const mine = saved?.applet === applet.kind ? saved : null;
  return (
    <div className={styles.save}>
      <p className={styles.about}>{t('prepare.save.about')}</p>
      {mine ? (
        <p className={styles.saved}>
          <FolderCheck size={18} strokeWidth={2} aria-hidden />
          <span>{t('prepare.save.done', { count: mine.count, folder: mine.folder })}</span>
        </p>
      ) : null}
      <Button
        icon={<FolderDown size={17} strokeWidth={2} aria-hidden />}
        onPress={() => void ask('tokens:save-certificates', { applet: applet.kind })}
      >
        {mine ? t('prepare.save.again') : t('prepare.save.verb')}
      </Button>
    </div>
  );
}
