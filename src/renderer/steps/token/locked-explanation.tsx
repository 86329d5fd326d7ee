import { LockKeyhole, RotateCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Applet, Device } from '../../../shared/domain/token.ts';
import { ask } from '../../bridge.ts';
import { Button } from '../../controls/button.tsx';
import styles from './locked-explanation.module.css';

/** A locked PIN: who can unlock it, where, and what must not be done. */
export function LockedExplanation({ device, applet }: { readonly device: Device; readonly applet: Applet }) {
  const { t } = useTranslation();
  return (
    <div className={styles.locked}>
      <p className={styles.state}>
        <LockKeyhole size={18} strokeWidth={2} aria-hidden />
        <span>
          {t(`token.pin.label.${applet.kind}`)}: {t('token.tries.locked')}
        </span>
      </p>
      <h3 className={styles.title}>{t('token.locked.title')}</h3>
      <p>
        {t('token.locked.who')} {t(`token.locked.tool.${device.family}`)}
      </p>
      <p className={styles.never}>{t('token.locked.never')}</p>
      <Button
        kind="secondary"
        icon={<RotateCw size={16} strokeWidth={2} aria-hidden />}
        onPress={() => void ask('tokens:refresh', null)}
      >
        {t('token.locked.lookAgain')}
      </Button>
    </div>
  );
}
