import { useTranslation } from 'react-i18next';
import type { WizardState } from '../../shared/ipc/wizard-state.ts';
import { classes } from '../controls/classes.ts';
import { TokenDrawing } from '../token-drawing/token-drawing.tsx';
import styles from './token-card.module.css';

/** The token as it is now, at the foot of the rail. */
export function TokenCard({ state }: { readonly state: WizardState }) {
  const { t } = useTranslation();
  const { report, chosen, phase } = state.tokens;
  const devices = report?.devices ?? [];
  const device =
    devices.find((candidate) => candidate.id === chosen) ?? (devices.length === 1 ? devices[0] : undefined);
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
  return (
    <section className={classes(styles.card, !there && styles.absent)} aria-label={t('frame.token.label')}>
      <TokenDrawing className={styles.drawing} family={(device ?? devices[0])?.family ?? 'jacarta'} away={!there} />
      <p className={styles.words}>
        <span className={styles.name}>{name}</span>
        <span className={styles.about}>{about}</span>
      </p>
    </section>
  );
}
