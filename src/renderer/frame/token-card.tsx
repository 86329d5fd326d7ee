import { CirclePause } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { isAtWork, type WizardState } from '../../shared/ipc/wizard-state.ts';
import { classes } from '../controls/classes.ts';
import { openContents } from '../store/side-page.ts';
import { TokenDrawing } from '../token-drawing/token-drawing.tsx';
import styles from './token-card.module.css';

/** The token as it is now, at the foot of the rail: the door to what is on it. */
export function TokenCard({ state }: { readonly state: WizardState }) {
  const { t } = useTranslation();
  const { report, chosen, phase, watchPaused } = state.tokens;
  const devices = report?.devices ?? [];
  const device =
    devices.find((candidate) => candidate.id === chosen) ?? (devices.length === 1 ? devices[0] : undefined);
  const writing = isAtWork(state);
  const lines = () => {
    if (device) {
      const tail = t('frame.token.tail', { tail: device.printedSerial.slice(-4) });
      return { name: device.name, about: `${tail}, ${t('frame.token.plugged')}` };
    }
    if (devices.length > 1)
      return { name: t('frame.token.several', { count: devices.length }), about: t('frame.token.choose') };
    if (!report && phase !== 'failed') return { name: t('frame.token.looking'), about: '' };
    return { name: t('frame.token.absent'), about: t('frame.token.insert') };
  };
  const { name, about } = lines();
  const there = devices.length > 0;
  const inside = (
    <>
      <TokenDrawing className={styles.drawing} family={(device ?? devices[0])?.family ?? 'jacarta'} away={!there} />
      <span className={styles.words}>
        <span className={styles.name}>{name}</span>
        <span className={styles.about}>{about}</span>
        {device && !writing ? <span className={styles.open}>{t('frame.token.contents')}</span> : null}
      </span>
    </>
  );
  return (
    <section className={styles.token} aria-label={t('frame.token.label')}>
      {device && !writing ? (
        <Button className={classes(styles.card, styles.door)} onPress={openContents}>
          {inside}
        </Button>
      ) : (
        <p className={classes(styles.card, !there && styles.absent)}>{inside}</p>
      )}
      {watchPaused ? (
        <p className={styles.paused}>
          <CirclePause size={16} strokeWidth={1.9} aria-hidden />
          <span>{t('frame.token.watchPaused')}</span>
        </p>
      ) : null}
    </section>
  );
}
