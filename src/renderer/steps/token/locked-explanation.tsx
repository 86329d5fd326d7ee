import { LockKeyhole, LockKeyholeOpen, RotateCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Applet, Device } from '../../../shared/domain/token.ts';
import { ask } from '../../bridge.ts';
import { Button } from '../../controls/button.tsx';
import { DisclosurePanel } from '../../controls/disclosure-panel.tsx';
import { openAppletPage } from '../../store/side-page.ts';
import styles from './locked-explanation.module.css';
import { PinTries } from './pin-tries.tsx';

/** A locked PIN: the way to unlock it here, else who can and where; what must not be done; and the last resort. */
export function LockedExplanation({ device, applet }: { readonly device: Device; readonly applet: Applet }) {
  const { t } = useTranslation();
  const { kind, canUnblock, soPin, initialisation } = applet;
  const who = (
    <p>
      {t('token.locked.who')} {t(`token.locked.tool.${device.family}`)}
    </p>
  );
  return (
    <div className={styles.locked}>
      <p className={styles.state}>
        <LockKeyhole size={18} strokeWidth={2} aria-hidden />
        <span>
          {t(`token.pin.label.${kind}`)}: {t('token.tries.locked')}
        </span>
      </p>
      {canUnblock ? (
        <>
          <p>{t('token.locked.unblockAbout')}</p>
          {soPin ? (
            <p className={styles.admin}>
              {t('pinWork.admin')}: <PinTries pin={soPin} />
            </p>
          ) : null}
          <Button
            icon={<LockKeyholeOpen size={17} strokeWidth={2} aria-hidden />}
            onPress={() => openAppletPage('unblock', kind)}
          >
            {t('token.locked.unblock')}
          </Button>
        </>
      ) : null}
      {canUnblock ? (
        <DisclosurePanel title={t('token.locked.title')}>{who}</DisclosurePanel>
      ) : (
        <>
          <h3 className={styles.title}>{t('token.locked.title')}</h3>
          {who}
        </>
      )}
      <p className={styles.never}>{t('token.locked.never')}</p>
      <Button
        kind="quiet"
        icon={<RotateCw size={16} strokeWidth={2} aria-hidden />}
        onPress={() => void ask('tokens:refresh', null)}
      >
        {t('token.locked.lookAgain')}
      </Button>
      {initialisation === 'none' ? null : (
        <DisclosurePanel title={t('token.locked.lastResort')}>
          <p>{t('token.locked.lastResortAbout')}</p>
          <Button kind="quiet" onPress={() => openAppletPage('prepare', kind)}>
            {t('token.locked.prepare')}
          </Button>
        </DisclosurePanel>
      )}
    </div>
  );
}
