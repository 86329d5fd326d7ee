import { KeyRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Applet } from '../../../shared/domain/token.ts';
import { Button } from '../../controls/button.tsx';
import { openAppletPage } from '../../store/side-page.ts';
import styles from '../token-task.module.css';

/** A factory PIN, or one the token wants changed: said calmly, with the way to change it. */
export function PinBanner({ applet }: { readonly applet: Applet }) {
  const { t } = useTranslation();
  const { factory, mustChange } = applet.userPin;
  const why = factory === true ? 'factory' : mustChange ? 'mustChange' : null;
  if (why === null) return null;
  return (
    <div className={styles.banner}>
      <KeyRound size={18} strokeWidth={1.9} aria-hidden />
      <div>
        <p className={styles.bannerTitle}>{t(`pinWork.banner.${why}`)}</p>
        <p>{t(`pinWork.banner.${why}Why`)}</p>
        <Button kind="quiet" onPress={() => openAppletPage('change-pin', applet.kind)}>
          {t('pinWork.banner.change')}
        </Button>
      </div>
    </div>
  );
}
